import { captureBytes, captureInputs, type Failure, type Origin } from "../capture/index.ts";
import { languageOf } from "../languages/index.ts";
import type { Capture } from "../model/index.ts";
import { refused } from "./refused.ts";

export type ParseOptions = { readonly language?: string | undefined; readonly input: "text" | "conllu" };
export type ParseResult =
  | { readonly ok: true; readonly conllu: string }
  | { readonly ok: false; readonly failure: Failure };

/** The analysis of each input as CoNLL-U; with `conllu` the words and sentences of the input stay as they are. */
export async function* parseInputs(inputs: Iterable<string>, options: ParseOptions): AsyncGenerator<ParseResult> {
  for await (const captured of captureInputs(inputs, { language: options.language })) {
    if (!captured.ok) {
      yield captured;
      continue;
    }
    yield await parseCapture(captured.capture, options.input);
  }
}

/** The analysis of one text given as bytes. Bytes that are no text are a failure. */
export async function parseBytes(
  bytes: Uint8Array,
  origin: Origin,
  input: ParseOptions["input"],
): Promise<ParseResult> {
  const capture = captureBytes(bytes, origin);
  for (const { code, message } of capture.diagnostics) {
    if (code === "binary" || code === "empty") return { ok: false, failure: refused(code, origin.uri, message) };
  }
  return await parseCapture(capture, input);
}

async function parseCapture({ document }: Capture, input: ParseOptions["input"]): Promise<ParseResult> {
  const { text, language, published, uri } = document;
  const { analyse } = await import("../analysis/index.ts");
  const { reparse, toConllu } = await import("../analysis/conllu.ts");
  if (input === "text") return { ok: true, conllu: toConllu(analyse(text, { language, published })) };
  if (languageOf(language) === null) return { ok: false, failure: noLanguage(uri) };
  return { ok: true, conllu: reparse(text, language) };
}

function noLanguage(uri: string): Failure {
  const [what, why] = [
    `${uri} can't be parsed.`,
    "Its language is not one that is read here, or can't be told from it.",
  ];
  return { code: "unreadable", uri, what, why, todo: "Name the language (fr, en)." };
}
