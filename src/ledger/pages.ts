import type { Ledger } from "./ledger.ts";

/** One capture of a page. */
export type Version = {
  readonly document: string;
  readonly uri: string;
  readonly canonical: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  /** ISO 8601 instant. */
  readonly captured: string;
};

/** All captures, each version of a page before the later ones: by the dates it gives where both do, else by capture. */
export async function versionsOf(ledger: Ledger): Promise<Version[]> {
  const rows = await ledger.db
    .selectFrom("documents")
    .select(["id", "uri", "canonical", "title", "outlet", "published", "modified", "captured"])
    .orderBy("id")
    .execute();
  return rows
    .map(({ id, ...row }): Version => ({ document: id, ...row }))
    .sort((a, b) => {
      const [x, y] = [a.modified ?? a.published, b.modified ?? b.published];
      if (x !== null && y !== null && x !== y) return x < y ? -1 : 1;
      if (a.captured !== b.captured) return a.captured < b.captured ? -1 : 1;
      return a.document < b.document ? -1 : 1;
    });
}

/** When a statement was said, by document and statement, where its text tells. */
export async function saidOf(ledger: Ledger, documents: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < documents.length; at += 200) {
    const rows = await ledger.db
      .selectFrom("statements")
      .select(["document", "id", "said"])
      .where("document", "in", documents.slice(at, at + 200))
      .where("said", "is not", null)
      .execute();
    for (const { document, id, said } of rows) if (said !== null) found.set(`${document} ${id}`, said);
  }
  return found;
}
