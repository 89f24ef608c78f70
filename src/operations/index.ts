export { listActors } from "./actors.ts";
export { type AddEvent, type Added, addInputs, alignNow, keepInputs } from "./add.ts";
export { backupLedger, exportLedger, type Imported, importInto, restoreLedger } from "./carry.ts";
export { listClaims } from "./claims.ts";
export {
  type Deciding,
  type DecisionFilter,
  type DecisionRequest,
  decide,
  decisionRequest,
  findDecision,
  type ListedDecision,
  listDecisions,
} from "./decisions/index.ts";
export { listDocuments } from "./documents.ts";
export { type DossierData, dossierData } from "./dossier.ts";
export { listFigures } from "./figures.ts";
export { type GoldFile, goldOf } from "./gold.ts";
export { openToAdd, openToAsk, openToChange } from "./ledger.ts";
export { type ClaimOrigins, listOrigins } from "./origins.ts";
export { type ParseOptions, parseInputs } from "./parse.ts";
export { type ReadOptions, type ReadResult, readInputs } from "./read.ts";
export { type RereadEvent, rereadLedger } from "./reread.ts";
export { listStories } from "./stories.ts";
export { listTimeline, type Moment } from "./timeline.ts";
export { type Fault, openToVerify, type Verified, verifyLedger } from "./verify.ts";
