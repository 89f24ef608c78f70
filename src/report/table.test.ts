import { expect, test } from "vitest";
import { csvLine, csvOf } from "./table.ts";

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
