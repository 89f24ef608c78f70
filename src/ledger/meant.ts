import { type RawBuilder, sql } from "kysely";
import { containing, foldName } from "./search.ts";
import { keyed } from "./storable.ts";

/**
 * Whether a row is about the actor named by id or by part of a name; `id` is the row's column with the actor's id, beside
 * `folded` with the names. Nothing folds to nothing but signs, which then must not match everything.
 */
export function isMeant(actor: string, id: RawBuilder<unknown>): RawBuilder<boolean> {
  const folded = foldName(actor);
  const pattern = folded === "" ? "\\%" : containing(folded);
  return sql<boolean>`(${id} = ${keyed(actor)} or folded like ${pattern} escape '\\')`;
}

/** The ids of the actors meant, as a query. */
export function meant(actor: string): RawBuilder<unknown> {
  return sql`select id from actor_totals where ${isMeant(actor, sql`id`)}`;
}
