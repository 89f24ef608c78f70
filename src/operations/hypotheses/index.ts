export { type Evidence, findQuestion, listQuestions, type Question, questionsAbout } from "./questions.ts";
export {
  leastContradicted,
  type Rated,
  type Rating,
  type Score,
  scoresOf,
  sensitivityOf,
  type Weighed,
  weightsOf,
} from "./score.ts";
