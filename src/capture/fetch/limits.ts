/** Bounds of one fetch, redirects included. */
export type FetchLimits = {
  /** Most bytes after decompression. */
  readonly maxBytes: number;
  /** Milliseconds for everything, and without a byte arriving. */
  readonly totalTime: number;
  readonly idleTime: number;
  readonly maxRedirects: number;
  /** Most bytes that one compressed byte may become, once past the first 64 KB. */
  readonly maxRatio: number;
};

export const defaultLimits: FetchLimits = {
  maxBytes: 64 * 1024 * 1024,
  totalTime: 60_000,
  idleTime: 15_000,
  maxRedirects: 5,
  maxRatio: 200,
};
