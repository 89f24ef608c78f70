/** Where bytes came from, and what is known about them from outside. */
export type Origin = {
  /** Path or URL as given by whoever asked; `-` for standard input. */
  readonly uri: string;
  /** Where it was found in the end, after redirects, when that is another address: what the page's own links start from. */
  readonly location?: string | undefined;
  /** Media type as declared by whoever sent the bytes, parameters included: `text/html; charset=iso-8859-2`. */
  readonly mediaType?: string | null | undefined;
  /** Publication date known from outside; wins over what the bytes say. */
  readonly published?: string | null | undefined;
  /** Language known from outside (BCP 47); wins over what the bytes say and over detection. */
  readonly language?: string | null | undefined;
  /** ISO 8601 instant at which the bytes were read; now when left out. */
  readonly captured?: string | undefined;
};
