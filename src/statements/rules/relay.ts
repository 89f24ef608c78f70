import type { Source } from "../attribution.ts";
import type { Draft } from "../draft.ts";
import type { Reader } from "../reader.ts";
import { phraseSource, speaks } from "../sources.ts";
import { childrenBy, type Tree } from "../tree.ts";

/** What `citant` or `citing` names, when it can speak. */
function citedAfter(reader: Reader, tree: Tree, at: number): Source | null {
  const object = childrenBy(tree, at, "obj").find(({ index }) => index > at);
  const head =
    object?.index ?? tree.words.slice(at + 1, at + 7).find(({ upos }) => upos === "NOUN" || upos === "PROPN")?.index;
  if (head === undefined || !speaks(reader, tree, head)) return null;
  return phraseSource(tree, head);
}

/**
 * A source that another one relays: `Le quotidien a rapporté, citant un adjoint, que le port sera vendu.`
 *
 * ==> the statement is the deputy's, and the paper carries it: chain paper > deputy
 * Not: `citant un manque de moyens` (a reason, nobody who speaks).
 *
 * Chains are not in the relations of Radar de Parité, GenderGapTracker or Citron.
 */
export function relayed(reader: Reader, drafts: readonly Draft[]): Draft[] {
  const relays = reader.frameList.filter(({ kind }) => kind === "relay").map(({ words }) => words[0] ?? "");
  if (relays.length === 0) return [...drafts];
  const result = [...drafts];
  for (const tree of reader.trees) {
    for (const word of tree.words) {
      if (!relays.includes(word.form.toLowerCase())) continue;
      const cited = citedAfter(reader, tree, word.index);
      if (cited === null || cited.kind !== "phrase") continue;
      // The relayed attribution: the nearest cue of speech before `citant` in the sentence.
      let best = -1;
      for (const [index, draft] of result.entries()) {
        const at = draft.cue.head;
        if (
          at === null ||
          at.sentence !== tree.sentence.index ||
          draft.cue.kind !== "verb" ||
          draft.cue.entry?.class === "intention"
        )
          continue;
        const between =
          draft.source.kind === "phrase" &&
          draft.source.span.end <= word.start &&
          word.end <= (draft.cue.span?.start ?? 0);
        if (
          at.word > word.index &&
          !between &&
          !(draft.content[0] !== undefined && draft.content[0].start < word.start)
        )
          continue;
        if (
          draft.cue.lemma === word.lemma.toLowerCase() ||
          draft.source.kind !== "phrase" ||
          draft.cue.entry?.class !== "speech"
        )
          continue;
        const inside = draft.content.some(({ start, end }) => start <= word.start && word.end <= end);
        if (inside) continue;
        if (best < 0 || (draft.cue.span?.start ?? 0) > (result[best]?.cue.span?.start ?? 0)) best = index;
      }
      const found = result[best];
      if (found === undefined) continue;
      const cue = {
        ...found.cue,
        span: { start: word.start, end: word.end },
        head: { sentence: tree.sentence.index, word: word.index },
      };
      result[best] = {
        ...found,
        rule: "statements/rules/relay",
        reason: `« ${word.form} » names whom the report rests on.`,
        source: cited,
        carriers: [...found.carriers, found.source],
        cue,
        evidence: [cited.span, cue.span],
      };
      for (let index = result.length - 1; index >= 0; index--) {
        const other = result[index];
        if (
          other !== undefined &&
          index !== best &&
          other.cue.head?.sentence === tree.sentence.index &&
          other.cue.head.word === word.index
        )
          result.splice(index, 1);
      }
    }
  }
  return result;
}
