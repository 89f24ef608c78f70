import { type RawBuilder, sql } from "kysely";
import { SelonError } from "../model/error.ts";

/** Which part of a list is wanted: so many, after where the part before ended. */
export type PageAsk = { readonly limit: number; readonly after?: string | undefined };

export type Page<T> = {
  readonly items: readonly T[];
  /** How many there are in all, narrowed by the same filter. */
  readonly total: number;
  /** What to give as `after` for the next part; null at the end. */
  readonly next: string | null;
};

/** What a list is ordered by: expressions, each going up or down; together they tell every item from every other. */
export type Order = readonly { readonly by: RawBuilder<unknown>; readonly down?: boolean }[];

type Key = readonly (string | number)[];

/** Where a part ended: the list's name and the values its last item is ordered by. A list that grew goes on rightly. */
export function cursorOf(list: string, key: Key): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
}

/** Throws `bad-cursor` for what `cursorOf` has not made for this list. */
export function keyOf(list: string, cursor: string, length: number): Key {
  const parts = unpacked(cursor);
  const [name, ...key] = parts;
  if (
    name !== list ||
    key.length !== length ||
    !key.every((one) => typeof one === "string" || typeof one === "number")
  ) {
    throw new SelonError({
      code: "bad-cursor",
      what: "The list can't go on from this cursor.",
      why: "It is not one of this list.",
      todo: "Begin again without it.",
    });
  }
  return key as Key;
}

function unpacked(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

export function whereOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}

export function orderOf(order: Order): RawBuilder<unknown> {
  return sql`order by ${sql.join(order.map(({ by, down }) => (down === true ? sql`${by} desc` : sql`${by} asc`)))}`;
}

/** What stands after a key in an order. The first part is said by itself too, so that an index on it is used. */
export function afterKey(order: Order, key: Key): RawBuilder<boolean> {
  const ways = order.map(({ by, down }, n) => {
    const same = order.slice(0, n).map((part, at) => sql`${part.by} = ${key[at]}`);
    return sql`(${sql.join([...same, down === true ? sql`${by} < ${key[n]}` : sql`${by} > ${key[n]}`], sql` and `)})`;
  });
  const [first] = order;
  const begins =
    first === undefined ? [] : [first.down === true ? sql`${first.by} <= ${key[0]}` : sql`${first.by} >= ${key[0]}`];
  return sql<boolean>`(${sql.join([...begins, sql`(${sql.join(ways, sql` or `)})`], sql` and `)})`;
}
