import { type Claim, isFirm } from "../src/model/index.ts";
import { percent, type Scores } from "./suite.ts";

/**
 * What is given up for bounds that hold: the upper bound of affirming origins less the lower one, the mean of all claims of
 * several positions, and which part of their positions lower bounds don't count on. Wide bounds hold whatever is true.
 */
export function widthsOf(claims: readonly Pick<Claim, "positions" | "origins">[]): Scores {
  const several = claims.filter(({ positions }) => positions.length > 1);
  const width = several.reduce((sum, { origins }) => sum + origins.affirm.upper - origins.affirm.lower, 0);
  const positions = several.flatMap((claim) => claim.positions);
  return {
    "width of bounds": Math.round((100 * width) / Math.max(1, several.length)) / 100,
    "not counted on": percent(positions.filter((position) => !isFirm(position)).length, positions.length),
  };
}
