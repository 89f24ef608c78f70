import {
  type DocumentRef,
  documentRefs,
  type Stand,
  type StoryCounts,
  standsOf,
  storyCounts,
} from "../ledger/counts.ts";
import { documentsOf, type Filter, type KeptDocument, type Ledger } from "../ledger/index.ts";
import { type Manner as HowSaid, mannersOf } from "../ledger/told.ts";
import type { Claim, Story } from "../model/index.ts";
import { sidesIn } from "./decisions/settings.ts";
import { findClaim } from "./find.ts";
import { listStories } from "./stories.ts";

/** A story with how much of what stands in it, and when its last article was added. */
export type CountedStory = Story & { readonly counts: StoryCounts };

/** Stories with their counts, in the order given. */
export async function countStories(ledger: Ledger, stories: readonly Story[]): Promise<CountedStory[]> {
  const counts = await storyCounts(
    ledger,
    stories.map(({ id }) => id),
  );
  return stories.flatMap((story) => {
    const own = counts.get(story.id);
    return own === undefined ? [] : [{ ...story, counts: own }];
  });
}

/** One story by its id or the beginning of it, with its articles. Throws `no-such-story`, `which-story`. */
export async function findStory(ledger: Ledger, id: string): Promise<FoundStory | null> {
  const [story] = await countStories(ledger, await listStories(ledger, { story: id } satisfies Filter));
  if (story === undefined) return null;
  return { story, documents: await documentsOf(ledger, { story: story.id }), sides: await sidesIn(ledger, story.id) };
}

export type FoundStory = {
  readonly story: CountedStory;
  readonly documents: readonly KeptDocument[];
  /** Of those who take positions in it, where people set them. */
  readonly sides: readonly string[];
};

/** A claim with the articles its positions stand in, how each is said, and the claims that exclude it. */
export type WholeClaim = Claim & {
  readonly documents: readonly DocumentRef[];
  /** None of what an article tells in its own voice. */
  readonly told: readonly HowSaid[];
  readonly rivalClaims: readonly Pick<Claim, "id" | "proposition" | "status">[];
};

/** One claim by its whole id, with its articles and at most fifty of the claims that exclude it; null where there is none. */
export async function findWholeClaim(ledger: Ledger, id: string): Promise<WholeClaim | null> {
  const claim = await findClaim(ledger, id);
  if (claim === null) return null;
  const documents = await documentRefs(ledger, [...new Set(claim.positions.map(({ document }) => document))]);
  const told = await mannersOf(ledger, claim.id);
  const rivalClaims: Pick<Claim, "id" | "proposition" | "status">[] = [];
  for (const rival of claim.rivals.slice(0, 50)) {
    const found = await findClaim(ledger, rival);
    if (found !== null) rivalClaims.push({ id: found.id, proposition: found.proposition, status: found.status });
  }
  return { ...claim, documents, told, rivalClaims };
}

/** What the statements of a document take positions on. */
export async function findStands(ledger: Ledger, document: string): Promise<Stand[]> {
  return await standsOf(ledger, document);
}

export type { DocumentRef, HowSaid, KeptDocument, Stand, StoryCounts };
