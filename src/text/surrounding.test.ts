import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceAround } from "./surrounding.ts";

const around = (text: string, part: string): string => {
  const start = text.indexOf(part);
  return sentenceAround(text, { start, end: start + part.length });
};

test("a clause is given with its sentence", () => {
  const text = "La digue a cédé. Le maire, qui avait été averti en mars, a démenti. « C'est faux. » Rien d'autre.";
  expect(around(text, "qui avait été averti")).toBe("Le maire, qui avait été averti en mars, a démenti.");
  expect(around(text, "C'est faux")).toBe("« C'est faux. »");
});

test("a line ends a sentence, a point within a number or a name does not", () => {
  expect(around("Headline\nMr. smith paid 3.5 million, he said", "paid")).toBe("Mr. smith paid 3.5 million, he said");
});

test("any stretch of any text lies in what is around it, and that is never long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const found = sentenceAround(text, { start, end });
      expect(found).toContain(text.slice(start, end).replace(/\s+/g, " ").trim());
    }),
  );
  expect(sentenceAround("a".repeat(1_000_000), { start: 500_000, end: 500_001 }).length).toBe(1_201);
});
