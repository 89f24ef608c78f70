import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";

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
