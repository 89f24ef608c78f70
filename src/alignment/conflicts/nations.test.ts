import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture, relate } from "../../pipeline.ts";

/** Positions of two short texts, claim by claim. */
const claims = (...texts: string[]) =>
  relate(
    texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))),
  ).claims.map(({ positions }) => positions.map(({ uri, evidence }) => `${uri} ${evidence.text}`));

test("soldiers of one state and of another did not do one thing", () => {
  const found = claims(
    "Les soldats roumains ont tiré les premiers au col de Marn, selon Sofia. Les Bulgares ont ouvert le feu, dit Bucarest.",
    "Bulgarian troops opened fire first at the Marn pass, Bucharest said. Romanian soldiers shot first, Sofia said.",
  );
  const together = (one: string, other: string) =>
    found.some((lines) => lines.some((line) => line.includes(one)) && lines.some((line) => line.includes(other)));
  expect(together("soldats roumains", "Bulgares")).toBe(false);
  expect(together("soldats roumains", "Bulgarian troops")).toBe(false);
  expect(together("soldats roumains", "Romanian soldiers")).toBe(true);
  expect(together("Bulgares", "Bulgarian troops")).toBe(true);
});
