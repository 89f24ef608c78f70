const made = new WeakMap<ReadonlyMap<string, unknown>, (word: string) => boolean>();

/**
 * Whether a phrase of a lexicon may begin with a word, so that no longer run is put together where none does. A phrase
 * is written with single spaces, none behind an apostrophe: `d'après` may begin with `d'`, `peut être` with `peut`.
 */
export function openersOf(phrases: ReadonlyMap<string, unknown>): (word: string) => boolean {
  let opens = made.get(phrases);
  if (opens === undefined) {
    const words = new Set<string>();
    for (const phrase of phrases.keys()) {
      words.add(phrase);
      for (const { index, 0: mark } of phrase.matchAll(/[ ']/g))
        words.add(phrase.slice(0, mark === "'" ? index + 1 : index));
    }
    opens = (word) => words.has(word);
    made.set(phrases, opens);
  }
  return opens;
}
