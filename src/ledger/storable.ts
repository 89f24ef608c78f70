import { createHash } from "node:crypto";
import type { Schema } from "./schema.ts";

/**
 * A value as every engine can keep it: PostgreSQL has no place for the character U+0000 nor for half of a surrogate pair.
 * Each becomes U+FFFD, which is as long, so that offsets hold. Bodies are JSON, in which both are written as escapes.
 */
export function storable<T>(value: T): T | string {
  if (typeof value !== "string") return value;
  const whole = value.isWellFormed() ? value : value.toWellFormed();
  return whole.includes("\0") ? whole.replaceAll("\0", "\uFFFD") : whole;
}

/** An entry of an index is at most a third of a page in PostgreSQL: 2,704 bytes for all of its columns. */
const longestKey = 400;

/** An id or name as it is looked up: one beyond all measure by its beginning and a hash of the whole. */
export function keyed(id: string): string {
  if (id.length <= longestKey) return id;
  const whole = createHash("sha256").update(id).digest("base64url");
  return `${id.slice(0, longestKey - whole.length).toWellFormed()}${whole}`;
}

/** Columns that are looked up and can be as long as whoever wrote the text likes. */
const keys: Partial<Record<keyof Schema, readonly string[]>> = {
  documents: ["canonical"],
  statements: ["speaker"],
  figures: ["speaker"],
  actors: ["id"],
  document_keys: ["key"],
  passage_statements: ["speaker"],
  positions: ["speaker"],
  claim_actors: ["actor", "folded"],
  figure_actors: ["actor", "folded"],
};

/** A row with what is looked up in it short enough to be. */
export function keyedRow<T extends object>(table: keyof Schema, row: T): T {
  const long = (keys[table] ?? []).flatMap((column): [string, string][] => {
    const value = (row as Readonly<Record<string, unknown>>)[column];
    return typeof value === "string" && value.length > longestKey ? [[column, keyed(value)]] : [];
  });
  return long.length === 0 ? row : { ...row, ...Object.fromEntries(long) };
}
