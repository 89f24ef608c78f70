/**
 * Claims across documents against the gold: the seed texts are read and aligned, and `gold/score-claims.mjs` scores the
 * result. `node eval/claims.ts` prints its line, and what has to hold whatever the scores.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { readCapture, relate } from "../src/pipeline.ts";
import { type Held, listOf } from "./claims-list.ts";
import { sentencesOf, type Told } from "./sentences.ts";
import type { Scores, Suite } from "./suite.ts";
import { widthsOf } from "./widths.ts";

function line(data: string): { readonly text: string; readonly list: readonly Held[]; readonly rest: Scores } {
  const seeds = join(data, "seeds");
  const readings = readdirSync(seeds)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readCapture(captureBytes(readFileSync(join(seeds, name)), { uri: name })));
  const folder = mkdtempSync(join(tmpdir(), "selon-claims-"));
  try {
    const file = join(folder, "claims.json");
    const alignment = relate(readings);
    writeFileSync(file, JSON.stringify(alignment.claims));
    const scorer = join(data, "gold/score-claims.mjs");
    const gold = join(data, "gold/claims.json");
    const text = execFileSync(process.execPath, [scorer, file, seeds, gold], { encoding: "utf8" });
    const { claims } = alignment;
    const told = { readings, claims, gold: JSON.parse(readFileSync(gold, "utf8")) as Told["gold"] };
    return { text, list: listOf(alignment, data), rest: { ...widthsOf(claims), ...sentencesOf([told]) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const suite: Suite = {
  needs: ["seeds", "gold/claims.json", "gold/score-claims.mjs"],
  async measure(data): Promise<Scores> {
    const { text, list, rest } = line(data);
    const figure = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
    return {
      "positions found": figure(/found ([\d.]+)/),
      "collapsed label": figure(/collapsed ([\d.]+)/),
      "together F": figure(/ F ([\d.]+)/),
      status: figure(/status ([\d.]+)/),
      "origins within bounds": figure(/bounds ([\d.]+)/),
      ...rest,
      "list held": list.filter(({ holds }) => holds).length,
      "list in all": list.length,
    };
  },
};

if (import.meta.main) {
  const { text, list } = line(resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared"));
  console.log(text.trim());
  for (const { what, holds } of list) console.log(`${holds ? "pass" : "FAIL"}  ${what}`);
}
