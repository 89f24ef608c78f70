import { table } from "../lexicon.ts";
import type { Segmentation } from "../segmentation.ts";
import { abbreviations } from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const segmentation = {
  abbreviations: new Map(
    [...table(abbreviations)].map(([form, [kind]]) => [form, kind === "anywhere" ? "anywhere" : "before"]),
  ),
  elided: words("d"),
  whole: words("ma'am o'clock y'all 'em 'til n't 's"),
  enclitics: "n't 'll 've 're 's 'm 'd".split(" "),
  encliticsFuse: true,
  splitHyphens: true,
  prefixes: words(
    "e co non pre post re ex anti pro mid multi semi self-un un sub inter counter vice u x t al el ultra neo quasi pan bi tri de",
  ),
  contractions: new Map(
    Object.entries({
      cannot: "can not",
      gonna: "gon na",
      gotta: "got ta",
      wanna: "wan na",
      dont: "do nt",
      didnt: "did nt",
      doesnt: "does nt",
      isnt: "is nt",
      wasnt: "was nt",
      wouldnt: "would nt",
      couldnt: "could nt",
      havent: "have nt",
    }).map(([form, parts]) => [form, parts.split(" ")]),
  ),
  ambiguous: new Set<string>(),
  starters: words(
    "the a an this that these those he she it they we i you in on at by for from but and or so after before since when while if his her its their our my your many some several two three all there here what who as with according meanwhile however still then now also both each another other officials police",
  ),
  spacedThousands: false,
} satisfies Segmentation;
