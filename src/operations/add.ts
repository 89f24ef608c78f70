import { type Captured, captureInputs, type Failure } from "../capture/index.ts";
import { countsOf, hasDocument, keepDocument, type Ledger } from "../ledger/index.ts";
import type { Capture, Diagnostic, Reading } from "../model/index.ts";
import { freshen } from "./ledger.ts";
import type { ReadOptions } from "./read.ts";
import { inThisThread, type Reader } from "./reader/reader.ts";

export type Added = {
  readonly id: string;
  readonly uri: string;
  readonly title: string | null;
  readonly language: string;
  readonly statements: number;
  readonly figures: number;
  /** What was odd about the document. */
  readonly diagnostics: readonly Diagnostic[];
};
export type AddEvent =
  | ({ readonly kind: "kept" } & Added)
  | { readonly kind: "known"; readonly id: string; readonly uri: string; readonly title: string | null }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "aligned"; readonly stories: number; readonly claims: number; readonly contested: number };

/** `reader`: whoever reads what is captured; this thread where none is named. */
export type AddOptions = ReadOptions & {
  readonly reader?: Reader | undefined;
  /** Hears how many documents still wait to be aligned. */
  readonly aligning?: ((waiting: number) => void) | undefined;
};

/** Captures, reads and keeps each input, and aligns everything at the end. */
export async function* addInputs(
  ledger: Ledger,
  inputs: Iterable<string>,
  options: AddOptions = {},
): AsyncGenerator<AddEvent> {
  yield* keepInputs(ledger, inputs, options);
  yield await alignNow(ledger, undefined, options.aligning);
}

/**
 * Captures, reads and keeps each input, one transaction a document: `kept` is told only after the disk has it. What is
 * known already is not read again. Nothing is aligned.
 */
export async function* keepInputs(
  ledger: Ledger,
  inputs: Iterable<string>,
  options: AddOptions = {},
): AsyncGenerator<Exclude<AddEvent, { kind: "aligned" }>> {
  const { reader = inThisThread, aligning: _, ...how } = options;
  // Read beside each other, kept one after the other in the order in which they came.
  const ahead: Promise<() => Promise<Outcome>>[] = [];
  for await (const captured of captureInputs(inputs, how)) {
    const one = begin(ledger, reader, captured);
    // Told when its turn comes.
    one.catch(() => {});
    ahead.push(one);
    const first = ahead.length >= reader.width ? ahead.shift() : undefined;
    if (first !== undefined) yield await (await first)();
  }
  for (const one of ahead) yield await (await one)();
}

type Outcome = Exclude<AddEvent, { kind: "aligned" }>;

/** Reads an input, unless it is known; what is then to be done keeps it. */
async function begin(ledger: Ledger, reader: Reader, captured: Captured): Promise<() => Promise<Outcome>> {
  if (!captured.ok) return async () => ({ kind: "failed", failure: captured.failure });
  const { capture } = captured;
  const { id, uri, title } = capture.document;
  if (await hasDocument(ledger, id)) return async () => ({ kind: "known", id, uri, title });
  const reading = await reader.read(capture);
  return () => keepRead(ledger, capture, reading);
}

/** Keeps a capture that was read, and tells what came of it. */
export async function keepRead(ledger: Ledger, capture: Capture, reading: Reading): Promise<Outcome> {
  const { id, uri, title, language } = capture.document;
  const kind = await keepDocument(ledger, capture, reading);
  if (kind === "known") return { kind, id, uri, title };
  const [statements, figures] = [reading.statements.length, reading.figures.length];
  return { kind, id, uri, title, language, statements, figures, diagnostics: reading.diagnostics };
}

/** Aligns what has been kept, and tells what the ledger then holds. */
export async function alignNow(
  ledger: Ledger,
  reader?: Reader,
  told?: (waiting: number) => void,
): Promise<Extract<AddEvent, { kind: "aligned" }>> {
  await freshen(ledger, reader, told);
  return { kind: "aligned", ...(await countsOf(ledger)) };
}
