import { rows } from "./lexicon.ts";
import * as shared from "./lexicons.generated.ts";

/** How a word stands to a sense: it says it, or its contrary; it tells it from one party's side, or from the other's. */
export type Stance = { readonly contrary: boolean; readonly converse: boolean };

/** The senses of a word, by name. */
export type Senses = ReadonlyMap<string, Stance>;

/** Senses by lemma, or by two lemmas joined by a space (`shoot down`, `avoir lieu`). */
export type SenseEntries = ReadonlyMap<string, Senses>;

const plain: Stance = { contrary: false, converse: false };
const stances: Readonly<Record<string, Stance>> = {
  "!": { contrary: true, converse: false },
  "<": { contrary: false, converse: true },
};

/**
 * Reads lists of senses, each line a name, then French and English lemmas:
 * `withdraw⇥retirer,retrait,!maintenir⇥withdraw,!keep`. `!` marks a word that says that it is not so, `<` one that tells
 * it from the other party's side. Senses of two lists are two, whatever their names.
 */
export function senseEntries(lists: readonly (readonly [name: string, text: string])[], column: 0 | 1): SenseEntries {
  const entries = new Map<string, Map<string, Stance>>();
  for (const [list, text] of lists) {
    for (const [name, ...columns] of rows(text)) {
      for (const item of (columns[column] ?? "").split(",")) {
        const mark = stances[item.charAt(0)];
        const lemma = (mark === undefined ? item : item.slice(1)).trim();
        if (lemma === "") continue;
        const senses = entries.get(lemma) ?? new Map<string, Stance>();
        entries.set(lemma, senses);
        senses.set(`${list}/${name}`, mark ?? plain);
      }
    }
  }
  return entries;
}

const lists = Object.entries(shared)
  .filter(([name]) => /^senses[A-Z]/.test(name))
  .map(([name, text]) => [name.slice("senses".length).toLowerCase(), text] as const);

const columns: Readonly<Record<string, 0 | 1>> = { fr: 0, en: 1 };
const loaded = new Map<string, SenseEntries>();

/** The senses of a language's words (`lexicons/senses-*.txt`); none where the lists have no column for it. */
export function sensesIn(language: string): SenseEntries {
  const name = language.slice(0, 2);
  const before = loaded.get(name);
  if (before !== undefined) return before;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) return new Map();
  const made = senseEntries(lists, column);
  loaded.set(name, made);
  return made;
}
