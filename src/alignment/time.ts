/** Days since 1970 from which and to which an ISO 8601 value runs; null for durations and values without a year. */
export function daysOf(value: string): readonly [number, number] | null {
  const interval = value.split("/");
  if (interval.length === 2) {
    const from = daysOf(interval[0] ?? "");
    const to = daysOf(interval[1] ?? "");
    return from && to ? [from[0], to[1]] : null;
  }
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(value);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / 86_400_000;
  const last =
    day !== null ? first : (month !== null ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) / 86_400_000 - 1;
  return [first, last];
}

/** Month, or month and day, of values whose year is unknown, or the weekday (`XXXX-WXX-4`). */
const partial = (value: string): string | null => /^XXXX-(\d{2}(?:-\d{2})?|WXX-\d)/.exec(value)?.[1] ?? null;

/** `05` and `05-03` may be one day. */
const mayBeOne = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

type Days = { readonly from: number; readonly to: number; readonly night: boolean };

function knownDays(values: readonly string[]): Days[] {
  return values.flatMap((value) => {
    const days = daysOf(value);
    return days === null ? [] : [{ from: days[0], to: days[1], night: /T(?:1[89]|2\d)[^/]*\/.*T0/.test(value) }];
  });
}

/** Within a day of one another; the nights of the 6th and of the 8th are not, though one ends the day before the other begins. */
const within = (a: Days, b: Days): boolean =>
  a.night && b.night ? Math.abs(a.from - b.from) <= 1 : a.from <= b.to + 1 && b.from <= a.to + 1;

/**
 * Whether two lists of times can't be of one thing: each has a dated value and no two are within a day of one another.
 * Two unknown weeks still tell Monday from Thursday.
 */
export function timesConflict(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [knownDays(a), knownDays(b)];
  if (left.length > 0 && right.length > 0) return !left.some((one) => right.some((other) => within(one, other)));
  const [x, y] = [a.map(partial).filter((part) => part !== null), b.map(partial).filter((part) => part !== null)];
  const comparable = x.some((one) => y.some((other) => one.startsWith("W") === other.startsWith("W")));
  return comparable && !x.some((one) => y.some((other) => mayBeOne(one, other)));
}

/** A value whose year or week is unknown, as the last such day or month before a day, or within its next month. */
export function datedBy(value: string, published: string | null): string {
  const now = published === null ? null : daysOf(published);
  if (now === null || !value.startsWith("XXXX-")) return value;
  const [, month, day] = /^XXXX-(\d{2})(?:-(\d{2}))?$/.exec(value) ?? [];
  if (month !== undefined) {
    const year = new Date(now[0] * 86_400_000).getUTCFullYear();
    const rest = day === undefined ? month : `${month}-${day}`;
    const [from = Number.POSITIVE_INFINITY] = daysOf(`${year}-${rest}`) ?? [];
    return `${from > now[1] + 31 ? year - 1 : year}-${rest}`;
  }
  const weekday = Number(/^XXXX-WXX-(\d)$/.exec(value)?.[1] ?? Number.NaN);
  if (Number.isNaN(weekday)) return value;
  // 1 January 1970 was a Thursday.
  const back = (((now[0] + 3) % 7) - (weekday - 1) + 7) % 7;
  return new Date((now[0] - back) * 86_400_000).toISOString().slice(0, 10);
}

/** A stretch of time in hours since 1970, its end exclusive. */
export type Window = readonly [from: number, to: number];

const clock = /T(\d{2})(?::(\d{2}))?/;

/** Hours from which and to which an ISO 8601 value runs, clocks as they stand; null for durations and unknown years. */
export function windowOf(value: string): Window | null {
  const days = daysOf(value);
  if (days === null) return null;
  const [first = value, last = value] = value.split("/");
  const hour = (part: string): number | null => {
    const match = clock.exec(part);
    return match === null ? null : Number(match[1]) + Number(match[2] ?? 0) / 60;
  };
  const from = days[0] * 24 + (hour(first) ?? 0);
  const until = hour(last);
  return [from, Math.max(from + 1, until === null ? (days[1] + 1) * 24 : days[1] * 24 + until)];
}

/** Hours between two lists of windows where they are nearest, 0 where two overlap; null when either is empty. */
export function gapOf(a: readonly Window[], b: readonly Window[]): number | null {
  let least: number | null = null;
  for (const x of a) {
    for (const y of b) {
      const gap = Math.max(0, Math.max(x[0], y[0]) - Math.min(x[1], y[1]) + (x[0] < y[1] && y[0] < x[1] ? 0 : 1));
      if (least === null || gap < least) least = gap;
    }
  }
  return least;
}

/** Whether something undated may be what an article of that day is about: of the last ten days, or ahead. */
export const isRecent = (window: Window, published: Window): boolean => window[1] > published[0] - 240;
