import { Encoder, type Stretch } from "./layers.ts";
import { type Card, cardOf, loadEncoder } from "./weights.ts";

const NAME = "claims";

let loaded: Encoder | null = null;

/** What the encoder's card says, or null where no encoder ships. */
export const encoderCard = (): Card | null => cardOf(NAME);

/**
 * A vector for each stretch of a text, of length one: stretches that say the same of the same have vectors that lie close
 * together. A vector depends on the text and the stretch alone, and is the same on every machine. The weights are read
 * at the first call; throws where they are missing or damaged.
 */
export function encode(stretches: readonly Stretch[]): readonly Float32Array[] {
  if (stretches.length === 0) return [];
  loaded ??= new Encoder(loadEncoder(NAME));
  return loaded.encode(stretches);
}

/** How much what a clause stands in says of what it means: `il l'a fait` is little by itself. */
const share = 0.25;

/** Vectors made lately, so that texts which come again, in tests and when a ledger is aligned anew, cost nothing. */
const kept = new Map<string, string>();
const most = 20_000;

/** Where clauses lie, each with a share of the text it stands in: signed bytes in base64, of a vector whose length is 127. */
export function vectorsOf(clauses: readonly Stretch[]): readonly string[] {
  const keys = clauses.map(({ text, start, end }) => `${start} ${end} ${text}`);
  const asked = new Map(clauses.map((clause, at) => [keys[at] ?? "", clause]));
  const fresh = [...asked].filter(([key]) => !kept.has(key));
  const vectors = encode(fresh.flatMap(([, one]) => [one, { text: one.text, start: 0, end: one.text.length }]));
  const made = new Map(fresh.map(([key], at) => [key, packed(vectors[2 * at], vectors[2 * at + 1])]));
  const found = keys.map((key) => made.get(key) ?? kept.get(key) ?? "");
  if (kept.size + made.size > most) kept.clear();
  for (const [key, vector] of made) if (kept.size < most) kept.set(key, vector);
  return found;
}

const none: Float32Array = new Float32Array();

function packed(clause = none, around = none): string {
  const sum = clause.map((value, at) => value + share * (around[at] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return Buffer.from(Int8Array.from(sum, (value) => Math.round((127 * value) / length)).buffer).toString("base64");
}
