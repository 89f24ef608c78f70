import type { Filter, KeptDocument, Ledger } from "../ledger/index.ts";
import { foldName } from "../ledger/index.ts";
import type { Claim, OriginGroup } from "../model/index.ts";
import { listDocuments } from "./documents.ts";
import type { Rated } from "./hypotheses/score.ts";
import { pageClaims } from "./pages.ts";
import { ratingsIn } from "./ratings.ts";

/** A paper, agency or site, and what it is to the claims that its articles carry. */
export type Source = {
  /** `outlet:` and the folded name, or `site:` and the host where no name is known. */
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly documents: number;
  readonly statements: number;
  /** Sides of claims that finally rest on it. */
  readonly root: number;
  /** Sides of claims that its articles carry on the word of others. */
  readonly carrier: number;
  /** Sides of claims that its articles have word for word from another. */
  readonly copy: number;
  readonly first: string | null;
  readonly last: string | null;
  /** How people rate it (Admiralty code); null where nobody does. */
  readonly rating: Rated | null;
};

type Counted = Omit<Source, "rating">;
type Tally = { -readonly [key in keyof Counted]: Counted[key] extends readonly string[] ? Set<string> : Counted[key] };

/** Where the articles are from, those with most articles first. */
export async function listSources(ledger: Ledger, filter: Filter = {}): Promise<Source[]> {
  const documents = await listDocuments(ledger, filter);
  const ratings = await ratingsIn(ledger);
  const rated = new Map<string, Rated>();
  const sources = new Map<string, Tally>();
  const of = new Map<string, Tally>();
  for (const document of documents) {
    const { id, name } = sourceOf(document);
    const tally = sources.get(id) ?? blank(id, name);
    sources.set(id, tally);
    of.set(document.id, tally);
    const rating = sourceRated(ratings, document);
    if (rating !== null && !rated.has(id)) rated.set(id, rating);
    tally.documents += 1;
    tally.statements += document.statements;
    tally.languages.add(document.language);
    const { published } = document;
    if (published !== null && (tally.first === null || published < tally.first)) tally.first = published;
    if (published !== null && (tally.last === null || published > tally.last)) tally.last = published;
  }
  const names = new Map([...sources.values()].map((one) => [foldName(one.name), one]));
  // A few at a time: all claims of a large ledger would fill the memory.
  for (let after: string | undefined; ; ) {
    const { items, next } = await pageClaims(ledger, filter, { limit: 500, after });
    for (const claim of items) {
      for (const side of ["affirm", "deny"] as const) {
        for (const group of claim.origins[side].groups) count(claim, group, of, names);
      }
    }
    if (next === null) break;
    after = next;
  }
  return [...sources.values()]
    .map((one): Source => ({ ...one, languages: [...one.languages].sort(), rating: rated.get(one.id) ?? null }))
    .sort((a, b) => b.documents - a.documents || (a.id < b.id ? -1 : 1));
}

function count(
  { positions }: Claim,
  group: OriginGroup,
  of: ReadonlyMap<string, Tally>,
  names: ReadonlyMap<string, Tally>,
): void {
  const root = names.get(foldName(group.root));
  if (root !== undefined) root.root += 1;
  const members = new Set(group.members);
  const carriers = new Set<Tally>();
  const copies = new Set<Tally>();
  for (const { statement, document, speaker, chain } of positions) {
    const tally = of.get(document);
    if (tally === undefined || tally === root || !members.has(statement)) continue;
    // In an article's own voice, and yet resting on another paper: its words are the other's.
    const own = speaker.id === "author" || chain.length === 0;
    (own && root !== undefined ? copies : carriers).add(tally);
  }
  for (const tally of copies) tally.copy += 1;
  for (const tally of carriers) if (!copies.has(tally)) tally.carrier += 1;
}

function blank(id: string, name: string): Tally {
  const counts = { documents: 0, statements: 0, root: 0, carrier: 0, copy: 0 };
  return { id, name, languages: new Set(), ...counts, first: null, last: null };
}

type Of = Pick<KeptDocument, "outlet" | "uri">;

/** The source of a document: its outlet, else the site of its address, else nothing known. */
export function sourceOf({ outlet, uri }: Of): { id: string; name: string } {
  const folded = foldName(outlet ?? "").replaceAll(" ", "-");
  if (outlet !== null && folded !== "") return { id: `outlet:${folded}`, name: outlet };
  const host = hostOf(uri);
  return host === "" ? { id: "unknown", name: "" } : { id: `site:${host}`, name: host };
}

/** How a document's source is rated: under its name, else under its site, as it was called before its name was read. */
export function sourceRated(ratings: ReadonlyMap<string, Rated>, document: Of): Rated | null {
  const [own, host] = [ratings.get(sourceOf(document).id), hostOf(document.uri)];
  return own ?? (host === "" ? null : (ratings.get(`site:${host}`) ?? null));
}

function hostOf(uri: string): string {
  return /^https?:/i.test(uri) ? (URL.parse(uri)?.hostname ?? "") : "";
}
