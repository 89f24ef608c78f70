import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";
import type { Node } from "./node.ts";
import { isFlipped } from "./positions.ts";

const kinds = (...texts: string[]) => {
  const read = texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })));
  const [claim] = relate(read).claims;
  return claim?.positions.map(({ position }) => position);
};

test("what most say is not so, in words of their own, is stated negatively, and ruling it out affirms that", () => {
  const said = [
    "La maire, Ida Kroll, a déclaré que la digue de Harn ne serait pas percée.",
    "La préfète, Oda Lind, a répété mardi que la digue de Harn ne serait pas percée.",
  ];
  expect(kinds(...said, "La ministre, Ana Brandt, a exclu de percer la digue de Harn.")).toEqual([
    "affirm",
    "affirm",
    "affirm",
  ]);
});

test("denials of what a third says stay denials", () => {
  expect(
    kinds(
      "La maire, Ida Kroll, a démenti avoir percé la digue de Harn.",
      "La mairie a nié avoir percé la digue de Harn.",
    ),
  ).toEqual(["deny", "deny"]);
});

const stated = (negated: boolean): Node =>
  ({
    proposition: { kind: "clause", factuality: "CT+", negated, evidence: { text: "" } },
    statement: { act: "assert", factuality: "CT+", because: { rule: "" }, speaker: { id: "ida" } },
    reading: { propositions: [], statements: [] },
  }) as unknown as Node;

test("a claim is stated negatively where all who state it do, and never where nobody states it", () => {
  expect(isFlipped([stated(true), stated(true)])).toBe(true);
  expect(isFlipped([stated(true), stated(true), stated(false)])).toBe(false);
  expect(isFlipped([])).toBe(false);
});
