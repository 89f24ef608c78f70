import type { Actors } from "../actors.ts";

const none: ReadonlySet<string> = new Set();

export const actors = {
  nouns: new Map(),
  pronouns: new Map(),
  determiners: new Map(),
  seats: new Map(),
  ofWords: none,
  quantityNouns: none,
  closeWords: none,
  anonymousWords: none,
  anonymityPhrases: [],
  groundPhrases: new Map(),
  dualWords: none,
  sameWords: none,
  epithets: new Set<string>(),
  formerWords: none,
  honorifics: new Map(),
  outletWords: none,
  titles: new Set(),
  generic: none,
  families: new Map(),
  professions: new Map(),
  accused: new Set(["angeklagte", "angeklagter", "beschuldigte", "beschuldigter"]),
  scenes: new Set("verhandlung interview pressekonferenz sitzung rande".split(" ")),
  turns: new Set(["seite"]),
  governing: new Set(
    "regierung minister ministerin ministerium bundesregierung bundesminister innenminister innenministerium".split(
      " ",
    ),
  ),
  and: "und",
  askers: "",
} satisfies Actors;
