import { expect, test } from "vitest";
import { csvLine, csvOf, readable } from "./table.ts";

test("what a spreadsheet would run is text, what it would count is a number", () => {
  expect(csvLine(["=1+1", "+33 1", "-2", "-2.5", "-x", "@a", "\tb", -3, 1e21, true])).toBe(
    "'=1+1,'+33 1,-2,-2.5,'-x,'@a,'\tb,-3,1e+21,true\r\n",
  );
});

test("marks, commas and lines stand between quotation marks; nothing is empty, what holds others is JSON", () => {
  expect(csvLine(['a "b"', "a,b", "a\nb", null, undefined, "", { a: [1] }])).toBe(
    '"a ""b""","a,b","a\nb",,,,"{""a"":[1]}"\r\n',
  );
});

test("columns are those asked for, else those that the rows have", () => {
  expect(csvOf([{ a: 1 }, { b: 2, a: 3 }])).toBe("a,b\r\n1,\r\n3,2\r\n");
  expect(csvOf([{ a: 1, b: 2 }], ["b", "c"])).toBe("b,c\r\n2,\r\n");
  expect(csvOf([], ["a"])).toBe("a\r\n");
});

test("who has a name is told by it, words by themselves", () => {
  const speaker = { id: "per:a", name: "Odile Brun" };
  const evidence = { start: 1, end: 4, text: "oui" };
  const row = { speaker, chain: [speaker, { id: "b", name: "La Rive" }], evidence, of: ["x", "y"], n: 3, none: null };
  expect(readable(row)).toEqual({
    speaker: "Odile Brun",
    chain: "Odile Brun; La Rive",
    evidence: "oui",
    of: "x; y",
    n: 3,
    none: null,
  });
  const bounds = { lower: 1, upper: 2 };
  expect(readable({ bounds, all: [bounds], empty: [] })).toEqual({ bounds, all: [bounds], empty: "" });
});
