import type { Figures } from "../figures.ts";

const none: readonly string[] = [];

export const figures = {
  counted: new Map(),
  outcomes: new Map(),
  counting: new Set<string>(),
  counts: new Set<string>(),
  tolls: new Map<string, string>(),
  including: none,
  ofThem: none,
  accordingTo: none,
  outOf: none,
  total: none,
  others: none,
  wholeCountry: none,
  small: new Set<string>(),
} satisfies Figures;
