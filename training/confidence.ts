/**
 * Fits the weights of `src/statements/speakers/weights.ts`: a logistic model of whether content and speaker of a statement
 * are right, on our own cases (`test/cases/LANG/speakers.txt`, `factuality.txt`) and, where SELON_DATA has them, the French
 * gold files. Prints the reliability table; `--write` replaces the file. Deterministic.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { analyse } from "../src/analysis/index.ts";
import { languageOf } from "../src/languages/index.ts";
import type { Document, Statement } from "../src/model/index.ts";
import { findAttributions } from "../src/statements/find.ts";
import {
  confidenceOf,
  type Feature,
  features,
  reliability,
  type Weights,
} from "../src/statements/speakers/confidence.ts";
import { foldPhrase } from "../src/statements/speakers/fold.ts";
import { resolveWithFeatures } from "../src/statements/speakers/index.ts";
import { casesOf } from "../test/speakers/cases.ts";

type Example = { readonly values: Weights; readonly right: boolean; readonly weight: number };
type GoldStatement = {
  readonly content: string;
  readonly occurrence?: number;
  readonly speaker: string;
  readonly source: string | null;
};

const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
const target = resolve(import.meta.dirname, "../src/statements/speakers/weights.ts");

function read(language: string, text: string) {
  const pack = languageOf(language);
  if (!pack) throw new Error(`no language pack for ${language}`);
  const analysis = analyse(text, { language, published: null });
  const document = { id: "sha256:training", uri: "-", language, text } as unknown as Document;
  const { statements, features: values } = resolveWithFeatures(document, analysis, findAttributions(analysis, pack));
  return statements.map((statement, index) => ({ statement, values: values[index] as Weights }));
}

function overlap(statement: Statement, start: number, end: number): number {
  let shared = 0;
  let size = 0;
  for (const span of statement.content) {
    shared += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
    size += span.end - span.start;
  }
  return shared / (size + end - start - shared || 1);
}

function fromCases(): Example[] {
  const examples: Example[] = [];
  for (const language of ["fr", "en"])
    for (const name of ["speakers", "factuality"])
      for (const { text, expected } of casesOf(language, name)) {
        const found = read(language, text);
        for (const { content, wanted } of expected) {
          const start = text.indexOf(content);
          const best = found
            .map((one) => ({ ...one, share: overlap(one.statement, start, start + content.length) }))
            .filter(({ share }) => share >= 0.3)
            .sort((a, b) => b.share - a.share)[0];
          if (!best) continue;
          const speaker = wanted.get("speaker");
          const named = speaker === undefined || foldPhrase(best.statement.speaker.name) === foldPhrase(speaker);
          examples.push({ values: best.values, right: named && best.share >= 0.5, weight: 0.15 });
        }
      }
  return examples;
}

function fromGold(): Example[] {
  const folder = resolve(data, "gold");
  if (!existsSync(folder)) {
    console.error(`training: gold files SKIPPED, no data at ${folder} (set SELON_DATA)`);
    return [];
  }
  const aliases = JSON.parse(readFileSync(resolve(folder, "speakers.json"), "utf8")).speakers as Record<
    string,
    string[]
  >;
  const examples: Example[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()) {
    const gold = JSON.parse(readFileSync(resolve(folder, file), "utf8")) as { statements: GoldStatement[] };
    const text = readFileSync(resolve(data, "seeds", file.replace(/json$/, "txt")), "utf8").replace(/^\uFEFF/, "");
    const spans = gold.statements.map(({ content, occurrence = 1, ...rest }) => {
      let start = -1;
      for (let count = 0; count < occurrence; count++) start = text.indexOf(content, start + 1);
      return { start, end: start + content.length, ...rest };
    });
    for (const { statement, values } of read("fr", text)) {
      const right = spans.some(({ start, end, speaker, source }) => {
        if (overlap(statement, start, end) < 0.5) return false;
        const names = [speaker, ...(aliases[speaker] ?? []), source ?? ""].map(foldPhrase);
        const name = foldPhrase(statement.speaker.name);
        return names.some((one) => one !== "" && (one === name || one.includes(name) || name.includes(one)));
      });
      examples.push({ values, right, weight: 1 });
    }
  }
  return examples;
}

/** Batch gradient descent with an L2 penalty; the number of steps is fixed. */
function learn(examples: readonly Example[]): Weights {
  const weights = Object.fromEntries(features.map((feature) => [feature, 0])) as Record<Feature, number>;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < 4000; step++) {
    const gradient = Object.fromEntries(features.map((feature) => [feature, 0])) as Record<Feature, number>;
    for (const { values, right, weight } of examples) {
      let sum = 0;
      for (const feature of features) sum += values[feature] * weights[feature];
      const error = weight * ((right ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
      for (const feature of features) gradient[feature] += error * values[feature];
    }
    for (const feature of features) {
      const penalty = feature === "bias" ? 0 : 0.01 * weights[feature];
      weights[feature] += 0.5 * (gradient[feature] / total - penalty);
    }
  }
  for (const feature of features) weights[feature] = Math.round(weights[feature] * 1000) / 1000;
  return weights;
}

const print = (title: string, examples: readonly Example[], weights: Weights) => {
  console.log(`${title}: ${examples.length} statements, ${examples.filter(({ right }) => right).length} right`);
  for (const { from, to, count, expected, right } of reliability(
    examples.map(({ values, right }) => ({ confidence: confidenceOf(values, weights), right })),
  ))
    console.log(
      `  ${from.toFixed(1)}-${to.toFixed(1)}  ${String(count).padStart(4)}  said ${expected.toFixed(2)}  right ${right.toFixed(2)}`,
    );
};

const gold = fromGold();
const cases = fromCases();
const weights = learn([...gold, ...cases]);
print("gold", gold, weights);
print("cases", cases, weights);
const lines = features.map((feature) => `  ${feature}: ${weights[feature]},`).join("\n");
const source = `import type { Weights } from "./confidence.ts";\n\n/** Weights of the logistic model of confidence, fitted by \`training/confidence.ts\`. */\nexport const weights: Weights = {\n${lines}\n};\n`;
if (process.argv.includes("--write")) writeFileSync(target, source);
else console.log(lines);
