import { captureBytes, type Failure, type Origin } from "../capture/index.ts";
import { hasDocument, type Ledger } from "../ledger/index.ts";
import type { Capture, Reading } from "../model/index.ts";
import { type AddEvent, keepRead } from "./add.ts";
import { freshen } from "./ledger.ts";
import { inThisThread, type Reader } from "./reader/reader.ts";
import { refused } from "./refused.ts";

type Outcome = Exclude<AddEvent, { kind: "aligned" }>;

/** Reads and keeps one document given as bytes, and aligns it with the others. Bytes that are no text are a failure. */
export async function addBytes(ledger: Ledger, bytes: Uint8Array, origin: Origin): Promise<Outcome> {
  const outcome = await keepBytes(ledger, bytes, origin);
  if (outcome.kind === "kept") await freshen(ledger);
  return outcome;
}

/** Reads and keeps one document given as bytes. Bytes that are no text are a failure. */
export async function keepBytes(ledger: Ledger, bytes: Uint8Array, origin: Origin, reader?: Reader): Promise<Outcome> {
  return await keepCapture(ledger, captureBytes(bytes, origin), reader);
}

/** Reads and keeps one capture. One without text, or that is none, is a failure. */
export async function keepCapture(ledger: Ledger, capture: Capture, reader: Reader = inThisThread): Promise<Outcome> {
  const { id, uri, title } = capture.document;
  for (const { code, message } of capture.diagnostics) {
    if (code === "binary" || code === "empty") return { kind: "failed", failure: refused(code, uri, message) };
  }
  if (await hasDocument(ledger, id)) return { kind: "known", id, uri, title };
  return await keepRead(ledger, capture, await reader.read(capture));
}

/** Reads one document given as bytes and keeps nothing. Bytes that are no text are a failure. */
export async function readBytes(
  bytes: Uint8Array,
  origin: Origin,
  reader: Reader = inThisThread,
): Promise<{ readonly reading: Reading } | { readonly failure: Failure }> {
  const capture = captureBytes(bytes, origin);
  for (const { code, message } of capture.diagnostics) {
    if (code === "binary" || code === "empty") return { failure: refused(code, origin.uri, message) };
  }
  return { reading: await reader.read(capture) };
}
