import { expect, test } from "vitest";
import { lookupForm, lower, sameWord } from "./normal.ts";
import { remembered } from "./remembered.ts";

test("a word is worked out once, a longer text each time", () => {
  const asked: string[] = [];
  const length = remembered((text) => asked.push(text) && text.length);
  const long = "x".repeat(1000);
  expect([length("port"), length("port"), length(long), length(long)]).toEqual([4, 4, 1000, 1000]);
  expect(asked).toEqual(["port", long, long]);
});

test("no more is kept than was allowed", () => {
  let asked = 0;
  const double = remembered((text) => {
    asked++;
    return text + text;
  }, 2);
  for (const word of ["a", "b", "a", "c", "a"]) expect(double(word)).toBe(word + word);
  expect(asked).toBe(4);
});

test("words with surrogates, marks and nothing at all stay what they are", () => {
  for (const word of ["", " ", "\ud800", "e\u0301", "\u{1f600}", "L’Élysée"]) expect(sameWord(word)).toBe(word);
  expect([lower("L’Élysée"), lower(undefined), lookupForm("Aujourd’hui")]).toEqual(["l'élysée", "", "aujourd'hui"]);
});
