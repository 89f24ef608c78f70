/**
 * Statements of the seed articles against the French gold, as `selon eval` measures them.
 * `node eval/statements.ts` prints each article's figures.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { aliasesOf, countStatements, readJsonGold, statementScores } from "../src/operations/evaluate/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { reliabilityScores } from "./reliability.ts";
import type { Scores, Suite } from "./suite.ts";

/** The gold files tell agencies whose dispatches they reproduce only in their guidelines. */
const dispatches = ["Bloomberg"];

function counted(data: string) {
  const aliases = aliasesOf(JSON.parse(readFileSync(join(data, "gold/speakers.json"), "utf8")));
  if (aliases === null) throw new Error("gold/speakers.json is no list of speakers");
  return readdirSync(join(data, "gold"))
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()
    .map((name) => {
      const file = join(data, "seeds", name.replace(/json$/, "txt"));
      const reading = readCapture(captureBytes(readFileSync(file), { uri: file }));
      const { gold, problems } = readJsonGold(readFileSync(join(data, "gold", name), "utf8"), reading.document.text);
      if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
      return { name, ...countStatements({ ...gold, dispatches }, reading, aliases) };
    });
}

export const suite: Suite = {
  needs: ["seeds", "gold/speakers.json"],
  async measure(data): Promise<Scores> {
    const each = counted(data);
    const all = statementScores(each.map(({ counts }) => counts));
    return {
      "overlap P": all.overlap.p ?? 0,
      "overlap R": all.overlap.r ?? 0,
      "overlap F": all.overlap.f ?? 0,
      "tight F": all.tight.f ?? 0,
      "outer R": all.outer ?? 0,
      speaker: all.speaker ?? 0,
      chain: all.chain ?? 0,
      act: all.act ?? 0,
      factuality: all.factuality ?? 0,
      collapsed: all.collapsed ?? 0,
      figures: all.figures.f ?? 0,
      "by confidence": reliabilityScores(each.flatMap(({ judged }) => judged)),
    };
  },
};

if (import.meta.main) {
  const each = counted(resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared"));
  for (const { name, counts } of each) console.log(name, statementScores([counts]));
  console.log("all", statementScores(each.map(({ counts }) => counts)));
}
