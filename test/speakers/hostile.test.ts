import fc from "fast-check";
import { expect, test } from "vitest";
import { readText } from "./cases.ts";

const pieces = [
  "Il ",
  "Elle ",
  "« ",
  " »",
  "Claire Dauvin ",
  "le maire ",
  "a dit que ",
  ", ",
  "et ",
  "selon ",
  "a-t-il ajouté ",
  "ne ",
  "\n\n",
  "ce dernier ",
  "\u0000",
  "💧",
  "M. ",
];

test("any mixture of pronouns, names, marks and cues is read, and every chain ends in its speaker", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      for (const { chain, speaker, because, confidence } of readText("fr", parts.join(""))) {
        expect(chain.at(-1)).toEqual({ id: speaker.id, name: speaker.name });
        expect(because.reason).not.toBe("");
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 150, seed: 4 },
  );
});

test("a long run of pronouns takes time in proportion", () => {
  const seconds = (count: number): number => {
    const text = "Il a dit qu'elle avait dit que Claire Dauvin partait. ".repeat(count);
    const begin = performance.now();
    readText("fr", text);
    return performance.now() - begin;
  };
  seconds(50);
  const short = seconds(200);
  expect(seconds(1600)).toBeLessThan(Math.max(short, 20) * 8 * 4);
});
