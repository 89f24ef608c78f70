/**
 * Statements of the seed articles against the French gold: `gold/score.mjs` scores what `readCapture` gives.
 * `node eval/statements.ts` prints its lines.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { readCapture } from "../src/pipeline.ts";
import type { Scores, Suite } from "./suite.ts";

function lines(data: string): string {
  const golds = readdirSync(join(data, "gold"))
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort();
  const readings = golds.map((name) => {
    const file = join(data, "seeds", name.replace(/json$/, "txt"));
    return JSON.stringify(readCapture(captureBytes(readFileSync(file), { uri: file })));
  });
  const scorer = join(data, "gold/score.mjs");
  return execFileSync(process.execPath, [scorer, "-", ...golds.map((name) => join(data, "gold", name))], {
    input: readings.join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
}

export const suite: Suite = {
  needs: ["seeds", "gold/score.mjs"],
  async measure(data): Promise<Scores> {
    const text =
      lines(data)
        .split("\n")
        .findLast((line) => line.startsWith("all")) ?? "";
    const figure = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
    return {
      "overlap P": figure(/overlap P *([\d.]+)/),
      "overlap R": figure(/overlap P *[\d.]+ R *([\d.]+)/),
      "overlap F": figure(/overlap P *[\d.]+ R *[\d.]+ F *([\d.]+)/),
      "tight F": figure(/tight F *([\d.]+)/),
      "outer R": figure(/outer R *([\d.]+)/),
      speaker: figure(/speaker *([\d.]+)/),
      chain: figure(/chain *([\d.]+)/),
      act: figure(/act *([\d.]+)/),
      factuality: figure(/factuality *([\d.]+)/),
      collapsed: figure(/collapsed *([\d.]+)/),
      figures: figure(/figures F *([\d.]+)/),
    };
  },
};

if (import.meta.main) console.log(lines(resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared")));
