import { SelonError } from "../../model/error.ts";
import { type Anchor, type Decision, type Target, targetKey } from "../../model/index.ts";
import { idsOf } from "../former.ts";
import { insertAll } from "../keep.ts";
import type { Ledger } from "../ledger.ts";
import type { Database, NewRow, Work } from "../schema.ts";
import { canonical, type Given, lineAfter } from "./line.ts";
import { type Layer, layerOf } from "./standing.ts";

/**
 * Appends a decision; when it returns, the line is on the disk. Whoever appends waits for whoever is appending, so that
 * nothing is lost and the chain does not fork. `expected` is the last decision about the same thing that the author
 * knows of (null for none); where it is no longer so, nothing is kept and `conflict` is thrown.
 */
export async function appendDecision(ledger: Ledger, given: Given, expected?: string | null): Promise<Decision> {
  return await ledger.db.transaction().execute(async (work) => {
    const head = await lockHead(work);
    if (expected !== undefined) await expectLast(work, given, expected);
    const line = lineAfter(head, given);
    await insertLine(work, line);
    await setHead(work, line.hash);
    return line;
  });
}

/** The last line, with the log locked against others until the transaction ends. */
export async function lockHead(work: Work): Promise<Decision | null> {
  await work
    .insertInto("ledger")
    .values({ key: "decisions", value: "" })
    .onConflict((c) => c.column("key").doUpdateSet((e) => ({ value: e.ref("ledger.value") })))
    .execute();
  return await lastLine(work);
}

export async function setHead(work: Work, hash: string): Promise<void> {
  await work.updateTable("ledger").set({ value: hash }).where("key", "=", "decisions").execute();
}

export async function lastLine(db: Database): Promise<Decision | null> {
  const row = await db.selectFrom("decisions").select("line").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : lineOf(row);
}

async function expectLast(work: Work, { target }: Given, expected: string | null): Promise<void> {
  const row = await work
    .selectFrom("decisions")
    .select(["id", "author", "time"])
    .where("target", "in", await keysOf(work, target))
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if ((row?.id ?? null) === expected) return;
  throw new SelonError({
    code: "conflict",
    what: "Somebody else has decided about this meanwhile.",
    why: row === undefined ? "What was expected is not there." : `${row.author} did, at ${row.time} (${row.id}).`,
    todo: "Look at it again, and decide anew if you still want to.",
    details: { decision: row?.id ?? "", author: row?.author ?? "", time: row?.time ?? "" },
  });
}

/** Keys under which a target was ever known. */
async function keysOf(work: Work, target: Target): Promise<string[]> {
  if (target.kind === "claim") return (await idsOf(work, "claim", target.claim)).map((id) => `claim ${id}`);
  if (target.kind === "story") return (await idsOf(work, "story", target.story)).map((id) => `story ${id}`);
  return [targetKey(target)];
}

/** Writes a whole line with the columns that are read off it. An undo stands with what it undoes. */
export async function insertLine(work: Work, line: Decision): Promise<void> {
  const undone = line.body.kind === "undo" ? await undoneBy(work, line.body.decision) : null;
  const layer: Layer = line.body.kind === "undo" ? ((undone?.layer ?? "desk") as Layer) : layerOf(line.body);
  const row: NewRow<"decisions"> = {
    seq: line.seq,
    id: line.id,
    layer,
    kind: line.body.kind,
    target: targetKey(line.target),
    author: line.author,
    time: line.time,
    line: canonical(line),
  };
  await work.insertInto("decisions").values(row).execute();
  const documents = undone === null ? documentsIn(line) : undone.documents;
  await insertAll(
    work,
    "decision_documents",
    documents.map((document) => ({ document, seq: line.seq })),
  );
}

async function undoneBy(work: Work, id: string): Promise<{ layer: string; documents: string[] } | null> {
  const row = await work.selectFrom("decisions").select(["seq", "layer"]).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const rows = await work.selectFrom("decision_documents").select("document").where("seq", "=", row.seq).execute();
  return { layer: row.layer, documents: rows.map(({ document }) => document) };
}

/** Every document that a decision names, wherever in it. */
export function documentsIn(line: Pick<Decision, "target" | "anchor" | "body">): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") {
      if ((key === "document" || key === "source") && value.startsWith("sha256:")) found.add(value);
    } else if (Array.isArray(value)) {
      for (const one of value) {
        if (key === "documents" && typeof one === "string") found.add(one);
        else walk(one, key);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [name, one] of Object.entries(value)) walk(one, name);
    }
  };
  walk([line.target, line.anchor satisfies Anchor | null, line.body], "");
  return [...found].sort();
}

/** What is asked of the log. */
export type Asked = {
  readonly layer?: Layer | undefined;
  readonly target?: string | undefined;
  /** Id of what they are about, of whichever kind. */
  readonly about?: string | undefined;
  readonly author?: string | undefined;
  readonly kind?: string | undefined;
  /** Those that concern one of these. */
  readonly documents?: readonly string[] | undefined;
  /** Only after, only before this line. */
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Those about the same things as these lines. */
  readonly beside?: readonly number[] | undefined;
  readonly orphans?: boolean | undefined;
  readonly most?: number | undefined;
  /** With `most`: the last ones, not the first. */
  readonly latest?: boolean | undefined;
};

/** Lines of the log in their order. */
export async function decisionsIn(db: Database, asked: Asked = {}): Promise<Decision[]> {
  const { layer, target, about, author, kind, documents, after, before, ids, beside, orphans, most, latest } = asked;
  let query = db
    .selectFrom("decisions")
    .select("line")
    .orderBy("seq", latest === true ? "desc" : "asc");
  if (layer !== undefined) query = query.where("layer", "=", layer);
  if (target !== undefined) query = query.where("target", "=", target);
  if (author !== undefined) query = query.where("author", "=", author);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (after !== undefined) query = query.where("seq", ">", after);
  if (before !== undefined) query = query.where("seq", "<", before);
  if (ids !== undefined) query = query.where("id", "in", ids.length > 0 ? [...ids] : [""]);
  if (about !== undefined) {
    const targets = await targetsOf(db, about);
    query = query.where((e) => e.or([e("id", "=", about), e("target", "in", targets)]));
  }
  if (orphans === true) query = query.where("id", "in", (q) => q.selectFrom("orphans").select("decision"));
  if (documents !== undefined) {
    query = query.where("seq", "in", (q) =>
      q
        .selectFrom("decision_documents")
        .select("seq")
        .where("document", "in", documents.length > 0 ? [...documents] : [""]),
    );
  }
  if (beside !== undefined) {
    query = query.where("target", "in", (q) =>
      q
        .selectFrom("decisions")
        .select("target")
        .where("seq", "in", beside.length > 0 ? [...beside] : [0]),
    );
  }
  if (most !== undefined) query = query.limit(most);
  const lines = (await query.execute()).map(lineOf);
  return latest === true ? lines.reverse() : lines;
}

/** Keys of the things that could have this id; of a claim or story, under whatever ids it was ever known. */
async function targetsOf(db: Database, id: string): Promise<string[]> {
  const keys = ["statement", "document", "actor", "source", "question"].map((kind) => `${kind} ${id}`);
  for (const kind of ["claim", "story"] as const)
    for (const one of await idsOf(db, kind, id)) keys.push(`${kind} ${one}`);
  return keys;
}

/** One line by its id, by the beginning of it where only one begins so, or by its number in the log. */
export async function decisionWith(db: Database, id: string): Promise<Decision | null> {
  const exact = await db.selectFrom("decisions").select("line").where("id", "=", id).executeTakeFirst();
  if (exact !== undefined) return lineOf(exact);
  if (/^\d{1,9}$/.test(id)) {
    const numbered = await db.selectFrom("decisions").select("line").where("seq", "=", Number(id)).executeTakeFirst();
    return numbered === undefined ? null : lineOf(numbered);
  }
  const begun = await db
    .selectFrom("decisions")
    .select("line")
    .where("id", ">=", id)
    .where("id", "<", `${id}\uffff`)
    .limit(2)
    .execute();
  return begun.length === 1 && begun[0] !== undefined ? lineOf(begun[0]) : null;
}

// Our own rows, checked when they were made; `verify` reads them without trust.
const lineOf = ({ line }: { readonly line: string }): Decision => JSON.parse(line) as Decision;

/** Whether there are decisions that what is shown does not have in it yet. */
export async function isUnfolded({ db }: Ledger): Promise<boolean> {
  return (await lastSeq(db)) !== (await foldedTo(db));
}

async function lastSeq(db: Database): Promise<number> {
  const row = await db
    .selectFrom("decisions")
    .select(({ fn }) => fn.max("seq").as("last"))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** The last line that what is shown has in it. */
export async function foldedTo(db: Database): Promise<number> {
  const row = await db.selectFrom("ledger").select("value").where("key", "=", "folded").executeTakeFirst();
  return Number(row?.value ?? 0);
}
