import { expect, test } from "vitest";
import { pairOf } from "../../test/alignment/pair.ts";
import { likeness, threshold } from "./similarity.ts";

const pair = pairOf("fr", "Torvane se sépare de sa filiale ferroviaire.", "Torvane cède sa filiale ferroviaire.");

test.each([true, false])("what is a paraphrase is one whether or not one story tells it: %s", (oneStory) => {
  expect(likeness(...pair, oneStory).score).toBeGreaterThanOrEqual(threshold);
});

test("not what one story tells of another thing", () => {
  const [a, b] = pairOf("fr", "Torvane cède sa filiale ferroviaire.", "Torvane cède ses deux scieries.");
  expect(likeness(a, b, true).score).toBeLessThan(threshold);
});
