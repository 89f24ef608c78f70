export { decide, type Previewed, previewDecision } from "./decide.ts";
export { type DecisionFilter, findDecision, type ListedDecision, listDecisions } from "./list.ts";
export { type Deciding, type DecisionRequest, decisionRequest } from "./request.ts";
export { type ActorSettings, actorSettings, type SetActor, withSettings, withSides } from "./settings.ts";
