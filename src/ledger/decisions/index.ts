export { anchorOf, spanOf } from "./anchor.ts";
export { identitiesIn } from "./fold-actors.ts";
export { foldReading, type Propose } from "./fold-reading.ts";
export type { Orphan } from "./fold-statements.ts";
export { canonical, type Given, hashOf, idOf, lineAfter, noLine } from "./line.ts";
export { type Asked, appendDecision, decisionsIn, decisionWith, isUnfolded } from "./log.ts";
export { actorsNamed, idsBeginning, orphansAmong, shownReading, statementAt } from "./lookups.ts";
export { foldDecisions, machineReading, refold } from "./refold.ts";
export { conflicts, layerOf, standing } from "./standing.ts";
