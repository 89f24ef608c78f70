import { sql } from "kysely";
import type { Ledger } from "./ledger.ts";
import { foldName } from "./search.ts";

/** Something that begins as what was typed, with what to look for to find it. */
export type Suggestion = {
  readonly kind: "actor" | "outlet" | "story";
  readonly id: string;
  readonly name: string;
  /** The query that narrows a search to it; null for a story, which is a place to go. */
  readonly query: string | null;
};

/** Actors, papers and stories of whose names a word begins as typed; those that matter most first. */
export async function suggestionsFor({ db }: Ledger, typed: string, limit: number): Promise<Suggestion[]> {
  const folded = foldName(typed).slice(0, 200);
  if (folded === "") return [];
  const escaped = folded.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const begins = (column: string) =>
    sql<boolean>`(${sql.ref(column)} like ${`${escaped}%`} escape '\\' or ${sql.ref(column)} like ${`% ${escaped}%`} escape '\\')`;
  const actors = await sql<{ id: string; name: string }>`select id, name from actor_totals
    where ${begins("folded")} order by statements desc, documents desc, id limit ${limit * 3}`.execute(db);
  const outlets = await db
    .selectFrom("documents")
    .select("outlet")
    .distinct()
    .where("outlet", "is not", null)
    .execute();
  const stories = await db.selectFrom("stories").select(["id", "title"]).orderBy("place").limit(5_000).execute();
  const found: Suggestion[] = [];
  for (const { id, name } of actors.rows) {
    // `folded` holds every name and role that an actor goes by; the one shown must tell why it is here.
    if (wordBegins(name, folded)) found.push({ kind: "actor", id, name, query: `speaker:"${quotable(name)}"` });
  }
  for (const { outlet } of outlets.sort((a, b) => ((a.outlet ?? "") < (b.outlet ?? "") ? -1 : 1))) {
    if (outlet === null || !wordBegins(outlet, folded)) continue;
    const query = `outlet:"${quotable(outlet)}"`;
    found.push({ kind: "outlet", id: outlet, name: outlet, query });
  }
  for (const { id, title } of stories)
    if (wordBegins(title, folded)) found.push({ kind: "story", id, name: title, query: null });
  const kinds = ["actor", "outlet", "story"] as const;
  return kinds.flatMap((kind) => found.filter((one) => one.kind === kind).slice(0, limit));
}

function wordBegins(name: string, folded: string): boolean {
  return ` ${foldName(name)}`.includes(` ${folded}`);
}

const quotable = (name: string): string => name.replace(/["“”«»]/g, " ").trim();
