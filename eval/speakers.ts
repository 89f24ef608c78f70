import { reliability } from "../src/statements/speakers/confidence.ts";
import { casesOf, judge, type Verdict } from "../test/speakers/cases.ts";
import { percent, type Scores, type Suite } from "./suite.ts";

const keys = ["speaker", "chain", "for", "anonymous", "kind", "act", "factuality"] as const;

function scoresOf(verdicts: readonly Verdict[]): Scores {
  const found = verdicts.filter((verdict) => verdict.found !== null);
  const judged = found.flatMap((verdict) => verdict.judged);
  const byKey: Record<string, Scores> = {};
  for (const key of keys) {
    const own = judged.filter((one) => one.key === key);
    if (own.length > 0)
      byKey[key] = { cases: own.length, right: percent(own.filter(({ right }) => right).length, own.length) };
  }
  return { cases: verdicts.length, found: percent(found.length, verdicts.length), ...byKey };
}

/** Our own cases: who speaks, through whom, what act, how firmly; and whether confidence keeps its word. */
export const suite: Suite = {
  needs: [],
  async measure() {
    const scores: Record<string, Scores> = {};
    const all: Verdict[] = [];
    for (const language of ["fr", "en"])
      for (const name of ["speakers", "factuality"]) {
        const verdicts = casesOf(language, name).flatMap(judge);
        all.push(...verdicts);
        scores[`${language} ${name}`] = scoresOf(verdicts);
      }
    const table = reliability(
      all.flatMap(({ found, judged }) =>
        found
          ? [{ confidence: found.confidence, right: judged.every(({ key, right }) => key !== "speaker" || right) }]
          : [],
      ),
    );
    const bands: Record<string, Scores> = {};
    for (const { from, to, count, expected, right } of table)
      bands[`${from.toFixed(1)}-${to.toFixed(1)}`] = { count, said: percent(expected, 1), right: percent(right, 1) };
    return { ...scores, reliability: bands };
  },
};
