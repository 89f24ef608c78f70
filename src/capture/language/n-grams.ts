import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

type Eld = typeof import("eld/extrasmall").default;

let loaded: Eld | null = null;

/**
 * The n-gram detector and its table, loaded at first need: most texts are decided by their function words.
 * The package offers itself to `import` only, so its file is resolved that way and loaded at once.
 */
function detector(): Eld {
  if (loaded === null) {
    const file = fileURLToPath(import.meta.resolve("eld/extrasmall"));
    loaded = (createRequire(import.meta.url)(file) as typeof import("eld/extrasmall")).default;
  }
  return loaded;
}

/** What a text reads most like by its character n-grams: 0..1 for the best language, and whether that can be relied on. */
export function readsLike(text: string): {
  readonly language: string;
  readonly score: number;
  readonly reliable: boolean;
} {
  const result = detector().detect(text);
  const score = result.getScores()[result.language] ?? 0;
  return { language: result.language === "" ? "und" : result.language, score, reliable: result.isReliable() };
}
