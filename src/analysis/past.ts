import type { Word } from "../model/index.ts";

/** Words in front of the verb that make up a subject. */
const subject = /^(?:NOUN|PROPN|DET|ADJ|NUM)$/;

/**
 * A past tense that looks like a participle and was taken for one, in a sentence that has no other verb:
 * `Corvex dumped mercury in the river.` · `Vandals smashed windows.` Not so: `State owned mines`, where no full stop tells a
 * sentence from a heading; `The dumped mercury spread.`, which has its verb.
 */
export function withPast(words: readonly Word[], lemmaOf: (form: string) => string): readonly Word[] {
  if (words.at(-1)?.form !== "." || words.some(({ feats, upos }) => feats.VerbForm === "Fin" || upos === "AUX"))
    return words;
  const at = words.findIndex(({ upos, feats, form }) =>
    upos === "VERB" ? feats.VerbForm === "Part" && feats.Tense === "Past" : upos === "ADJ" && /(?:ed|nt)$/.test(form),
  );
  const verb = words[at];
  const object = words[verb?.head ?? -1];
  if (verb === undefined || object === undefined || at === 0 || object.index <= at || verb.deprel !== "amod")
    return words;
  const front = words.slice(0, at);
  const top = front.at(-1);
  const root = words.find(({ head }) => head < 0);
  if (root !== object && root !== top) return words;
  if (!front.every(({ upos }) => subject.test(upos)) || !/^(?:NOUN|PROPN)$/.test(top?.upos ?? "")) return words;
  // `The dumped mercury`, `Corvex dumped the mercury`: a determiner of the object stands behind the verb.
  if (front.some(({ upos, head }) => upos === "DET" && head === object.index)) return words;
  return words.map((word) => {
    if (word.index === at)
      return {
        ...word,
        upos: "VERB",
        lemma: lemmaOf(word.form),
        feats: { Mood: "Ind", Tense: "Past", VerbForm: "Fin" },
        head: -1,
        deprel: "root",
      };
    if (word === top) return { ...word, head: at, deprel: "nsubj" };
    if (word === object) return { ...word, head: at, deprel: "obj" };
    if (word.index < at) return word.head >= at || word.head < 0 ? { ...word, head: at - 1, deprel: "compound" } : word;
    if (word.head === top?.index || word.head < 0 || word.head === at) return { ...word, head: at };
    // `Mercury was dumped in the river`, `dumped mercury in the river`: where goes with the deed.
    return word.head === object.index && word.index > object.index && (word.upos === "PUNCT" || word.deprel === "nmod")
      ? { ...word, head: at, deprel: word.upos === "PUNCT" ? "punct" : "obl" }
      : word;
  });
}
