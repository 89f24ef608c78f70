import { lookFor } from "../ledger/found.ts";
import {
  actorsPage,
  type ClaimFilter,
  claimsPage,
  documentsPage,
  type Filter,
  figureGroupsPage,
  type KeptDocument,
  type Ledger,
  type Page,
  type PageAsk,
  parseQuery,
  storiesPage,
} from "../ledger/index.ts";
import type { Claim, FigureGroup, Story } from "../model/index.ts";
import { actorsOfSide, type SetActor, withSettings, withSides } from "./decisions/settings.ts";
import { resolveFilter } from "./filter.ts";

/** A part of a list: so many items, after the `next` of the part before. Throws `bad-cursor` for another list's. */
type PageOf<T, A extends PageAsk = PageAsk> = (ledger: Ledger, filter: Filter, ask: A) => Promise<Page<T>>;

const resolved =
  <T, A extends PageAsk>(page: PageOf<T, A>): PageOf<T, A> =>
  async (ledger, filter, ask) =>
    await page(ledger, await resolveFilter(ledger, filter), ask);

/** The lists by pages, each in the order of the whole list; what is not shown is not read. */
export const pageStories: PageOf<Story, PageAsk & { readonly order?: "largest" | "newest" | undefined }> =
  resolved(storiesPage);
export type ClaimsAsked = Omit<ClaimFilter, "speakers"> & {
  /** Only claims said in a sentence in which this stands, as `selon search` finds it. */
  readonly saying?: string | undefined;
  /** Only claims on which an actor takes a position whom a person put on this side. */
  readonly side?: string | undefined;
};
export const pageClaims = async (
  ledger: Ledger,
  { saying, side, ...filter }: ClaimsAsked,
  ask: PageAsk,
): Promise<Page<Claim>> => {
  const look = saying === undefined ? undefined : await lookFor(ledger, parseQuery(saying));
  const speakers = side === undefined ? undefined : await actorsOfSide(ledger, side);
  const page = await claimsPage(ledger, { ...(await resolveFilter(ledger, filter)), speakers }, ask, look);
  return { ...page, items: await withSides(ledger, page.items) };
};
export const pageFigures: PageOf<FigureGroup> = resolved(figureGroupsPage);
export const pageActors: PageOf<SetActor> = async (ledger, filter, ask) => {
  const page = await resolved(actorsPage)(ledger, filter, ask);
  return { ...page, items: await withSettings(ledger, page.items) };
};
export const pageDocuments: PageOf<KeptDocument> = resolved(documentsPage);

export type { Page, PageAsk };
