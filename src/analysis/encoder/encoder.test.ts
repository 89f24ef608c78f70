import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packSections, readSections } from "../engine/container.ts";
import { Encoder, type Stretch } from "./layers.ts";
import {
  type Dense,
  type EncoderWeights,
  encoderWeights,
  half,
  type Layer,
  loadEncoder,
  type Norm,
  type Sizes,
} from "./weights.ts";

const sizes: Sizes = {
  tokens: 24,
  hidden: 64,
  heads: 2,
  inner: 128,
  layers: 2,
  output: 16,
  projected: true,
  stance: { after: 1, layers: 2 },
  epsilon: 1e-12,
  begin: 0,
  end: 2,
  unknown: 3,
  unknownScore: -30,
};
const pieces = "<s> <pad> </s> <unk> ▁ e a n r ▁le ▁la ▁pont en ne an ▁a ▁the é ▁bridge".split(" ");

const random = (() => {
  let state = 11;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
})();

/** A small encoder with chance weights, in the sections of a file. */
function chance(of: Sizes): Map<string, Uint8Array> {
  const { hidden, inner, layers, output, tokens } = of;
  const text = (value: string) => new TextEncoder().encode(value);
  const floats = (count: number, make: () => number) => {
    const bytes = new Uint8Array(4 * count);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < count; i++) view.setFloat32(4 * i, make(), true);
    return bytes;
  };
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  const sections = new Map<string, Uint8Array>([
    ["encoder", text(JSON.stringify(of))],
    ["pieces", text(pieces.join("\n"))],
    ["pieces.scores", floats(pieces.length, () => -2 - 8 * random())],
    ["words.cells", bytes((pieces.length * hidden) / 2)],
    // Half-precision numbers about a hundredth: planes of low and of high bytes.
    [
      "words.scales",
      Uint8Array.from({ length: (2 * pieces.length * hidden) / 32 }, (_, i) =>
        2 * i < (2 * pieces.length * hidden) / 32 ? 77 : 0x21,
      ),
    ],
    [
      "positions",
      Uint8Array.from({ length: 2 * tokens * hidden }, (_, i) =>
        i < tokens * hidden ? Math.floor(random() * 256) : 0x20 + 0x80 * (i % 2),
      ),
    ],
  ]);
  const norm = (name: string) => {
    sections.set(
      `${name}.gain`,
      floats(hidden, () => 0.5 + random()),
    );
    sections.set(
      `${name}.shift`,
      floats(hidden, () => random() - 0.5),
    );
  };
  const dense = (name: string, rows: number, columns: number) => {
    sections.set(
      `${name}.cells`,
      bytes(rows * columns).map((byte) => (byte % 63) - 31),
    );
    // 16 to a half more.
    sections.set(
      `${name}.incoming`,
      bytes(2 * columns).map((byte, i) => (i < columns ? byte : 0x4c)),
    );
    sections.set(
      `${name}.scales`,
      floats(rows, () => (0.5 + random()) / 4000),
    );
    sections.set(
      `${name}.bias`,
      floats(rows, () => random() - 0.5),
    );
  };
  const layer = (name: string) => {
    dense(`${name}.joined`, 3 * hidden, hidden);
    dense(`${name}.context`, hidden, hidden);
    norm(`${name}.middle`);
    dense(`${name}.inner`, inner, hidden);
    dense(`${name}.outer`, hidden, inner);
    norm(`${name}.end`);
  };
  norm("begin");
  for (let n = 0; n < layers; n++) layer(`layer${n}`);
  const { stance = { after: 0, layers: 0 } } = of;
  for (let n = 0; n < stance.layers; n++) layer(`stance${n}`);
  // What comes into the first of them are the bytes that come into the other layer behind the same one.
  sections.set("stance0.joined.incoming", sections.get(`layer${stance.after}.joined.incoming`) ?? new Uint8Array());
  sections.set(
    "stance.weights",
    floats(3 * hidden, () => random() - 0.5),
  );
  sections.set(
    "stance.bias",
    floats(3, () => random() - 0.5),
  );
  sections.set(
    "projection",
    floats(output * hidden, () => random() - 0.5),
  );
  return sections;
}

/** A layer; its bytes stand for numbers from `least` on. */
const through = (
  { rows, columns, incoming, cells, scales, bias }: Dense,
  values: readonly number[],
  least = -128,
): number[] => {
  const x = values.map((value, i) => Math.max(least, Math.min(least + 255, Math.round(value * (incoming[i] ?? 0)))));
  return Array.from({ length: rows }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += (cells[j * columns + i] ?? 0) * (x[i] ?? 0);
    return sum * (scales[j] ?? 0) + (bias[j] ?? 0);
  });
};
const normal = ({ gain, shift }: Norm, x: readonly number[]): number[] => {
  const mean = x.reduce((sum, cell) => sum + cell, 0) / x.length;
  const spread = Math.sqrt(x.reduce((sum, cell) => sum + (cell - mean) ** 2, 0) / x.length);
  return x.map((cell, j) => ((cell - mean) / spread) * (gain[j] ?? 0) + (shift[j] ?? 0));
};
const plus = (x: readonly number[], y: readonly number[]): number[] => x.map((cell, j) => cell + (y[j] ?? 0));
const dot = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
};
/** The normal distribution, by adding up its density. */
function normalDistribution(x: number): number {
  const steps = 4000;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const at = (x * (i + 0.5)) / steps;
    sum += (Math.exp(-0.5 * at * at) * x) / steps;
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

/** What layers make of some tokens, as the books have it, in 64-bit floats. */
function rowsByTheBook(weights: EncoderWeights, tokens: readonly number[], layers: readonly Layer[]): number[][] {
  const { hidden, heads } = weights.sizes;
  const width = hidden / heads;
  let rows = tokens.map((token, place) => {
    const word = new Float32Array(hidden);
    weights.word(token, word, 0);
    return normal(
      weights.begin,
      plus([...word], [...weights.positions.subarray(place * hidden, (place + 1) * hidden)]),
    );
  });
  for (const layer of layers) {
    const joined = rows.map((row) => through(layer.joined, row));
    const part = (row: readonly number[], table: number, head: number) =>
      row.slice(table * hidden + head * width, table * hidden + (head + 1) * width);
    rows = rows.map((row, i) => {
      const context = Array.from({ length: heads }, (_, head) => {
        const question = part(joined[i] ?? [], 0, head);
        const scores = joined.map((other) => dot(question, part(other, 1, head)) / Math.sqrt(width));
        const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
        const all = powers.reduce((sum, power) => sum + power, 0);
        return joined.reduce(
          (sum, other, j) =>
            plus(
              sum,
              part(other, 2, head).map((cell) => (cell * (powers[j] ?? 0)) / all),
            ),
          new Array<number>(width).fill(0),
        );
      }).flat();
      const middle = normal(layer.middle, plus(row, through(layer.context, context)));
      const inner = through(layer.inner, middle).map((cell) => cell * normalDistribution(cell));
      return normal(layer.end, plus(middle, through(layer.outer, inner, -16)));
    });
  }
  return rows;
}

/** The same encoder as the books have it. */
function byTheBook(weights: EncoderWeights, tokens: readonly number[], from = 1, to = tokens.length - 1): number[] {
  const sum = rowsByTheBook(weights, tokens, weights.layers).slice(from, to).reduce(plus);
  const { projection } = weights;
  const { hidden } = weights.sizes;
  const out =
    projection === null
      ? sum
      : Array.from({ length: weights.sizes.output }, (_, i) =>
          dot(projection.subarray(i * hidden, (i + 1) * hidden), sum),
        );
  return out.map((cell) => cell / Math.sqrt(dot(out, out)));
}

/** How a stretch leans, as the books have it. */
function leaningByTheBook(weights: EncoderWeights, tokens: readonly number[], from: number, to: number): number[] {
  const { stance, layers, sizes } = weights;
  if (stance === null) return [];
  const rows = rowsByTheBook(weights, tokens, [...layers.slice(0, stance.after), ...stance.layers]).slice(from, to);
  const mean = rows.reduce(plus).map((cell) => cell / rows.length);
  const powers = [0, 1, 2].map((n) =>
    Math.exp((stance.bias[n] ?? 0) + dot(stance.weights.subarray(n * sizes.hidden, (n + 1) * sizes.hidden), mean)),
  );
  return powers.map((power) => power / powers.reduce((sum, one) => sum + one, 0));
}

const sections = chance(sizes);
const weights = encoderWeights(readSections(packSections(sections)));
const encoder = new Encoder(weights);
const vectorsOf = (stretches: readonly Stretch[]) => encoder.encode(stretches).map(({ vector }) => vector);
const texts = [
  "le pont",
  "la la la",
  "the bridge",
  "ne ne ne en an",
  "",
  "rien n'a été caché",
  "a",
  "le pont a été réparé",
];

const whole = (text: string): Stretch => ({ text, start: 0, end: text.length });

describe("the encoder", () => {
  test("does what the books say", () => {
    const vectors = vectorsOf(texts.map(whole));
    texts.forEach((text, i) => {
      const { tokens } = encoder.tokens(whole(text));
      const book = byTheBook(weights, tokens);
      const vector = vectors[i] ?? new Float32Array();
      expect(vector).toHaveLength(sizes.output);
      book.forEach((cell, j) => {
        expect(Math.abs(cell - (vector[j] ?? 9))).toBeLessThan(0.002);
      });
      expect(dot(vector, vector)).toBeCloseTo(1, 5);
    });
    expect(dot(vectors[0] ?? [], vectors[2] ?? [])).toBeLessThan(0.9999);
  });

  test("a stretch is the mean of its tokens, read with the rest of its text", () => {
    const text = "la  bridge, rien n'a été";
    const stretch = { text, start: text.indexOf("rien"), end: text.indexOf(" été") };
    const { tokens, from, to } = encoder.tokens(stretch);
    expect(tokens).toEqual(encoder.tokens(whole(text)).tokens);
    expect(tokens.slice(from, to)).toEqual(encoder.tokens(whole("rien n'a")).tokens.slice(1, -1));
    const [vector = new Float32Array(), all] = vectorsOf([stretch, whole(text)]);
    byTheBook(weights, tokens, from, to).forEach((cell, j) => {
      expect(Math.abs(cell - (vector[j] ?? 9))).toBeLessThan(0.002);
    });
    expect(dot(vector, all ?? [])).toBeLessThan(0.9999);
  });

  test("a stretch leans as its tokens do behind the stance's own layers", () => {
    const text = "la  bridge, rien n'a été";
    const stretches = [{ text, start: text.indexOf("rien"), end: text.indexOf(" été") }, ...texts.map(whole)];
    const found = encoder.encode(stretches);
    stretches.forEach((stretch, i) => {
      const { tokens, from, to } = encoder.tokens(stretch);
      const { leaning, vector } = found[i] ?? { leaning: null, vector: [] };
      leaningByTheBook(weights, tokens, from, to).forEach((chance, n) => {
        expect(Math.abs(chance - (leaning?.[n] ?? 9))).toBeLessThan(0.005);
      });
      // The layers of the vectors begin with what they began with.
      expect(Math.abs(dot(byTheBook(weights, tokens, from, to), vector) - 1)).toBeLessThan(0.001);
    });
    expect(new Set(found.map(({ leaning }) => leaning?.[0]?.toFixed(3))).size).toBeGreaterThan(1);
    const { stance: _, ...plain } = sizes;
    const own = new Map(sections).set("encoder", new TextEncoder().encode(JSON.stringify(plain)));
    const without = new Encoder(encoderWeights(readSections(packSections(own)))).encode(stretches);
    expect(without).toEqual(found.map(({ vector }) => ({ vector, leaning: null })));
  });

  test("of a text that is too long, what stands around the stretch is read", () => {
    const text = `${"la ".repeat(60)}le pont ${"ne ".repeat(60)}`;
    const stretch = { text, start: text.indexOf("le pont"), end: text.indexOf(" ne") };
    const { tokens, from, to } = encoder.tokens(stretch);
    expect(tokens).toHaveLength(sizes.tokens);
    expect(tokens.slice(from, to)).toEqual(encoder.tokens(whole("le pont")).tokens.slice(1, -1));
    expect([from - 1, tokens.length - 1 - to].every((beside) => beside >= 4)).toBe(true);
    // Its neighbours are read with it.
    const next = { text, start: stretch.start + 3, end: stretch.end + 3 };
    expect(encoder.tokens(next).tokens).toEqual(tokens);
    const last = encoder.tokens({ text, start: text.length - 4, end: text.length - 1 });
    expect(last.to).toBe(tokens.length - 1);
    expect(encoder.tokens({ text, start: 0, end: text.length - 3 })).toMatchObject({ from: 1, to: tokens.length - 1 });
  });

  test("without a projection, a vector is as wide as a token", () => {
    const plain = { ...sizes, projected: false, output: sizes.hidden };
    const own = new Map(sections).set("encoder", new TextEncoder().encode(JSON.stringify(plain)));
    const all = new Encoder(encoderWeights(own));
    const [{ vector } = { vector: new Float32Array() }] = all.encode([whole("le pont")]);
    expect(vector).toHaveLength(sizes.hidden);
    const book = byTheBook(encoderWeights(own), all.tokens(whole("le pont")).tokens);
    expect(dot(book, vector)).toBeGreaterThan(0.9999);
  });

  test("a text has the same vector whatever stands beside it", () => {
    const many = Array.from({ length: 60 }, (_, i) => texts.slice(0, 1 + (i % texts.length)).join(" "));
    const together = encoder.encode(many.map(whole));
    many.forEach((text, i) => {
      expect(encoder.encode([whole(text)])[0]).toEqual(together[i]);
    });
    expect(encoder.encode([])).toEqual([]);
  });

  test("any string has a vector of length one", () => {
    const hostile = [
      "\0",
      "\ud800",
      "\udc00\ud800",
      "🙂".repeat(999),
      "a".repeat(1e6),
      " ".repeat(1e6),
      "\u0301".repeat(9999),
    ];
    hostile.push("\ufdfa".repeat(5000), "\u202e\u200b\ufeff", "▁▁", "<s></s><unk>", "é\u0301\n\t\r");
    const holds = (text: string) => {
      const tokens = encoder.tokens(whole(text)).tokens;
      expect(tokens.length).toBeLessThanOrEqual(sizes.tokens);
      expect([tokens[0], tokens.at(-1)]).toEqual([sizes.begin, sizes.end]);
      const [vector = []] = vectorsOf([whole(text)]);
      expect(dot(vector, vector)).toBeCloseTo(1, 5);
    };
    for (const text of hostile) holds(text);
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), holds), { numRuns: 200, seed: 5 });
    const within = fc.tuple(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(within, ([text, a, b]) => {
        const [vector = []] = vectorsOf([{ text, start: Math.min(a, b), end: Math.max(a, b) }]);
        expect(dot(vector, vector)).toBeCloseTo(1, 5);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test.each([null, 31, -31])("values out of reach end at its edge, all cells being %s", (cell) => {
    const own = new Map(
      [...sections].map(([name, bytes]) => {
        if (name.endsWith(".incoming"))
          return [name, bytes.map((byte, i) => (2 * i < bytes.length ? byte : 0x78))] as const;
        return [name, cell !== null && /layer.*cells/.test(name) ? bytes.slice().fill(cell) : bytes] as const;
      }),
    );
    const far = new Encoder(encoderWeights(own));
    const [{ vector } = { vector: new Float32Array() }] = far.encode([whole("le pont")]);
    expect(dot(byTheBook(encoderWeights(own), far.tokens(whole("le pont")).tokens), vector)).toBeGreaterThan(0.999);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });
});

describe("the encoder's file", () => {
  test("missing and damaged files are refused", () => {
    const folder = mkdtempSync(join(tmpdir(), "selon-encoder-"));
    expect(() => loadEncoder("claims", folder)).toThrow("models/claims/weights.bin is missing");
    mkdirSync(join(folder, "claims"));
    writeFileSync(join(folder, "claims/model.json"), JSON.stringify({ name: "claims", version: "0", sha256: "00" }));
    expect(() => loadEncoder("claims", folder)).toThrow(/missing/);
    writeFileSync(join(folder, "claims/weights.bin"), "damaged");
    expect(() => loadEncoder("claims", folder)).toThrow(/damaged/);
  });

  test("a section that is not there or not whole is named", () => {
    const without = new Map(sections);
    without.delete("layer1.outer.cells");
    expect(() => encoderWeights(without)).toThrow("layer1.outer.cells");
    expect(() => encoderWeights(new Map(sections).set("layer0.inner.cells", new Uint8Array(8)))).toThrow(
      "layer0.inner",
    );
  });

  test("half-precision numbers", () => {
    expect([0, 0x3c00, 0xc000, 0x3555, 0x7bff, 1].map(half)).toEqual([0, 1, -2, 0.333251953125, 65504, 2 ** -24]);
  });
});
