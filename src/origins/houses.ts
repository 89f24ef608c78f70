import type { Reading } from "../model/index.ts";
import { besidesOf } from "./beside.ts";
import { arePeopleOfOne, isSomebodysOwn } from "./people.ts";
import { type Called, calledIn, classOf, leading, type Phrase, standing, stem } from "./phrases.ts";

/** Why one actor may give the words of the other, by what both are called; null where nothing tells so. */
export type Houses = (a: string, b: string) => "house" | "role" | "office" | "own" | "called" | null;

/** Houses of which a story may have several; that a body is meant has to show from its document. */
const many: ReadonlySet<string> = new Set(["company", "union", "club", "party", "experts"]);
/** Of whom each speaks for somebody else, or for a family of its own. */
const personal: ReadonlySet<string> = new Set(["counsel", "family"]);
/**
 * Which actors speak for one house, by what they are called anywhere: `le parquet` and `le procureur, Ivo Kern`; the mayor
 * and `la mairie`; `la ministre`, who is named elsewhere; `la directrice` of the firm that her document names;
 * `la présidente du comité` and `le comité des digues`. Not: `le maire de Harn` and `la mairie de Lisse`; two dockers;
 * `l'ancien procureur`.
 */
export function housesOf(readings: readonly Reading[], same: (a: string, b: string) => string | null): Houses {
  const called = calledIn(readings);
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
    if (isSomebodysOwn(a, b) || isSomebodysOwn(b, a)) return "own";
    if (a.named && b.named) {
      if (besides.of(a.id).has(b.id) || besides.of(b.id).has(a.id)) return "office";
      const houses = shared.filter((house) => !many.has(house) && !personal.has(house));
      return (fit && arePeopleOfOne(a, b, houses)) || areBesideOne(a, b) ? "house" : null;
    }
    if (fit && shared.some((house) => !many.has(house) || x.size === y.size || shareDocument(a, b))) return "house";
    if (fit && areOneRole(a, b)) return "role";
    for (const [one, body] of [
      [a, b],
      [b, a],
    ] as const) {
      if (besides.of(one.id).has(body.id)) return "office";
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

  /** Two people of one body, by where they stand and what they are called: `Ida Moll, de Norvane`, `le PDG de Norvane`. */
  function areBesideOne(a: Called, b: Called): boolean {
    const [x, y] = [besides.of(a.id), besides.of(b.id)];
    return (
      [...x].some((body) => y.has(body) || isOf(b, called.get(body))) ||
      [...y].some((body) => isOf(a, called.get(body)))
    );
  }
  const isOf = ({ phrases }: Called, body: Called | undefined): boolean =>
    body !== undefined && phrases.some((phrase) => !phrase.before && isOffice(phrase, body, false));

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
    const kinds = nouns.map((noun) => classOf(noun));
    if (!unnamed && !kinds.some((kind) => standing.has(kind) || kind === "military")) return false;
    const of = new Set([...which, ...nouns.filter((noun) => classOf(noun) === "organization").map(stem)]);
    return phrases.some((phrase) => {
      if (of.size > 0 && [...of].every((word) => phrase.words.has(word))) return true;
      const own = [...phrase.which, ...phrase.nouns.map(stem)];
      return (phrase.which.size > 0 || (unnamed && own.length > 0)) && own.every((word) => words.has(word));
    });
  }

  function isBareOffice({ nouns, which }: Phrase): boolean {
    const kinds = nouns.map((noun) => classOf(noun));
    return which.size === 0 && !kinds.includes("organization") && kinds.some((kind) => leading.has(kind));
  }

  /** `la direction`, `l'opérateur ferroviaire`: a firm, by what firms are. */
  function isBareBody({ id, proper, phrases }: Called): boolean {
    if (proper || !/^(?:organization|group):/.test(id)) return false;
    return phrases.some(
      ({ nouns, houses }) =>
        houses.has("company") || (houses.size === 0 && nouns.some((noun) => classOf(noun) === "organization")),
    );
  }

  /** `Odrane` and `l'usine Odrane`; `le réseau Voix claires`, `the Voix claires observers`; `l'audit` and `le cabinet d'audit`. Not: `la mairie de Harn`, `l'hôpital de Harn`. */
  function areOneBody(a: Called, b: Called): boolean {
    return a.phrases.some((x) =>
      b.phrases.some((y) => {
        if (a.id.startsWith("document:")) return [...y.words].some((word) => word.length > 3 && x.words.has(word));
        if (x.houses.size > 0 && y.houses.size > 0 && ![...x.houses].some((house) => y.houses.has(house))) return false;
        const common = [...x.which].filter((word) => y.which.has(word)).length;
        return a.proper && common > 0 && (common === x.which.size || (b.proper && common > 1));
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
        const kind = classOf(first);
        return first === second || (leading.has(kind) && kind === classOf(second));
      }),
    );
  }
}
