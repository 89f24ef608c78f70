import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/** `hostiles au parc éolien`, `favorables au parc éolien`: of a thing that is only named, the stand is all that is said. */
export function otherStance(a: Node, b: Node): string | null {
  if (!traitsOf(a).has("thing") || !traitsOf(b).has("thing")) return null;
  if (isRuling(a) && isRuling(b)) return otherRuling(a, b);
  const [x, y] = [stances[a.statement?.act ?? ""], stances[b.statement?.act ?? ""]];
  return x !== undefined && y !== undefined && x !== y ? "for and against" : null;
}

/** What a court or an office decided: `La cour a confirmé le jugement`, `La cour a infirmé le jugement`. */
const rulings = new Set([
  "jug",
  "verdict",
  "condamn",
  "convict",
  "sentenc",
  "pein",
  "ruling",
  "rul",
  "acquit",
  "relax",
  "permit",
]);
const isRuling = ({ core }: Node): boolean => rulings.has(core[0]?.word ?? "");

function otherRuling(a: Node, b: Node): string | null {
  const [x, y] = [a.statement?.act, b.statement?.act];
  return (x === "confirm" && y === "deny") || (x === "deny" && y === "confirm") ? "upheld and overturned" : null;
}

const stances: Readonly<Record<string, "for" | "against">> = { praise: "for", refuse: "against", condemn: "against" };
