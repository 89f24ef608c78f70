import type { Attribution } from "../languages/attribution.ts";
import type { Word } from "../model/index.ts";
import { lower as lowerForm } from "../text/normal.ts";
import type { Tree } from "./tree.ts";

const lower = (word: Word | undefined) => lowerForm(word?.form);

/** A word of another class where a cue verb stands: before `que`, or right behind a quotation, in a form of one. */
export function inPlaceOfVerb(language: Attribution, tree: Tree, at: number): boolean {
  const form = lower(tree.words[at]);
  if (language.forms === undefined || !language.forms.has(form)) return false;
  // `Sully, dément avoir menti`: an infinitive that only a cue can bring.
  const next = tree.words[at + 1];
  if (next?.upos === "AUX" && next.feats.VerbForm === "Inf" && at > 0)
    return /^(NOUN|PROPN|PRON|PUNCT)$/.test(tree.words[at - 1]?.upos ?? "");
  if (language.that.has(lower(next)) && at > 0)
    return /^(NOUN|PROPN|PRON|ADV|PUNCT)$/.test(tree.words[at - 1]?.upos ?? "");
  const before = tree.words[at - 1];
  const behind =
    /[»”"]$/.test(before?.form ?? "") || (before?.form === "," && /[»”"]$/.test(tree.words[at - 2]?.form ?? ""));
  if (behind) return /^(DET|PROPN|NOUN|PRON)$/.test(tree.words[at + 1]?.upos ?? "");
  // `"Me too," the clerk chimed in.`: only the subject stands between.
  if (!/^(NOUN|PROPN|PRON)$/.test(before?.upos ?? "") || !/^(PUNCT|ADV|ADP)$/.test(tree.words[at + 1]?.upos ?? "PUNCT"))
    return false;
  for (let back = at - 1; back >= Math.max(1, at - 8); back--) {
    const word = tree.words[back];
    if (word?.upos === "VERB" || word?.upos === "AUX") return false;
    if (word?.upos === "PUNCT") return /^([”"]|'')$/.test(word.form) && tree.words[back - 1]?.form === ",";
  }
  return false;
}
