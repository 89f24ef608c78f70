import { lower } from "../text/normal.ts";
import type { LocatedCue } from "./cues.ts";
import type { Reader } from "./reader.ts";
import type { Tree } from "./tree.ts";

/** Words between a comma and the cue that comments what stands before it. */
const REACH = 12;

/** Acts that take up what was reported before. */
export const takesUp = new Set(["deny", "confirm", "refuse", "doubt"]);

/**
 * Where a comment opens before this cue: the first word behind the comma of `, ce que`, `, une accusation que`,
 * `, information`, `, which`, `, a charge`; -1 where none opens.
 */
export function openerOf(reader: Reader, tree: Tree, cue: LocatedCue): number {
  for (let at = cue.first - 1; at >= Math.max(tree.body, cue.first - REACH); at--) {
    const word = tree.words[at];
    if (word === undefined || /^[.;:«»“”"]$/.test(word.form)) return -1;
    if (word.form !== "," && at > tree.body) continue;
    const first = word.form === "," ? at + 1 : at;
    const [one, two] = [0, 1].map((step) => lower(tree.words[first + step]?.form));
    if (one === "ce" && /^(que|qu'|dont)$/.test(two ?? "")) return word.form === "," ? first : -1;
    if (reader.language.bareThat && one === "which" && word.form === ",") return first;
    const noun = tree.words[first]?.upos === "DET" ? first + 1 : first;
    const lemma = lower(tree.words[noun]?.lemma);
    const reports = reader.language.nouns.byHead.has(lemma) || reader.language.anaphors.has(lemma);
    if (!reports || (tree.words[first]?.upos === "DET" && !/^(une?|des|an?|the)$/.test(one ?? ""))) continue;
    if (reader.language.bareThat && one === "the") continue;
    return first;
  }
  return -1;
}

/** Whether a comment by a cue further on opens at this word. */
export function opensComment(reader: Reader, tree: Tree, at: number): boolean {
  for (const cue of reader.cues[tree.sentence.index] ?? []) {
    if (cue.first > at + REACH) return false;
    if (cue.first > at && cue.kind === "verb" && takesUp.has(cue.match.entry.act) && openerOf(reader, tree, cue) === at)
      return true;
  }
  return false;
}
