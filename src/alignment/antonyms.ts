import { conceptEntries } from "../languages/events.ts";
import { rows } from "../languages/lexicon.ts";
import { antonyms } from "../languages/lexicons.generated.ts";
import { stem } from "./propositions/concepts.ts";

/** The ends of scales that each word of a language stands at, as `+7` and `-7`, by lemma, by concept and by stem. */
export type Antonyms = ReadonlyMap<string, ReadonlySet<string>>;

const loaded = new Map<string, Antonyms>();
const columns: Readonly<Record<string, 0 | 1>> = { fr: 0, en: 1 };

export function antonymsOf(language: string): Antonyms {
  const name = language.slice(0, 2);
  const before = loaded.get(name);
  if (before !== undefined) return before;
  const made = new Map<string, Set<string>>();
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column !== undefined) {
    const concepts = conceptEntries(column);
    rows(antonyms).forEach((cells, scale) => {
      for (const sign of ["+", "-"] as const) {
        for (const lemma of (cells[column + (sign === "+" ? 0 : 2)] ?? "").split(",")) {
          const keys = lemma.includes(" ") ? [lemma] : [lemma, concepts.get(lemma) ?? stem(lemma)];
          for (const key of keys) made.set(key, (made.get(key) ?? new Set()).add(`${sign}${scale}`));
        }
      }
    });
  }
  loaded.set(name, made);
  return made;
}
