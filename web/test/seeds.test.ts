import { aDay } from "./day.ts";
import { everyPage } from "./every-page.ts";
import { noSeeds, seeds } from "./harness.ts";

if (seeds === undefined) console.warn(noSeeds);
const skipped = seeds === undefined ? noSeeds : null;

for (const language of ["fr", "en"] as const) aDay("the seeds", () => [seeds ?? ""], language, skipped);
everyPage("the seeds", () => [seeds ?? ""], skipped);
