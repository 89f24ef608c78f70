import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/** `hostiles au parc éolien`, `favorables au parc éolien`: of a thing that is only named, the stand is all that is said. */
export function otherStance(a: Node, b: Node): string | null {
  if (!traitsOf(a).has("thing") || !traitsOf(b).has("thing")) return null;
  const [x, y] = [stances[a.statement?.act ?? ""], stances[b.statement?.act ?? ""]];
  return x !== undefined && y !== undefined && x !== y ? "for and against" : null;
}

const stances: Readonly<Record<string, "for" | "against">> = { praise: "for", refuse: "against", condemn: "against" };
