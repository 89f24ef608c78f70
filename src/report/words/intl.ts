const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** A number in a language's digits and signs. What formats it is made once: that takes longer than thousands of uses. */
export function localNumber(locale: string, value: number, decimals = 3): string {
  // Small counts read the same in every language we speak, and need no tables of the locale.
  if (Number.isInteger(value) && value >= 0 && value < 1_000) return String(value);
  const key = `${locale} ${decimals}`;
  const format = numbers.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  numbers.set(key, format);
  return format.format(value);
}

/** Which parts of a date are known. */
export type DateParts = { readonly year: boolean; readonly month: boolean; readonly day: boolean };

/** The known parts of a date, in UTC, months by their names. */
export function localDate(locale: string, date: Date, { year, month, day }: DateParts): string {
  const key = `${locale} ${year} ${month} ${day}`;
  const format =
    dates.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: "UTC",
      ...(year ? { year: "numeric" } : {}),
      ...(month ? { month: "long" } : {}),
      ...(day ? { day: "numeric" } : {}),
    });
  dates.set(key, format);
  return format.format(date);
}
