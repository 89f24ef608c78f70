import { expect, test } from "vitest";
import { openersOf } from "./phrases.ts";

test("a phrase begins with its first word, an elided one included, and with no other", () => {
  const opens = openersOf(new Map(["d'après lui", "peut être", "sans doute"].map((phrase) => [phrase, true])));
  expect(["d'", "d'après", "peut", "sans", "sans doute"].map(opens)).toEqual([true, true, true, true, true]);
  expect(["d", "après", "être", "doute", ""].map(opens)).toEqual([false, false, false, false, false]);
});
