export { type AlignedParts, align, type Kept } from "./align.ts";
export { apartness, comparison } from "./figures/compare.ts";
export type { Growing, Grown, GrownClaim, GrownStory } from "./growth.ts";
export { keysOf } from "./keys.ts";
export { propositionsOf } from "./propositions/index.ts";
export { type Touched, touchedBy } from "./touched.ts";
