import { captureInputs, type Failure } from "../capture/index.ts";
import { countsOf, hasDocument, keepDocument, type Ledger } from "../ledger/index.ts";
import type { Diagnostic } from "../model/index.ts";
import { freshen } from "./ledger.ts";
import type { ReadOptions } from "./read.ts";

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

/** Captures, reads and keeps each input, and aligns everything at the end. */
export async function* addInputs(
  ledger: Ledger,
  inputs: Iterable<string>,
  options: ReadOptions = {},
): AsyncGenerator<AddEvent> {
  yield* keepInputs(ledger, inputs, options);
  yield await alignNow(ledger);
}

/**
 * Captures, reads and keeps each input, one transaction a document: `kept` is told only after the disk has it. What is
 * known already is not read again. Nothing is aligned.
 */
export async function* keepInputs(
  ledger: Ledger,
  inputs: Iterable<string>,
  options: ReadOptions = {},
): AsyncGenerator<Exclude<AddEvent, { kind: "aligned" }>> {
  const { readCapture } = await import("../pipeline.ts");
  for await (const captured of captureInputs(inputs, options)) {
    if (!captured.ok) {
      yield { kind: "failed", failure: captured.failure };
      continue;
    }
    const { document } = captured.capture;
    const { id, uri, title, language } = document;
    if (await hasDocument(ledger, id)) {
      yield { kind: "known", id, uri, title };
      continue;
    }
    const reading = readCapture(captured.capture);
    const kind = await keepDocument(ledger, captured.capture, reading);
    if (kind === "known") yield { kind, id, uri, title };
    else {
      const [statements, figures] = [reading.statements.length, reading.figures.length];
      yield { kind, id, uri, title, language, statements, figures, diagnostics: reading.diagnostics };
    }
  }
}

/** Aligns what has been kept, and tells what the ledger then holds. */
export async function alignNow(ledger: Ledger): Promise<Extract<AddEvent, { kind: "aligned" }>> {
  await freshen(ledger);
  return { kind: "aligned", ...(await countsOf(ledger)) };
}
