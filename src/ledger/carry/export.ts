import { noLine } from "../decisions/line.ts";
import { machineReadingText } from "../decisions/refold.ts";
import type { Ledger } from "../ledger.ts";
import { capturesIn } from "./captures.ts";

/** Version of the format of exports. */
export const exportVersion = 2;

/**
 * The whole ledger as JSON Lines, engine-independent and in one order: each document with its bytes, what the machine read
 * in it, then the log of decisions, then what vanished ids of claims and stories became. What follows from these (folds, alignment, search) is not in it, nor who may log in.
 * One state of the ledger, however long it takes; memory holds one document at a time.
 */
export async function* exportLedger({ db }: Ledger): AsyncGenerator<string> {
  const work = await db.startTransaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute();
  try {
    yield line({ kind: "ledger", format: "selon", version: exportVersion });
    let documents = 0;
    for await (const { id, captured, added, size, bytes } of capturesIn(work)) {
      const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
      yield line({ kind: "document", id, captured, added, size, bytes: base64 });
      // Whole as it was written: nothing is parsed that has not to be.
      yield `{"kind":"reading","document":${JSON.stringify(id)},"body":${(await machineReadingText(work, id)) ?? "null"}}\n`;
      documents += 1;
    }
    let head = noLine;
    let decisions = 0;
    for (let last = 0; ; ) {
      const rows = await work
        .selectFrom("decisions")
        .select(["seq", "line"])
        .where("seq", ">", last)
        .orderBy("seq")
        .limit(200)
        .execute();
      if (rows.length === 0) break;
      for (const row of rows) {
        last = row.seq;
        decisions += 1;
        yield `{"kind":"decision","line":${row.line}}\n`;
      }
    }
    let former = 0;
    for (let [kind, id] = ["", ""]; ; ) {
      const rows = await work
        .selectFrom("former_ids")
        .selectAll()
        .where((e) => e.or([e("kind", ">", kind), e.and([e("kind", "=", kind), e("id", ">", id)])]))
        .orderBy("kind")
        .orderBy("id")
        .limit(500)
        .execute();
      for (const row of rows) {
        [kind, id] = [row.kind, row.id];
        former += 1;
        yield line({ kind: "former", of: kind, id, now: row.now });
      }
      if (rows.length < 500) break;
    }
    const noted = await work.selectFrom("ledger").select("value").where("key", "=", "decisions").executeTakeFirst();
    head = noted?.value || noLine;
    yield line({ kind: "end", documents, decisions, former, head });
  } finally {
    await work.rollback().execute();
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
