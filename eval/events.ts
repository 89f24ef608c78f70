/**
 * Claims and stories on small events of our own (`test/events`), annotated before they were read. Some are worked
 * on, some held out. `node eval/events.ts` prints each; `node eval/events.ts FOLDER` lists the stories and claims of a seen one.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { agreement, pairsOfStories, storyTruth } from "../bench/truth.ts";
import { captureBytes } from "../src/capture/index.ts";
import type { Alignment, Reading } from "../src/model/index.ts";
import { readCapture, relate } from "../src/pipeline.ts";
import { percent, type Scores, type Suite } from "./suite.ts";

const root = resolve(import.meta.dirname, "../test/events");
const seen: readonly string[] = ["march", "nights", "strike", "ferry", "court", "call", "spill"];
const heldOut: readonly string[] = ["summit", "leak"];

type Gold = { readonly stories: readonly { readonly documents: readonly string[] }[] };

export function readEvent(name: string): { readings: Reading[]; alignment: Alignment } {
  const folder = join(root, name);
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  const readings = files
    .sort()
    .map((file) => readCapture(captureBytes(readFileSync(join(folder, file)), { uri: file })));
  return { readings, alignment: relate(readings) };
}

function lineOf(name: string, data: string, alignment: Alignment): string {
  const work = mkdtempSync(join(tmpdir(), "selon-events-"));
  try {
    const file = join(work, "claims.json");
    writeFileSync(file, JSON.stringify(alignment.claims));
    const gold = join(root, name, "claims.json");
    const scorer = join(data, "gold/score-claims.mjs");
    return execFileSync(process.execPath, [scorer, file, join(root, name), gold], { encoding: "utf8" }).trim();
  } finally {
    rmSync(work, { recursive: true });
  }
}

function storiesF(name: string, { readings, alignment }: ReturnType<typeof readEvent>): number {
  // A gold file of our own.
  const { stories } = JSON.parse(readFileSync(join(root, name, "claims.json"), "utf8")) as Gold;
  const id = new Map(readings.map(({ document }) => [document.uri, document.id as string]));
  const pairs = stories.flatMap(({ documents }, at) => documents.map((file) => [id.get(file) ?? file, at] as const));
  const truth = storyTruth(
    pairs.map(([one]) => one),
    pairs.map(([, at]) => at),
  );
  return percent(agreement(pairsOfStories(alignment), truth), 1);
}

export const suite: Suite = {
  needs: ["gold/score-claims.mjs"],
  async measure(data): Promise<Scores> {
    const scores: Record<string, Scores> = {};
    for (const [group, names] of [
      ["seen", seen],
      ["held out", heldOut],
    ] as const) {
      for (const name of names) {
        const event = readEvent(name);
        const text = lineOf(name, data, event.alignment);
        const figure = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
        scores[`${group}: ${name}`] = {
          "stories F": storiesF(name, event),
          "positions found": figure(/found ([\d.]+)/),
          "collapsed label": figure(/collapsed ([\d.]+)/),
          "together F": figure(/ F ([\d.]+)/),
          status: figure(/status ([\d.]+)/),
          "origins within bounds": figure(/bounds ([\d.]+)/),
        };
      }
    }
    return scores;
  },
};

if (import.meta.main) {
  const [name] = process.argv.slice(2);
  if (name === undefined) {
    const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
    console.log(JSON.stringify(await suite.measure(data), null, 1));
  } else {
    for (const { title, when, documents } of readEvent(name).alignment.stories)
      console.log(`${when}  ${title}  (${documents.length})`);
    for (const { proposition, status, positions } of readEvent(name).alignment.claims) {
      console.log(`${status}  ${proposition}`);
      for (const { uri, position, speaker, evidence } of positions)
        console.log(`    ${uri}  ${position}  ${speaker.name}: ${evidence.text}`);
    }
  }
}
