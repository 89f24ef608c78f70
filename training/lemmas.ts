import { endingKey, LONGEST_ENDING, lemmaForm, scriptOf, wholeKey } from "../src/analysis/engine/lemmas.ts";
import type { Reading } from "./lexicon.ts";
import { packedWords } from "./perceptron.ts";
import type { Example } from "./treebank.ts";

type Learnt = { sections: Map<string, Uint8Array>; scripts: string[] };

/** Learns lemmas: endings decide, what they get wrong is kept word by word. Treebanks prevail over the lexicon. */
export function learnLemmas(
  examples: readonly Example[],
  readings: readonly Reading[],
  upos: readonly string[],
): Learnt {
  const votes = new Map<string, Map<string, number>>();
  const vote = (form: string, tag: string, lemma: string, weight: number) => {
    if (tag === "PUNCT" || tag === "SYM" || lemma === "_" || lemma === "") return;
    const key = `${tag}\t${lemmaForm(form, tag)}`;
    const script = scriptOf(lemmaForm(form, tag), lemma);
    let row = votes.get(key);
    if (row === undefined) {
      row = new Map();
      votes.set(key, row);
    }
    row.set(script, (row.get(script) ?? 0) + weight);
  };
  for (const { form, upos: tag, lemma } of readings) vote(form, tag, lemma, 1);
  for (const example of examples)
    example.forms.forEach((form, i) => {
      vote(form, example.tags[i]!.split("|")[0]!, example.lemmas[i]!, 2);
    });
  const words = [...votes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => {
      const [tag = "", form = ""] = key.split("\t");
      return { tag: upos.indexOf(tag), form, script: favourite(row) };
    });
  const scripts: string[] = [];
  const ids = new Map<string, number>();
  const idOf = (script: string) => {
    let id = ids.get(script);
    if (id === undefined) {
      id = scripts.length;
      ids.set(script, id);
      scripts.push(script);
    }
    return id;
  };
  const endings = new Map<number, Map<string, number>>();
  for (const { tag, form, script } of words)
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length); length++) {
      const key = endingKey(form, length, tag);
      let row = endings.get(key);
      if (row === undefined) {
        row = new Map();
        endings.set(key, row);
      }
      row.set(script, (row.get(script) ?? 0) + 1);
    }
  // An ending is kept when three words share it and it says something that the next shorter one does not.
  const kept = new Map<number, number>();
  for (let length = 0; length <= LONGEST_ENDING; length++)
    for (const { tag, form } of words) {
      if (length > form.length) continue;
      const key = endingKey(form, length, tag);
      const row = endings.get(key)!;
      if (kept.has(key) || (length > 0 && total(row) < 3)) continue;
      const script = favourite(row);
      if (length === 0 || shorter(kept, form, length, tag) !== idOf(script)) kept.set(key, idOf(script));
    }
  const whole = new Map<number, number>();
  for (const { tag, form, script } of words)
    if (shorter(kept, form, LONGEST_ENDING + 1, tag) !== idOf(script)) whole.set(wholeKey(form, tag), idOf(script));
  const sections = new Map<string, Uint8Array>();
  for (const [name, table] of [
    ["lemmas", whole],
    ["endings", kept],
  ] as const)
    for (const [part, bytes] of packedWords(table)) sections.set(`${name}.${part}`, bytes);
  return { sections, scripts };
}

const total = (row: ReadonlyMap<string, number>): number => [...row.values()].reduce((a, b) => a + b, 0);

function favourite(row: ReadonlyMap<string, number>): string {
  let [script, votes] = ["0|", -1];
  for (const [name, count] of row)
    if (count > votes || (count === votes && name < script)) [script, votes] = [name, count];
  return script;
}

function shorter(kept: ReadonlyMap<number, number>, form: string, below: number, tag: number): number {
  for (let length = Math.min(below - 1, form.length); length >= 0; length--) {
    const id = kept.get(endingKey(form, length, tag));
    if (id !== undefined) return id;
  }
  return -1;
}
