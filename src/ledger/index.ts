export { alignLedger, isStale } from "./aligned.ts";
export { type LedgerErrorCode, type LedgerErrorDetails, ledgerError, ledgerErrors } from "./error.ts";
export { hasDocument, keepDocument } from "./keep.ts";
export { type Ledger, openLedger } from "./ledger.ts";
export { actorIds, actorsOf, documentsOf, type KeptActor, type KeptDocument } from "./lists.ts";
export { capturedOf, readingsOf } from "./readings.ts";
export { foldName } from "./search.ts";
export { alignmentOf, claimsOf, type Filter, figureGroupsOf, storiesOf, storyIds } from "./views.ts";
