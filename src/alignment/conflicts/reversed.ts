import { meets, named } from "../fillers.ts";
import { isSymmetric } from "../happening.ts";
import type { Node } from "../node.ts";

/** `Ostrel a attaqué Belmar`, `Belmar a attaqué Ostrel`. Not: `Ana Veld a rencontré Oto Marn`, the other way round. */
export function reversed(a: Node, b: Node): string | null {
  if (isSymmetric(a.event)) return null;
  if (!meets(a.classes, b.classes) && a.proposition.predicate !== b.proposition.predicate) return null;
  const [agents, others] = [doers(a), doers(b)];
  if (agents.size === 0 || others.size === 0 || meets(agents, others)) return null;
  const turned = meets(agents, beside(b, others)) && meets(others, beside(a, agents));
  return turned ? "the same roles the other way round" : null;
}

/** Agents; for a converse verb (`racheter`), whoever stands in their place. */
const doers = ({ roles }: Node): Set<string> => {
  const [agents, patients] = [named(roles.get("agent")), named(roles.get("patient"))];
  const own = new Set([...agents].filter((agent) => !patients.has(agent)));
  return own.size > 0 ? own : agents.size > 0 ? agents : named(roles.get("recipient"));
};

/** Everybody and everything in a proposition besides its agents. */
function beside(node: Node, agents: ReadonlySet<string>): Set<string> {
  const goals = [...named(node.roles.get("patient")), ...named(node.roles.get("recipient")), ...node.actors];
  return new Set(goals.filter((goal) => !agents.has(goal)));
}
