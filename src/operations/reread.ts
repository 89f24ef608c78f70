import { captureBytes } from "../capture/index.ts";
import { machineReading, refold } from "../ledger/decisions/index.ts";
import { proposer } from "../ledger/decisions/propose.ts";
import type { Ledger } from "../ledger/index.ts";
import { captureWith } from "../ledger/one.ts";
import { freshen } from "./ledger.ts";
import { inThisThread, type Reader } from "./reader/reader.ts";

export type RereadEvent =
  | { readonly kind: "read"; readonly id: string; readonly uri: string; readonly changed: boolean; readonly of: number }
  | { readonly kind: "done"; readonly documents: number; readonly changed: number; readonly orphans: number };

/**
 * Reads every document anew, from its bytes, with the engine of today, and folds what was decided over it: a decision
 * finds its statement by its characters. One transaction a document, so that it can be ended and begun again at any time.
 */
export async function* rereadLedger(ledger: Ledger, reader: Reader = inThisThread): AsyncGenerator<RereadEvent> {
  const propose = await proposer();
  await freshen(ledger, reader);
  const rows = await ledger.db.selectFrom("documents").select(["id", "captured"]).orderBy("id").execute();
  let changed = 0;
  for (const { id, captured } of rows) {
    const [bytes, before] = [await captureWith(ledger, id), await machineReading(ledger.db, id)];
    if (bytes === null || before === null) continue;
    // What whoever added it said of its date and language holds; the rest is read from the bytes.
    const { uri, mediaType, published, language } = before.document;
    const known = {
      ...(published === null ? {} : { published }),
      ...(language === "und" ? {} : { language }),
    };
    const reading = await reader.read(captureBytes(bytes, { uri, mediaType, captured, ...known }));
    const differs = JSON.stringify(reading) !== JSON.stringify(before);
    if (differs) {
      await refold(ledger, id, propose, reading);
      changed += 1;
    }
    yield { kind: "read", id, uri, changed: differs, of: rows.length };
  }
  await freshen(ledger, reader);
  const { n } = await ledger.db
    .selectFrom("orphans")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  yield { kind: "done", documents: rows.length, changed, orphans: Number(n) };
}
