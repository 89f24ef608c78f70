import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture, relate } from "../../pipeline.ts";

/** The values of figures that stand together, by relation. */
function figures(...texts: readonly string[]): string[] {
  const readings = texts.map((text, at) =>
    readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })),
  );
  return relate(readings).figures.map(
    ({ relation, members }) => `${relation} ${members.map(({ value }) => value).sort((a, b) => a - b)}`,
  );
}

const elsewhere =
  "La Gazette, 8 mars 2031\n\n9.000 manifestants samedi contre la réforme selon la préfecture, 30.000 selon le syndicat.";

test("a figure without a place is of the only place its story counts in", () => {
  const placed =
    "Le Phare, 8 mars 2031\n\nÀ Orvane, la préfecture a compté 9.000 manifestants samedi contre la réforme.";
  expect(figures(placed, elsewhere)).toEqual(["same 9000,9000,30000"]);
});

test("of several places it is of the one where the same giver gives the same value, and so is what stands beside it", () => {
  const placed =
    "Le Phare, 8 mars 2031\n\nÀ Paris, la préfecture a compté 9.000 manifestants samedi contre la réforme. À Lyon, 4.000 personnes ont manifesté. Dans toute la France, le syndicat a compté 200.000 manifestants.";
  const found = figures(placed, elsewhere);
  expect(found).toContain("same 9000,9000,30000");
  expect(found.some((one) => one.startsWith("not-comparable"))).toBe(true);
});

test("of several places, and with a value of its own, it stays without", () => {
  const placed =
    "Le Phare, 8 mars 2031\n\nÀ Paris, la préfecture a compté 7.000 manifestants samedi contre la réforme. À Lyon, la préfecture a compté 4.000 manifestants.";
  expect(figures(placed, elsewhere).filter((one) => /^same .*(?:7000|4000)/.test(one))).toEqual([]);
});
