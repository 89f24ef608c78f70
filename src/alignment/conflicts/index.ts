import type { Node } from "../node.ts";
import { timesConflict } from "../time.ts";
import { otherBound } from "./bound.ts";
import { otherCause } from "./cause.ts";
import { otherDeed } from "./deed.ts";
import { otherFigures } from "./figures.ts";
import { onlyGranted } from "./granted.ts";
import { otherMarks } from "./marks.ts";
import { otherNations } from "./nations.ts";
import { opposites } from "./opposites.ts";
import { reversed } from "./reversed.ts";
import { otherStance } from "./stance.ts";

/** A rule by which two propositions can't be one claim, whatever words they share: why, or null. */
type Rule = (a: Node, b: Node) => string | null;

const rules: readonly Rule[] = [
  opposites,
  otherBound,
  otherCause,
  reversed,
  otherNations,
  otherFigures,
  (a, b) => (timesConflict(a.proposition.times, b.proposition.times) ? "at other times" : null),
  otherDeed,
  otherMarks,
  onlyGranted,
  otherStance,
];

/** Why two propositions can't be one claim, or null. */
export function conflictOf(a: Node, b: Node): string | null {
  for (const rule of rules) {
    const conflict = rule(a, b);
    if (conflict !== null) return conflict;
  }
  return null;
}
