export { type Evidence, findQuestion, listQuestions, type Question } from "./questions.ts";
export { type Rated, type Rating, type Score, scoresOf, type Weighed, weightsOf } from "./score.ts";
