import type { ActorKind, Decision, Reading } from "../../model/index.ts";
import { actorIds } from "../actors.ts";
import { chunks } from "../aligned-rows.ts";
import { becameOf } from "../former.ts";
import type { Ledger } from "../ledger.ts";
import { foldName } from "../search.ts";

const tables = { statement: "statements", document: "documents", claim: "claims", story: "stories" } as const;

/** Whole ids that begin so, or of what was called so before, six at most: enough to tell whether one is meant. */
export async function idsBeginning({ db }: Ledger, thing: keyof typeof tables, id: string): Promise<string[]> {
  const beginning = thing === "document" && !id.startsWith("sha256:") ? `sha256:${id}` : id;
  const rows = await db
    .selectFrom(tables[thing])
    .select("id")
    .distinct()
    .where("id", ">=", beginning)
    .where("id", "<=", `${beginning}\uffff`)
    .orderBy("id")
    .limit(6)
    .execute();
  if (rows.length === 0 && (thing === "claim" || thing === "story")) return await becameOf(db, thing, beginning);
  return rows.map((row) => row.id);
}

/** The document of a statement, or null. */
export async function statementAt({ db }: Ledger, id: string): Promise<string | null> {
  const row = await db.selectFrom("statements").select("document").where("id", "=", id).executeTakeFirst();
  return row?.document ?? null;
}

/** The reading of a document as it is shown, or null. */
export async function shownReading({ db }: Ledger, document: string): Promise<Reading | null> {
  const row = await db.selectFrom("readings").select("body").where("document", "=", document).executeTakeFirst();
  // Our own row, written from the same type.
  return row === undefined ? null : (JSON.parse(row.body) as Reading);
}

export type NamedActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly names: readonly string[];
};

/** Actors with this id or a name that holds these words, those of most documents first; what each is called most. */
export async function actorsNamed(ledger: Ledger, who: string): Promise<NamedActor[]> {
  const { db } = ledger;
  const folded = foldName(who);
  // Those whose totals say so, and those whose totals are not yet worked out.
  const changed = await db.selectFrom("actor_changes").select("actor").distinct().execute();
  const ids = new Set([...(await actorIds(ledger, who)), ...changed.map(({ actor }) => actor), who]);
  const rows: { id: string; name: string; kind: string; names: string; n: number }[] = [];
  for (const some of chunks(ids)) {
    const found = await db
      .selectFrom("actors")
      .select(({ fn }) => ["id", "name", "kind", "names", fn.countAll<number>().as("n")])
      .where("id", "in", some)
      .groupBy(["id", "name", "kind", "names"])
      .execute();
    rows.push(...found);
  }
  const found = new Map<string, { actor: NamedActor; names: Set<string>; documents: number }>();
  for (const { id, name, kind, names, n } of rows.sort(
    (a, b) => Number(b.n) - Number(a.n) || (a.name < b.name ? -1 : 1),
  )) {
    const all = [name, ...(JSON.parse(names) as string[])];
    if (id !== who && (folded === "" || !all.some((one) => foldName(one).includes(folded)))) continue;
    const actor: NamedActor = { id, name, kind: kind as ActorKind, names: [] };
    const known = found.get(id) ?? { actor, names: new Set<string>(), documents: 0 };
    for (const one of all) known.names.add(one);
    known.documents += Number(n);
    found.set(id, known);
  }
  return [...found.values()]
    .sort((a, b) => b.documents - a.documents || (a.actor.id < b.actor.id ? -1 : 1))
    .map(({ actor, names }) => ({ ...actor, names: [...names] }));
}

/** Which of these lines have lost what they were about, and what that was. */
export async function orphansAmong({ db }: Ledger, lines: readonly Decision[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ids = lines.map(({ id }) => id);
  const actors = new Set(lines.flatMap(({ target }) => (target.kind === "actor" ? [target.actor] : [])));
  const known = new Set<string>();
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom("orphans").selectAll().where("decision", "in", some).execute();
    for (const { decision, why } of rows) found.set(decision, why);
  }
  for (const some of chunks(actors)) {
    const rows = await db.selectFrom("actors").select("id").distinct().where("id", "in", some).execute();
    for (const { id } of rows) known.add(id);
  }
  // An actor is gone when no document has it any more.
  for (const { id, target } of lines) {
    if (target.kind === "actor" && !known.has(target.actor)) found.set(id, "actor");
  }
  return found;
}
