import { type Facets, facetsOf, totalOf } from "../ledger/facets.ts";
import { foundPage, lookFor } from "../ledger/found.ts";
import { type Found, foundIn, type Ledger, type Page, type PageAsk, parseQuery } from "../ledger/index.ts";
import { type Suggestion, suggestionsFor } from "../ledger/suggest.ts";

/** Sentences in which all the words stand in some form, narrowed by fields. Throws `bad-query`. */
export async function searchLedger(ledger: Ledger, text: string, limit = 100): Promise<Found[]> {
  return await foundIn(ledger, parseQuery(text), limit);
}

export type SearchPage = {
  readonly items: readonly Found[];
  /** How many sentences there are; 10,000 stands for that and more. */
  readonly total: number;
  readonly next: string | null;
  /** How the newest of them are spread, where it was asked. */
  readonly facets: Facets | null;
};

/**
 * A page of them, with counts by which they can be narrowed if they are asked for. With `typing`, the last word may be the
 * beginning of one, and what is there is not counted. Throws `bad-query`, `bad-cursor`.
 */
export async function pageSearch(
  ledger: Ledger,
  text: string,
  ask: PageAsk & { readonly typing?: boolean; readonly facets?: boolean },
): Promise<SearchPage> {
  const look = await lookFor(ledger, parseQuery(text, ask.typing === true));
  const { items, next } = await foundPage(ledger, look, ask);
  const total = ask.typing === true ? items.length : await totalOf(ledger, look);
  return { items, total, next, facets: ask.facets === true ? await facetsOf(ledger, look) : null };
}

/** A page of them and nothing counted, as all of them go out. Throws `bad-query`, `bad-cursor`. */
export async function pageFound(ledger: Ledger, text: string, ask: PageAsk): Promise<Page<Found>> {
  const { items, next } = await foundPage(ledger, await lookFor(ledger, parseQuery(text)), ask);
  return { items, total: items.length, next };
}

/** Actors, papers and stories of whose names a word begins as typed, so many of each. */
export async function suggest(ledger: Ledger, typed: string, limit = 5): Promise<Suggestion[]> {
  return await suggestionsFor(ledger, typed, limit);
}

export type { Facets, Found, Suggestion };
