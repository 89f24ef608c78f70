/** Two digits. */
const pad = (value: string | number): string => String(value).padStart(2, "0");

/**
 * A date as pages and people write it in metadata, as ISO 8601 and no more precise than given: `2024`, `2024-11`,
 * `2024-11-12`, `2024-11-12T10:20:00+01:00`; RFC 2822 (`Tue, 12 Nov 2024 10:20:00 +0100`); null when it is none of these.
 */
export function isoDate(given: string): string | null {
  const text = given.trim();
  if (text.length > 60) return null;
  const iso =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i.exec(
      text,
    );
  if (iso !== null) return isoParts(iso);
  const mail =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|UT|GMT|[+-]\d{4})?)?/i.exec(
      text,
    );
  if (mail === null) return null;
  const month = englishMonths.indexOf((mail[2] ?? "").toLowerCase()) + 1;
  return month === 0
    ? null
    : isoParts([text, mail[3], pad(month), pad(mail[1] ?? ""), mail[4] && pad(mail[4]), mail[5], mail[6], mail[7]]);
}

const englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function isoParts(parts: ArrayLike<string | undefined>): string | null {
  const [year, month, day, hour, minute, second, zone] = Array.from({ length: 7 }, (_, i) => parts[i + 1]);
  if (year === undefined || Number(year) < 1000) return null;
  if (month === undefined) return year;
  if (!validDay(Number(year), Number(month), day === undefined ? 1 : Number(day))) return null;
  if (day === undefined) return `${year}-${month}`;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || hour === "") return date;
  if (Number(hour) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return date;
  return `${date}T${hour}:${minute ?? "00"}${second === undefined ? "" : `:${second}`}${zoneOf(zone)}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined || zone === "") return "";
  if (/^[a-z]/i.test(zone)) return "Z";
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}`;
}

/** Whether a day exists in the calendar. */
export function validDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `YYYY-MM-DD` of a calendar day, or null when there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  return validDay(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : null;
}
