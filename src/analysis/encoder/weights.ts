import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { jsonSection, readSections, type Section, type Sections } from "../engine/container.ts";
import { floatsOf } from "../engine/net/weights.ts";
import type { Vocabulary } from "./pieces.ts";

/** What `models/claims/model.json` says of the weights beside it. */
export type Card = { readonly name: string; readonly version: string; readonly sha256: string };

/** Sizes and constants of an encoder, as its file gives them. */
export type Sizes = {
  /** Tokens of a text at most, its beginning and end among them. */
  readonly tokens: number;
  /** Cells of a token: heads of 32. */
  readonly hidden: number;
  readonly heads: number;
  /** Cells within a layer. */
  readonly inner: number;
  readonly layers: number;
  /** Cells of a text's vector; `projected` where it is not `hidden`'s own. */
  readonly output: number;
  readonly projected: boolean;
  /** Layers of the stance's own, and behind how many of the others they stand; absent where there are none. */
  readonly stance?: { readonly after: number; readonly layers: number };
  /** Added to variances. */
  readonly epsilon: number;
  /** Numbers of the pieces that begin and end a text, and of the one for what no piece has. */
  readonly begin: number;
  readonly end: number;
  readonly unknown: number;
  readonly unknownScore: number;
};

/**
 * A dense layer: a row of whole cells, of 31 at most, for each cell that comes out, times the row's scale, and the bias.
 * What comes in has become a byte by its own scale first.
 */
export type Dense = {
  readonly rows: number;
  readonly columns: number;
  readonly incoming: Float32Array;
  readonly cells: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
};

export type Norm = { readonly gain: Float32Array; readonly shift: Float32Array };

export type Layer = {
  /** Questions, keys and values, one below the other. */
  readonly joined: Dense;
  readonly context: Dense;
  readonly middle: Norm;
  readonly inner: Dense;
  readonly outer: Dense;
  readonly end: Norm;
};

export type EncoderWeights = {
  readonly sizes: Sizes;
  readonly vocabulary: Vocabulary;
  /** Writes the vector of a piece. */
  word(piece: number, out: Float32Array, at: number): void;
  /** A row for each place. */
  readonly positions: Float32Array;
  readonly begin: Norm;
  readonly layers: readonly Layer[];
  /** output × hidden, where there is one. */
  readonly projection: Float32Array | null;
  readonly stance: StanceWeights | null;
};

/** What tells the stance of a stretch: layers of its own behind some of the others, and what their mean is weighed by. */
export type StanceWeights = {
  readonly after: number;
  readonly layers: readonly Layer[];
  /** A row of `hidden` cells for each stance, and what each begins with. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

const folder = resolve(import.meta.dirname, "../../../models");

/** The card of an encoder, without loading it; null where none ships. */
export function cardOf(name: string, from: string = folder): Card | null {
  const path = join(from, name, "model.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Card) : null;
}

/** Reads an encoder's weights. Throws when they are missing or not the ones that the card names. */
export function loadEncoder(name: string, from: string = folder): EncoderWeights {
  const card = cardOf(name, from);
  const path = join(from, name, "weights.bin");
  if (card === null || !existsSync(path)) throw new Error(`models/${name}/weights.bin is missing`);
  const file = readFileSync(path);
  const hash = createHash("sha256").update(file).digest("hex");
  if (hash !== card.sha256)
    throw new Error(`models/${name}/weights.bin is damaged: its hash is ${hash}, its card says ${card.sha256}`);
  return encoderWeights(readSections(file));
}

/** By exponent, what a half-precision fraction is a multiple of. */
const steps = Float64Array.from({ length: 32 }, (_, exponent) => 2 ** (Math.max(1, exponent) - 25));

/** A number of 16 bits, half precision. */
export function half(bits: number): number {
  const exponent = (bits >>> 10) & 31;
  const size = ((exponent === 0 ? 0 : 1024) + (bits & 1023)) * steps[exponent]!;
  return bits & 0x8000 ? -size : size;
}

/** Half-precision numbers from planes: all low bytes, then all high ones. */
function halvesOf(bytes: Section): Float32Array {
  const count = bytes.length >> 1;
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) out[i] = half(bytes[i]! | (bytes[count + i]! << 8));
  return out;
}

/** Numbers of a word's vector that share a scale. */
const BLOCK = 32;

/** An encoder from the sections of its file. */
export function encoderWeights(sections: Sections): EncoderWeights {
  const need = (name: string): Section => {
    const section = sections.get(name);
    if (section === undefined) throw new Error(`the encoder's weights have no section ${name}`);
    return section;
  };
  const sizes = jsonSection<Sizes>(sections, "encoder");
  const { hidden, inner, layers, projected } = sizes;
  const dense = (name: string, rows: number, columns: number): Dense => {
    const bytes = need(`${name}.cells`);
    if (bytes.length !== rows * columns) throw new Error(`the encoder's ${name} has ${bytes.length} cells`);
    const cells = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    const incoming = halvesOf(need(`${name}.incoming`));
    return {
      rows,
      columns,
      incoming,
      cells,
      scales: floatsOf(need(`${name}.scales`)),
      bias: floatsOf(need(`${name}.bias`)),
    };
  };
  const norm = (name: string): Norm => ({
    gain: floatsOf(need(`${name}.gain`)),
    shift: floatsOf(need(`${name}.shift`)),
  });
  const layer = (name: string): Layer => ({
    joined: dense(`${name}.joined`, 3 * hidden, hidden),
    context: dense(`${name}.context`, hidden, hidden),
    middle: norm(`${name}.middle`),
    inner: dense(`${name}.inner`, inner, hidden),
    outer: dense(`${name}.outer`, hidden, inner),
    end: norm(`${name}.end`),
  });
  const { stance } = sizes;
  const cells = need("words.cells");
  const scales = halvesOf(need("words.scales"));
  return {
    sizes,
    vocabulary: {
      pieces: new TextDecoder().decode(need("pieces")).split("\n"),
      scores: floatsOf(need("pieces.scores")),
      unknown: sizes.unknown,
      unknownScore: sizes.unknownScore,
      special: new Set([0, 1, sizes.begin, sizes.end, sizes.unknown]),
    },
    word(piece, out, at) {
      for (let j = 0; j < hidden; j += BLOCK) {
        const block = (piece * hidden + j) / BLOCK;
        const scale = scales[block]!;
        for (let k = 0; k < BLOCK / 2; k++) {
          const byte = cells[(block * BLOCK) / 2 + k]!;
          out[at + j + k] = ((byte & 15) - 8) * scale;
          out[at + j + k + BLOCK / 2] = ((byte >> 4) - 8) * scale;
        }
      }
    },
    positions: halvesOf(need("positions")),
    begin: norm("begin"),
    layers: Array.from({ length: layers }, (_, n) => layer(`layer${n}`)),
    projection: projected ? floatsOf(need("projection")) : null,
    stance:
      stance === undefined
        ? null
        : {
            after: stance.after,
            layers: Array.from({ length: stance.layers }, (_, n) => layer(`stance${n}`)),
            weights: floatsOf(need("stance.weights")),
            bias: floatsOf(need("stance.bias")),
          },
  };
}
