import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { decisionSchema } from "../model/decision-schema.ts";
import { SelonError } from "../model/error.ts";
import { type Decision, targetKey } from "../model/index.ts";
import { accessFaults } from "./access/log.ts";
import { canonical, hashOf, idOf, noLine } from "./decisions/line.ts";
import type { Ledger } from "./ledger.ts";

export type FaultCode =
  | "capture-altered"
  | "capture-unreadable"
  | "capture-size"
  | "capture-missing"
  | "reading-missing"
  | "line-altered"
  | "line-unreadable"
  | "line-columns"
  | "chain-broken"
  | "line-missing"
  | "head-differs"
  | "database-damaged"
  | "access-broken";

/** Something in a ledger that is not as it was written: what, and where exactly. */
export type Fault = { readonly code: FaultCode; readonly details: Readonly<Record<string, string | number>> };

export type Verified =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "fault"; readonly fault: Fault }
  | {
      readonly kind: "done";
      readonly captures: number;
      readonly decisions: number;
      /** Hash of the log's last line: whoever keeps it elsewhere can tell whether lines were cut off the end. */
      readonly head: string;
      readonly faults: number;
    };

/**
 * Checks every capture against the hash it is named by, and every line of the log against its own hash and the line
 * before. Nothing is changed and nothing is fetched; memory holds one capture at a time.
 */
export async function* verifyLedger(ledger: Ledger): AsyncGenerator<Verified> {
  let faults = 0;
  const count = { captures: 0, decisions: 0 };
  let head = noLine;
  const { db } = ledger;
  const { n } = await db
    .selectFrom("captures")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  for await (const item of everything(ledger)) {
    if (item.kind === "capture") {
      count.captures += 1;
      yield { kind: "progress", done: count.captures, of: Number(n) };
    } else if (item.kind === "line") {
      count.decisions += 1;
      head = item.hash;
    } else {
      faults += 1;
      yield item;
    }
  }
  yield { kind: "done", ...count, head, faults };
}

type Item =
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "capture" }
  | { readonly kind: "line"; readonly hash: string };

const fault = (code: FaultCode, details: Fault["details"]): Item => ({ kind: "fault", fault: { code, details } });

async function* everything(ledger: Ledger): AsyncGenerator<Item> {
  for (const part of [engine, captures, documents, log, access]) {
    try {
      yield* part(ledger);
    } catch (error) {
      if (!(error instanceof SelonError) || error.code !== "ledger-damaged") throw error;
      yield fault("database-damaged", { cause: String(error.details.cause ?? error.what) });
    }
  }
}

/** What the database itself says of its pages and indexes. */
async function* engine({ kind, db }: Ledger): AsyncGenerator<Item> {
  if (kind !== "sqlite") return;
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  for (const row of rows)
    if (row.integrity_check !== "ok") yield fault("database-damaged", { cause: row.integrity_check });
}

async function* captures({ db }: Ledger): AsyncGenerator<Item> {
  for (let last = ""; ; ) {
    const row = await db
      .selectFrom("captures")
      .select(["hash", "bytes", "encoding", "size"])
      .where("hash", ">", last)
      .orderBy("hash")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    last = row.hash;
    yield { kind: "capture" };
    const bytes = unpacked(row.bytes, row.encoding, Number(row.size));
    if (typeof bytes === "string") {
      yield fault("capture-unreadable", { id: row.hash, cause: bytes });
      continue;
    }
    const found = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    if (found !== row.hash) yield fault("capture-altered", { id: row.hash, found });
    else if (bytes.length !== Number(row.size)) {
      yield fault("capture-size", { id: row.hash, found: bytes.length, expected: Number(row.size) });
    }
  }
}

/** The bytes of a capture, or why they can't be had. What unpacks to more than was kept is not what was kept. */
function unpacked(bytes: Uint8Array, encoding: string, size: number): Uint8Array | string {
  if (encoding !== "gzip") return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(size, 1) + 1_024 });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function* documents({ db }: Ledger): AsyncGenerator<Item> {
  const bare = await db
    .selectFrom("documents as d")
    .leftJoin("captures as c", (on) => on.onRef("c.hash", "=", "d.id").onRef("c.month", "=", "d.month"))
    .select("d.id")
    .where("c.hash", "is", null)
    .orderBy("d.id")
    .execute();
  for (const { id } of bare) yield fault("capture-missing", { id });
  const unread = await db
    .selectFrom("documents as d")
    .leftJoin("readings as r", (on) => on.onRef("r.document", "=", "d.id").onRef("r.month", "=", "d.month"))
    .select("d.id")
    .where("r.document", "is", null)
    .orderBy("d.id")
    .execute();
  for (const { id } of unread) yield fault("reading-missing", { id });
}

async function* log({ db }: Ledger): AsyncGenerator<Item> {
  let before = noLine;
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom("decisions")
      .selectAll()
      .where("seq", ">", last)
      .orderBy("seq")
      .limit(500)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      for (let seq = last + 1; seq < row.seq && seq - last <= 100; seq += 1) yield fault("line-missing", { seq });
      last = row.seq;
      const line = lineOf(row.line);
      if (line === null) {
        yield fault("line-unreadable", { seq: row.seq });
        before = "";
        continue;
      }
      const { id, hash } = line;
      const whole = hashOf(line) === hash && idOf(hash) === id && line.seq === row.seq && canonical(line) === row.line;
      if (!whole) yield fault("line-altered", { seq: row.seq, id: row.id });
      // After a line that is not itself, the next can't be judged by it.
      else if (before !== "" && line.before !== before) yield fault("chain-broken", { seq: row.seq, id });
      if (whole) {
        const read = { id, target: targetKey(line.target), kind: line.body.kind, author: line.author, time: line.time };
        for (const [column, value] of Object.entries(read)) {
          if (row[column as keyof typeof read] !== value) yield fault("line-columns", { seq: row.seq, id, column });
        }
      }
      before = whole ? hash : "";
      yield { kind: "line", hash };
    }
  }
  const noted = await db.selectFrom("ledger").select("value").where("key", "=", "decisions").executeTakeFirst();
  const expected = noted?.value || noLine;
  const end = await db.selectFrom("decisions").select("line").orderBy("seq", "desc").limit(1).executeTakeFirst();
  const found = end === undefined ? noLine : (lineOf(end.line)?.hash ?? "");
  if (found !== "" && found !== expected) yield fault("head-differs", { found, expected });
}

function lineOf(text: string): Decision | null {
  try {
    const read = decisionSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The record of who may do what is chained likewise. */
async function* access(ledger: Ledger): AsyncGenerator<Item> {
  for (const cause of await accessFaults(ledger)) yield fault("access-broken", { cause });
}
