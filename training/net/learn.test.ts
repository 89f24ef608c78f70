import { describe, expect, test } from "vitest";
import { packSections, readSections } from "../../src/analysis/engine/container.ts";
import { Network } from "../../src/analysis/engine/net/network.ts";
import { networkWeights } from "../../src/analysis/engine/net/weights.ts";
import { WordTable } from "../../src/analysis/engine/table.ts";
import { packedWords } from "../perceptron.ts";
import type { Example } from "../treebank.ts";
import { inventoryOf, sentencesOf } from "./data.ts";
import { lessonOf, shape } from "./index.ts";
import { learn } from "./learn.ts";
import { measure } from "./measure.ts";
import { packedNetwork } from "./pack.ts";
import { Arena } from "./tape.ts";

const subjects = ["The mayor", "A clerk", "The old baker", "No witness"];
const verbs = ["denied", "confirmed", "read", "signed"];
const objects = ["the report", "a letter", "that claim", "every long list"];
const tags = ["ADJ", "DET", "NOUN", "PUNCT", "VERB"];
const labels = ["amod", "det", "nsubj", "obj", "parataxis", "punct", "root"];
const unknown = { lexicon: () => -1, cluster: () => -1 };

/** Subject, verb, object, stop: every noun phrase is a determiner, perhaps an adjective, and a noun. */
function exampleOf(subject: string, verb: string, object: string): Example {
  const forms = [...subject.split(" "), verb, ...object.split(" "), "."];
  const at = forms.indexOf(verb);
  const words = forms.map((_, i): [tag: string, head: number, label: string] => {
    if (i === at) return ["VERB", 0, "root"];
    if (i === forms.length - 1) return ["PUNCT", at + 1, "punct"];
    const last = i < at ? at - 1 : forms.length - 2;
    if (i === last) return ["NOUN", at + 1, i < at ? "nsubj" : "obj"];
    return i === 0 || i === at + 1 ? ["DET", last + 1, "det"] : ["ADJ", last + 1, "amod"];
  });
  return {
    forms,
    lemmas: forms,
    tags: words.map(([tag]) => tag),
    heads: words.map(([, head]) => head),
    labels: words.map(([, , label]) => label),
    tokens: [],
  };
}

const examples = subjects.flatMap((subject) =>
  verbs.flatMap((verb) => objects.map((object) => exampleOf(subject, verb, object))),
);

function trained() {
  const words = new Map([
    ["vectors.cells", new Uint8Array(16)],
    ...[...packedWords(new Map([[1, 0]]))].map(([part, bytes]) => [`vectors.${part}`, bytes] as const),
  ]);
  const vectors = { rows: new WordTable(words, "vectors"), cells: new Int8Array(16), width: 16 };
  const inventory = inventoryOf(examples, unknown);
  const sentences = sentencesOf(examples, unknown, inventory, vectors, tags, labels);
  const sizes = {
    ...shape,
    word: 32,
    width: 16,
    arc: 16,
    features: inventory.rows.size + 1,
    vector: 16,
    tags: tags.length,
    labels: labels.length,
  };
  const arena = new Arena(64);
  const parameters = learn(
    arena,
    sizes,
    sentences,
    vectors,
    { ...lessonOf("fr"), rounds: 30, words: 40, warm: 10 },
    () => {},
  );
  const scores = measure(arena, parameters, sentences, vectors, tags, labels);
  const sections = packedNetwork(parameters, inventory.rows, { state: 4096, hidden: 1024 }, new Map());
  return { scores, file: packSections(new Map([...words, ...sections])) };
}

const first = trained();
const network = () => new Network(networkWeights(readSections(first.file), unknown), labels);

describe("training a network", () => {
  test("learns, and the packed network decides as the trained one", () => {
    expect(first.scores).toEqual({ upos: "100.00", uas: "100.00", las: "100.00" });
    const packed = network();
    for (const { forms, tags: gold, heads, labels: relations } of examples) {
      const found = packed.parse(forms);
      expect([...found.tags.slice(0, forms.length)].map((id) => tags[id])).toEqual(gold);
      expect([...found.heads.slice(1, forms.length + 1)]).toEqual(heads);
      expect([...found.labels.slice(1, forms.length + 1)].map((id) => labels[id])).toEqual(relations);
    }
  });

  test("gives the same bytes again", () => {
    expect(Buffer.from(trained().file).equals(Buffer.from(first.file))).toBe(true);
  });

  test("a sentence beyond what is parsed at once is one tree, words of any length and sign included", () => {
    const all = examples.flatMap((example) => example.forms);
    const forms = [...all, ...all, ...all, "x".repeat(100_000), "\ud800", ""];
    const { heads } = network().parse(forms);
    expect(forms.length).toBeGreaterThan(800);
    for (let i = 1; i <= forms.length; i++) {
      let [at, steps] = [i, 0];
      while (at !== 0 && steps <= forms.length) {
        at = heads[at] ?? 0;
        steps++;
      }
      expect(at).toBe(0);
    }
    expect([...heads.slice(1, forms.length + 1)].filter((head) => head === 0)).toHaveLength(1);
  });
});
