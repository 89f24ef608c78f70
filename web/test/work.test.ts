import { aDay } from "./day.ts";
import { examples } from "./harness.ts";

const some = [
  `${examples}/01-depeche-agence-boreale.html`,
  `${examples}/02-gazette-reprise-creditee.md`,
  `${examples}/09-halder-post-tolls.md`,
];

for (const language of ["fr", "en"] as const) aDay("the examples", () => some, language, null);
