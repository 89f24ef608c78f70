import { expect, test } from "vitest";
import { lookupForm, lower, lowerCase } from "./normal.ts";
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
  const same = remembered((word) => word);
  for (const word of ["", " ", "\ud800", "e\u0301", "\u{1f600}", "L’Élysée"]) expect(same(word)).toBe(word);
  expect([lower("L’Élysée"), lower(undefined), lookupForm("Aujourd’hui")]).toEqual(["l'élysée", "", "aujourd'hui"]);
});

test("every character has the normal forms that it has by itself", () => {
  const plain = (text: string): string => {
    if ("\u2019\u2018\u02bc\u2032\u00b4`".includes(text)) return "'";
    return "\u2010\u2011\u00ad".includes(text) ? "-" : `a${text}`.toLowerCase().slice(1);
  };
  const differing: number[] = [];
  for (let code = 0; code < 0x3000; code++) {
    const text = String.fromCharCode(code);
    const small = `a${text}`.toLowerCase().slice(1);
    const forms = [lowerCase(`a${text}`), lower(`a${text}`), lookupForm(`a${text}`)];
    const due = [`a${small}`, `a${small.replace("’", "'")}`, `a${plain(text)}`];
    if (forms.join("\n") !== due.join("\n")) differing.push(code);
  }
  expect(differing).toEqual([]);
});
