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
