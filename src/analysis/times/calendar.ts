/** A day, month or year of the Gregorian calendar, as precise as known. Pure arithmetic, no clock, no time zone. */
export type Calendar = { readonly year: number; readonly month: number | null; readonly day: number | null };

const pad = (n: number, length = 2) => String(Math.abs(n)).padStart(length, "0");

export const isoOf = ({ year, month, day }: Calendar): string =>
  [pad(year, 4), ...(month === null ? [] : [pad(month)]), ...(month === null || day === null ? [] : [pad(day)])].join(
    "-",
  );

/** Reads the beginning of an ISO 8601 date or date-time; null where there is none. */
export function calendarOf(iso: string | null): Calendar | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? "");
  if (match === null) return null;
  const [, year, month, day] = match;
  const date = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
  return date.month !== null && (date.month < 1 || date.month > 12) ? null : date;
}

const time = ({ year, month, day }: Calendar) => Date.UTC(year, (month ?? 1) - 1, day ?? 1);

export function addDays(date: Calendar, days: number): Calendar {
  const moved = new Date(time(date) + Math.max(-4e6, Math.min(4e6, days)) * 864e5);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Moves by months and keeps the precision of a month. */
export function addMonths(date: Calendar, months: number): Calendar {
  const index = date.year * 12 + (date.month ?? 1) - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: null };
}

/** 1 (Monday)..7. */
export const weekdayOf = (date: Calendar): number => ((new Date(time(date)).getUTCDay() + 6) % 7) + 1;

export const compare = (a: Calendar, b: Calendar): number => time(a) - time(b);

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO week of a day, as `2024-W46`. */
export function weekOf(date: Calendar): string {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const first = Date.UTC(thursday.year, 0, 1);
  return `${pad(thursday.year, 4)}-W${pad(Math.floor((time(thursday) - first) / (7 * 864e5)) + 1)}`;
}
