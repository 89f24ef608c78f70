import type { Token } from "../surface.ts";
import type { Found, Line } from "./found.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { foldName } from "./same.ts";

/** What the uses of one unknown word tell of it: how often as a body (`la Kelmonie`) and as where something is. */
type Use = { readonly word: string; article: number; inside: number; person: boolean; readonly names: Found[] };

/** Endings of the adjectives and inhabitants of a country, behind what they share with its name. */
const ending = /^(?:e?s?|(?:i|é|e)?[ae]n(?:ne)?s?|(?:ais|ois|ain|in)(?:e?s?)|ese|ish|is?|ite?s?|iques?)$/;

/** Characters of a stem, at least and at most. */
const shortest = 4;
const longest = 24;

/** `Orsavie`, `Orsavia`: what a country's name shares with its adjective (`orsave`, `Orsavian`). */
const stemOf = (name: string): string => plainOf(name).replace(/(?:ie|ia|ya|y|e|a)$/u, "");

const plainOf = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Countries and regions that no list knows are told by how a document speaks of them: with an article or a preposition
 * of place that people don't have (`la Kelmonie accuse`, `en Orsavie`, `in Orsavia`), and by an adjective made of the
 * name (`le général kelmone`, `Orsavian troops`). Such a name is a state's, one in every language (`state:orsav`), and the
 * adjective is its nationality. A word with an article alone is a body (`le Sarvek a tiré`), and a town that acts stands
 * for its government (`Maldina dément`). Not: `Merlo a dit à Karst`, which nothing shows to be places. Linear in the
 * length of the text.
 */
export function settlePolities(lines: readonly Line[], gazetteer: Gazetteer): void {
  const uses = [...usesIn(lines, gazetteer).values()].filter(({ person }) => !person);
  const stems = new Map<string, Use>();
  for (const use of uses) {
    const stem = stemOf(use.word);
    if (stem.length >= shortest && stem.length <= longest) stems.set(stem, use);
  }
  const adjectives = adjectivesIn(lines, stems);
  const renamed = new Map<Line, Map<number, string>>();
  for (const use of uses) {
    const all = adjectives.get(use) ?? [];
    const own = use.article + use.inside > 0 || all.some(({ certain }) => certain) ? all : [];
    for (const { line, at } of own) renamed.set(line, (renamed.get(line) ?? new Map()).set(at, stateOf(use)));
    for (const name of use.names) {
      if (own.length > 0) {
        name.kind = "state";
        name.entity = stateOf(use);
      } else if (name.kind === "person" && (use.article > 0 || use.inside >= 1)) name.kind = "organization";
    }
  }
  for (const [line, nationalities] of renamed) rename(line, nationalities);
}

const stateOf = ({ word }: Use): string => `state:${foldName(stemOf(word))}`;

/** `certain` where nothing but a country has such an adjective: `Orsavian`. Not: `marins`, which Ada Marin is none of. */
type Place = { readonly line: Line; readonly at: number; readonly certain: boolean };

/** Where adjectives and inhabitants of such names stand. */
function adjectivesIn(lines: readonly Line[], stems: ReadonlyMap<string, Use>): Map<Use, Place[]> {
  const found = new Map<Use, Place[]>();
  const lengths = [...new Set([...stems.keys()].map((stem) => stem.length))];
  for (const line of lines) {
    const taken = new Set(
      line.found.flatMap(({ from, to, kind, sure }) =>
        to - from > 1 || (sure && kind !== "other") ? range(from, to) : [],
      ),
    );
    line.tokens.forEach((token, at) => {
      if (token.kind !== "word" || token.text.length <= shortest || taken.has(at)) return;
      const word = plainOf(token.plain);
      for (const length of lengths) {
        const use = stems.get(word.slice(0, length));
        const rest = word.slice(length);
        if (use === undefined || word === plainOf(use.word) || !ending.test(rest)) continue;
        const places = found.get(use);
        const place = { line, at, certain: token.capital && plainOf(use.word).endsWith("a") && /^i?ans?$/.test(rest) };
        if (places === undefined) found.set(use, [place]);
        else places.push(place);
        return;
      }
    });
  }
  return found;
}

/** Unknown names of one word, by how the document uses them. */
function usesIn(lines: readonly Line[], gazetteer: Gazetteer): Map<string, Use> {
  const uses = new Map<string, Use>();
  const people = new Set<string>();
  for (const { found, tokens } of lines)
    for (const name of found) {
      const last = tokens[name.to - 1]?.text ?? "";
      if (name.kind === "person" && (name.sure || name.to - name.from > 1)) people.add(foldName(last));
      if (name.entity !== null || name.sure || name.to - name.from !== 1) continue;
      const key = foldName(last);
      const use = uses.get(key) ?? { word: last, article: 0, inside: 0, person: false, names: [] };
      uses.set(key, use);
      use.names.push(name);
      const before = tokens[name.from - 1];
      if (isArticle(before, gazetteer) || name.kind === "organization") use.article += 1;
      else if (gazetteer.sets.placePrepositions.has(before?.key ?? "")) use.inside += before?.key === "à" ? 0.5 : 1;
    }
  for (const [key, use] of uses) use.person = people.has(key);
  return uses;
}

const isArticle = (token: Token | undefined, gazetteer: Gazetteer): boolean =>
  token !== undefined && /^(?:l'|la|le)$/.test(token.key) && gazetteer.sets.determiners.has(token.key);

/** Makes nationalities of single words, in place of whatever name one was taken for. */
function rename(line: Line, nationalities: ReadonlyMap<number, string>): void {
  const others = line.found.filter(({ from, to }) => !range(from, to).some((at) => nationalities.has(at)));
  const own = [...nationalities].map(
    ([at, entity]): Found => ({ from: at, to: at + 1, kind: "nationality", entity, sure: true }),
  );
  line.found = [...others, ...own].sort((a, b) => a.from - b.from);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
