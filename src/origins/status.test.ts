import { expect, test } from "vitest";
import type { Position, PositionKind } from "../model/index.ts";
import { statusOf } from "./status.ts";

const taken = (...all: [document: string, speaker: string, position: PositionKind][]) =>
  all.map(
    ([document, id, position]) =>
      ({ document, statement: `${document} ${id}`, speaker: { id, name: id }, position }) as unknown as Position,
  );

/** Groups of origins, each with the statements that rest on it. */
const resting = (...groups: string[][]) => ({
  lower: Math.min(1, groups.length),
  upper: groups.length,
  groups: groups.map((members) => ({ root: members[0] ?? "", members, because: "" })),
});

test.each([
  ["one who turns", taken(["a", "person:kern", "affirm"], ["b", "person:kern", "deny"]), "single-source"],
  ["somebody else", taken(["a", "person:kern", "affirm"], ["b", "person:lind", "deny"]), "contested"],
  ["one in one article", taken(["a", "person:kern", "affirm"], ["a", "person:kern", "deny"]), "contested"],
  ["two narrators", taken(["a", "author", "affirm"], ["b", "author", "deny"]), "contested"],
])("a claim that %s denies is told by who they are", (_, positions, status) => {
  const [affirm, deny] = [resting(["a"]), resting(["b"])];
  expect(statusOf(positions, { affirm, deny })).toBe(status);
});

test.each([
  ["two that state it, each for itself", taken(["a", "x", "affirm"], ["b", "y", "affirm"]), "corroborated"],
  ["one that states it, and one that thinks so", taken(["a", "x", "affirm"], ["b", "y", "probable"]), "uncontested"],
  ["two in one article", taken(["a", "x", "affirm"], ["a", "y", "affirm"]), "single-source"],
])("a claim of %s", (_, positions, status) => {
  const affirm = resting(...positions.map(({ statement }) => [statement]));
  expect(statusOf(positions, { affirm, deny: resting() })).toBe(status);
});

test("what rests on one group of origins is single-source, however many articles print it", () => {
  const positions = taken(["a", "x", "affirm"], ["b", "y", "affirm"], ["c", "z", "affirm"]);
  const affirm = resting(positions.map(({ statement }) => statement));
  expect(statusOf(positions, { affirm, deny: resting() })).toBe("single-source");
});
