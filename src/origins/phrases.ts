import { languageCodes, languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import { houses as compiled } from "../languages/lexicons.generated.ts";
import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";

type Lists = {
  /** Word, or words, of a house to the houses it may be. */
  readonly houses: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
  readonly classes: ReadonlyMap<string, string>;
  readonly former: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
};
let lists: Lists | null = null;

/** A word without the endings of number: `juges`, `maires`. */
const single = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/u, "") : word);

const wordsOf = (phrase: string): string[] =>
  foldPhrase(phrase)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(single);

function load(): Lists {
  if (lists !== null) return lists;
  const houses = new Map<string, string[]>();
  let longest = 1;
  for (const [house, ...columns] of rows(compiled))
    for (const entry of columns.flatMap((column) => column.split(","))) {
      const words = wordsOf(entry);
      longest = Math.max(longest, words.length);
      const key = words.join(" ");
      houses.set(key, [...(houses.get(key) ?? []), house]);
    }
  const classes = new Map<string, string>();
  const former = new Set<string>();
  const links = new Set("de du des d la le l les et a au aux the of and for at in by from".split(" "));
  for (const code of languageCodes) {
    const language = languageOf(code);
    if (language === null) continue;
    for (const [noun, kind = ""] of rows(language.names.roles)) classes.set(wordsOf(noun).join(" "), kind);
    for (const word of language.actors.formerWords) former.add(single(foldPhrase(word)));
    for (const word of language.actors.ofWords) for (const part of wordsOf(word)) links.add(part);
  }
  lists = { houses, longest, classes, former, links };
  return lists;
}

/** What a phrase says: the houses it is of, the nouns of roles in it, and the words that tell which one. */
export type Phrase = {
  readonly houses: ReadonlySet<string>;
  readonly nouns: readonly string[];
  readonly which: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** It is over: `l'ancien procureur`. */
  readonly before: boolean;
};

export function read(phrase: string): Phrase | null {
  const { houses, longest, classes, former, links } = load();
  const words = wordsOf(phrase);
  if (words.length === 0 || words.length > 12) return null;
  const found = new Set<string>();
  const taken = new Set<number>();
  for (let size = Math.min(longest, words.length); size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      if (taken.has(at)) continue;
      const own = houses.get(words.slice(at, at + size).join(" "));
      if (own === undefined) continue;
      for (const house of own) found.add(house);
      for (let one = at; one < at + size; one++) taken.add(one);
    }
  const before = words.some((word) => former.has(word));
  // `porte-parole`, `press secretary`: of several words as well.
  const nouns: string[] = [];
  const named = new Set<number>();
  for (let at = 0; at < words.length; at++)
    for (let size = Math.min(3, words.length - at); size > 0; size--) {
      const noun = words.slice(at, at + size).join(" ");
      if (!classes.has(noun)) continue;
      nouns.push(noun);
      const kind = classes.get(noun) ?? "";
      if (standing.has(kind) || kind === "organization" || kind === "source")
        for (let one = at; one < at + size; one++) named.add(one);
      at += size - 1;
      break;
    }
  const which = words.filter(
    (word, at) => !taken.has(at) && !named.has(at) && !former.has(word) && !links.has(word) && word.length > 2,
  );
  return { houses: found, nouns, which: new Set(which.map(stem)), words: new Set(words.map(stem)), before };
}

/** Enough of a word to know it in its derivations: `Tarsie`, `tarsien`. */
export const stem = (word: string): string => word.slice(0, 5);

export type Called = {
  readonly id: string;
  /** A person by name; else a body, a group, a paper, or a person by role alone. */
  readonly named: boolean;
  /** It has a name of its own: `Odrane`. Not: `la préfecture`. */
  readonly proper: boolean;
  /** The words of a person's name. */
  readonly own: readonly string[];
  readonly phrases: Phrase[];
  readonly documents: Set<string>;
};

/** Who speaks for a body by the noun alone. */
export const leading: ReadonlySet<string> = new Set(["executive", "leader", "spokesperson"]);
export const standing: ReadonlySet<string> = new Set([...leading, "head", "official", "minister"]);

/** The class of a noun that somebody is called by (`executive`, `citizen`), or nothing. */
export const classOf = (noun: string): string => load().classes.get(noun) ?? "";

/** The nouns of roles, bodies and papers that stand in a sentence; of those of several words, each word that is one. */
export const nounsIn = (sentence: string): string[] => wordsOf(sentence).filter((word) => classOf(word) !== "");

/** What actors are called in all documents, by id. */
export function calledIn(readings: readonly Reading[]): Map<string, Called> {
  const called = new Map<string, Called>();
  for (const { document, actors } of readings)
    for (const { id, kind, name, names } of actors) {
      if (id === "author" || id === "unnamed") continue;
      const named = kind === "person" && !isRole(name);
      const one = called.get(id) ?? {
        id,
        named,
        proper: /\p{Lu}/u.test(name),
        own: named ? wordsOf(name).map(stem) : [],
        phrases: [],
        documents: new Set<string>(),
      };
      called.set(id, one);
      one.documents.add(document.id);
      for (const phrase of named ? names.filter((other) => other !== name) : [name, ...names]) {
        const own = one.phrases.length < 12 ? read(phrase) : null;
        if (own !== null) one.phrases.push(own);
      }
    }
  return called;
}

/** A person whom no name tells: `ministre de l'Intérieur`, `leur avocat`. */
function isRole(name: string): boolean {
  const words = wordsOf(name);
  return words.slice(0, 2).some((word) => classOf(word) !== "") && (/^\p{Ll}/u.test(name) || words.length === 1);
}
