import fc from "fast-check";
import { expect, test } from "vitest";
import { lineAround } from "./surrounding.ts";

const around = (text: string, part: string): string => {
  const start = text.indexOf(part);
  const found = lineAround(text, { start, end: start + part.length });
  return text.slice(found.start, found.end);
};

test("a clause is given with its paragraph", () => {
  const text = "La digue a cédé.\nLe maire, averti en mars, a démenti. « C'est faux. »\n\nRien d'autre.";
  expect(around(text, "averti en mars")).toBe("Le maire, averti en mars, a démenti. « C'est faux. »");
  expect(around(text, "La digue")).toBe("La digue a cédé.");
  expect(around(text, "autre.")).toBe("Rien d'autre.");
});

test("a stretch over several lines is given with all of them", () => {
  expect(around("one\ntwo three\nfour five\nsix", "three\nfour")).toBe("two three\nfour five");
});

test("any stretch of any text lies in what is around it, and that is never long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const found = lineAround(text, { start, end });
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.start).toBeLessThanOrEqual(start);
      expect(found.end).toBeGreaterThanOrEqual(end);
      expect(found.end).toBeLessThanOrEqual(text.length);
      expect(text.slice(found.start, start) + text.slice(end, found.end)).not.toContain("\n");
    }),
  );
  const far = lineAround("a".repeat(1_000_000), { start: 500_000, end: 500_001 });
  expect(far.end - far.start).toBe(1_201);
});
