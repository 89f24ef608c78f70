import { expect, test } from "vitest";
import { localDate, localNumber } from "./intl.ts";

test("numbers and dates read as the locale writes them, small counts included", () => {
  for (const locale of ["fr", "en", "fr-FR", "en-GB"]) {
    for (const value of [0, 7, 999, 1_000, 45_200, -3, 2.4567, 0.00123, 1e21, Number.NaN, Number.POSITIVE_INFINITY])
      for (const decimals of [0, 2, 4])
        expect(localNumber(locale, value, decimals)).toBe(
          value.toLocaleString(locale, { maximumFractionDigits: decimals }),
        );
    const date = new Date(Date.UTC(2031, 4, 6));
    for (const parts of [
      { year: true, month: true, day: true },
      { year: false, month: true, day: true },
      { year: true, month: false, day: false },
    ]) {
      expect(localDate(locale, date, parts)).toBe(
        date.toLocaleDateString(locale, {
          timeZone: "UTC",
          ...(parts.year ? { year: "numeric" } : {}),
          ...(parts.month ? { month: "long" } : {}),
          ...(parts.day ? { day: "numeric" } : {}),
        }),
      );
    }
  }
});
