import { Encoder } from "./layers.ts";
import { type Card, cardOf, loadEncoder } from "./weights.ts";

const NAME = "claims";

let loaded: Encoder | null = null;

/** What the encoder's card says, or null where no encoder ships. */
export const encoderCard = (): Card | null => cardOf(NAME);

/**
 * A vector for each text, of length one: texts that say the same of the same have vectors that lie close together. A
 * text's vector depends on the text alone, and is the same on every machine. The weights are read at the first call;
 * throws where they are missing or damaged.
 */
export function encode(texts: readonly string[]): readonly Float32Array[] {
  if (texts.length === 0) return [];
  loaded ??= new Encoder(loadEncoder(NAME));
  return loaded.encode(texts);
}

/** A clause, and the sentence it stands in. */
export type Placed = { readonly text: string; readonly within: string };

/** How much the sentence says of what its clause means: `il l'a fait` is little by itself. */
const share = 0.5;

/** Vectors made lately, so that texts which come again, in tests and when a ledger is aligned anew, cost nothing. */
const kept = new Map<string, Float32Array>();
const most = 20_000;

/** Where clauses lie, each with a share of its sentence: signed bytes in base64, of a vector whose length is 127. */
export function vectorsOf(clauses: readonly Placed[]): readonly string[] {
  const asked = new Set(clauses.flatMap(({ text, within }) => [text, within]));
  const fresh = [...asked].filter((text) => !kept.has(text));
  const made = new Map(encode(fresh).map((vector, at) => [fresh[at] ?? "", vector]));
  const vectorOf = (text: string): Float32Array => made.get(text) ?? kept.get(text) ?? new Float32Array();
  const vectors = clauses.map(({ text, within }) => packed(vectorOf(text), vectorOf(within)));
  if (kept.size + made.size > most) kept.clear();
  for (const [text, vector] of made) if (kept.size < most) kept.set(text, vector);
  return vectors;
}

function packed(clause: Float32Array, sentence: Float32Array): string {
  const sum = clause.map((value, at) => value + share * (sentence[at] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return Buffer.from(Int8Array.from(sum, (value) => Math.round((127 * value) / length)).buffer).toString("base64");
}
