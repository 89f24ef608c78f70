/**
 * Makes the weights of a language: `node training/train.ts fr`. The same data, options and code give the same bytes.
 *
 * --dev       leaves the whole of Sequoia dev and EWT dev out, to measure on them; without it, as with GSD dev
 *             always, only every fifth of their sentences is left out
 * --seed N    another beginning (default 1)
 * --rounds N  rounds over the data
 * --without A,B  leaves treebanks out whose names begin so (to measure what they bring)
 * --as-is A,B    leaves the annotation of treebanks as it is (to measure what harmonising brings)
 * --out DIR   where to write (default `models/`)
 *
 * Treebanks are read from `data/ud` in SELON_DATA (default `../shared`), further open trees from SELON_EXTRA_UD
 * (`training/open-trees.ts` makes them, default `data/ud-extra` in SELON_DATA).
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packSections, readSections } from "../src/analysis/engine/container.ts";
import type { Lookups } from "../src/analysis/engine/lookups.ts";
import { WordTable } from "../src/analysis/engine/table.ts";
import type { Names } from "../src/analysis/engine/weights.ts";
import { languageOf } from "../src/languages/index.ts";
import { learnContractions } from "./contractions.ts";
import { corpusOf, treebanks } from "./corpus.ts";
import { learnLemmas } from "./lemmas.ts";
import { lefff, noLexicon } from "./lexicon.ts";
import { heldOf } from "./net/held.ts";
import { learnNetwork, lessonOf, shape } from "./net/index.ts";
import { packed, packedWords } from "./perceptron.ts";
import { broken, randomFrom } from "./treebank.ts";

const VERSION = "2";
const root = resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dev: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    rounds: { type: "string" },
    without: { type: "string" },
    "as-is": { type: "string" },
    out: { type: "string", default: join(root, "models") },
  },
});
const language = positionals[0] ?? "fr";
if (!existsSync(treebanks)) {
  console.error(`training: SKIPPED, no treebanks at ${treebanks} (set SELON_DATA)`);
  process.exit(0);
}
const report = (line: string) => console.error(`${Math.round(performance.now() / 1000)} s ${line}`);

const named = (list: string | undefined) => list?.split(",") ?? [];
const plain = corpusOf(language, {
  dev: values.dev,
  without: named(values.without),
  asIs: named(values["as-is"]),
  report,
});
const lexicon = language === "fr" ? lefff() : noLexicon;
const extra = broken(plain, randomFrom(17));
const all = [...plain, ...extra];
report(`${plain.length} sentences, ${extra.length} broken ones`);

const tally = (items: Iterable<string>) => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};
const uposNames = [...new Set(plain.flatMap(({ tags }) => tags.map((tag) => tag.split("|")[0]!)))].sort();
const tagCounts = tally(plain.flatMap(({ tags }) => tags));
const tags = [
  ...new Set([...[...tagCounts].filter(([, count]) => count >= 3).map(([tag]) => tag), ...uposNames]),
].sort();
const labelCounts = tally(plain.flatMap(({ labels }) => labels));
const labels = [
  ...new Set([
    ...[...labelCounts].filter(([, count]) => count >= 15).map(([label]) => label),
    ...[...labelCounts.keys()].map((label) => label.split(":")[0]!),
  ]),
].sort();
const lemmas = learnLemmas(plain, lexicon.readings, uposNames);
const names: Names = { upos: uposNames, tags, labels, scripts: lemmas.scripts };
report(`${tags.length} tags, ${labels.length} labels, ${lemmas.scripts.length} lemma scripts`);

const sections = new Map<string, Uint8Array>([["names", new TextEncoder().encode(JSON.stringify(names))]]);
const put = (name: string, parts: ReadonlyMap<string, Uint8Array>) => {
  for (const [part, bytes] of parts) sections.set(`${name}.${part}`, bytes);
};
put("lexicon", packedWords(lexicon.classes));
const clusterFile = join(root, "training/clusters", `${language}.bin`);
if (existsSync(clusterFile))
  for (const [name, bytes] of readSections(readFileSync(clusterFile))) sections.set(name, bytes);
else put("clusters", packedWords(new Map()));
const clusters = new WordTable(sections, "clusters");
const lookups: Lookups = {
  lexicon: (hash) => lexicon.classes.get(hash) ?? -1,
  cluster: (hash) => clusters.get(hash),
};

const held = heldOf(language, values.dev);
const lesson = lessonOf(language);
const network = learnNetwork(
  language,
  { plain, all },
  held,
  lookups,
  tags,
  labels,
  { shape, lesson: { ...lesson, rounds: Number(values.rounds ?? lesson.rounds), seed: Number(values.seed) } },
  report,
);
for (const [name, bytes] of network) sections.set(name, bytes);
for (const [name, bytes] of lemmas.sections) sections.set(name, bytes);
const pack = languageOf(language);
if (pack !== null && pack.segmentation.ambiguous.size > 0)
  put("contractions", packed(learnContractions(plain, pack.segmentation.ambiguous, lookups, 1)));

const file = packSections(sections);
const sha256 = createHash("sha256").update(file).digest("hex");
const folder = join(values.out, language);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "weights.bin"), file);
writeFileSync(
  join(folder, "model.json"),
  `${JSON.stringify({ language, version: `${VERSION}-${sha256.slice(0, 12)}`, sha256 }, null, 2)}\n`,
);
for (const [name, bytes] of sections) report(`${name}: ${bytes.length} bytes`);
report(`${file.length} bytes, sha256 ${sha256}`);
