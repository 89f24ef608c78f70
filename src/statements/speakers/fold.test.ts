import { expect, test } from "vitest";
import { nameKey, personId, phraseId } from "./fold.ts";

test.each([
  ["Poutine", "Putin"],
  ["Zelenskyj", "Zelensky"],
  ["Chevtchenko", "Shevchenko"],
  ["Youri", "Iouri"],
  ["Ouchakov", "Ushakov"],
  ["Andreï", "Andrei"],
  ["Choïgou", "Shoigu"],
])("%s and %s are one name", (a, b) => {
  expect(nameKey(a)).toEqual(nameKey(b));
});

test.each([
  ["Medina", "Macron"],
  ["Orlova", "Orlov"],
  ["Marin", "Morin"],
])("%s and %s stay two names", (a, b) => {
  expect(nameKey(a)).not.toEqual(nameKey(b));
});

test("a person's identifier does not depend on the language", () => {
  expect(personId("Sergueï Ouvarov")).toBe(personId("Sergey Uvarov"));
  expect(personId("")).toBe("person:");
});

test("a phrase's identifier drops the article", () => {
  expect(phraseId("group", "Les habitants d'Orvane")).toBe("group:habitants-d-orvane");
});
