import { expect, test } from "vitest";
import { captureBytes } from "../../src/capture/index.ts";
import { encoded, readCapture, relate } from "../../src/pipeline.ts";

/** Claims on the dead of one attack, each as the evidence of its positions. */
function claimsOn(...tolls: readonly string[]): string[][] {
  const readings = tolls.map((toll, at) => {
    const text = `Des drones ont attaqué Belzerville dans la nuit du 4 mars 2031.\n\n${toll}\n`;
    return encoded(readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })));
  });
  return relate(readings)
    .claims.map(({ positions }) => positions.map(({ evidence }) => evidence.text))
    .filter((told) => told.some((words) => /mort/.test(words)));
}

test("tellings of one happening with unlike figures are two claims", () => {
  const claims = claimsOn(
    "Le préfet Hugo Hallric a annoncé 12 morts.",
    "Il y a 15 morts, selon le préfet Hugo Hallric.",
    "Il y a 12 morts, selon le préfet Hugo Hallric.",
    "Le préfet Hugo Hallric a annoncé 15 morts.",
  );
  for (const told of claims) expect(new Set(told.map((words) => /\d+/.exec(words)?.[0])).size).toBe(1);
  expect(claims.flat()).toHaveLength(4);
});

test("with one figure they are one", () => {
  const claims = claimsOn(
    "Le préfet Hugo Hallric a annoncé 12 morts.",
    "Il y a 12 morts, selon le préfet Hugo Hallric.",
  );
  expect(claims).toHaveLength(1);
});
