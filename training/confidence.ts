/**
 * Fits the weights of `src/statements/speakers/weights.ts`: a logistic model of whether content and speaker of a statement
 * are right, judged as `selon eval` judges. It is fitted on our own articles (`test/articles`), our own cases
 * (`test/cases/LANG/speakers.txt`, `factuality.txt`) and, where SELON_DATA has them, the French gold files; never on
 * PolNeAR or on the articles held out, which only measure it.
 *
 * The rules were worked on with these articles, so that what is found in them is right more often than elsewhere. The
 * articles' own first measuring, before anything was mended after them, tells by how much: `firstRight` of their
 * statements were right. The bias is lowered by the difference in log odds.
 *
 * Prints the reliability of predictions for documents left out (ten folds), Brier score and calibration error, and what a
 * threshold of abstention costs and gains. `--write` replaces the weights. Deterministic.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { analyse } from "../src/analysis/index.ts";
import { captureBytes } from "../src/capture/index.ts";
import { languageOf } from "../src/languages/index.ts";
import type { Document } from "../src/model/index.ts";
import {
  type Aliases,
  aliasesOf,
  countStatements,
  readAliases,
  readJsonGold,
} from "../src/operations/evaluate/index.ts";
import { findAttributions } from "../src/statements/find.ts";
import {
  calibration,
  confidenceOf,
  type Feature,
  features,
  reliability,
  type Weights,
} from "../src/statements/speakers/confidence.ts";
import { foldPhrase } from "../src/statements/speakers/fold.ts";
import { resolveWithFeatures } from "../src/statements/speakers/index.ts";
import { casesOf } from "../test/speakers/cases.ts";

type Example = {
  readonly values: Weights;
  readonly right: boolean;
  readonly weight: number;
  /** Document it is of; documents are left out whole. */
  readonly group: string;
};

/**
 * Of the statements found in these articles at their first measuring, how many were right in content and speaker: 0.732 of
 * 190 in the nine before, 0.701 of 154 in the six later ones (precision times speaker, `eval/articles-blind.ts`).
 */
const firstRight = 0.718;
/** The nine, and the six. */
const later = new Set(
  "breves council direct enquete manif missile proces sommet traduit chalutier pourparlers audience offensive heures entrevue".split(
    " ",
  ),
);

const root = resolve(import.meta.dirname, "..");
const data = resolve(root, process.env.SELON_DATA ?? "../shared");
const target = resolve(root, "src/statements/speakers/weights.ts");

function read(document: Document, text: string, language: string) {
  const pack = languageOf(language);
  if (!pack) throw new Error(`no language pack for ${language}`);
  const analysis = analyse(text, { language, published: null });
  return resolveWithFeatures(document, analysis, findAttributions(analysis, pack));
}

/** Statements of an article with gold of our format, those included that the reader would abstain from. */
function fromGold(path: string, textPath: string, aliases: Aliases, group: string, weight: number): Example[] {
  const capture = captureBytes(readFileSync(textPath), { uri: textPath });
  const { document } = capture;
  const { statements, features: values } = read(document, document.text, document.language);
  const { gold, problems } = readJsonGold(readFileSync(path, "utf8"), document.text);
  if (problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  const { judged } = countStatements({ ...gold, figures: null }, { document, statements, figures: [] }, aliases);
  return judged.map(({ right }, index) => ({ values: values[index] as Weights, right, weight, group }));
}

async function fromArticles(): Promise<Example[]> {
  const folder = resolve(root, "test/articles");
  const aliases = await readAliases(resolve(root, "test/articles-speakers.json"));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) =>
      fromGold(resolve(folder, name), resolve(folder, name.replace(/json$/, "txt")), aliases, name, 1),
    );
}

function fromSeeds(): Example[] {
  const folder = resolve(data, "gold");
  if (!existsSync(folder)) {
    console.error(`training: gold files SKIPPED, no data at ${folder} (set SELON_DATA)`);
    return [];
  }
  const aliases = aliasesOf(JSON.parse(readFileSync(resolve(folder, "speakers.json"), "utf8")));
  if (aliases === null) throw new Error("gold/speakers.json is no list of speakers");
  return readdirSync(folder)
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()
    .flatMap((name) =>
      fromGold(resolve(folder, name), resolve(data, "seeds", name.replace(/json$/, "txt")), aliases, name, 0.6),
    );
}

function fromCases(): Example[] {
  const examples: Example[] = [];
  for (const language of ["fr", "en"])
    for (const name of ["speakers", "factuality"])
      for (const [index, { text, expected }] of casesOf(language, name).entries()) {
        const document = { id: "sha256:training", uri: "-", language, text, outlet: null } as unknown as Document;
        const { statements, features: values } = read(document, text, language);
        for (const { content, wanted } of expected) {
          const start = text.indexOf(content);
          const at = statements.findIndex(({ content: spans }) => {
            const [first, last] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
            const shared = Math.min(last, start + content.length) - Math.max(first, start);
            return shared / (Math.max(last, start + content.length) - Math.min(first, start)) >= 0.5;
          });
          const found = statements[at];
          const speaker = wanted.get("speaker");
          if (!found || speaker === undefined) continue;
          const right = foldPhrase(found.speaker.name) === foldPhrase(speaker);
          examples.push({ values: values[at] as Weights, right, weight: 0.1, group: `${name}-${language}-${index}` });
        }
      }
  return examples;
}

/** Batch gradient descent with an L2 penalty; the number of steps is fixed. */
function learn(examples: readonly Example[], steps = 1500): Record<Feature, number> {
  const rows = examples.map(({ values }) => Float64Array.from(features, (feature) => values[feature]));
  const weights = new Float64Array(features.length);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(features.length);
    for (const [index, row] of rows.entries()) {
      const { right, weight } = examples[index] as Example;
      let sum = 0;
      for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
      const error = weight * ((right ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
      for (let at = 0; at < row.length; at++) gradient[at] = (gradient[at] ?? 0) + error * (row[at] ?? 0);
    }
    for (let at = 0; at < weights.length; at++) {
      const penalty = features[at] === "bias" ? 0 : 0.01 * (weights[at] ?? 0);
      weights[at] = (weights[at] ?? 0) + 0.8 * ((gradient[at] ?? 0) / total - penalty);
    }
  }
  return Object.fromEntries(
    features.map((feature, at) => [feature, Math.round(1000 * (weights[at] ?? 0)) / 1000]),
  ) as Record<Feature, number>;
}

const logOdds = (share: number): number => Math.log(share / (1 - share));

/** By how much the bias is lowered for texts that nothing was mended after. */
function optimism(examples: readonly Example[]): number {
  const own = examples.filter(({ group }) => later.has(group.replace(/\.json$/, "")));
  const share = own.filter(({ right }) => right).length / Math.max(1, own.length);
  return Math.max(0, logOdds(Math.min(0.99, share)) - logOdds(firstRight));
}

const FOLDS = 10;

/** Predictions for every document by weights fitted without it. */
function leftOut(examples: readonly Example[]): { confidence: number; right: boolean; weight: number }[] {
  const groups = [...new Set(examples.map(({ group }) => group))].sort();
  const fold = new Map(groups.map((group, index) => [group, index % FOLDS]));
  return Array.from({ length: FOLDS }, (_, part) => {
    const weights = learn(examples.filter(({ group }) => fold.get(group) !== part));
    return examples
      .filter(({ group }) => fold.get(group) === part)
      .map(({ values, right, weight }) => ({ confidence: confidenceOf(values, weights), right, weight }));
  }).flat();
}

const examples = [...(await fromArticles()), ...fromSeeds(), ...fromCases()];
const judged = leftOut(examples).filter(({ weight }) => weight > 0.5);
const { brier, error } = calibration(judged);
console.log(`${examples.length} statements; articles and gold files, each read by weights fitted without it:`);
for (const { from, to, count, expected, right } of reliability(judged))
  console.log(
    `  ${from.toFixed(1)}-${to.toFixed(1)}  ${String(count).padStart(4)}  said ${expected.toFixed(2)}  right ${right.toFixed(2)}`,
  );
console.log(`  Brier ${brier.toFixed(3)}  calibration error ${error.toFixed(3)}`);
const lowered = optimism(examples);
console.log(`bias lowered by ${lowered.toFixed(2)} for texts that nothing was mended after`);
console.log("abstaining below, of all that is found: precision, share of what is right that is kept");
const all = judged.filter(({ right }) => right).length;
for (const least of [0, 0.3, 0.4, 0.5, 0.6, 0.7]) {
  const kept = judged.filter(
    ({ confidence }) => logOdds(Math.min(0.999, confidence)) - lowered >= logOdds(least || 0.001),
  );
  const right = kept.filter(({ right: good }) => good).length;
  console.log(`  ${least.toFixed(1)}  ${(right / Math.max(1, kept.length)).toFixed(3)}  ${(right / all).toFixed(3)}`);
}
const fitted = learn(examples);
const weights = { ...fitted, bias: Math.round(1000 * (fitted.bias - lowered)) / 1000 };
const lines = features.map((feature) => `  ${feature}: ${weights[feature]},`).join("\n");
const source = `import type { Weights } from "./confidence.ts";\n\n/** Weights of the logistic model of confidence, fitted by \`training/confidence.ts\`. */\nexport const weights: Weights = {\n${lines}\n};\n`;
if (process.argv.includes("--write")) writeFileSync(target, source);
else console.log(lines);
