/** What a run of `npm run bench` writes to `bench/results.json`, so that a change of speed is a line in a diff. */
export type Results = {
  /** ISO 8601 date of the run. */
  readonly date: string;
  /** Cores and their name. */
  readonly machine: string;
  /** How many programs wanted to run when it began (load average): above nought, waits are longer than they need be. */
  readonly load: number;
  readonly node: string;
  readonly reading: readonly Speed[];
  readonly waits: readonly Wait[];
};

/** A figure with its unit: `17.2`, `articles of 800 words a second`. */
export type Speed = { readonly what: string; readonly figure: number; readonly unit: string };

/** How long a command takes as a program of its own, in whole milliseconds; `limit` where one must be kept. */
export type Wait = {
  readonly what: string;
  readonly median: number;
  readonly worst: number;
  readonly limit: number | null;
};
