import { languageCodes, languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import { houses as compiled } from "../languages/lexicons.generated.ts";
import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";
import { besidesOf } from "./beside.ts";

/** Why one actor may give the words of the other, by what both are called; null where nothing tells so. */
export type Houses = (a: string, b: string) => "house" | "role" | "office" | "called" | null;

type Lists = {
  /** Word, or words, of a house to the houses it may be. */
  readonly houses: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
  readonly classes: ReadonlyMap<string, string>;
  readonly former: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
};
let lists: Lists | null = null;

/** A word without the endings of number: `juges`, `maires`. */
const single = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/u, "") : word);

const wordsOf = (phrase: string): string[] =>
  foldPhrase(phrase)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(single);

function load(): Lists {
  if (lists !== null) return lists;
  const houses = new Map<string, string[]>();
  let longest = 1;
  for (const [house, ...columns] of rows(compiled))
    for (const entry of columns.flatMap((column) => column.split(","))) {
      const words = wordsOf(entry);
      longest = Math.max(longest, words.length);
      const key = words.join(" ");
      houses.set(key, [...(houses.get(key) ?? []), house]);
    }
  const classes = new Map<string, string>();
  const former = new Set<string>();
  const links = new Set("de du des d la le l les et a au aux the of and for at in by from".split(" "));
  for (const code of languageCodes) {
    const language = languageOf(code);
    if (language === null) continue;
    for (const [noun, kind = ""] of rows(language.names.roles)) classes.set(wordsOf(noun).join(" "), kind);
    for (const word of language.actors.formerWords) former.add(single(foldPhrase(word)));
    for (const word of language.actors.ofWords) for (const part of wordsOf(word)) links.add(part);
  }
  lists = { houses, longest, classes, former, links };
  return lists;
}

/** What a phrase says: the houses it is of, the nouns of roles in it, and the words that tell which one. */
type Phrase = {
  readonly houses: ReadonlySet<string>;
  readonly nouns: readonly string[];
  readonly which: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** It is over: `l'ancien procureur`. */
  readonly before: boolean;
};

function read(phrase: string): Phrase | null {
  const { houses, longest, classes, former, links } = load();
  const words = wordsOf(phrase);
  if (words.length === 0 || words.length > 12) return null;
  const found = new Set<string>();
  const taken = new Set<number>();
  for (let size = Math.min(longest, words.length); size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      if (taken.has(at)) continue;
      const own = houses.get(words.slice(at, at + size).join(" "));
      if (own === undefined) continue;
      for (const house of own) found.add(house);
      for (let one = at; one < at + size; one++) taken.add(one);
    }
  const before = words.some((word) => former.has(word));
  const nouns = words.filter((word) => classes.has(word));
  const which = words.filter((word, at) => {
    const kind = classes.get(word) ?? "";
    return (
      !taken.has(at) &&
      !former.has(word) &&
      !standing.has(kind) &&
      kind !== "organization" &&
      kind !== "source" &&
      !links.has(word) &&
      word.length > 2
    );
  });
  return { houses: found, nouns, which: new Set(which.map(stem)), words: new Set(words.map(stem)), before };
}

/** Enough of a word to know it in its derivations: `Tarsie`, `tarsien`. */
const stem = (word: string): string => word.slice(0, 5);

type Called = {
  readonly id: string;
  /** A person by name; else a body, a group, a paper, or a person by role alone. */
  readonly named: boolean;
  /** It has a name of its own: `Odrane`. Not: `la préfecture`. */
  readonly proper: boolean;
  readonly phrases: Phrase[];
  readonly documents: Set<string>;
};

/** Houses of which a story may have several; that a body is meant has to show from its document. */
const many: ReadonlySet<string> = new Set(["company", "union", "club", "party", "experts"]);
/** Who speaks for a body by the noun alone. */
const leading: ReadonlySet<string> = new Set(["executive", "leader", "spokesperson"]);
const standing: ReadonlySet<string> = new Set([...leading, "head", "official", "minister"]);

/**
 * Which actors speak for one house, by what they are called anywhere: `le parquet` and `le procureur, Ivo Kern`; the mayor
 * and `la mairie`; `la ministre`, who is named elsewhere; `la directrice` of the firm that her document names;
 * `la présidente du comité` and `le comité des digues`. Not: `le maire de Harn` and `la mairie de Lisse`; two people with
 * names; `l'ancien procureur`.
 */
export function housesOf(readings: readonly Reading[], same: (a: string, b: string) => string | null): Houses {
  const { classes } = load();
  const called = new Map<string, Called>();
  for (const { document, actors } of readings)
    for (const { id, kind, name, names } of actors) {
      if (id === "author" || id === "unnamed") continue;
      const known = called.get(id);
      const named = kind === "person" && !isRole(name);
      const one = known ?? { id, named, proper: /\p{Lu}/u.test(name), phrases: [], documents: new Set<string>() };
      called.set(id, one);
      one.documents.add(document.id);
      for (const phrase of named ? names.filter((other) => other !== name) : [name, ...names]) {
        const own = one.phrases.length < 12 ? read(phrase) : null;
        if (own !== null) one.phrases.push(own);
      }
    }

  const besides = besidesOf(readings);
  const doubles = new Map<Called, readonly Called[]>();
  /** Under which ids a body stands in the documents. */
  const doublesOf = (body: Called): readonly Called[] => {
    const known = doubles.get(body);
    if (known !== undefined) return known;
    const found = [...called.values()].filter((one) => one === body || same(one.id, body.id) === "certain");
    doubles.set(body, found);
    return found;
  };
  /** Whether a document of the one names the other. */
  const isNamedWith = (one: Called, body: Called): boolean => doublesOf(body).some((own) => shareDocument(one, own));
  const shareDocument = ({ documents }: Called, { documents: others }: Called): boolean => {
    const [few, more] = documents.size <= others.size ? [documents, others] : [others, documents];
    for (const one of few) if (more.has(one)) return true;
    return false;
  };
  const housesIn = ({ phrases }: Called): string[] =>
    phrases.flatMap(({ houses, before }) => (before ? [] : [...houses]));
  const whichOf = ({ phrases }: Called): Set<string> => new Set(phrases.flatMap(({ which }) => [...which]));

  function tie(a: Called, b: Called): ReturnType<Houses> {
    const [x, y] = [whichOf(a), whichOf(b)];
    const fit = x.size === 0 || y.size === 0 || [...x].some((word) => y.has(word));
    const shared = housesIn(a).filter((house) => housesIn(b).includes(house));
    const people = a.named && b.named;
    if (people) return besides.has(`${a.id} ${b.id}`) || besides.has(`${b.id} ${a.id}`) ? "office" : null;
    if (fit && shared.some((house) => !many.has(house) || x.size === y.size || shareDocument(a, b))) return "house";
    if (fit && areOneRole(a, b)) return "role";
    for (const [one, body] of [
      [a, b],
      [b, a],
    ] as const) {
      if (besides.has(`${one.id} ${body.id}`)) return "office";
      if (isName(body)) continue;
      if (/^(?:person|anonymous):/.test(one.id)) {
        const unnamed = one.id.startsWith("anonymous:");
        if (one.phrases.some((phrase) => !phrase.before && isOffice(phrase, body, unnamed))) return "office";
        const bare = one.phrases.some((phrase) => !phrase.before && isBareOffice(phrase));
        if (bare && (isBareBody(body) || (isBody(body) && isNamedWith(one, body)))) return "called";
      } else if (isBareBody(one) && isBody(body) && isNamedWith(one, body)) return "called";
      if (areOneBody(one, body)) return "house";
    }
    return null;
  }

  const ties = new Map<string, ReturnType<Houses>>();
  return (a, b) => {
    const [x, y] = [called.get(a), called.get(b)];
    if (x === undefined || y === undefined || x === y) return null;
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = ties.get(pair);
    if (known !== undefined) return known;
    const found = tie(x, y);
    ties.set(pair, found);
    return found;
  };

  /** `la présidente du comité`, whose words stand in what the body is called; `le PDG de Norvane`, or the other way round. */
  function isOffice({ nouns, which, words }: Phrase, { phrases }: Called, unnamed: boolean): boolean {
    const kinds = nouns.map((noun) => classes.get(noun) ?? "");
    if (!unnamed && !kinds.some((kind) => standing.has(kind) || kind === "military")) return false;
    const of = new Set([...which, ...nouns.filter((noun) => classes.get(noun) === "organization").map(stem)]);
    return phrases.some((phrase) => {
      if (of.size > 0 && [...of].every((word) => phrase.words.has(word))) return true;
      const own = [...phrase.which, ...phrase.nouns.map(stem)];
      return (phrase.which.size > 0 || (unnamed && own.length > 0)) && own.every((word) => words.has(word));
    });
  }

  function isBareOffice({ nouns, which }: Phrase): boolean {
    const kinds = nouns.map((noun) => classes.get(noun) ?? "");
    return which.size === 0 && !kinds.includes("organization") && kinds.some((kind) => leading.has(kind));
  }

  /** `la direction`, `l'opérateur ferroviaire`: a firm, by what firms are. */
  function isBareBody({ id, proper, phrases }: Called): boolean {
    if (proper || !/^(?:organization|group):/.test(id)) return false;
    return phrases.some(
      ({ nouns, houses }) =>
        houses.has("company") || (houses.size === 0 && nouns.some((noun) => classes.get(noun) === "organization")),
    );
  }

  /** `Odrane` and `l'usine Odrane`; `l'audit` and `le cabinet d'audit`. Not: `la mairie de Harn`, `l'hôpital de Harn`. */
  function areOneBody(a: Called, b: Called): boolean {
    return a.phrases.some((x) =>
      b.phrases.some((y) => {
        if (a.id.startsWith("document:")) return [...y.words].some((word) => word.length > 3 && x.words.has(word));
        if (x.houses.size > 0 && y.houses.size > 0 && ![...x.houses].some((house) => y.houses.has(house))) return false;
        return a.proper && x.which.size > 0 && [...x.which].every((word) => y.which.has(word));
      }),
    );
  }

  /** A body by a name of its own that no list knows as something other than a firm. */
  function isBody(one: Called): boolean {
    if (!/^(?:org|organization):|^person:[^-]+$/.test(one.id) || isName(one) || !one.proper) return false;
    return one.phrases.every(({ houses }) => houses.size === 0 || houses.has("company"));
  }

  /** What is surely a person, since it has a role. */
  function isName({ id, phrases }: Called): boolean {
    return id.startsWith("person:") && phrases.length > 0;
  }

  /** `la ministre` and somebody called `ministre de la Santé`. */
  function areOneRole(a: Called, b: Called): boolean {
    if (![a, b].every(({ id }) => /^(?:person|anonymous):/.test(id))) return false;
    return a.phrases.some(({ nouns: [first], before }) =>
      b.phrases.some(({ nouns: [second], before: other }) => {
        if (first === undefined || second === undefined || before !== other) return false;
        const kind = classes.get(first) ?? "";
        return first === second || (leading.has(kind) && kind === classes.get(second));
      }),
    );
  }

  /** A person whom no name tells: `ministre de l'Intérieur`, `leur avocat`. */
  function isRole(name: string): boolean {
    const words = wordsOf(name);
    return words.slice(0, 2).some((word) => classes.has(word)) && (/^\p{Ll}/u.test(name) || words.length === 1);
  }
}
