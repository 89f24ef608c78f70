import fc from "fast-check";
import { expect, test } from "vitest";
import { decisionSchema } from "../../model/decision-schema.ts";
import type { DocumentId } from "../../model/index.ts";
import { anchorOf, spanOf } from "./anchor.ts";
import { canonical, hashOf, idOf, lineAfter } from "./line.ts";

const document = `sha256:${"0".repeat(64)}` as DocumentId;

/** A text and a span of it that cuts no character in half. */
const placed = fc
  .array(fc.constantFrom("pont ", "la mairie ", "😀 ", "« fermé » ", "\n", "e\u0301t\u00e9 "), {
    minLength: 2,
    maxLength: 40,
  })
  .chain((words) => fc.tuple(fc.constant(words), fc.nat(words.length - 1), fc.nat(6)))
  .map(([words, from, count]) => {
    const start = words.slice(0, from).join("").length;
    const length = words.slice(from, from + count + 1).join("").length;
    return { text: words.join(""), span: { start, end: start + length } };
  });

test("in the same text a span is found where it is", () => {
  fc.assert(
    fc.property(placed, ({ text, span }) => {
      expect(spanOf(anchorOf(document, text, span), text)).toEqual(span);
    }),
  );
});

test("behind words that came before it, it is found by what it says and what stands around it", () => {
  fc.assert(
    fc.property(placed, fc.string({ maxLength: 200 }), ({ text, span }, more) => {
      const moved = `${more.replace(/[\p{L}\s😀«»]/gu, "§")}${text}`;
      const away = moved.length - text.length;
      const found = spanOf(anchorOf(document, text, span), moved);
      const words = text.slice(span.start, span.end);
      expect(found === null ? null : moved.slice(found.start, found.end)).toBe(words);
      // Said only once, it can be meant only there.
      if (text.indexOf(words) === text.lastIndexOf(words)) expect(found?.start).toBe(span.start + away);
    }),
  );
});

test("of several occurrences the one with the same neighbours is meant, then the nearest; what is gone is not guessed", () => {
  const text = "Il a dit oui. Elle a dit non. Il a dit oui. Ils ont ri.";
  const second = text.lastIndexOf("Il a dit oui");
  const anchor = anchorOf(document, text, { start: second, end: second + 12 });
  const longer = `Chapeau. ${text}`;
  expect(spanOf(anchor, longer)?.start).toBe(longer.lastIndexOf("Il a dit oui"));
  expect(spanOf(anchor, "a a a Il a dit oui z Il a dit oui")?.start).toBe("a a a Il a dit oui z ".length);
  expect(spanOf(anchor, "Elle a dit non.")).toBeNull();
  const broken = "Elle a dit (non). [Il] a\u00a0dit\n\n  oui.";
  expect(spanOf(anchorOf(document, "x [Il] a dit oui.", { start: 2, end: 16 }), broken)).toEqual({
    start: 18,
    end: 35,
  });
  const many = `${"oui ".repeat(100_000)}Il a dit oui`;
  expect(spanOf(anchorOf(document, many, { start: 0, end: 3 }), `x${many}`)).not.toBeNull();
});

test("a line is the same text and hash whichever way its keys came, and any change is another hash", () => {
  const line = lineAfter(null, {
    author: "ada",
    time: "2031-05-05T08:00:00.000Z",
    reason: "é\u0000\u2028😀",
    target: { kind: "document", document },
    anchor: null,
    body: { kind: "note", text: "n" },
  });
  const turned = Object.fromEntries(Object.entries(line).reverse()) as typeof line;
  expect(canonical(turned)).toBe(canonical(line));
  expect(hashOf(turned)).toBe(line.hash);
  expect(idOf(line.hash)).toBe(line.id);
  expect(decisionSchema.parse(JSON.parse(canonical(line)))).toEqual(line);
  for (const changed of [{ author: "eve" }, { reason: null }, { seq: 2 }, { time: "2031-05-05T08:00:00.001Z" }]) {
    expect(hashOf({ ...line, ...changed })).not.toBe(line.hash);
  }
  expect(hashOf({ ...line, id: "d-other" })).toBe(line.hash);
  expect(decisionSchema.safeParse({ ...line, extra: 1 }).success).toBe(false);
  expect(decisionSchema.safeParse({ ...line, reason: "\ud800" }).success).toBe(false);
});
