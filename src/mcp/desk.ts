import type { Origin } from "../capture/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { AddEvent } from "../operations/index.ts";

/** Something to add: a text, or an address. */
export type Addable =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly origin: Origin }
  | { readonly kind: "url"; readonly url: string; readonly published?: string; readonly language?: string };

/** What the tools work on. */
export type McpDesk = {
  readonly ledger: Ledger;
  /** Aligns what was added meanwhile. */
  fresh(): Promise<void>;
  /** Adds one document; null where nothing may be written. */
  readonly add: ((item: Addable) => Promise<Exclude<AddEvent, { kind: "aligned" }>>) | null;
};
