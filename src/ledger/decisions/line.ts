import { createHash } from "node:crypto";
import type { Decision } from "../../model/index.ts";

/** What a person gives; the rest of the line is made when it is appended. */
export type Given = Omit<Decision, "seq" | "id" | "before" | "hash">;

/** What the first line of a log follows. */
export const noLine = "0".repeat(64);

/** The next line of a log. Its id is the beginning of its hash, so that neither can be changed without the other. */
export function lineAfter(head: Pick<Decision, "seq" | "hash"> | null, given: Given): Decision {
  const { author, time, reason, target, anchor, body } = given;
  const unsigned = {
    seq: (head?.seq ?? 0) + 1,
    author,
    time,
    reason,
    target,
    anchor,
    body,
    before: head?.hash ?? noLine,
  };
  const hash = hashOf(unsigned);
  return { ...unsigned, id: idOf(hash), hash };
}

/** SHA-256 of a line's canonical JSON without its id and its hash. */
export function hashOf(line: Omit<Decision, "id" | "hash"> | Decision): string {
  const { seq, author, time, reason, target, anchor, body, before } = line;
  const text = canonical({ seq, author, time, reason, target, anchor, body, before });
  return createHash("sha256").update(text, "utf8").digest("hex");
}

export const idOf = (hash: string): string => `d-${hash.slice(0, 16)}`;

/** JSON with sorted keys and no white space (RFC 8785): the same value is the same text, whoever writes it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
    return `{${parts.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
