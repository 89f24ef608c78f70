import fc from "fast-check";
import { expect, test } from "vitest";
import { axisOf } from "./axis.ts";

const at = (value: number, upper: number | null = null) => ({ value, upper });

test("an axis begins at nought and has round ticks", () => {
  expect(axisOf([at(17), at(6), at(40, 45)]).ticks).toEqual([0, 20, 40, 60]);
  expect(axisOf([at(12000), at(3000)]).ticks).toEqual([0, 5000, 10000, 15000]);
});

test("whatever the values, each stands inside the drawing and in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 20 }),
      (values) => {
        const axis = axisOf(values.map((value) => at(value)));
        const sorted = [...values].sort((a, b) => a - b).map(axis.place);
        for (const place of sorted) expect(place >= 0 && place <= 100).toBe(true);
        expect([...sorted].sort((a, b) => a - b)).toEqual(sorted);
        expect(axis.ticks.length).toBeLessThanOrEqual(12);
      },
    ),
    { seed: 20250314 },
  );
});

test("values that are no numbers do no harm", () => {
  const axis = axisOf([at(Number.NaN), at(Number.POSITIVE_INFINITY), at(5)]);
  expect(axis.ticks[0]).toBe(0);
  expect(axis.place(Number.NaN)).toBe(3);
});
