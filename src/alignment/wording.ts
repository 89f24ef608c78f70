import { lineAround } from "../text/surrounding.ts";
import type { Node } from "./node.ts";
import { isBare, pointsBack } from "./pointing.ts";
import { specificity } from "./weights.ts";

/**
 * The same for propositions that are in the same words, whichever document has them: copies are one without comparing, and
 * what is reprinted tells nothing more of an affair. Words that name nobody in particular say something else in each
 * affair (`la préfecture a démenti toute négligence`); few words, wherever they don't stand for the same (`une panne`).
 */
export const wording = (node: Node, affair: number | null): string =>
  `text ${!isLong(node) ? meant(node, affair) : tells(node) ? "" : affair} ${node.proposition.evidence.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} ${node.proposition.negated}`;

/** The first proposition of each wording. */
export function eachOnce(nodes: readonly Node[], wordingOf: (node: Node) => string): readonly Node[] {
  const known = new Set<string>();
  return nodes.filter((node) => {
    const own = wordingOf(node);
    return !known.has(own) && known.add(own);
  });
}

/** Words enough to be the same in another document: `c'est faux` says something else in each. */
export const isLong = ({ proposition }: Node): boolean =>
  (proposition.evidence.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 5;

/** What few words stand for in their affair: whom and what they are about; where they point, only the same line does. */
function meant(node: Node, affair: number | null): string {
  const { document } = node.reading;
  if (affair === null) return document.id;
  if (pointsBack(node) || isBare(node)) {
    const { start, end } = lineAround(document.text, node.proposition.evidence);
    return end - start < fullLine ? document.id : `${affair} ${document.text.slice(start, end)}`;
  }
  const roles = [...node.roles].map(([role, fillers]) => `${role} ${[...fillers].sort().join(" ")}`);
  return [affair, ...[...node.bag.keys()].sort(), ...roles.sort()].join(" ");
}

/** Characters of a line that stands for itself. */
const fullLine = 80;

/** Whether a proposition names enough to be recognised outside of its affair. */
function tells({ bag }: Node): boolean {
  let names = 0;
  for (const item of bag.keys()) if (specificity(item) >= 1) names += 1;
  return names >= 2;
}
