import { expect, test } from "vitest";
import { broken, type Example, quotesOf, randomFrom, stopOf } from "./treebank.ts";

const quoted: Example = {
  forms: ["«", "Tout", "est", "réparé", "»", "."],
  lemmas: ["«", "tout", "être", "réparé", "»", "."],
  tags: ["PUNCT", "PRON", "AUX", "ADJ", "PUNCT", "PUNCT"],
  heads: [4, 4, 4, 0, 4, 4],
  labels: ["punct", "nsubj", "cop", "root", "punct", "punct"],
  tokens: [],
};

test("quotation marks and the last full stop are found", () => {
  expect(quotesOf(quoted)).toEqual([0, 4]);
  expect(stopOf(quoted)).toBe(5);
});

test("broken examples stay trees and lose what they say they lose", () => {
  const made = broken(
    Array.from({ length: 300 }, () => quoted),
    randomFrom(1),
  );
  expect(made).toEqual(
    broken(
      Array.from({ length: 300 }, () => quoted),
      randomFrom(1),
    ),
  );
  const texts = new Set(made.map(({ forms }) => forms.join(" ")));
  expect(texts).toContain("Tout est réparé .");
  expect(texts).toContain("« TOUT EST RÉPARÉ » .");
  expect(texts).toContain("« Tout est repare » .");
  expect(texts).toContain("« Tout est réparé »");
  for (const { forms, heads } of made) {
    expect(heads.filter((head) => head === 0)).toHaveLength(1);
    expect(Math.max(...heads)).toBeLessThanOrEqual(forms.length);
  }
});
