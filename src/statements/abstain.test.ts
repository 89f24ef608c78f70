import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { leastConfidence } from "./abstain.ts";

const press = `Le conseil de Vernaille a démenti mardi toute fermeture du pont.

« Nous avons tout entendu. » Personne ne sait qui.

« Un. » « On voit que ceux-ci ne veulent pas savoir. » Le contraire, soutient le préfet.

Il a dit que certains pensent que d'autres craignent de ne pas savoir si on les comprend.`;

const read = (text: string) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: "essai.txt" }));

test("what is too uncertain is said to be so, at its place, and is no statement", () => {
  const { statements, diagnostics } = read(press);
  const abstained = diagnostics.filter(({ code }) => code === "abstained");
  expect(abstained.length).toBeGreaterThan(0);
  for (const { start, end } of abstained) expect(press.slice(start, end)).not.toBe("");
  expect(statements.length).toBeGreaterThan(0);
  for (const { confidence } of statements) expect(confidence).toBeGreaterThanOrEqual(leastConfidence);
});

test("every parent is a statement that stands", () => {
  const { statements } = read(press);
  const ids = new Set(statements.map(({ id }) => id));
  for (const { parent } of statements) expect(parent === null || ids.has(parent)).toBe(true);
});
