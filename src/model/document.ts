declare const documentId: unique symbol;
/** `sha256:` and the hexadecimal hash of the captured bytes. */
export type DocumentId = string & { readonly [documentId]: true };

/** One captured text, immutable. A later version of the same page is another document, a revision of this one. */
export type Document = {
  readonly id: DocumentId;
  /** Path or URL as given by whoever asked for it; `-` for standard input. */
  readonly uri: string;
  /** Canonical address that the page gives for itself, if any; ties revisions together. */
  readonly canonical: string | null;
  readonly mediaType: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** BCP 47, for instance `fr`. `und` when neither declared nor detectable. */
  readonly language: string;
  /** ISO 8601, as precise as known. */
  readonly published: string | null;
  readonly modified: string | null;
  /** Canonical text, to which every offset refers. */
  readonly text: string;
};

/** What capture found odd about the bytes or the text: data, never an exception. */
export type Diagnostic = {
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
};

/** A document with the bytes it was made from. */
export type Capture = {
  readonly document: Document;
  readonly bytes: Uint8Array;
  /** ISO 8601 instant at which the bytes were read. */
  readonly captured: string;
  readonly diagnostics: readonly Diagnostic[];
};

/** What a reader knows a document by: its outlet, else its title, else the last part of its address. */
export function documentName({ outlet, title, uri }: Pick<Document, "outlet" | "title" | "uri">): string {
  return outlet ?? title ?? (uri.replace(/[/\\]+$/, "").replace(/^.*[/\\]/, "") || uri);
}
