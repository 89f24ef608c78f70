import type { DocumentId, Figure } from "../../model/index.ts";

/** A figure with where it stands. */
export type Member = Figure & { readonly document: DocumentId; readonly uri: string };

/** A figure with everything that says what it counts, where and when, independent of language. */
export type Placed = Member & {
  readonly story: string | null;
  /** Of whom or what: `person`, `child`, `drone`; the unit of a measure (`EUR`, `%`). */
  readonly of: string;
  /** What befell or was done by those counted: `dead`, `march`; null where the words do not say. */
  readonly outcome: string | null;
  /** True where the words give a bare number and the noun is another figure's: `les syndicats en ont compté 700`. */
  readonly borrowed: boolean;
  readonly measure: boolean;
  /** True where the noun itself says what befell them. */
  readonly telling: boolean;
  /** It counts others than those before: `36 autres`. */
  readonly others: boolean;
  /** What narrows the noun: `state:UA`, a concept. */
  readonly modifiers: ReadonlySet<string>;
  /** What its clause is about, without whoever counts: tells measures apart. */
  readonly topic: ReadonlySet<string>;
  /** Where, as an id or folded name; `country` for the whole of it. */
  readonly place: string | null;
  /** Capitalised words of its clause, folded: places that no list knows. */
  readonly names: ReadonlySet<string>;
  readonly time: string | null;
  /** True where the sentence names who gives it: what is only understood blames nobody. */
  readonly sure: boolean;
  /** Who gives it, the same in all documents; the author of each outlet is one. */
  readonly giver: string;
  /** When it was given, ISO 8601, as precise as known. */
  readonly given: string | null;
};

/** What two figures must share to be of one scope without a look at each other. */
export function signature(figure: Placed): string {
  const { of, outcome, others, place, time, story, modifiers, topic, borrowed } = figure;
  return JSON.stringify([
    of,
    outcome,
    others,
    place,
    time,
    story,
    [...modifiers],
    [...topic],
    borrowed && figure.document,
  ]);
}

/** Letters alone, lower case, without accents. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/gu, "'").toLowerCase();
