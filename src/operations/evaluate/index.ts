export { type AttributionScores, attributionScores, countAttributions } from "./attributions.ts";
export { type EvaluateOptions, type Evaluation, evaluate, type Refused } from "./evaluate.ts";
export type { Gold, GoldProblem, GoldProblemCode } from "./gold.ts";
export { type Aliases, aliasesOf } from "./names.ts";
export { readBrat } from "./read-brat.ts";
export { readJsonGold } from "./read-json.ts";
export { readAliases } from "./speakers-file.ts";
export { countStatements, type Judged, type StatementScores, statementScores } from "./statements.ts";
