import { remembered } from "../../text/remembered.ts";

/**
 * Spelling of names made equal: case, accents, and the ways Slavic and other names are written in French, English and
 * German (Poutine, Putin; Chevtchenko, Shevchenko; Zelenskyj, Zelensky; Ouchakov, Ushakov).
 * Rough on purpose: two names with one key in one document are one name; across documents the whole name must agree.
 */
const steps: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}\p{N}]+/gu, " "],
  [/(?:stsch|shch|chtch|schtsch|sz?cz)/g, "sc"],
  [/(?:tsch|tch|cz|ch|sch|sh|sz)/g, "s"],
  [/(?:dj|dzh|dsch|zh)/g, "j"],
  [/kh/g, "h"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/qu/g, "k"],
  [/x/g, "ks"],
  [/gu(?=[ei])/g, "g"],
  [/ou/g, "u"],
  [/w/g, "v"],
  [/ff\b/g, "v"],
  [/(?:iy|yy|yj|ij|ii|yi|y|j(?=[aeou]))/g, "i"],
  [/ie(?=v|\b|i)/g, "e"],
  [/io(?=v)/g, "o"],
  [/in(?:e)?\b/g, "in"],
  [/(\p{L})\1/gu, "$1"],
  [/i+/g, "i"],
];

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Lower case without accents, typographic apostrophes or leading articles: the form in which phrases are compared. */
export const foldPhrase = remembered((text) =>
  plain(text)
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:le|la|les|the|des|un|une|an?|ce|cet|cette|ces)\s+|[ld]')/u, "")
    .trim(),
);

/** Key of a name, word by word: `["vladimir", "putin"]`. */
export const nameKey = remembered((text): readonly string[] => {
  let key = plain(text);
  for (const [pattern, replacement] of steps) key = key.replace(pattern, replacement);
  return key.split(" ").filter((part) => part !== "");
});

/** Identifier of a person, the same in every language: `person:putin-vladimir`. */
export function personId(name: string): string {
  const key = nameKey(name);
  const last = key.at(-1);
  return `person:${[last, ...key.slice(0, -1).filter((part) => part.length > 1)].join("-")}`;
}

/** Identifier of a group, organisation or document that no list knows, from its words. */
export function phraseId(kind: string, text: string): string {
  return `${kind}:${foldPhrase(text)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)}`;
}
