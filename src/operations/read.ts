import { type Captured, type CaptureOptions, captureInputs, type Failure } from "../capture/index.ts";
import type { Capture, Reading } from "../model/index.ts";

export type ReadOptions = Pick<CaptureOptions, "published" | "language" | "allowPrivate" | "signal">;
export type ReadResult =
  | { readonly ok: true; readonly capture: Capture; readonly reading: Reading }
  | { readonly ok: false; readonly failure: Failure };

/** Captures and reads one input after the other, keeping nothing: memory holds one document at a time. */
export async function* readInputs(inputs: Iterable<string>, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  const { readCapture } = await import("../pipeline.ts");
  for await (const captured of captureInputs(inputs, options)) {
    yield captured.ok ? { ...captured, reading: readCapture(captured.capture) } : captured;
  }
}

export type { Captured, Failure };
