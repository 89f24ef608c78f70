import type { Language } from "../../languages/index.ts";
import type { Bound } from "../../model/index.ts";
import { remembered } from "../../text/remembered.ts";
import { type SurfaceOptions, surfaceOptionsOf } from "../surface.ts";
import { mayBeginNumber, own } from "./numerals.ts";
import { type Phrases, phrasesOf } from "./phrases.ts";

/** A language's data on quantities, made ready for looking up. */
export type Reader = {
  readonly language: Language;
  readonly options: SurfaceOptions;
  readonly before: Phrases<Bound>;
  readonly after: Phrases<Bound>;
  readonly units: Phrases<string>;
  readonly currencies: Phrases<string>;
  readonly fractions: Phrases<number>;
  readonly multiples: Phrases<number>;
  readonly breaks: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly identifiers: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  readonly notCounted: ReadonlySet<string>;
  readonly partOf: ReadonlySet<string>;
  readonly including: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  readonly adjectiveFirst: boolean;
  /** Whether a quantity may begin with a word, by its key; false for nearly all of them. */
  readonly mayBegin: (key: string) => boolean;
  /** Adjectives that precede the noun where most follow it. */
  readonly premodifiers: RegExp;
};

const made = new WeakMap<Language, Reader>();

export function readerOf(language: Language): Reader {
  const ready = made.get(language);
  if (ready !== undefined) return ready;
  const { quantities, names } = language;
  const set = (words: readonly string[]) => new Set(words);
  const [before, fractions, multiples] = [
    phrasesOf<Bound>(quantities.before),
    phrasesOf(quantities.fractions),
    phrasesOf(quantities.multiples),
  ];
  const openers = set([...quantities.ranges.map(([word]) => word), ...quantities.roughOpeners, "us"]);
  const reader: Reader = {
    language,
    options: surfaceOptionsOf(names.elided),
    before,
    after: phrasesOf<Bound>(quantities.after),
    units: phrasesOf(quantities.units),
    currencies: phrasesOf(quantities.currencies),
    fractions,
    multiples,
    breaks: set(quantities.breaks),
    links: set([...quantities.of, "du", "des"].filter((word) => !quantities.adjectiveFirst || word === "of")),
    others: set(quantities.others),
    identifiers: set(quantities.identifiers),
    definite: set(quantities.definite),
    notCounted: set(quantities.notCounted),
    partOf: set(quantities.partOf),
    including: set(quantities.including),
    placePrepositions: set(names.placePrepositions),
    adjectiveFirst: quantities.adjectiveFirst,
    mayBegin: remembered(
      (key) =>
        before.has(key) ||
        fractions.has(key) ||
        multiples.has(key) ||
        openers.has(key) ||
        own(quantities.rough, key) !== undefined ||
        mayBeginNumber(key, language),
    ),
    premodifiers: quantities.premodifiers,
  };
  made.set(language, reader);
  return reader;
}
