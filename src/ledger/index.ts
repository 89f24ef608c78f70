export { alignLedger, isStale, markPending, type Relate, realignLedger, type Told } from "./aligned.ts";
export { isUnfolded } from "./decisions/log.ts";
export { type LedgerErrorCode, type LedgerErrorDetails, ledgerError, ledgerErrors } from "./error.ts";
export { type Found, foundIn } from "./found.ts";
export { hasDocument, keepDocument } from "./keep.ts";
export { type Ledger, openLedger } from "./ledger.ts";
export {
  actorIds,
  actorsOf,
  actorsPage,
  documentsOf,
  documentsPage,
  type KeptActor,
  type KeptDocument,
} from "./lists.ts";
export type { Page, PageAsk } from "./page.ts";
export { parseQuery, type Query } from "./query.ts";
export { capturedOf, readingsOf } from "./readings.ts";
export { foldName } from "./search.ts";
export { actorsChanged, totalActors } from "./totals.ts";
export {
  alignmentOf,
  type ClaimFilter,
  claimsOf,
  claimsPage,
  countsOf,
  type Filter,
  figureGroupsOf,
  figureGroupsPage,
  storiesOf,
  storiesPage,
  storyIds,
} from "./views.ts";
