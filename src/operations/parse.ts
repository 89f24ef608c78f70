import { captureInputs, type Failure } from "../capture/index.ts";

export type ParseOptions = { readonly language?: string | undefined; readonly input: "text" | "conllu" };
export type ParseResult =
  | { readonly ok: true; readonly conllu: string }
  | { readonly ok: false; readonly failure: Failure };

/** The analysis of each input as CoNLL-U; with `conllu` the words and sentences of the input stay as they are. */
export async function* parseInputs(inputs: Iterable<string>, options: ParseOptions): AsyncGenerator<ParseResult> {
  const { analyse } = await import("../analysis/index.ts");
  const { reparse, toConllu } = await import("../analysis/conllu.ts");
  for await (const captured of captureInputs(inputs, { language: options.language })) {
    if (!captured.ok) {
      yield captured;
      continue;
    }
    const { text, language, published } = captured.capture.document;
    if (options.input === "conllu") yield { ok: true, conllu: reparse(text, language) };
    else yield { ok: true, conllu: toConllu(analyse(text, { language, published })) };
  }
}
