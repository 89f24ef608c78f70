/**
 * Speed of a whole reading: `node bench/reading.ts`. Articles of 800 words a second and words a second of tagging and
 * parsing, one thread, in processor time after warm-up, so that other programs disturb the figure little.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { wordsPerSecond } from "./engine.ts";

const folder = resolve(import.meta.dirname, "../examples/port-aubry");
const WORDS = 800;

/** Median articles of 800 words that one thread reads in a second, over the example articles. */
export function articlesPerSecond(runs = 9): number {
  const captures = readdirSync(folder)
    .sort()
    .map((name) => captureBytes(readFileSync(join(folder, name)), { uri: name }));
  const words = captures.reduce((sum, { document }) => sum + document.text.split(/\s+/).length, 0);
  const speeds: number[] = [];
  for (let run = 0; run < runs + 3; run++) {
    const begin = process.cpuUsage().user;
    for (const capture of captures) readCapture(capture);
    const seconds = (process.cpuUsage().user - begin) / 1e6;
    if (run >= 3) speeds.push(words / WORDS / seconds);
  }
  return speeds.sort((a, b) => a - b)[speeds.length >> 1] ?? 0;
}

/** One line a figure. */
export function readingLines(): string[] {
  return [
    `read: ${articlesPerSecond().toFixed(1)} articles of ${WORDS} words a second`,
    ...["fr", "en"].map((language) => `tag and parse, ${language}: ${wordsPerSecond(language)} words a second`),
  ];
}

if (import.meta.main) for (const line of readingLines()) console.log(line);
