import type { Node } from "../node.ts";
import { timesConflict } from "../time.ts";
import { otherBound } from "./bound.ts";
import { otherCause } from "./cause.ts";
import { otherDeed } from "./deed.ts";
import { otherFigures } from "./figures.ts";
import { onlyGranted } from "./granted.ts";
import { otherHope } from "./hope.ts";
import { otherMarks } from "./marks.ts";
import { otherNations } from "./nations.ts";
import { opposites } from "./opposites.ts";
import { reversed } from "./reversed.ts";
import { otherStance } from "./stance.ts";

/** Why two propositions can't be one claim, whatever words they share. */
export type Conflict = {
  readonly why: string;
  /** It holds in an affair, too. There, the words of most answer one another: `elle est vivante`, `elle est morte`. */
  readonly everywhere: boolean;
};

type Rule = (a: Node, b: Node) => string | null;

const rules: readonly (readonly [rule: Rule, everywhere: boolean])[] = [
  [opposites, false],
  [otherBound, false],
  [otherCause, false],
  [reversed, true],
  [otherNations, true],
  [otherFigures, true],
  [otherTimes, true],
  [otherDeed, false],
  [otherMarks, false],
  [otherHope, true],
  [onlyGranted, false],
  [otherStance, false],
];

/** Why two propositions can't be one claim, or null. */
export function conflictOf(a: Node, b: Node): Conflict | null {
  for (const [rule, everywhere] of rules) {
    const why = rule(a, b);
    if (why !== null) return { why, everywhere };
  }
  return null;
}

function otherTimes(a: Node, b: Node): string | null {
  return timesConflict(a.proposition.times, b.proposition.times) ? "at other times" : null;
}
