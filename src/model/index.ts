export type * from "./analysis.ts";
export { bounds } from "./analysis.ts";
export type * from "./claim.ts";
export { bearing, claimStatuses, isDoubtful, isFirm, likeliestFirst, positionKinds } from "./claim.ts";
export type * from "./decision.ts";
export {
  consistencies,
  credibilities,
  decisionKinds,
  reliabilities,
  targetKey,
  verdicts,
} from "./decision.ts";
export type * from "./document.ts";
export { documentName } from "./document.ts";
export type * from "./proposition.ts";
export type * from "./reading.ts";
export type { Span, TextSpan } from "./span.ts";
export type * from "./statement.ts";
export { actorKinds, acts, factualities, modes } from "./statement.ts";
