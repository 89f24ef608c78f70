import type { Language } from "../../languages/index.ts";
import type { MentionKind, Name, Sentence } from "../../model/index.ts";
import { textSpan } from "../../text/spans.ts";
import { surfaceOf, type Token } from "../surface.ts";
import type { Found, Line } from "./found.ts";
import { type Gazetteer, gazetteerOf, knownAt } from "./gazetteer.ts";
import { institutionAt } from "./institutions.ts";
import { outletAt } from "./outlets.ts";
import { settlePolities } from "./polities.ts";
import { foldName } from "./same.ts";
import { isLinked, isRole, type Range, titleAfter, titleBefore } from "./titles.ts";

/**
 * The proper names of a text, in order, none inside another: lists first, then capitals and what stands around them,
 * then the document itself (a surname stands for the full name, a word seen in lower case elsewhere is no name).
 * Tags are a hint, never a condition. Linear in the length of the text.
 */
export function findNames(sentences: readonly Sentence[], text: string, language: Language): Name[] {
  const gazetteer = gazetteerOf(language);
  const lower = new Set<string>();
  const lines: Line[] = sentences.map((sentence) => {
    const tokens = surfaceOf(text, sentence, gazetteer.options);
    const words = tokens.filter((token) => token.kind === "word" && token.text.length > 1);
    for (const token of words) if (!token.capital) lower.add(token.key);
    const capitals = words.filter((token) => token.capital).length;
    return { sentence, tokens, shouting: words.length > 7 && capitals > 0.75 * words.length, found: [] };
  });
  for (const line of lines) line.found = candidates(line, gazetteer, lower);
  settleBySurname(lines);
  settleByBody(lines);
  settlePolities(lines, gazetteer);
  return lines.flatMap((line) => line.found.map((found) => nameOf(line, found, text, gazetteer)));
}

function candidates({ tokens, shouting }: Line, gazetteer: Gazetteer, lower: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") {
      at++;
      continue;
    }
    const institution = institutionAt(tokens, at, gazetteer);
    if (institution !== null) {
      found.push({ from: at, to: institution.to, kind: "organization", entity: institution.entity, sure: true });
      at = institution.to;
      continue;
    }
    const known = knownAt(gazetteer.known, tokens, at);
    const outlet = shouting ? null : outletAt(tokens, at, gazetteer);
    if (outlet !== null && (known === null || known.tokens.length < outlet - at || known.kind === "outlet")) {
      const entity = known !== null && known.tokens.length === outlet - at ? known.entity : null;
      found.push({ from: at, to: outlet, kind: "outlet", entity, sure: true });
      at = outlet;
      continue;
    }
    const run = token.capital && !shouting ? runAt(tokens, at, gazetteer, lower) : null;
    if (known !== null && (run === null || !outgrown(tokens, at, known.tokens.length, run, gazetteer))) {
      if (token.capital || known.kind !== "outlet") {
        found.push({ from: at, to: at + known.tokens.length, kind: known.kind, entity: known.entity, sure: true });
        at += known.tokens.length;
        continue;
      }
    }
    const nationality = gazetteer.demonyms.get(token.plain);
    if (nationality !== undefined && !(run !== null && run > at + 1 && isGiven(token, gazetteer))) {
      found.push({ from: at, to: at + 1, kind: "nationality", entity: nationality, sure: true });
      at++;
      continue;
    }
    if (run === null || run <= at) {
      at++;
      continue;
    }
    const name = classify(tokens, at, run, gazetteer, lower);
    if (name !== null) found.push(name);
    at = name === null ? at + 1 : Math.max(name.to, at + 1);
  }
  return found;
}

const isGiven = (token: Token | undefined, gazetteer: Gazetteer) =>
  token !== undefined && gazetteer.given.has(token.plain);

/** A known name is part of a longer unknown one: `Jordan Bardella`, `Paris Hilton`, `Georgia Meloni` — a given name with more capitals. */
function outgrown(tokens: readonly Token[], at: number, length: number, run: number, gazetteer: Gazetteer): boolean {
  if (run <= at + length) return false;
  const next = tokens[at + length];
  if (next === undefined || !next.capital) return false;
  // `L'opposante Sofia Merin`: behind a role a city is a given name where another capital follows.
  if (length === 1 && (isGiven(tokens[at], gazetteer) || isRole(tokens[at - 1], gazetteer)))
    return knownAt(gazetteer.known, tokens, at + 1) === null;
  return gazetteer.sets.organisationWords.has(next.text) && length === 1;
}

/** `Saudi-led`, `Pakistan-based`: adjectives, whatever their capital. */
const compound = /-(?:led|based|backed|style|made|born|era|wide|held|occupied|controlled|aligned|linked|friendly)$/;

/** End of the run of capitalised words that starts at `at`; null when the word there can be no name. */
function runAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer, lower: ReadonlySet<string>): number | null {
  const { notNames, particles, links, organisationWords, address } = gazetteer.sets;
  const first = tokens[at];
  if (first === undefined || notNames.has(first.key) || address.has(first.key)) return null;
  if (first.text.endsWith("'") || first.text.endsWith("’")) return null;
  if (first.text.length === 1 && tokens[at + 1]?.text !== ".") return null;
  if (compound.test(first.key)) return null;
  const initial = at === 0 || /^[.!?:«“"‘–—•*|\-(]$/.test(tokens[at - 1]?.text ?? "") || first.newline;
  const following = tokens[at + 1];
  if (initial && lower.has(first.key) && !(following?.capital && isGiven(first, gazetteer))) return null;
  if (initial && !following?.capital && !isGiven(first, gazetteer) && first.upos !== null && first.upos !== "PROPN") {
    if (first.upos !== "NOUN" || !/\p{Lu}/u.test(first.text.slice(1))) return null;
  }
  const organisation = organisationWords.has(first.text);
  let end = at + 1;
  for (;;) {
    const token = tokens[end];
    if (token === undefined || token.newline) break;
    if (
      token.kind === "word" &&
      token.capital &&
      token.text.length > 1 &&
      !(notNames.has(token.key) && !organisation)
    ) {
      end++;
      continue;
    }
    if (token.capital && token.text.length === 1 && (tokens[end + 1]?.text === "." || tokens[end + 1]?.capital)) {
      end += tokens[end + 1]?.text === "." && tokens[end + 2]?.capital ? 2 : 1;
      continue;
    }
    if (token.text === "." && token.glued && end === at + 1 && first.text.length <= 2 && tokens[end + 1]?.capital) {
      end++;
      continue;
    }
    if (token.text === "&" && tokens[end + 1]?.capital) {
      end += 2;
      continue;
    }
    if (token.capital && particles.has(token.key) && tokens[end + 1]?.capital && isGiven(first, gazetteer)) {
      end += 2;
      continue;
    }
    const bridge = organisation ? links : particles;
    let ahead = end;
    while (ahead < end + 3 && bridge.has(tokens[ahead]?.key ?? "")) ahead++;
    const target = tokens[ahead];
    if (ahead > end && target?.capital && target.kind === "word" && !notNames.has(target.key)) {
      if (!organisation && (ahead - end > 2 || end - at > 2 || isRoleBridge(tokens, end, gazetteer))) break;
      end = ahead + 1;
      continue;
    }
    break;
  }
  return end;
}

/** `Putin de Moscou`: a particle before a known place is a preposition, not part of the name. */
const isRoleBridge = (tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean =>
  knownAt(gazetteer.known, tokens, at + 1) !== null || tokens[at]?.key === "d'" || !isGiven(tokens[at - 1], gazetteer);

/** The kind of an unknown run of capitals, cut to where the name begins and ends. */
function classify(
  tokens: readonly Token[],
  start: number,
  end: number,
  gazetteer: Gazetteer,
  lower: ReadonlySet<string>,
): Found | null {
  const {
    organisationWords,
    organisationNouns,
    placeWords,
    address,
    placeHeads,
    placePrepositions,
    saying,
    sourcePrepositions,
  } = gazetteer.sets;
  let from = start;
  let to = end;
  while (from < to - 1 && from > start - 1 && isRole(tokens[from], gazetteer) && !isGiven(tokens[from], gazetteer))
    from++;
  const roleInside = lastRole(tokens, from, to, gazetteer);
  if (roleInside >= 0 && roleInside + 1 < to) from = roleInside + 1;
  // `le secrétaire à la Défense Paul Merin`: the name begins behind what the role is for.
  const ofLike = /^(?:of|for|de|d'|du|des|à|aux?)$/;
  const bare = ofLike.test(tokens[from - 1]?.key ?? "");
  const link = !bare && gazetteer.sets.determiners.has(tokens[from - 1]?.key ?? "") ? from - 2 : from - 1;
  const owner = ofLike.test(tokens[link]?.key ?? "") && isRole(tokens[link - 1], gazetteer);
  const given = owner ? tokens.slice(from, to).findIndex((token) => isGiven(token, gazetteer)) : -1;
  if (given > 0 && from + given + 1 < to) from += given;
  const inner = innerKnown(tokens, from + 1, to, gazetteer);
  if (inner > from) to = inner;
  const words = tokens.slice(from, to);
  const head = words[0];
  if (head === undefined) return null;
  const make = (kind: MentionKind, sure: boolean): Found => ({ from, to, kind, entity: null, sure });
  if (words.some((token) => organisationWords.has(token.text)) && (words.length > 1 || /^\p{Lu}+$/u.test(head.text)))
    return make("organization", true);
  if (isRole(words.at(-1), gazetteer) && !words.some((token) => isGiven(token, gazetteer))) return null;
  if (words.length === 1 && (organisationWords.has(head.text) || lower.has(head.key)) && !isGiven(head, gazetteer)) {
    if (!address.has(tokens[from - 1]?.key ?? "")) return null;
  }
  if (words.length === 1 && (gazetteer.domains.has(head.text) || /^[IVX]+e$/.test(head.text))) return null;
  const before = tokens[from - 1];
  const previous = before?.text === "." ? tokens[from - 2] : before;
  if (isGiven(head, gazetteer) && (words.length > 1 || to === tokens.length || !tokens[to]?.capital))
    return make("person", words.length > 1);
  if (previous !== undefined && (address.has(previous.key) || isRole(previous, gazetteer))) return make("person", true);
  // `Port-Aubry`, `Mont-Verel`
  if (words.length === 1 && head.text.includes("-") && placeWords.has(head.text.split("-", 1)[0] ?? ""))
    return make("place", true);
  // `la société Orvanne`, `le groupe Merlin`: behind the noun of a body its name.
  if (organisationNouns.has(previous?.key ?? "") && !isGiven(head, gazetteer)) return make("organization", true);
  if (words.length > 1 && words.some((token) => placeWords.has(token.text))) return make("place", true);
  if (words.some((token) => /\d/.test(token.text))) return make("other", true);
  if (words.length > 1 && words.every((token) => lower.has(token.key))) return null;
  if (/^\p{Lu}{2,}$/u.test(head.text) && words.length === 1)
    return /^[IVXLCDM]+$/.test(head.text) ? null : make("organization", false);
  if (
    previous !== undefined &&
    placeHeads.has(tokens[from - 2]?.key ?? "") &&
    /^(?:de|d'|du|of|la)$/.test(previous.key)
  )
    return make("place", true);
  if (placeHeads.has(previous?.key ?? "") || placeHeads.has(tokens[to]?.key ?? "")) return make("place", true);
  const linked = isLinked(tokens, from, gazetteer);
  if (/^(?:de|d'|of)$/.test(previous?.key ?? "") && isRole(tokens[from - 2], gazetteer)) return make("place", false);
  if (words.length === 1 && head.upos === "ADJ") return make("other", true);
  if (!linked && titleBefore(tokens, from, gazetteer, 0) !== null) return make("person", words.length > 1);
  const after = tokens[to];
  const next = after?.text === "," ? tokens[to + 1] : after;
  const says = [after, tokens[to + 1], tokens[to + 2], before].some((token) => saying.has(token?.key ?? ""));
  if (placePrepositions.has(previous?.key ?? "")) return make("place", false);
  if (says || sourcePrepositions.has(previous?.key ?? "")) return make("person", words.length > 1);
  if (words.length > 1 && after?.text === "," && next !== undefined && titleAfter(tokens, to, gazetteer) !== null)
    return make("person", true);
  const tagged = words.every((token) => token.upos === null || token.upos === "PROPN");
  if ((words.length === 2 || words.length === 3) && tagged) return make("person", false);
  if (words.length === 1 && actsAlone(head, tokens[from - 1], gazetteer)) return make("person", false);
  return make("other", false);
}

/** A single unknown name without article that does something is most often a surname: `Merlo a cédé`, not `le Merlo a coulé`. */
function actsAlone({ word, text }: Token, before: Token | undefined, gazetteer: Gazetteer): boolean {
  if (word === null || word.upos !== "PROPN" || !word.deprel.startsWith("nsubj")) return false;
  return !/\p{Lu}/u.test(text.slice(1)) && !gazetteer.sets.determiners.has(before?.key ?? "");
}

/** Where a role stands in a run (`Foreign Minister Sergey Lavrov`), its last token; -1 for none. */
function lastRole(tokens: readonly Token[], from: number, to: number, gazetteer: Gazetteer): number {
  for (let i = to - 2; i >= from; i--) {
    const token = tokens[i];
    if (token !== undefined && isRole(token, gazetteer) && !isGiven(token, gazetteer)) return i;
  }
  return -1;
}

/** A run ends where a listed name of a place or state begins after a person (`Zelensky Ukraine`). */
function innerKnown(tokens: readonly Token[], from: number, to: number, gazetteer: Gazetteer): number {
  for (let i = from; i < to; i++) {
    const known = knownAt(gazetteer.known, tokens, i);
    if (known !== null && (known.kind === "state" || known.kind === "outlet") && known.tokens.length > 0) {
      if (tokens.slice(from - 1, to).some((token) => gazetteer.sets.organisationWords.has(token.text))) return -1;
      return i;
    }
  }
  return -1;
}

/** A single unknown word that is the surname of a person named in full anywhere in the document is that person. */
function settleBySurname(lines: readonly Line[]): void {
  const surnames = new Set<string>();
  for (const { found, tokens } of lines)
    for (const name of found)
      if (name.kind === "person" && name.to - name.from > 1) surnames.add(foldName(tokens[name.to - 1]?.text ?? ""));
  for (const { found, tokens } of lines)
    for (const name of found)
      if (!name.sure && name.to - name.from === 1 && surnames.has(foldName(tokens[name.from]?.text ?? "")))
        name.kind = "person";
}

/** A single word that some place of the document shows to name a body (`l'usine Sarnel`) is no surname elsewhere. */
function settleByBody(lines: readonly Line[]): void {
  const wordOf = ({ tokens }: Line, { from, to }: Found): string =>
    to - from === 1 ? foldName(tokens[from]?.text ?? "") : "";
  const bodies = new Set<string>();
  const people = new Set<string>();
  for (const line of lines)
    for (const name of line.found) {
      if (name.sure && name.kind === "organization") bodies.add(wordOf(line, name));
      if (name.kind === "person" && (name.sure || name.to - name.from > 1))
        people.add(foldName(line.tokens[name.to - 1]?.text ?? ""));
    }
  for (const line of lines)
    for (const name of line.found) {
      const word = wordOf(line, name);
      if (word !== "" && !name.sure && name.kind === "person" && bodies.has(word) && !people.has(word))
        name.kind = "organization";
    }
}

function nameOf({ sentence, tokens, found }: Line, name: Found, text: string, gazetteer: Gazetteer): Name {
  const first = tokens[name.from];
  const last = tokens[name.to - 1];
  const span = { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end };
  const title = name.kind === "person" ? titleOf(tokens, name, found, gazetteer) : null;
  const [from, to] = title ?? [0, 0];
  const titleStart = tokens[from]?.start;
  const titleEnd = tokens[to - 1]?.end;
  return {
    ...textSpan(text, span),
    kind: name.kind,
    sentence: sentence.index,
    word: headOf(tokens.slice(name.from, name.to), span),
    entity: name.entity,
    title:
      title === null || titleStart === undefined || titleEnd === undefined
        ? null
        : textSpan(text, { start: titleStart, end: titleEnd }),
  };
}

function titleOf(tokens: readonly Token[], name: Found, found: readonly Found[], gazetteer: Gazetteer): Range | null {
  const earlier = found.filter((other) => other.to <= name.from && other.kind === "person").at(-1)?.to ?? 0;
  return titleBefore(tokens, name.from, gazetteer, earlier) ?? titleAfter(tokens, name.to, gazetteer);
}

/** The word of the name whose head lies outside it; its first where the sentence has no tree. */
function headOf(tokens: readonly Token[], span: { start: number; end: number }): number {
  for (const { word } of tokens) {
    if (word === null) continue;
    const inside = tokens.some((other) => other.word?.index === word.head);
    if (!inside && word.start >= span.start) return word.index;
  }
  return tokens[0]?.word?.index ?? 0;
}
