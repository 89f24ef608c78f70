import { calamities } from "../../languages/events.ts";
import type { Node } from "../node.ts";

/**
 * `The fire in Belmar killed nine`, `The crash in Belmar killed nine`; `Un court-circuit est à l'origine de la panne`,
 * `Une attaque est à l'origine de la panne`. Not: `The attack killed nine`, `Drones killed nine`.
 */
export function otherCause(a: Node, b: Node): string | null {
  const [x, y] = [causes(a), causes(b)];
  const other = x.length > 0 && y.length > 0 && !x.some((one) => b.bag.has(one)) && !y.some((one) => a.bag.has(one));
  return other ? "of other causes" : null;
}

const causes = ({ roles }: Node): string[] =>
  [...(roles.get("agent") ?? [])].map((filler) => filler.slice(1)).filter((name) => calamities.has(name));
