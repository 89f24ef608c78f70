import type { Decision, Reading } from "../../model/index.ts";
import { markPending } from "../aligned.ts";
import { deleteDerived, derivedOf, insertDerived } from "../derived.ts";
import type { Ledger } from "../ledger.ts";
import { rowsOf } from "../rows.ts";
import type { Database, Work } from "../schema.ts";
import { keyedRow } from "../storable.ts";
import { actorsIn } from "./fold-actors.ts";
import { concerns, foldReading, type Propose } from "./fold-reading.ts";
import type { Orphan } from "./fold-statements.ts";
import { decisionsIn, foldedTo, lockHead } from "./log.ts";
import { shownReading } from "./lookups.ts";
import { proposer } from "./propose.ts";
import type { Layer } from "./standing.ts";

/** Decisions taken in at a time. */
const batch = 500;

/**
 * Takes the decisions made since the last time into the readings they concern. Ended half-way it goes on the next time:
 * how far it came is noted only after each batch, and folding twice is folding once.
 */
export async function foldDecisions(ledger: Ledger): Promise<void> {
  const propose = await proposer();
  await foldPending(ledger, propose);
  for (;;) {
    const from = await foldedTo(ledger.db);
    const fresh = await decisionsIn(ledger.db, { after: from, most: batch });
    const last = fresh.at(-1);
    if (last === undefined) return;
    for (const document of await concerned(ledger.db, fresh)) await refold(ledger, document, propose);
    await ledger.db.transaction().execute(async (work) => {
      const { seq } = fresh[0] ?? last;
      await markPending(ledger, work, await named(work, ["alignment"], seq, last.seq));
      await noteFolded(work, last.seq);
    });
  }
}

/** What was decided about actors holds in documents that came later too: those that wait to be aligned. */
async function foldPending(ledger: Ledger, propose: Propose): Promise<void> {
  const actors = await decisionsIn(ledger.db, { layer: "actor" });
  if (actors.length === 0) return;
  for (const { document } of await ledger.db.selectFrom("pending").select("document").execute()) {
    const reading = await shownReading(ledger, document);
    if (reading !== null && concerns(reading, actors)) await refold(ledger, document, propose);
  }
}

async function noteFolded(work: Work, seq: number): Promise<void> {
  if ((await foldedTo(work)) >= seq) return;
  const value = String(seq);
  await work
    .insertInto("ledger")
    .values({ key: "folded", value })
    .onConflict((c) => c.column("key").doUpdateSet({ value }))
    .execute();
}

/** Documents whose reading these decisions may change. */
async function concerned(db: Database, fresh: readonly Decision[]): Promise<string[]> {
  const [from, to] = [fresh[0]?.seq ?? 0, fresh.at(-1)?.seq ?? 0];
  const found = new Set(await named(db, ["reading", "actor"], from, to));
  const actors = new Set<string>();
  for (const decision of fresh) for (const id of actorsIn(await undoneAtLast(db, decision))) actors.add(id);
  const ids = [...actors];
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch);
    const rows = await db.selectFrom("actors").select("document").distinct().where("id", "in", some).execute();
    for (const { document } of rows) found.add(document);
  }
  return [...found].sort();
}

/** Documents of the ledger that lines of these layers name. */
async function named(db: Database, layers: readonly Layer[], from: number, to: number): Promise<string[]> {
  const rows = await db
    .selectFrom("decision_documents as n")
    .innerJoin("decisions as d", "d.seq", "n.seq")
    .innerJoin("documents as o", "o.id", "n.document")
    .select("n.document")
    .distinct()
    .where("d.layer", "in", layers)
    .where("d.seq", ">=", from)
    .where("d.seq", "<=", to)
    .execute();
  return rows.map(({ document }) => document);
}

/** What an undo, or the undo of an undo, is finally about. */
async function undoneAtLast(db: Database, decision: Decision): Promise<Decision> {
  let at = decision;
  while (at.body.kind === "undo") {
    const [next] = await decisionsIn(db, { ids: [at.body.decision] });
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** What the machine read in a document, without decisions; null where there is no such document. */
export async function machineReading(db: Database, document: string): Promise<Reading | null> {
  const body = await machineReadingText(db, document);
  // Our own rows, written from the same type.
  return body === null ? null : (JSON.parse(body) as Reading);
}

/** The same as JSON, as it was written. */
export async function machineReadingText(db: Database, document: string): Promise<string | null> {
  for (const table of ["machine_readings", "readings"] as const) {
    const row = await db.selectFrom(table).select("body").where("document", "=", document).executeTakeFirst();
    if (row !== undefined) return row.body;
  }
  return null;
}

/** Folds the decisions of one document anew, over what the machine read or over `instead`, a reading of another engine. */
export async function refold(ledger: Ledger, document: string, propose: Propose, instead?: Reading): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    // Nobody decides meanwhile, so that an older fold is never put over a later one.
    await lockHead(work);
    const machine = instead ?? (await machineReading(work, document));
    if (machine === null) return;
    const decisions = await decisionsFor(work, document);
    const { reading, orphans } = foldReading(machine, decisions, propose);
    await noteOrphans(work, decisions, orphans);
    await place(ledger, work, machine, reading, instead !== undefined);
  });
}

/** The lines that a document's fold is made of: those about its statements and those about actors. */
export async function decisionsFor(db: Database, document: string): Promise<Decision[]> {
  const own = await decisionsIn(db, { layer: "reading", documents: [document] });
  const actors = await decisionsIn(db, { layer: "actor" });
  return [...own, ...actors].sort((a, b) => a.seq - b.seq);
}

async function noteOrphans(work: Work, decisions: readonly Decision[], orphans: readonly Orphan[]): Promise<void> {
  const ids = decisions.filter(({ target }) => target.kind !== "actor").map(({ id }) => id);
  for (let at = 0; at < ids.length; at += batch) {
    await work
      .deleteFrom("orphans")
      .where("decision", "in", ids.slice(at, at + batch))
      .execute();
  }
  for (const { decision, why } of orphans) {
    await work
      .insertInto("orphans")
      .values({ decision, why })
      .onConflict((c) => c.column("decision").doUpdateSet({ why }))
      .execute();
  }
}

/** Puts a folded reading in the place of the one that is shown, and the machine's own beside it where they differ. */
async function place(
  ledger: Pick<Ledger, "alone">,
  work: Work,
  machine: Reading,
  shown: Reading,
  anew: boolean,
): Promise<void> {
  const { id } = machine.document;
  const [body, own] = [JSON.stringify(shown), JSON.stringify(machine)];
  const now = await work.selectFrom("readings").select("body").where("document", "=", id).executeTakeFirst();
  await work.deleteFrom("machine_readings").where("document", "=", id).execute();
  if (body !== own) await work.insertInto("machine_readings").values({ document: id, body: own }).execute();
  if (now?.body === body) return;
  const derived = await derivedOf(shown);
  const engine = `${machine.engine.name} ${machine.engine.version}`;
  await work
    .updateTable("readings")
    .set({ engine, body, made: new Date().toISOString() })
    .where("document", "=", id)
    .execute();
  if (anew) {
    const { id: _, ...columns } = rowsOf(shown).document;
    await work.updateTable("documents").set(keyedRow("documents", columns)).where("id", "=", id).execute();
  }
  const { month } = await work.selectFrom("documents").select("month").where("id", "=", id).executeTakeFirstOrThrow();
  await deleteDerived(work, id);
  await insertDerived(work, id, month, derived);
  await markPending(ledger, work, [id]);
}
