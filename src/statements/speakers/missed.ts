import type { Actors } from "../../languages/actors.ts";
import type { Analysis, Name, Sentence, Word } from "../../model/index.ts";
import { genderOfGivenName } from "./given.ts";
import { actorNounAt, isPersonal } from "./nouns.ts";
import { lower, namesIn } from "./words.ts";

/** Proper nouns in a row from `at`, without roles and forms of address at their head. */
function run(actors: Actors, words: readonly Word[], at: number): [first: number, end: number] {
  let end = at;
  while (end < words.length && words[end]?.upos === "PROPN" && /^\p{Lu}/u.test(words[end]?.form ?? "")) end++;
  let first = at;
  for (let index = at; index < end - 1; index++)
    if (isPersonal(actorNounAt(actors, words, index)) || actors.honorifics.has(lower(words[index]?.form ?? "")))
      first = index + 1;
  return [first, end];
}

/**
 * Names that the lists missed and the tree shows. Of persons: two or more proper nouns in a row behind a role or form of
 * address, or with a known first name. Adds nothing where names already stand.
 */
export function withMissedNames(analysis: Analysis, actors: Actors): Analysis {
  const missed: Name[] = [];
  const taken = new Set<number>();
  for (const { sentence, start, end } of analysis.names)
    for (const word of covered(analysis.sentences[sentence], start, end)) taken.add(word.start);
  for (const { words, index } of analysis.sentences)
    for (let at = 0; at < words.length; at++) {
      if (words[at]?.upos !== "PROPN") continue;
      const [first, end] = run(actors, words, at);
      const head = words[first];
      const last = words[end - 1];
      at = Math.max(at, end - 1);
      const addressed = actors.honorifics.has(lower(words[first - 1]?.form ?? ""));
      if (!head || !last || end - first < (addressed ? 1 : 2) || end - first > 4) continue;
      if (words.slice(first, end).some((word) => taken.has(word.start))) continue;
      const titled =
        first > 0 &&
        (isPersonal(actorNounAt(actors, words, first - 1)) ||
          actors.honorifics.has(lower(words[first - 1]?.form ?? "")));
      if (!titled && genderOfGivenName(head.form) === null) continue;
      const text = analysis.text.slice(head.start, last.end);
      missed.push({
        start: head.start,
        end: last.end,
        text,
        kind: "person",
        sentence: index,
        word: first,
        entity: null,
        title: null,
      });
    }
  const groups = analysis.sentences.flatMap((sentence) => groupsIn(analysis, actors, sentence));
  missed.push(...groups);
  const parts = new Set(groups.flatMap((group) => namesIn(analysis.names, group)));
  const names = analysis.names
    .filter((name) => !parts.has(name))
    // `la cheffe de l'État`: a common noun with a capital is nobody's name.
    .filter((name) => {
      if (name.kind !== "person" || name.entity !== null || !actors.nouns.has(lower(name.text))) return true;
      const before = analysis.sentences[name.sentence]?.words[name.word - 1];
      return !before || !actors.determiners.has(lower(before.form));
    })
    .map((name): Name => (isOutlet(actors, name) ? { ...name, kind: "outlet" } : name));
  return { ...analysis, names: [...names, ...missed].sort((a, b) => a.start - b.start) };
}

/**
 * Names of organisations that only their noun tells: `le collectif Eaux vives`, `l'association Sauvons la Rive`. Capital
 * words behind the noun, with the lower-case ones that stand between two of them and one adjective behind.
 */
function groupsIn(analysis: Analysis, actors: Actors, { words, index }: Sentence): Name[] {
  const found: Name[] = [];
  const capital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}\p{L}+$/u.test(word.form);
  for (let at = 1; at < words.length; at++) {
    const head = words[at];
    const noun = words[at - 1];
    if (!head || !noun || !capital(head) || !/^\p{Ll}/u.test(noun.form)) continue;
    const entry = actorNounAt(actors, words, at - 1);
    if (entry?.class !== "organization" && entry?.class !== "outlet") continue;
    let end = at + 1;
    for (let next = end; next < words.length && next < at + 6; next++) {
      const word = words[next];
      if (!word || word.upos === "PUNCT") break;
      if (capital(word)) end = next + 1;
      else if (!/^(?:ADP|DET|CCONJ|ADJ|NOUN)$/.test(word.upos)) break;
    }
    const after = words[end];
    if (end === at + 1 && after?.upos === "ADJ" && after.head >= at && after.head < end) end++;
    const last = words[end - 1];
    if (!last) continue;
    const span = { start: head.start, end: last.end };
    // A name that lists know, or that goes on behind, is no better for being cut.
    if (
      namesIn(analysis.names, span).some(
        (name) => name.entity !== null || name.end > last.end || name.kind === "outlet",
      )
    )
      continue;
    const text = analysis.text.slice(head.start, last.end);
    found.push({
      start: head.start,
      end: last.end,
      text,
      kind: entry.class === "outlet" ? "outlet" : "organization",
      sentence: index,
      word: at,
      entity: null,
      title: null,
    });
    at = end;
  }
  return found;
}

/** `Orvane Courier`, `Courrier d'Orvane` taken for a person. */
function isOutlet(actors: Actors, { kind, text, entity }: Name): boolean {
  if (kind !== "person" || entity !== null) return false;
  const parts = lower(text).split(/[\s']+/);
  return parts.length > 1 && (actors.outletWords.has(parts.at(-1) ?? "") || actors.outletWords.has(parts[0] ?? ""));
}

function covered(sentence: Sentence | undefined, start: number, end: number): Word[] {
  return sentence?.words.filter((word) => word.start < end && start < word.end) ?? [];
}
