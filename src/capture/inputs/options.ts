/** How inputs are captured. Everything has a default. */
export type CaptureOptions = {
  /** ISO 8601 date of publication of everything given; wins over what the documents say. */
  readonly published?: string | undefined;
  /** Language of everything given (BCP 47); else declared or detected. */
  readonly language?: string | undefined;
  /** Most bytes of one document; 64 MiB when left out. */
  readonly maxBytes?: number | undefined;
  /** What `-` stands for; the process's standard input when left out. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Permit addresses of this machine and of private networks: all, or those of the hosts named. */
  readonly allowPrivate?: boolean | readonly string[] | undefined;
  /** Milliseconds for fetching one address; a minute when left out. */
  readonly timeout?: number | undefined;
  /** Milliseconds between two pages of a feed, where the site names no delay; a second when left out. */
  readonly pace?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

export const defaultMaxBytes = 64 * 1024 * 1024;
