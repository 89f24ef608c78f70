import type { Failure } from "../../capture/index.ts";
import type { AddEvent, Added } from "../add.ts";

/** What an address turned out to be. */
export type Place = "feed" | "sitemap" | "page";

export type WatchEvent =
  /** `revision`: another version of a page that was kept before. */
  | ({ readonly kind: "kept"; readonly revision: boolean } & Added)
  | Extract<AddEvent, { kind: "known" | "aligned" }>
  /** Other bytes, but not another text: a page whose furniture changed. */
  | { readonly kind: "unchanged"; readonly uri: string }
  /** `fresh` of the entries of a feed or sitemap are fetched now. */
  | {
      readonly kind: "checked";
      readonly uri: string;
      readonly as: Place;
      readonly changed: boolean;
      readonly entries: number;
      readonly fresh: number;
    }
  /** `next` is when it is tried again (ISO 8601), null where it is not. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly next: string | null };
