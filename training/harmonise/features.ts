import type { ConlluSentence } from "../../src/analysis/conllu.ts";
import { type Draft, type Rule, universal } from "./tree.ts";

/** Features whose use differs between treebanks though the words are the same. */
const compared = ["Gender", "Number", "Person", "PronType", "Polarity", "Reflex"];
const LEAST = 4;

/**
 * Gives words the features that the same word with the same tag has in other treebanks, where it always has the same:
 *
 *   les élus   `les` has Gender=Masc in PUD, none in Sequoia and GSD
 *
 * Nouns and adjectives that they do not have take gender and number of the lexicon, where it knows one reading: the
 * spoken treebanks leave them out. Not so where a word has now this, now that (`la Libye`, `le leader`): it keeps what it has.
 */
export function featuresLike(
  reference: readonly ConlluSentence[],
  lexicon: ReadonlyMap<string, { gender: string; number: string }>,
): Rule {
  const seen = new Map<string, Map<string, number>>();
  const keyOf = (word: { form: string; upos: string }) => `${word.upos} ${word.form.toLowerCase()}`;
  const valuesOf = (word: { feats: Readonly<Record<string, string>> }) =>
    compared.map((name) => word.feats[name] ?? "").join("|");
  for (const { words } of reference)
    for (const word of words) {
      const key = keyOf(word);
      const row = seen.get(key) ?? new Map<string, number>();
      seen.set(key, row);
      row.set(valuesOf(word), (row.get(valuesOf(word)) ?? 0) + 1);
    }
  const settled = new Map<string, string>();
  for (const [key, row] of seen) {
    const total = [...row.values()].reduce((a, b) => a + b, 0);
    for (const [values, count] of row) if (total >= LEAST && count >= 0.95 * total) settled.set(key, values);
  }
  return (words) => {
    for (const word of words) {
      const values = settled.get(keyOf(word))?.split("|");
      const known = lexicon.get(keyOf(word));
      if (values !== undefined) give(word, values);
      else if (known !== undefined && !seen.has(keyOf(word)))
        give(word, [known.gender, known.number, ...compared.slice(2).map((name) => word.feats[name] ?? "")]);
    }
  };
}

function give(word: Draft, values: readonly string[]): void {
  const feats: Record<string, string> = {};
  for (const [name, value] of Object.entries(word.feats)) if (!compared.includes(name)) feats[name] = value;
  compared.forEach((name, i) => {
    const value = values[i] ?? "";
    if (value !== "") feats[name] = value;
  });
  word.feats = feats;
}

/** Names have neither gender nor number where the other treebanks know none of them (`Orval`). */
export const plainNames: Rule = (words) => {
  for (const word of words) {
    if (word.upos !== "PROPN") continue;
    const { Gender: _gender, Number: _number, ...feats } = word.feats;
    word.feats = feats;
  }
};

/** Le pont a été fermé: the participle behind `être` in the passive has Voice=Pass. Not so: Il est venu. */
export const passives: Rule = (words) => {
  words.forEach((word) => {
    const head = words[word.head];
    if (word.deprel === "aux:pass" && head?.feats.VerbForm === "Part") head.feats = { ...head.feats, Voice: "Pass" };
  });
  for (const word of words)
    if (
      word.upos === "VERB" &&
      word.feats.Tense === "Past" &&
      universal(word) === "acl" &&
      word.feats.VerbForm === "Part"
    )
      word.feats = { ...word.feats, Voice: "Pass" };
};
