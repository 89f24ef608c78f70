/** How much an ISO 8601 value tells. */
export type Precision = "minute" | "hour" | "day" | "month" | "year" | "interval";

/** The precision of an ISO 8601 date, date-time or interval; null for what has no year, and for nothing. */
export function precisionOf(value: string | null): Precision | null {
  if (value === null || !/^\d{4}/.test(value)) return null;
  if (value.includes("/")) return "interval";
  if (/T\d{2}:\d{2}/.test(value)) return "minute";
  if (/T\d{2}/.test(value)) return "hour";
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return "day";
  return /^\d{4}-\d{2}/.test(value) ? "month" : "year";
}
