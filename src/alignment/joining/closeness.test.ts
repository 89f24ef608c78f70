import { expect, test } from "vitest";
import type { Node } from "../node.ts";
import { closenessOf } from "./closeness.ts";

const node = (...cells: number[]): Node => {
  const length = Math.hypot(...cells);
  return { vector: Int8Array.from(cells, (cell) => Math.round((127 * cell) / length)) } as unknown as Node;
};

test("one direction is one, a right angle nothing", () => {
  const { cosine } = closenessOf([node(1, 0), node(2, 0), node(0, 3)]);
  expect(cosine(0, 1)).toBeCloseTo(1, 2);
  expect(cosine(0, 2)).toBeCloseTo(0, 2);
});

test("two that lie by themselves are closer than two as near in a crowd", () => {
  const crowd = Array.from({ length: 20 }, (_, at) => node(1, 0.02 * at, 0, 0));
  const alone = [node(0, 0, 1, 0.1), node(0, 0, 1, 0)];
  const { cosine, closeness } = closenessOf([...crowd, ...alone]);
  expect(cosine(0, 5)).toBeCloseTo(cosine(20, 21), 1);
  expect(closeness(20, 21)).toBeGreaterThan(closeness(0, 5) + 0.5);
});

test("without a vector nothing is close", () => {
  const { cosine } = closenessOf([node(1, 0), { vector: null } as unknown as Node]);
  expect(cosine(0, 1)).toBe(0);
});

test("between two lie those that are closer to the first, of many as many of a hundred and twenty", () => {
  const line = [node(1, 0), node(1, 0.1), node(1, 0.3), node(1, 1)];
  const { between } = closenessOf(line);
  expect([between(0, 1), between(0, 2), between(0, 3)]).toEqual([0, 1, 2]);
  expect(between(3, 0)).toBe(2);
  const many = [...line, ...Array.from({ length: 236 }, () => node(0, 1))];
  expect(closenessOf(many).between(0, 3)).toBe(1);
});
