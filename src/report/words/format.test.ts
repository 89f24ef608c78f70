import { expect, test } from "vitest";
import { en } from "./en.ts";
import { formatDate, formatHour, formatList, formatNumber, wordsOf } from "./format.ts";
import { fr } from "./fr.ts";

test.each([
  ["2025-03-14T09:12:00+01:00", "14 March 2025, 09:12 (UTC+1)", "14 mars 2025, 9\u00a0h\u00a012 (UTC+1)"],
  ["2025-03-14T09:12:00.123Z", "14 March 2025, 09:12 (UTC)", "14 mars 2025, 9\u00a0h\u00a012 (UTC)"],
  ["2025-03-14T09:12-05:30", "14 March 2025, 09:12 (UTC−5:30)", "14 mars 2025, 9\u00a0h\u00a012 (UTC−5:30)"],
  ["2025-03-14", "14 March 2025", "14 mars 2025"],
  ["2025-03", "March 2025", "mars 2025"],
  ["2025", "2025", "2025"],
  ["XXXX-09-12", "12 September", "12 septembre"],
  ["2025-03-13/2025-03-14", "13 March 2025 to 14 March 2025", "du 13 mars 2025 au 14 mars 2025"],
  ["2025-01/2025-04", "January 2025 to April 2025", "de janvier 2025 à avril 2025"],
  ["2025-01/2025-03-01", "January 2025 to 1 March 2025", "de janvier 2025 au 1er mars 2025"],
  ["2025-03-01", "1 March 2025", "1er mars 2025"],
  ["2025-02-31", "2025-02-31", "2025-02-31"],
  ["2025-13", "2025-13", "2025-13"],
  ["soon", "soon", "soon"],
])("the date %s", (value, english, french) => {
  expect(formatDate(en, value)).toBe(english);
  expect(formatDate(fr, value)).toBe(french);
});

test("a value without a time of day has no hour", () => {
  expect(formatHour(en, "2025-03-14")).toBe("");
  expect(formatHour(fr, "2025-03-14T02:05")).toBe("2\u00a0h\u00a005");
});

test("numbers by locale", () => {
  expect(formatNumber(en, 12000)).toBe("12,000");
  expect(formatNumber(fr, 12000.5)).toBe("12\u202f000,5");
  expect(formatNumber(en, 0.0012)).toBe("0.0012");
});

test("long lists are cut and say by how many", () => {
  expect(formatList(en, [])).toBe("");
  expect(formatList(en, ["A"])).toBe("A");
  expect(formatList(fr, ["A", "B"])).toBe("A et B");
  expect(formatList(en, ["A", "B", "C", "D", "E", "F"])).toBe("A, B, C and 3 others");
});

test("a language without words of its own is answered in English", () => {
  expect(wordsOf("fr-CA")).toBe(fr);
  expect(wordsOf("uk")).toBe(en);
});
