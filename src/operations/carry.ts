import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { backupLedger as backup, copyName as fileName, restoreLedger as restore } from "../ledger/carry/copy.ts";
import { exportLedger as exported } from "../ledger/carry/export.ts";
import { type Imported, importLedger as imported } from "../ledger/carry/import.ts";
import { exportArchive as archived } from "../ledger/carry/warc.ts";
import type { Ledger } from "../ledger/index.ts";
import { freshen, openToAdd } from "./ledger.ts";

/** The whole ledger as JSON Lines; the same ledger gives the same lines, on whichever engine. */
export async function* exportLedger(ledger: Ledger): AsyncGenerator<string> {
  yield* exported(ledger);
}

/** Every capture as a packed web archive (WARC 1.1), which `selon add` reads. */
export async function* exportArchive(ledger: Ledger): AsyncGenerator<Uint8Array> {
  yield* archived(ledger);
}

/**
 * Puts an exported ledger into a new one, all of it or nothing, and works out what follows from it (`aligning` hears
 * how many documents still wait for that). Where it fails, a folder that was made for it is gone again.
 */
export async function importInto(
  place: string,
  chunks: AsyncIterable<Uint8Array>,
  progress?: (done: Imported) => void,
  aligning?: (waiting: number) => void,
): Promise<Imported> {
  const there = existsSync(place) || place.includes("://");
  let ledger: Ledger | null = null;
  try {
    ledger = await openToAdd(place);
    const done = await imported(ledger, chunks, progress);
    await freshen(ledger, undefined, aligning);
    await ledger.close();
    return done;
  } catch (error) {
    await ledger?.close();
    if (!there) rmSync(place, { recursive: true, force: true });
    throw error;
  }
}

/** Puts an exported ledger into one that is open and empty, all of it or nothing. What follows is worked out by `freshen`. */
export async function importHere(
  ledger: Ledger,
  chunks: AsyncIterable<Uint8Array>,
  progress?: (done: Imported) => void,
): Promise<Imported> {
  return await imported(ledger, chunks, progress);
}

/** Copies a ledger into a folder, checked, and tells the copy's file. */
export async function backupInto(ledger: Ledger, folder: string): Promise<string> {
  await backup(ledger, folder);
  return join(folder, fileName);
}

/** Copies a ledger into a folder, checked. */
export async function backupLedger(ledger: Ledger, folder: string): Promise<void> {
  await backup(ledger, folder);
}

/** Puts a copy where there is no ledger yet, checked. */
export async function restoreLedger(from: string, place: string): Promise<void> {
  await restore(from, place);
}

export type { Imported };
