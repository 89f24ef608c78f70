import type { Actors, Gender } from "../../languages/actors.ts";
import type { Analysis, Name, Span, Word } from "../../model/index.ts";
import { foldPhrase } from "./fold.ts";
import { actorNounAt, isPersonal } from "./nouns.ts";
import type { Role } from "./referent.ts";
import { lower, namesIn } from "./words.ts";

const reach = 14;
const stops = new Set(["VERB", "AUX", "SCONJ", "CCONJ"]);

/** What surrounds a person's name: roles and what tells the gender. */
export type Titles = { readonly roles: readonly Role[]; readonly gender: Gender };

function roleFrom(analysis: Analysis, actors: Actors, words: readonly Word[], at: number, end: number): Role | null {
  const noun = actorNounAt(actors, words, at);
  const first = words[at];
  const last = words[end - 1];
  if (!noun || !isPersonal(noun) || !first || !last) return null;
  let of: Span | null = null;
  for (let next = at + 1; next < end; next++) {
    const word = words[next];
    if (!word || !actors.ofWords.has(lower(word.form))) continue;
    const start = words[next + 1];
    if (start && start.start < last.end) of = { start: start.start, end: last.end };
    break;
  }
  const span = { start: first.start, end: last.end };
  const names = namesIn(analysis.names, span);
  // `Kremlin spokesman`, `Russian president`: English puts whom it serves before the role.
  let opening = at;
  while (opening > 0 && at - opening < 6) {
    const word = words[opening - 1];
    if (
      !word ||
      !(word.upos === "PROPN" || word.upos === "NOUN" || word.upos === "ADJ") ||
      actors.determiners.has(lower(word.form))
    )
      break;
    opening--;
  }
  const before = { start: words[opening]?.start ?? first.start, end: first.start };
  const compounds = opening < at ? namesIn(analysis.names, before) : [];
  const nationality = [...compounds, ...names].find(
    (name) => name.kind === "nationality" && (!of || name.start < of.start),
  );
  const compound = compounds.find((name) => name.kind !== "nationality");
  if (!of && compound) of = { start: compound.start, end: compound.end };
  return {
    noun,
    state: nationality?.entity ?? null,
    of: of ? foldPhrase(analysis.text.slice(of.start, of.end)) : null,
    ofSpan: of,
    text: analysis.text.slice(before.start, span.end).trim(),
    at: first.start,
  };
}

/** Position of the role noun that the words before a name end with, or -1. `le porte-parole du Kremlin,` → `porte-parole`. */
function roleBefore(actors: Actors, words: readonly Word[], nameAt: number): number {
  let at = nameAt - 1;
  const comma = words[at]?.form === ",";
  if (comma) at--;
  else {
    // `le porte-parole de Mérieux`: the name is whom the role serves.
    let before = at;
    while (before > 0 && (words[before]?.upos === "DET" || words[before]?.upos === "ADJ")) before--;
    if (words[before]?.upos === "ADP" || actors.ofWords.has(lower(words[before]?.form ?? ""))) return -1;
  }
  const limit = Math.max(0, nameAt - reach);
  let nearest = -1;
  for (; at >= limit; at--) {
    const word = words[at];
    // `le maire sortant, Anton Rusk`
    const participle = word?.upos === "VERB" && word.feats.VerbForm === "Part" && word.deprel.startsWith("acl");
    if (!word || word.upos === "PUNCT" || (stops.has(word.upos) && !participle)) break;
    if (word.upos === "NOUN" || word.upos === "PROPN" || word.upos === "ADJ") {
      if (isPersonal(actorNounAt(actors, words, at)) && word.upos !== "ADJ") nearest = at;
    }
    if (actors.determiners.has(lower(word.form)) && nearest >= 0) {
      const previous = words[at - 1];
      const linked = actors.ofWords.has(lower(word.form)) || (previous && actors.ofWords.has(lower(previous.form)));
      if (!comma || !linked) break;
    } else if (!comma && nearest >= 0 && word.upos === "ADP") break;
  }
  return nearest;
}

function roleAfter(actors: Actors, words: readonly Word[], after: number): [at: number, end: number] | null {
  if (words[after]?.form !== "," && words[after]?.form !== "(") return null;
  for (let at = after + 1; at < Math.min(words.length, after + 6); at++) {
    const word = words[at];
    // `Ida Kroll, déléguée du syndicat`, with the noun taken for a participle.
    const titled =
      at <= after + 2 &&
      actors.ofWords.has(lower(words[at + 1]?.form ?? "")) &&
      word !== undefined &&
      isPersonal(actorNounAt(actors, words, at));
    if (!word || word.upos === "PUNCT" || (stops.has(word.upos) && !titled) || word.upos === "PRON") return null;
    if (!isPersonal(actorNounAt(actors, words, at)) || (word.upos === "ADJ" && !titled)) continue;
    let end = at + 1;
    while (end < words.length && end - at < reach) {
      const next = words[end];
      if (!next || next.upos === "PUNCT" || stops.has(next.upos)) break;
      end++;
    }
    // `…, le président Aydin a répondu`: the noun opens the next clause and is no apposition.
    if (words[end] && words[end]?.upos !== "PUNCT") return null;
    return [at, end];
  }
  return null;
}

/** `l'avocate Ida Moll`: the gender of the form, whose lemma may be the other one. */
const genderOf = (actors: Actors, word: Word | undefined, role: Role | null): Gender =>
  actors.nouns.get(lower(word?.form ?? ""))?.gender ??
  (word?.feats.Gender === "Fem" ? "f" : (role?.noun.gender ?? null));

/** Roles and gender that the words around a person's name give. */
export function titlesOf(analysis: Analysis, actors: Actors, name: Name): Titles {
  const words = analysis.sentences[name.sentence]?.words ?? [];
  const guess = words[name.word];
  let first = guess && guess.start <= name.end ? name.word : words.findIndex((word) => word.start >= name.start);
  while (first > 0 && (words[first - 1]?.start ?? -1) >= name.start) first--;
  let last = first;
  while (last < words.length && (words[last]?.end ?? Number.POSITIVE_INFINITY) <= name.end) last++;
  const roles: Role[] = [];
  let gender: Gender = null;
  const honorific = lower(words[first - 1]?.form ?? "");
  const inner = lower(words[first]?.form ?? "");
  gender = actors.honorifics.get(honorific) ?? actors.honorifics.get(inner) ?? null;
  const before = roleBefore(actors, words, first);
  if (before >= 0) {
    const end = words[first - 1]?.form === "," ? first - 1 : first;
    const role = roleFrom(analysis, actors, words, before, end);
    if (role) roles.push(role);
    let opener = before - 1;
    while (opener > 0 && words[opener]?.upos === "ADJ") opener--;
    gender ??=
      actors.determiners.get(lower(words[opener]?.form ?? ""))?.gender ?? genderOf(actors, words[before], role);
  }
  const after = roleAfter(actors, words, last);
  if (after) {
    const role = roleFrom(analysis, actors, words, after[0], after[1]);
    if (role) roles.push(role);
    gender ??=
      actors.determiners.get(lower(words[after[0] - 1]?.form ?? ""))?.gender ?? genderOf(actors, words[after[0]], role);
  }
  // `Me Kern`: the address tells the profession.
  const profession = actors.nouns.get(actors.professions.get(honorific) ?? actors.professions.get(inner) ?? "");
  const address = actors.professions.has(honorific) ? words[first - 1] : words[first];
  if (profession && address && roles.length === 0)
    roles.push({ noun: profession, state: null, of: null, ofSpan: null, text: address.form, at: address.start });
  return { roles, gender };
}
