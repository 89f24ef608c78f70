import type { Words } from "../../../src/report/words/words.ts";
import type { Statement } from "../api/types.ts";

/** How firmly something is said, in words: `certain`, `probable, denied`. */
export function firmnessOf(factuality: Statement["factuality"], words: Words["firmness"]): string {
  const sure = factuality.slice(0, 2);
  const word =
    sure === "CT" ? words.certain : sure === "PR" ? words.probable : sure === "PS" ? words.possible : words.none;
  return factuality.endsWith("-") ? `${word}, ${words.negated}` : word;
}
