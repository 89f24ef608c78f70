import { createHash } from "node:crypto";
import { HttpError } from "./error.ts";

export type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null };

/** One page of a list. The cursor holds the place and the item before it, so that a list that grew goes on rightly. */
export function pageOf<T>(list: string, items: readonly T[], limit: number, cursor: string | undefined): Page<T> {
  const from = cursor === undefined ? 0 : placeOf(list, items, cursor);
  const some = items.slice(from, from + limit);
  const last = some.at(-1);
  const end = from + some.length;
  const next = last === undefined || end >= items.length ? null : pack([list, end, keyOf(last)]);
  return { items: some, total: items.length, next };
}

function placeOf(list: string, items: readonly unknown[], cursor: string): number {
  const [name, at, key] = unpack(cursor);
  if (name !== list || typeof at !== "number" || typeof key !== "string")
    throw badCursor("It is not one of this list.");
  if (keyOf(items[at - 1]) === key) return at;
  const found = items.findIndex((item) => keyOf(item) === key);
  if (found < 0) throw badCursor("The list has changed and what it stood at is gone.");
  return found + 1;
}

function badCursor(why: string): HttpError {
  return new HttpError(400, [
    "bad-cursor",
    "The list can't go on from this cursor.",
    why,
    "Begin again without cursor.",
  ]);
}

function keyOf(item: unknown): string {
  if (item === undefined) return "";
  const text =
    typeof item === "object" && item !== null && "id" in item && typeof item.id === "string"
      ? item.id
      : JSON.stringify(item);
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

function pack(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function unpack(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
