/** A stretch of a document's canonical text: UTF-16 code units, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A span with the characters it covers: `text === document.text.slice(start, end)`. */
export type TextSpan = Span & { readonly text: string };
