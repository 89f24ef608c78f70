import { type Ledger, readingsOf } from "../ledger/index.ts";
import type { DocumentId, Statement, TextSpan } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";

/** A statement to be looked at by a person, with the sentences around its words. */
export type ReviewItem = {
  readonly document: DocumentId;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string;
  readonly published: string | null;
  readonly statement: Statement;
  readonly context: TextSpan;
};

export type ReviewFilter = {
  readonly document?: string | undefined;
  readonly story?: string | undefined;
  /** Where to go on: `next` of the page before. */
  readonly from?: number | undefined;
  readonly limit?: number | undefined;
};

export type ReviewPage = {
  readonly items: readonly ReviewItem[];
  /** Statements in all, decided or not. */
  readonly total: number;
  readonly next: number | null;
};

/** Where a sentence would be too long to read, this much around the words is shown. */
const around = 300;

/** Statements about which nobody's decision stands, the least certain reading first. */
export async function listReview(ledger: Ledger, given: ReviewFilter = {}): Promise<ReviewPage> {
  const { story } = await resolveFilter(ledger, { story: given.story });
  const filter = { ...given, story };
  const { limit = 100 } = filter;
  const items: ReviewItem[] = [];
  let from: number | null = filter.from ?? 0;
  while (from !== null && items.length < limit) {
    const rows = await leastCertain(ledger, filter, from, limit);
    const fresh = (await told(ledger, rows)).map((item, index) => ({ item, after: (from ?? 0) + index + 1 }));
    const wanted = fresh.flatMap(({ item, after }) => (item === null ? [] : [{ item, after }]));
    const kept = wanted.slice(0, limit - items.length);
    items.push(...kept.map(({ item }) => item));
    const cut = kept.length < wanted.length ? kept.at(-1)?.after : undefined;
    from = cut ?? (rows.length < limit ? null : from + rows.length);
  }
  return { items, total: await count(ledger, filter), next: from };
}

type Row = Omit<ReviewItem, "statement" | "context"> & { readonly id: string };

async function leastCertain(ledger: Ledger, filter: ReviewFilter, from: number, limit: number): Promise<Row[]> {
  const rows = await scope(ledger, filter)
    .innerJoin("documents as d", "d.id", "s.document")
    .select(["s.document", "s.id", "d.uri", "d.title", "d.outlet", "d.language", "d.published"])
    .orderBy("s.confidence")
    .orderBy("s.document")
    .orderBy("s.place")
    .offset(from)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, document: row.document as DocumentId }));
}

function scope(ledger: Ledger, { document, story }: ReviewFilter) {
  let query = ledger.db.selectFrom("statements as s");
  if (document !== undefined) query = query.where("s.document", "=", document);
  if (story !== undefined) {
    query = query.where("s.document", "in", (q) =>
      q.selectFrom("story_documents").select("document").where("story", "=", story),
    );
  }
  return query;
}

async function count(ledger: Ledger, filter: ReviewFilter): Promise<number> {
  const row = await scope(ledger, filter)
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Each row with its statement, null where a decision about it stands. */
async function told(ledger: Ledger, rows: readonly Row[]): Promise<(ReviewItem | null)[]> {
  const readings = await readingsOf(ledger, [...new Set(rows.map(({ document }) => document))]);
  const byDocument = new Map(readings.map((reading) => [reading.document.id, reading]));
  return rows.map(({ id, ...row }) => {
    const reading = byDocument.get(row.document);
    const statement = reading?.statements.find((one) => one.id === id);
    if (reading === undefined || statement === undefined || statement.decided !== undefined) return null;
    return { ...row, statement, context: contextOf(reading.document.text, statement) };
  });
}

/** The paragraph's part around the words of a statement, cut at sentences where it can be. */
function contextOf(text: string, { content, source, cue }: Statement): TextSpan {
  const spans = [...content, source, cue].filter((span) => span !== null);
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  const head = text.slice(Math.max(0, first - around), first);
  const tail = text.slice(last, last + around);
  const start = first - head.length + (/^.*(?:\n|[.!?…»”]\s)/s.exec(head)?.[0].length ?? 0);
  const end = last + (/^.*?(?:[.!?…](?=\s|$)|(?=\n))/s.exec(tail)?.[0].length ?? tail.length);
  return { start, end, text: text.slice(start, end) };
}
