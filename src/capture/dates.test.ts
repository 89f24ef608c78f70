import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate } from "./dates.ts";

test.each([
  ["2024", "2024"],
  ["2024-11", "2024-11"],
  ["20241112", "2024-11-12"],
  ["2024-11-12 10:20", "2024-11-12T10:20"],
  ["2024-11-12T10:20:30.123Z", "2024-11-12T10:20:30Z"],
  ["2024-11-12T10:20:30+0100", "2024-11-12T10:20:30+01:00"],
  ["Tue, 12 Nov 2024 9:20:00 GMT", "2024-11-12T09:20:00Z"],
  ["12 Nov 2024", "2024-11-12"],
  ["2024-02-30", null],
  ["2024-13", null],
  ["hier", null],
  ["", null],
])("%j is %j", (given, expected) => expect(isoDate(given)).toBe(expected));

test("any string is a date or none, and a date stays itself", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\-T:Z+ ]{0,25}$/)), (given) => {
      const date = isoDate(given);
      if (date !== null) expect(isoDate(date)).toBe(date);
    }),
  );
});
