/**
 * Statements of PolNeAR's development articles (Newell et al. 2018) against its annotations, which are used to measure
 * and never to train: `gold/score-polnear.mjs` scores what `readCapture` gives. `node eval/polnear.ts [train]` prints
 * its line.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { readCapture } from "../src/pipeline.ts";
import type { Scores, Suite } from "./suite.ts";

function line(data: string, part: string): string {
  const folder = join(data, "data/polnear", part);
  const readings = readdirSync(join(folder, "text"))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => {
      const file = join(folder, "text", name);
      const { document, statements } = readCapture(captureBytes(readFileSync(file), { uri: file, language: "en" }));
      return JSON.stringify({ document, statements });
    });
  return execFileSync(process.execPath, [join(data, "gold/score-polnear.mjs"), "-", folder], {
    input: readings.join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}

export const suite: Suite = {
  needs: ["data/polnear/dev", "gold/score-polnear.mjs"],
  async measure(data): Promise<Scores> {
    const text = line(data, "dev");
    const label = (name: string): number =>
      Number(new RegExp(`${name} P [\\d.]+ R [\\d.]+ F ([\\d.]+)`).exec(text)?.[1]);
    const figure = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
    return {
      "content tokens F": label("content"),
      "source tokens F": label("source"),
      "cue tokens F": label("cue"),
      "overlap F": figure(/overlap P [\d.]+ R [\d.]+ F ([\d.]+)/),
      "tight F": figure(/tight P [\d.]+ R [\d.]+ F ([\d.]+)/),
      "source right": figure(/source right ([\d.]+)/),
    };
  },
};

if (import.meta.main) {
  const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
  console.log(line(data, process.argv[2] === "train" ? "train" : "dev"));
}
