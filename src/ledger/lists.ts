export { actorIds, actorsOf, actorsPage, type KeptActor } from "./actors.ts";
export { documentsOf, documentsPage, type KeptDocument } from "./documents.ts";
