/**
 * Claims and stories on small events of our own (`test/events`), annotated before they were read. Some are worked
 * on (the seen and the later ones, of which it is learnt too what denies), some held out, some fresh, some
 * unseen. `node eval/events.ts` prints each (of the last two groups none), and all of a group pooled (every position,
 * pair and claim counts once), which is what floors are held against; `node eval/events.ts FOLDER` lists the stories and
 * claims of a seen or later one.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { agreement, type Pairs, pairsOfStories, storyTruth } from "../bench/truth.ts";
import { captureBytes } from "../src/capture/index.ts";
import type { Alignment, Reading } from "../src/model/index.ts";
import { readCapture, relate } from "../src/pipeline.ts";
import { sentencesOf } from "./sentences.ts";
import { percent, type Scores, type Suite } from "./suite.ts";
import { widthsOf } from "./widths.ts";

const root = resolve(import.meta.dirname, "../test/events");
export const seen: readonly string[] = [
  "march",
  "nights",
  "strike",
  "ferry",
  "court",
  "call",
  "spill",
  "leak",
  "blaze",
  "ballot",
  "ward",
  "exchange",
  "takeover",
  "frontier",
];
/** Dense: eight positions a claim. Told apart from the seen ones, so that figures can be compared with earlier ones. */
export const later: readonly string[] = ["convoy", "doping", "river", "affray", "bankrun", "summons"];
export const heldOut: readonly string[] = ["summit", "derail"];
/** As long as articles of the press; only what they make together is told, so that nobody learns from one of them. */
export const fresh: readonly string[] = ["theft", "crush", "pensions"];
/** Written when no rule had been made for any of them; never opened by who works on the engine, and told as one. */
export const unseen: readonly string[] = ["dam", "hostage", "vaccine", "election-night"];

type Event = { readonly name: string; readonly readings: readonly Reading[]; readonly alignment: Alignment };
type Gold = {
  readonly stories: readonly { readonly documents: readonly string[] }[];
  readonly claims: readonly {
    readonly id: string;
    readonly positions: readonly { readonly document: string; readonly evidence: string }[];
  }[];
};

/** The texts of an event as they are read, in the order of their names. */
export function readingsOf(name: string): readonly Reading[] {
  const folder = join(root, name);
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().map((file) => readCapture(captureBytes(readFileSync(join(folder, file)), { uri: file })));
}

export function readEvent(name: string): Event {
  const readings = readingsOf(name);
  return { name, readings, alignment: relate(readings) };
}

// A gold file of our own.
const goldOf = (name: string): Gold => JSON.parse(readFileSync(join(root, name, "claims.json"), "utf8")) as Gold;

/** What the scorer says of several events as one: each keeps to itself, since its files and claims bear its name. */
function lineOf(events: readonly Event[], data: string): string {
  const work = mkdtempSync(join(tmpdir(), "selon-events-"));
  try {
    const claims: unknown[] = [];
    const gold: unknown[] = [];
    for (const { name, readings, alignment } of events) {
      for (const { document } of readings) writeFileSync(join(work, `${name}-${document.uri}`), document.text);
      for (const claim of alignment.claims) {
        const positions = claim.positions.map((position) => ({ ...position, uri: `${name}-${position.uri}` }));
        claims.push({ ...claim, id: `${name}-${claim.id}`, positions });
      }
      for (const claim of goldOf(name).claims) {
        const positions = claim.positions.map((own) => ({ ...own, document: `${name}-${own.document}` }));
        gold.push({ ...claim, id: `${name}-${claim.id}`, positions });
      }
    }
    writeFileSync(join(work, "claims.json"), JSON.stringify(claims));
    writeFileSync(join(work, "gold.json"), JSON.stringify({ claims: gold }));
    const scorer = join(data, "gold/score-claims.mjs");
    const call = [scorer, join(work, "claims.json"), work, join(work, "gold.json")];
    return execFileSync(process.execPath, call, { encoding: "utf8" }).trim();
  } finally {
    rmSync(work, { recursive: true });
  }
}

function storiesF(events: readonly Event[]): number {
  const [found, truth] = [new Set<string>(), new Set<string>()];
  const pool = (into: Set<string>, name: string, pairs: Pairs): void => {
    for (const pair of pairs) into.add(`${name} ${pair}`);
  };
  for (const { name, readings, alignment } of events) {
    const id = new Map(readings.map(({ document }) => [document.uri, document.id as string]));
    const pairs = goldOf(name).stories.flatMap(({ documents }, at) =>
      documents.map((file) => [id.get(file) ?? file, at] as const),
    );
    const told = storyTruth(
      pairs.map(([one]) => one),
      pairs.map(([, at]) => at),
    );
    pool(truth, name, told);
    pool(found, name, pairsOfStories(alignment));
  }
  return percent(agreement(found, truth), 1);
}

export function scoresOf(events: readonly Event[], data: string): Scores {
  const text = lineOf(events, data);
  const figure = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
  return {
    "stories F": storiesF(events),
    "positions found": figure(/found ([\d.]+)/),
    "collapsed label": figure(/collapsed ([\d.]+)/),
    "together F": figure(/ F ([\d.]+)/),
    status: figure(/status ([\d.]+)/),
    "origins within bounds": figure(/bounds ([\d.]+)/),
    ...widthsOf(events.flatMap(({ alignment }) => alignment.claims)),
    ...sentencesOf(
      events.map(({ name, readings, alignment }) => ({ readings, claims: alignment.claims, gold: goldOf(name) })),
    ),
  };
}

export const suite: Suite = {
  needs: ["gold/score-claims.mjs"],
  async measure(data): Promise<Scores> {
    const scores: Record<string, Scores> = {};
    for (const [group, names] of [
      ["seen", seen],
      ["later", later],
      ["held out", heldOut],
      ["fresh", fresh],
      ["unseen", unseen],
    ] as const) {
      const events = names.map(readEvent);
      const text = lineOf(events, data);
      const counts = { claims: Number(/claims (\d+)/.exec(text)?.[1]), positions: Number(/\/(\d+)\)/.exec(text)?.[1]) };
      scores[`${group}: all`] = {
        ...counts,
        ...scoresOf(events, data),
        together: /together (P .*? F [\d.]+)/.exec(text)?.[1] ?? "",
      };
      if (names === fresh || names === unseen) continue;
      for (const event of events) scores[`${group}: ${event.name}`] = scoresOf([event], data);
    }
    return scores;
  },
};

if (import.meta.main) {
  const [name] = process.argv.slice(2);
  if (name === undefined) {
    const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
    console.log(JSON.stringify(await suite.measure(data), null, 1));
  } else if (![...seen, ...later].includes(name)) {
    console.error(`eval: ${name} is not among the events that are looked into: ${[...seen, ...later].join(", ")}`);
    process.exitCode = 2;
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
