import type { Node } from "./node.ts";

const known = new WeakMap<Node, ReadonlyMap<string, readonly string[]>>();
const none: ReadonlyMap<string, readonly string[]> = new Map();

/** The traits of a proposition by kind: `without pilot` is `pilot` under `without`. */
export function traitsOf(node: Node): ReadonlyMap<string, readonly string[]> {
  const { traits } = node.proposition;
  if (traits === undefined) return none;
  const before = known.get(node);
  if (before !== undefined) return before;
  const made = new Map<string, string[]>();
  for (const trait of traits) {
    const at = trait.indexOf(" ");
    const kind = at < 0 ? trait : trait.slice(0, at);
    const of = at < 0 ? "" : trait.slice(at + 1);
    made.set(kind, [...(made.get(kind) ?? []), of]);
  }
  known.set(node, made);
  return made;
}
