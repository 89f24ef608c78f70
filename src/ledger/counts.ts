import type { ClaimStatus, PositionKind } from "../model/index.ts";
import type { Ledger } from "./ledger.ts";

/** How many claims of each kind stand in a story, how many articles, and when the last of them was added. */
export type StoryCounts = Readonly<Record<ClaimStatus, number>> & {
  readonly claims: number;
  readonly figures: number;
  readonly documents: number;
  /** Instant at which the last of its articles was added; null for none. */
  readonly changed: string | null;
};

/** Counts of the stories asked for, by id. */
export async function storyCounts(ledger: Ledger, ids: readonly string[]): Promise<Map<string, StoryCounts>> {
  const found = new Map<string, StoryCounts>();
  // Engines limit the parameters of one query.
  for (let at = 0; at < ids.length; at += 500) {
    for (const [id, counts] of await countSome(ledger, ids.slice(at, at + 500))) found.set(id, counts);
  }
  return found;
}

async function countSome({ db }: Ledger, ids: readonly string[]): Promise<Map<string, StoryCounts>> {
  const empty = { contested: 0, corroborated: 0, "single-source": 0, uncontested: 0, claims: 0, figures: 0 };
  const found = new Map(ids.map((id) => [id, { ...empty, documents: 0, changed: null as string | null }]));
  const claims = await db
    .selectFrom("claims")
    .select(({ fn }) => ["story", "status", fn.countAll<number>().as("n")])
    .where("story", "in", ids)
    .groupBy(["story", "status"])
    .execute();
  for (const { story, status, n } of claims) {
    const counts = found.get(story ?? "");
    if (counts === undefined) continue;
    counts[status as ClaimStatus] += Number(n);
    counts.claims += Number(n);
  }
  const figures = await db
    .selectFrom("figure_groups")
    .select(({ fn }) => ["story", fn.countAll<number>().as("n")])
    .where("story", "in", ids)
    .groupBy("story")
    .execute();
  for (const { story, n } of figures) {
    const counts = found.get(story ?? "");
    if (counts !== undefined) counts.figures = Number(n);
  }
  const documents = await db
    .selectFrom("story_documents as s")
    .innerJoin("documents as d", "d.id", "s.document")
    .select(({ fn }) => ["s.story", fn.countAll<number>().as("n"), fn.max("d.added").as("changed")])
    .where("s.story", "in", ids)
    .groupBy("s.story")
    .execute();
  for (const { story, n, changed } of documents) {
    const counts = found.get(story);
    if (counts !== undefined) Object.assign(counts, { documents: Number(n), changed });
  }
  return found;
}

/** A stand that a document's statement takes on a claim. */
export type Stand = {
  readonly statement: string;
  readonly claim: string;
  readonly proposition: string;
  readonly status: ClaimStatus;
  readonly position: PositionKind;
};

/** What the statements of a document take positions on, in the order of the claims. */
export async function standsOf({ db }: Ledger, document: string): Promise<Stand[]> {
  const rows = await db
    .selectFrom("positions as p")
    .innerJoin("claims as c", "c.id", "p.claim")
    .select(["p.statement", "p.claim", "p.position", "c.status", "c.body"])
    .where("p.document", "=", document)
    .orderBy("c.place")
    .orderBy("p.place")
    .execute();
  return rows.map(({ statement, claim, position, status, body }) => ({
    statement,
    claim,
    // Our own row, written from a claim.
    proposition: (JSON.parse(body) as { proposition: string }).proposition,
    status: status as ClaimStatus,
    position: position as PositionKind,
  }));
}

/** What is told of a document where something else is about it. */
export type DocumentRef = {
  readonly id: string;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string;
  readonly published: string | null;
};

/** Documents by their ids, those that are there, by date of publication. */
export async function documentRefs({ db }: Ledger, ids: readonly string[]): Promise<DocumentRef[]> {
  const found: DocumentRef[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    found.push(
      ...(await db
        .selectFrom("documents")
        .select(["id", "uri", "title", "outlet", "language", "published"])
        .where("id", "in", some)
        .execute()),
    );
  }
  const key = ({ published, id }: DocumentRef): string => `${published ?? "9999"} ${id}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
