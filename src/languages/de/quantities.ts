import type { Quantities } from "../quantities.ts";

const none: readonly string[] = [];

export const quantities = {
  decimal: ",",
  numerals: { zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12 },
  multipliers: { tausend: 1e3, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9 },
  rough: {},
  of: none,
  and: none,
  roughOpeners: none,
  before: { rund: "about", etwa: "about", mindestens: "at-least", höchstens: "at-most" },
  after: {},
  ranges: [["zwischen", "und"]],
  units: {},
  currencies: { "€": "EUR", $: "USD" },
  fractions: {},
  multiples: {},
  partOf: none,
  including: none,
  others: none,
  identifiers: none,
  definite: ["der", "die", "das", "den", "dem", "des"],
  notCounted: none,
  single: none,
  one: none,
  breaks: none,
  premodifiers: /(?!)/,
  adjectiveFirst: true,
} satisfies Quantities;
