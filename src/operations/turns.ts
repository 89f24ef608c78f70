import type { PositionKind } from "../model/index.ts";

/** What turns are read from: who stands where on which claim, and since when (ISO 8601, null where it is not known). */
export type Stand = {
  readonly speaker: string;
  readonly claim: string;
  readonly position: PositionKind;
  readonly when: string | null;
};

const side: Readonly<Partial<Record<PositionKind, "for" | "against">>> = {
  affirm: "for",
  probable: "for",
  deny: "against",
  doubt: "against",
};

/**
 * Turns among positions in the order of time: each with the one it turns from. A turn is a later stand of the same
 * speaker on the other side of one claim; what is said at once, or at an unknown time, is none.
 */
export function turnsAmong<T>(ordered: readonly T[], of: (one: T) => Stand): Map<T, T> {
  const turns = new Map<T, T>();
  const last = new Map<string, { readonly one: T; readonly stand: Stand }>();
  for (const one of ordered) {
    const stand = of(one);
    const stands = side[stand.position];
    if (stands === undefined || stand.when === null) continue;
    const key = `${stand.speaker} ${stand.claim}`;
    const before = last.get(key);
    const turned =
      before !== undefined && side[before.stand.position] !== stands && isLater(before.stand.when, stand.when);
    if (before === undefined || turned || side[before.stand.position] === stands) last.set(key, { one, stand });
    if (turned) turns.set(one, before.one);
  }
  return turns;
}

/** Later by what both tell: a day that holds an hour is not before it. */
function isLater(before: string | null, after: string): boolean {
  if (before === null) return false;
  const length = Math.min(before.length, after.length, 16);
  return before.slice(0, length) < after.slice(0, length);
}
