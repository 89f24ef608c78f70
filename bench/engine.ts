/**
 * Speed of the language engine: `node bench/engine.ts`. Words a second (tags and trees, one thread, after warm-up),
 * time to load the weights, their size, the encoder's time a sentence, and time against length (`bench/slope.ts` goes
 * up to 10 MB). All times are processor time, so that other programs disturb them little.
 */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { annotatorWith } from "../src/analysis/annotate.ts";
import { encode, encoderCard } from "../src/analysis/encoder/index.ts";
import { loadWeights } from "../src/analysis/engine/weights.ts";
import { analyse } from "../src/analysis/index.ts";
import { languageOf } from "../src/languages/index.ts";

const root = resolve(import.meta.dirname, "..");
const samples: Readonly<Record<string, string>> = {
  fr: "Le maire de la ville, Paul Orval, a démenti mardi que des travaux aient été payés deux fois. « Rien n'a été caché », a-t-il déclaré à la radio locale, avant d'accuser l'opposition de mentir. Selon deux conseillers, le contrat aurait pourtant été signé en mars par son adjointe, qui ne s'est pas exprimée.\n\n",
  en: "The mayor of the town, Paul Orme, denied on Tuesday that the works had been paid for twice. “Nothing was hidden,” he told the local radio, before he accused the opposition of lying. According to two councillors, however, the contract was signed in March by his deputy, who didn't comment.\n\n",
};

/** Processor time spent so far, in milliseconds. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Median time to read, check and unpack the weights, in milliseconds. */
export function loadTime(language: string, runs = 7): number {
  return median(
    Array.from({ length: runs }, () => {
      const begin = spent();
      loadWeights(language);
      return spent() - begin;
    }),
  );
}

/** Median words a second of tagging and parsing sentences of the sample, lemmas included. */
export function wordsPerSecond(language: string, runs = 9): number {
  const weights = loadWeights(language);
  if (weights === null) return 0;
  const pack = languageOf(language);
  if (pack === null) throw new Error(`no pack for ${language}`);
  const annotator = annotatorWith(weights, pack.syntax);
  const text = readArticles(language);
  const sentences = analyse(text, { language, published: null }).sentences.map(({ words }) =>
    words.map(({ start, end, form }) => ({ start, end, form })),
  );
  const speeds: number[] = [];
  for (let run = 0; run < runs + 3; run++) {
    const begin = spent();
    let words = 0;
    for (let repeat = 0; repeat < 10; repeat++)
      for (const sentence of sentences) words += annotator.annotate(sentence).length;
    if (run >= 3) speeds.push((1000 * words) / (spent() - begin));
  }
  return Math.round(median(speeds));
}

/** Median milliseconds to make the vector of a sentence of the samples, many at a time, and of the first alone. */
export function encodingTime(runs = 7): { together: number; first: number } {
  const texts = Object.keys(samples).flatMap((language) => {
    const text = readArticles(language);
    const { sentences } = analyse(text, { language, published: null });
    return sentences.map(({ start, end }) => ({ text: text.slice(start, end), start: 0, end: end - start }));
  });
  const time = (some: typeof texts): number => {
    const begin = spent();
    encode(some);
    return (spent() - begin) / some.length;
  };
  const first = time(texts.slice(0, 1));
  return { together: median(Array.from({ length: runs }, () => time(texts))), first };
}

function readArticles(language: string): string {
  return (samples[language] ?? "").repeat(20);
}

/** Milliseconds a megabyte of whole analysis takes, at growing lengths. */
export function perMegabyte(language: string, megabytes: readonly number[]): { megabytes: number; ms: number }[] {
  const sample = samples[language] ?? "";
  return megabytes.map((size) => {
    const text = sample.repeat(Math.ceil((size * 1e6) / sample.length));
    const begin = spent();
    analyse(text, { language, published: "2025-03-04" });
    return { megabytes: size, ms: Math.round((spent() - begin) / size) };
  });
}

/** Milliseconds a megabyte takes of texts that are no prose: one sign or one pattern over and over. */
export function hostile(megabytes: number): { pattern: string; ms: number }[] {
  return [
    "a",
    "«",
    "« ",
    '"',
    "'a",
    "a'",
    "a-",
    "1 ",
    "1.",
    "a.",
    "(",
    "\n",
    "a@",
    ". ",
    "A ",
    "\u0301",
    "\ud83d\ude00",
    "mille ",
  ].map((pattern) => {
    const text = pattern.repeat(Math.ceil((megabytes * 1e6) / pattern.length));
    const begin = spent();
    analyse(text, { language: "fr", published: null });
    return { pattern: JSON.stringify(pattern), ms: Math.round((spent() - begin) / megabytes) };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const language of ["fr", "en"]) {
    const bytes = statSync(join(root, "models", language, "weights.bin")).size;
    const { version } = JSON.parse(readFileSync(join(root, "models", language, "model.json"), "utf8")) as {
      version: string;
    };
    console.log(
      `${language} ${version}: ${(bytes / 1e6).toFixed(1)} MB, load ${loadTime(language).toFixed(0)} ms, ${wordsPerSecond(language)} words/s`,
    );
    for (const { megabytes, ms } of perMegabyte(language, [0.1, 0.5, 1, 2]))
      console.log(`  ${megabytes} MB: ${ms} ms a megabyte`);
  }
  const card = encoderCard();
  if (card === null) console.log("encoder: no weights in models/claims, not timed");
  else {
    const { together, first } = encodingTime();
    console.log(`encoder ${card.version}: ${together.toFixed(2)} ms a sentence, first one ${first.toFixed(0)} ms`);
  }
  for (const size of [0.2, 1])
    for (const { pattern, ms } of hostile(size)) console.log(`  ${size} MB of ${pattern}: ${ms} ms a megabyte`);
}
