import { expect, test } from "vitest";
import type { Position, PositionKind } from "../model/index.ts";
import { statusOf } from "./status.ts";

const one = { lower: 1, upper: 1, groups: [] };
const taken = (...all: [document: string, speaker: string, position: PositionKind][]) =>
  all.map(([document, id, position]) => ({ document, speaker: { id, name: id }, position }) as unknown as Position);

test.each([
  ["one who turns", taken(["a", "person:kern", "affirm"], ["b", "person:kern", "deny"]), "single-source"],
  ["somebody else", taken(["a", "person:kern", "affirm"], ["b", "person:lind", "deny"]), "contested"],
  ["one in one article", taken(["a", "person:kern", "affirm"], ["a", "person:kern", "deny"]), "contested"],
  ["two narrators", taken(["a", "author", "affirm"], ["b", "author", "deny"]), "contested"],
])("a claim that %s denies is told by who they are", (_, positions, status) => {
  expect(statusOf(positions, { affirm: one, deny: one })).toBe(status);
});
