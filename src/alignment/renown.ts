import { languageCodes, languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import type { Reading } from "../model/index.ts";
import { sound } from "./names.ts";

// Names that stand in articles on many affairs, so that two which share them need not tell of one: of states, of bodies
// known everywhere, and of those who lead or speak for them.

/** Words of names on the lists, and those that by themselves name a state, its people or a body. */
type Listed = { readonly words: ReadonlySet<string>; readonly offices: ReadonlySet<string> };

let listed: Listed | null = null;

function lists(): Listed {
  if (listed !== null) return listed;
  const [words, offices] = [new Set<string>(), new Set<string>()];
  for (const language of languageCodes.map(languageOf)) {
    const all = language === null ? [] : [...language.names.gazetteers, language.names.demonyms];
    for (const [form = "", kind = ""] of all.flatMap(rows)) {
      const names = [...form.matchAll(/\p{Lu}[\p{L}\p{M}]{2,}/gu)];
      // Who is mayor of a city is known for what goes on there.
      if (names[0]?.[0] === form && kind !== "place") offices.add(sound(form));
      // The words of a paper's name, or a body's, are common ones: `Le Courrier de l'Ouest`.
      if (names.length > 1 && (kind === "outlet" || kind === "organization")) continue;
      for (const [name] of names) words.add(sound(name));
    }
  }
  listed = { words, offices };
  return listed;
}

/** Whether a name is on a list: states, their people and capitals, bodies and media of the world. */
export const isRenowned = (name: string): boolean => lists().words.has(name);

/**
 * Names and given names of those whom a text gives an office in a state or body on a list (`le président russe`, `le
 * porte-parole du Kremlin`), or whom it calls `le président`, `the king`, and need not say of what.
 */
export function statesmenOf({ actors, document }: Reading): ReadonlySet<string> {
  const found = new Set<string>();
  const nouns = languageOf(document.language)?.actors.nouns;
  const isOffice = (title: readonly string[]): boolean =>
    title.some((word) => lists().offices.has(sound(word))) ||
    (title.length === 1 && nouns?.get(title[0]?.toLowerCase() ?? "")?.class === "head");
  for (const { kind, name, names } of actors) {
    if (kind !== "person" || !/^\p{Lu}/u.test(name)) continue;
    const own = new Set(wordsOf(name).map(sound));
    const titles = names.map(wordsOf).filter((words) => !words.some((word) => own.has(sound(word))));
    if (titles.some(isOffice)) for (const word of own) found.add(word);
  }
  return found;
}

const wordsOf = (name: string): string[] => name.match(/\p{L}[\p{L}\p{M}-]{2,}/gu) ?? [];
