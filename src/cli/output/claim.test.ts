import { expect, test } from "vitest";
import { portAubry } from "../../../test/report/fixture.ts";
import type { Claim, Position } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { messagesOf } from "../messages/index.ts";
import { claimBlock } from "./claim.ts";
import { paintOf } from "./style.ts";
import { stringWidth } from "./text.ts";

const messages = messagesOf("en") ?? expect.unreachable();
const context = { messages, paint: paintOf(false), width: 80 } as Context;

const claim = (...made: readonly Partial<Position>[]): Claim => {
  const found = portAubry().alignment.claims.find(({ positions }) => positions.length > 1) ?? expect.unreachable();
  const [first] = found.positions;
  if (first === undefined) throw new Error("a claim without positions");
  return { ...found, positions: made.map((one) => ({ ...first, position: "affirm", held: 90, ...one })) };
};
const words = (text: string) => ({ start: 7, end: 7 + text.length, text });

test("the same words of one speaker stand once, with every place", () => {
  const text = claimBlock(
    claim(
      { uri: "a.txt", evidence: words("Le port est fermé") },
      { uri: "b.txt", evidence: words("le port est fermé,") },
      { uri: "c.txt", evidence: words("Le port ferme") },
    ),
    context,
  );
  expect(text.match(/est fermé/g)).toHaveLength(1);
  for (const place of ["a.txt:7", "b.txt:7", "c.txt:7"]) expect(text).toContain(place);
});

test("what may be of another claim comes last, each in one line, with where it stands", () => {
  const long = `Le maire ${"a vu le préfet et ".repeat(12)}est parti`;
  const lines = claimBlock(
    claim(
      { uri: "a.txt", held: 29, evidence: words(long) },
      { uri: "c.txt", held: 20, evidence: words(long) },
      { uri: "b.txt", held: 30, evidence: words("Le port ferme") },
    ),
    context,
  ).split("\n");
  const at = lines.findIndex((line) => line.trim() === "May be of another claim:");
  expect(lines.slice(0, at).join("\n")).toContain("b.txt:7");
  expect(lines[at + 1]).toMatch(/● .*… {2}a\.txt:7$/);
  expect(lines[at + 2]?.trim()).toBe("c.txt:7");
  expect(stringWidth(lines[at + 1] ?? "")).toBeLessThanOrEqual(80);
});

test("where all of a claim may be of another, its words stand whole", () => {
  const long = `Le maire ${"a vu le préfet et ".repeat(12)}est parti`;
  const text = claimBlock(claim({ uri: "a.txt", held: 20, evidence: words(long) }), context);
  expect(text).toContain("May be of another claim:");
  expect(text.replace(/\s+/g, " ")).toContain(long);
});
