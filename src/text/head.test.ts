import { expect, test } from "vitest";
import { bodyOffset } from "./head.ts";

test.each([
  ["Le Courrier d'Orlen, 4 mars 2031\n\nLe pont fermé\n\nLe pont d'Orlen est fermé.", "Le pont d'Orlen est fermé."],
  ["Le pont d'Orlen est fermé. Il rouvrira.\n\nFin.", "Le pont d'Orlen est fermé. Il rouvrira.\n\nFin."],
  ["Bridge closed\nThe bridge is closed.", "The bridge is closed."],
  ["no end", "no end"],
  ["", ""],
  ["head\n", "head\n"],
  ["a\nb\nc\nd\ne\nf", "e\nf"],
])("finds the body of %j", (text, body) => {
  expect(text.slice(bodyOffset(text))).toBe(body);
});

test("looks at the first lines only", () => {
  const begin = performance.now();
  for (const text of ["\n".repeat(5_000_000), "a".repeat(5_000_000), "a\n".repeat(2_000_000)]) bodyOffset(text);
  expect(performance.now() - begin).toBeLessThan(500);
});
