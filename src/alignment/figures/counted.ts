import type { Events } from "../../languages/events.ts";
import type { Figures } from "../../languages/figures.ts";
import type { Figure } from "../../model/index.ts";
import { stem } from "../propositions/concepts.ts";

/** Outcomes that a noun only brings along, so that what happens to them in the sentence comes before it. */
const weak = new Set(["march", "strike"]);

export type Thing = {
  readonly of: string;
  readonly outcome: string | null;
  readonly borrowed: boolean;
  readonly measure: boolean;
  /** True where the noun itself says what befell them: `morts`, not `personnes`. */
  readonly telling: boolean;
};

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== "");

/**
 * Of whom or what a figure is, and what befell them. `34 personnes ont été tuées`, `34 morts` and `killed 34 people` are
 * dead persons all three; `38 manifestants interpellés` are arrested, not marching; `12 policiers blessés` are not persons
 * at large. `before` and `after` are the clause around the figure up to the figures beside it.
 */
export function thingOf(
  figure: Figure,
  around: { readonly before: string; readonly after: string; readonly sentence: string },
  language: Figures,
  events: Events,
): Thing {
  const own = wordsIn(figure.text);
  const named = wordsIn(figure.what);
  const head = figure.unit.toLowerCase();
  // Symbols, codes of currencies and durations measure; nouns count.
  const measure = !/^\p{Ll}[\p{L}-]{2,}$/u.test(figure.unit) || durations.has(figure.unit);
  const known = language.counted.get(head) ?? named.map((word) => language.counted.get(word)).find(Boolean) ?? null;
  const of = measure ? figure.unit : (known?.of ?? events.concepts.get(head) ?? stem(head));
  // A measure in figures alone borrows its unit; a count, its noun.
  const borrowed = measure
    ? !/[\p{L}%€$£°]/u.test(figure.text)
    : ![...named.slice(0, 1), head].some((word) => own.some((one) => stem(one) === stem(word)));
  const at = named.findIndex((word) => {
    const one = language.counted.get(word);
    return stem(word) === stem(head) || (one !== undefined && one.of === known?.of && one.outcome === known.outcome);
  });
  const outcome =
    first(
      named.filter((_, index) => index !== Math.max(0, at)),
      language,
    ) ??
    first(wordsIn(around.after), language) ??
    (known?.outcome == null || weak.has(known.outcome) ? last(wordsIn(around.before), language) : null) ??
    (borrowed ? null : (known?.outcome ?? (of === "person" ? gathering(around.sentence, language) : null)));
  const telling =
    outcome !== null && (known?.outcome === outcome || named.some((word) => outcomeOf(word, language) === outcome));
  return { of, outcome, borrowed, measure, telling };
}

const durations = new Set(["hour", "min", "day", "night", "week", "month", "quarter", "year", "decade", "century"]);

const outcomeOf = (word: string, language: Figures): string | null =>
  language.outcomes.get(word) ?? language.counted.get(word)?.outcome ?? null;

const first = (words: readonly string[], language: Figures): string | null =>
  words.map((word) => outcomeOf(word, language)).find((outcome) => outcome !== null) ?? null;

const last = (words: readonly string[], language: Figures): string | null =>
  words.map((word) => outcomeOf(word, language)).findLast((outcome) => outcome !== null) ?? null;

/** People counted in a sentence about a march, with no other word for what they do. */
const gathering = (sentence: string, language: Figures): string | null =>
  wordsIn(sentence).some((word) => outcomeOf(word, language) === "march") ? "march" : null;
