import type { Syntax } from "../syntax.ts";

export const syntax = {
  // `The company disputes this`: taggers take it for a noun.
  misread: {
    forms: new Map([
      ["disputes", "dispute"],
      ["contests", "contest"],
    ]),
    that: new Set(["that", "this", "it"]),
    clausal: new Set(),
    genitive: new Set(),
  },
  impersonal: null,
  objectControl: null,
  onePast: true,
} satisfies Syntax;
