import type { Leaning } from "../../model/index.ts";
import { type Encoded, Encoder, type Stretch } from "./layers.ts";
import { type Card, cardOf, loadEncoder } from "./weights.ts";

const NAME = "claims";

let loaded: Encoder | null = null;

/** What the encoder's card says, or null where no encoder ships. */
export const encoderCard = (): Card | null => cardOf(NAME);

/**
 * A vector and a leaning for each stretch of a text: stretches that say the same of the same, or the contrary, have vectors
 * that lie close together; the leaning says whether the words affirm or deny what is at issue. Both depend on the text and
 * the stretch alone, and are the same on every machine. The weights are read at the first call; throws where they are
 * missing or damaged.
 */
export function encode(stretches: readonly Stretch[]): readonly Encoded[] {
  if (stretches.length === 0) return [];
  loaded ??= new Encoder(loadEncoder(NAME));
  return loaded.encode(stretches);
}

/** How much what a clause stands in says of what it means: `il l'a fait` is little by itself. */
const share = 0.25;

/** What is kept of a clause that was read with what it stands in. */
export type Encoding = {
  /** Signed bytes in base64, of a vector whose length is 127. */
  readonly vector: string;
  /** How likely it affirms, denies, leaves open, in hundredths. */
  readonly leaning?: Leaning;
};

/** Encodings made lately, so that texts which come again, in tests and when a ledger is aligned anew, cost nothing. */
const kept = new Map<string, Encoding>();
const most = 20_000;

/** Where clauses lie, each with a share of the text it stands in, and how they lean. */
export function encodingsOf(clauses: readonly Stretch[]): readonly Encoding[] {
  const keys = clauses.map(({ text, start, end }) => `${start} ${end} ${text}`);
  const asked = new Map(clauses.map((clause, at) => [keys[at] ?? "", clause]));
  const fresh = [...asked].filter(([key]) => !kept.has(key));
  const found = encode(fresh.flatMap(([, one]) => [one, { text: one.text, start: 0, end: one.text.length }]));
  const made = new Map(fresh.map(([key], at) => [key, encodingOf(found[2 * at], found[2 * at + 1])]));
  const encodings = keys.map((key) => made.get(key) ?? kept.get(key) ?? { vector: "" });
  if (kept.size + made.size > most) kept.clear();
  for (const [key, encoding] of made) if (kept.size < most) kept.set(key, encoding);
  return encodings;
}

const none: Float32Array = new Float32Array();

function encodingOf(clause: Encoded | undefined, around: Encoded | undefined): Encoding {
  const vector = packed(clause?.vector, around?.vector);
  const [affirms, denies, open] = clause?.leaning?.map((chance) => Math.round(100 * chance)) ?? [];
  return affirms === undefined || denies === undefined || open === undefined
    ? { vector }
    : { vector, leaning: [affirms, denies, open] };
}

function packed(clause = none, around = none): string {
  const sum = clause.map((value, at) => value + share * (around[at] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return Buffer.from(Int8Array.from(sum, (value) => Math.round((127 * value) / length)).buffer).toString("base64");
}
