import type { Span } from "../model/index.ts";
import type { Node } from "./node.ts";

/**
 * Propositions of a claim that only tell that somebody else says it: the cue and the content of another statement of the
 * same claim make up most of their words. Whoever tells that takes no stand of his own, and words that deny inside do not
 * deny here: `(il a dit) hier et a ajouté qu'il n'irait pas`, where `il n'irait pas` has a speaker of its own. Not: two
 * sentences that say the same, nor `La thèse de la vague, défendue par la compagnie, ne tient pas`, which says more.
 */
export function relaying(nodes: readonly Node[]): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const own of Map.groupBy(nodes, ({ reading }) => reading).values()) {
    if (own.length > 60) continue;
    for (const node of own) {
      const outer = node.proposition.evidence;
      const tells = own.some(({ statement, proposition }) => {
        if (statement === null || statement === node.statement || statement.cue === null) return false;
        // `Two players said they had been told that he would go`: who told them is not said, and they hold it for so.
        const heard = node.statement !== null && statement.parent === node.statement.id;
        if (heard && statement.speaker.id === "unnamed" && /\b(?:been|was|were|été)\b/iu.test(statement.cue.text))
          return false;
        // `Selon le Miroir, elle lui a conseillé de ne pas partir`: that she did is what the paper holds.
        if (statement.factuality === "UU") return false;
        // `Selon Ida Kroll, la banque prévoit de fermer`: what is planned is hers to tell.
        if (statement.because?.rule === "statements/rules/infinitive" && planned.has(statement.act)) return false;
        // A participle on a noun tells in passing.
        if (statement.because?.rule === "statements/rules/passive") return false;
        if (!holds(outer, proposition.evidence) || !holds(outer, statement.cue)) return false;
        // What says more than that says it itself: `Il a été renvoyé, et ce qu'il dit n'engage que lui`.
        const start = Math.min(proposition.evidence.start, statement.cue.start);
        const end = Math.max(proposition.evidence.end, statement.cue.end);
        return 2 * (end - start) >= outer.end - outer.start;
      });
      if (tells) found.add(node);
    }
  }
  return found;
}

const planned: ReadonlySet<string> = new Set(["suppose", "promise"]);

const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
