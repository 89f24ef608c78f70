import { archiveHead, archiveRecord } from "../../capture/index.ts";
import type { Ledger } from "../ledger.ts";
import { capturesIn } from "./captures.ts";

/** Every capture as a web archive, each record packed by itself, in the order of hashes: one state, one capture in memory. */
export async function* exportArchive({ db }: Ledger): AsyncGenerator<Uint8Array> {
  const work = await db.startTransaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute();
  try {
    yield archiveHead();
    for await (const capture of capturesIn(work)) yield archiveRecord(capture);
  } finally {
    await work.rollback().execute();
  }
}
