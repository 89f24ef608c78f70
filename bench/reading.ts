/**
 * Speed of a whole reading: `node bench/reading.ts`. It reads some seventy distinct articles, each once a run: the example articles,
 * those of our own under `test/`, and made ones of about the same length. After three runs to warm up, each of the next
 * ones is timed, and the median is told in articles of 800 words a second: by the clock, as one waits for it, and by
 * the processor time of the reading thread, which other programs disturb little (helper threads that compile and
 * collect garbage run beside it and are not counted). The cold figure is a process of its own that has read nothing
 * yet: its first run, weights loaded on the way.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import type { Capture } from "../src/model/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { wordsPerSecond } from "./engine.ts";
import { generatedDocuments } from "./generated.ts";
import type { Speed } from "./results.ts";

const root = resolve(import.meta.dirname, "..");
const folders = ["examples/port-aubry", "test/articles", "test/articles-held-out"];
const WORDS = 800;
const WARMING = 3;
/** Made texts are short tellings; as many are joined as make an article. */
const JOINED = 16;
const MADE = 480;

/** Every text that is read, captured: files, then made articles in both languages. */
function captures(): Capture[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => !name.endsWith(".json") && name !== "README.md")
      .sort()
      .map((name) => captureBytes(readFileSync(join(root, folder, name)), { uri: name })),
  );
  const made = generatedDocuments(MADE, 11);
  const joined = ["fr", "en"].flatMap((language) => {
    const texts = made.filter((document) => document.language === language).map(({ text }) => text);
    return Array.from({ length: Math.floor(texts.length / JOINED) }, (_, at) => {
      const text = texts.slice(at * JOINED, (at + 1) * JOINED).join("\n");
      return captureBytes(Buffer.from(text), { uri: `${language}-${at}.txt` });
    });
  });
  return [...files, ...joined];
}

/** Articles of `WORDS` words a second. */
type Pace = { readonly clock: number; readonly processor: number };

const processorTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

function paceOf(texts: readonly Capture[]): Pace {
  const words = texts.reduce((sum, { document }) => sum + document.text.split(/\s+/).length, 0);
  const [clock, processor] = [performance.now(), processorTime()];
  for (const capture of texts) readCapture(capture);
  const articles = (1000 * words) / WORDS;
  return { clock: articles / (performance.now() - clock), processor: articles / (processorTime() - processor) };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The median pace of a warm process. */
export function articlesPerSecond(runs = 7): Pace {
  const texts = captures();
  for (let run = 0; run < WARMING; run++) paceOf(texts);
  const paces = Array.from({ length: runs }, () => paceOf(texts));
  return { clock: median(paces.map(({ clock }) => clock)), processor: median(paces.map(({ processor }) => processor)) };
}

/** The pace of the first run in a new process. */
function coldPace(): Pace {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, "--cold"], { encoding: "utf8" });
  return JSON.parse(stdout) as Pace;
}

const tenth = (value: number): number => Math.round(10 * value) / 10;

/** What is read a second: whole articles, and words tagged and parsed. */
export function readingSpeeds(): Speed[] {
  const unit = `articles of ${WORDS} words a second`;
  const cold = coldPace();
  const warm = articlesPerSecond();
  return [
    { what: "reading", figure: tenth(warm.clock), unit },
    { what: "reading, by processor time", figure: tenth(warm.processor), unit },
    { what: "reading, cold", figure: tenth(cold.clock), unit },
    { what: "reading, cold, by processor time", figure: tenth(cold.processor), unit },
    ...["fr", "en"].map((language) => ({
      what: `tagging and parsing, ${language}`,
      figure: wordsPerSecond(language),
      unit: "words a second",
    })),
  ];
}

/** One line a figure. */
export const lineOf = ({ what, figure, unit }: Speed): string => `${what}: ${figure} ${unit}`;

if (import.meta.main) {
  if (process.argv[2] === "--cold") console.log(JSON.stringify(paceOf(captures())));
  else for (const speed of readingSpeeds()) console.log(lineOf(speed));
}
