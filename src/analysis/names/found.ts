import type { MentionKind, Sentence } from "../../model/index.ts";
import type { Token } from "../surface.ts";

/** A name before its span is cut: token range, kind, and how sure its kind is. */
export type Found = { from: number; to: number; kind: MentionKind; entity: string | null; sure: boolean };

/** A sentence with the names found in it. */
export type Line = {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly shouting: boolean;
  found: Found[];
};
