import { expect, test } from "vitest";
import type { Node } from "./node.ts";
import { relaying } from "./relaying.ts";

const reading = {} as Node["reading"];
const span = (start: number, end: number) => ({ start, end, text: "x".repeat(end - start) });
const node = (start: number, end: number, cue: readonly [number, number] | null, of = reading): Node =>
  ({
    reading: of,
    proposition: { evidence: span(start, end) },
    statement: {
      id: `s${start}`,
      parent: null,
      speaker: { id: "person:x" },
      cue: cue === null ? null : span(...cue),
    },
  }) as unknown as Node;

// `(X a parlé) hier et a ajouté qu'il n'irait pas`, and inside of it `il n'irait pas`.
const outer = node(10, 60, [0, 8]);
const inner = node(40, 60, [20, 28]);

// `La thèse de la vague, défendue par la compagnie, ne tient pas`.
const aside = { ...inner, statement: { ...inner.statement, because: { rule: "statements/rules/passive" } } } as Node;

// `(X said) they had been told that he would go`, and inside of it what nobody named told them.
const told = {
  ...inner,
  statement: {
    ...inner.statement,
    parent: "s10",
    speaker: { id: "unnamed" },
    cue: { start: 20, end: 28, text: "had been told" },
  },
} as Node;

test("words that hold another's cue and content only tell of them", () => {
  expect([...relaying([outer, inner])]).toEqual([outer]);
});

test.each([
  ["two sentences", [outer, node(100, 140, [80, 90])]],
  ["one content with two readings", [outer, node(10, 60, [0, 8])]],
  ["a cue that stands outside", [outer, node(40, 60, [0, 8])]],
  ["a demand that is told of", [outer, { ...inner, statement: { ...inner.statement, factuality: "UU" } } as Node]],
  ["what nobody named told them", [outer, told]],
  ["a participle on a noun", [outer, aside]],
  // `He had been dismissed, and what he said no longer bound anybody but himself`.
  ["words that say more than that", [outer, node(30, 36, [22, 28])]],
  ["another document", [outer, node(40, 60, [20, 28], {} as Node["reading"])]],
])("not: %s", (_, nodes) => {
  expect(relaying(nodes).size).toBe(0);
});
