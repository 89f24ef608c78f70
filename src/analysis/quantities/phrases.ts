import type { Token } from "../surface.ts";

/** Fixed phrases by their first word, longest first, so that each position is looked up once. */
export type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

export function phrasesOf<T>(record: Readonly<Record<string, T>>): Phrases<T> {
  const map = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of Object.entries(record)) {
    const words = phrase
      .toLowerCase()
      .replace(/'/g, "' ")
      .replace(/\//g, " / ")
      .trim()
      .split(" ")
      .filter((word) => word !== "");
    const first = words[0] ?? "";
    const same = map.get(first);
    if (same === undefined) map.set(first, [{ words, value }]);
    else same.push({ words, value });
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

/** The longest phrase at `at`, with the position after it. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  at: number,
): { value: T; to: number } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  for (const { words, value } of phrases.get(first.key) ?? [])
    if (words.every((word, i) => tokens[at + i]?.key === word)) return { value, to: at + words.length };
  return null;
}
