/**
 * Speed of a whole reading: `node bench/reading.ts`. Articles of 800 words a second and words a second of tagging and
 * parsing, one thread, in processor time after warm-up, so that other programs disturb the figure little.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { wordsPerSecond } from "./engine.ts";
import type { Speed } from "./results.ts";

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

/** What is read a second: whole articles, and words tagged and parsed. */
export function readingSpeeds(): Speed[] {
  return [
    { what: "reading", figure: Math.round(10 * articlesPerSecond()) / 10, unit: `articles of ${WORDS} words a second` },
    ...["fr", "en"].map((language) => ({
      what: `tagging and parsing, ${language}`,
      figure: wordsPerSecond(language),
      unit: "words a second",
    })),
  ];
}

/** One line a figure. */
export const lineOf = ({ what, figure, unit }: Speed): string => `${what}: ${figure} ${unit}`;

if (import.meta.main) for (const speed of readingSpeeds()) console.log(lineOf(speed));
