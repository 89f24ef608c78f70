import fc from "fast-check";
import { expect, test } from "vitest";
import { type Node, paragraphsOf, treeOf } from "../src/pages/reader/tree.ts";

const flat = (nodes: readonly Node<string>[]): string =>
  nodes.map((node) => (typeof node === "string" ? node : flat(node.nodes))).join("");
const shown = (nodes: readonly Node<string>[]): string =>
  nodes
    .map((node) => (typeof node === "string" ? node : `[${node.mark}${node.first ? "" : "'"} ${shown(node.nodes)}]`))
    .join("");

test("marks nest, and one that crosses another is cut in two", () => {
  const text = "abcdefgh";
  const marks = [
    { start: 0, end: 6, mark: "x" },
    { start: 1, end: 3, mark: "y" },
    { start: 4, end: 8, mark: "z" },
  ];
  expect(shown(treeOf(text, { start: 0, end: 8 }, marks, new Set()))).toBe("[x a[y bc]d[z ef]][z' gh]");
});

test("a mark over two paragraphs begins once", () => {
  const text = "one\n\ntwo";
  const seen = new Set<string>();
  const marks = [{ start: 0, end: 8, mark: "x" }];
  const drawn = paragraphsOf(text).map((span) => shown(treeOf(text, span, marks, seen)));
  expect(drawn).toEqual(["[x one]", "[x' two]"]);
});

test("no character is lost or doubled, whatever the marks", () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 12 }), (text, spans) => {
      const whole = { start: 0, end: text.length };
      const marks = spans.map((one, index) => ({ ...one, mark: String(index) }));
      expect(flat(treeOf(text, whole, marks, new Set()))).toBe(text);
    }),
  );
});
