export { type Evidence, findQuestion, listQuestions, type Question, sourceRatings } from "./questions.ts";
export { type Rated, type Rating, type Score, scoresOf, type Weighed, weightsOf } from "./score.ts";
