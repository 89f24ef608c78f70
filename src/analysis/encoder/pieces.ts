/** The words and parts of words that texts are cut into, each with how likely it is (a logarithm). */
export type Vocabulary = {
  readonly pieces: readonly string[];
  readonly scores: Float32Array;
  /** The piece of signs that are in no other, and its score. */
  readonly unknown: number;
  readonly unknownScore: number;
  /** Pieces that stand for no text. */
  readonly special: ReadonlySet<number>;
};

/** A piece of a text, by number, and the stretch of the text's normal form that it takes. */
export type Piece = { readonly id: number; readonly start: number; readonly end: number };

/** Code units of a text that are looked at: far more than any text has whose pieces are all taken. */
const LONGEST = 4096;
const SPACE = "\u2581";

const dropped = /[\0-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]+/g;
const blank = /[\s\u200b-\u200f\ufeff\u2581]+/g;

/** Compatibility forms made one (NFKC), controls left out, any white space one space, a space before the first word. */
export function normalForm(text: string): string {
  const short = text.length > LONGEST ? text.trimStart().slice(0, LONGEST) : text;
  return ` ${short.normalize("NFKC").replace(dropped, "").replace(blank, " ").trim()}`.replaceAll(" ", SPACE);
}

/**
 * Cuts texts into the most likely sequence of pieces (a unigram model, Kudo 2018): of all ways to reach a place in the
 * text, only the best is gone on from. Linear in the text: no piece is longer than the longest.
 */
export class Pieces {
  private readonly vocabulary: Vocabulary;
  /** A tree of code units: node and unit are looked up in an open table; `piece` tells which piece ends at a node. */
  private readonly units: Int32Array;
  private readonly nodes: Int32Array;
  private readonly piece: Int32Array;
  private readonly mask: number;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    const { pieces, special } = vocabulary;
    const most = pieces.reduce((sum, piece) => sum + piece.length, 1);
    let size = 16;
    while (size < 2 * most) size *= 2;
    this.mask = size - 1;
    this.units = new Int32Array(size);
    this.nodes = new Int32Array(2 * size);
    this.piece = new Int32Array(most + 1).fill(-1);
    let count = 1;
    pieces.forEach((piece, id) => {
      if (special.has(id) || piece === "") return;
      let node = 1;
      for (let i = 0; i < piece.length; i++) {
        const slot = this.slot(node, piece.charCodeAt(i));
        if (this.nodes[2 * slot] === 0) {
          this.units[slot] = piece.charCodeAt(i);
          this.nodes[2 * slot] = node;
          this.nodes[2 * slot + 1] = ++count;
        }
        node = this.nodes[2 * slot + 1]!;
      }
      if (this.piece[node] === -1) this.piece[node] = id;
    });
  }

  /** Where the child of a node by a unit is, or would be. */
  private slot(node: number, unit: number): number {
    let at = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b);
    at = (at ^ (at >>> 15)) & this.mask;
    while (this.nodes[2 * at] !== 0 && (this.nodes[2 * at] !== node || this.units[at] !== unit))
      at = (at + 1) & this.mask;
    return at;
  }

  /** The pieces of a text in their order; any string will do. */
  cut(text: string): Piece[] {
    const { scores, unknown, unknownScore } = this.vocabulary;
    const { nodes, piece } = this;
    const form = normalForm(text);
    const n = form.length;
    const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(n + 1);
    const by = new Int32Array(n + 1);
    best[0] = 0;
    const reach = (start: number, end: number, id: number, score: number) => {
      if (score <= best[end]!) return;
      best[end] = score;
      from[end] = start;
      by[end] = id;
    };
    for (let i = 0; i < n; i++) {
      const so = best[i]!;
      // The second half of a sign beyond the first 65,536 is no place to begin.
      if (so === Number.NEGATIVE_INFINITY) continue;
      let node = 1;
      for (let j = i; j < n; ) {
        const slot = this.slot(node, form.charCodeAt(j));
        if (nodes[2 * slot] === 0) break;
        node = nodes[2 * slot + 1]!;
        const id = piece[node]!;
        j++;
        if (id !== -1) reach(i, j, id, so + scores[id]!);
      }
      reach(i, i + ((form.codePointAt(i) ?? 0) > 0xffff ? 2 : 1), unknown, so + unknownScore);
    }
    const found: Piece[] = [];
    for (let at = n; at > 0; at = from[at]!) found.push({ id: by[at]!, start: from[at]!, end: at });
    return found.reverse();
  }
}
