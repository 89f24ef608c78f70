import type { Cluster } from "./claims.ts";
import type { Node } from "./node.ts";

/** Sentences back in which a verdict's claim is looked for. */
const reach = 12;

/**
 * Finds what a verdict is about: `C'est de la pure fiction` judges a report made shortly before in the same document,
 * best one that the speaker or those he speaks for deny elsewhere in it. Not: what the speaker himself affirms.
 */
export function targetOf(verdict: Node, clusters: readonly Cluster[]): Cluster | null {
  const { judges } = verdict.proposition;
  if (judges !== undefined) {
    const own = ({ reading, proposition }: Node) => reading === verdict.reading && proposition.id === judges;
    return clusters.find(({ nodes }) => nodes.some(own)) ?? null;
  }
  let best: Cluster | null = null;
  let most = 0;
  for (const cluster of clusters) {
    const score = claimScore(verdict, cluster);
    if (score > most) [best, most] = [cluster, score];
  }
  return best;
}

function claimScore(verdict: Node, { nodes, occurrence }: Cluster): number {
  const side = new Set(
    [verdict.statement?.speaker.id, verdict.statement?.speaksFor?.id].filter((id) => id !== undefined),
  );
  let nearest = Number.POSITIVE_INFINITY;
  let denied = 0;
  let attributed = 0;
  let named = 0;
  let contradicted = 0;
  for (const node of nodes) {
    if (node.reading !== verdict.reading) continue;
    const distance = verdict.proposition.sentence - node.proposition.sentence;
    const speaker = node.statement?.speaker.id;
    if (speaker !== undefined && side.has(speaker) && !isDenial(node)) return 0;
    if (distance < -2 || distance > reach) continue;
    nearest = Math.min(nearest, Math.abs(distance));
    if (isDenial(node) && (speaker === undefined || side.has(speaker) || akin(verdict, node))) denied = 1;
    if (node.statement !== null) attributed = 1;
    // `Le syndicat ment`, `La version du syndicat ne tient pas`: what the union said.
    if (speaker !== undefined && verdict.proposition.actors.includes(speaker)) contradicted = 1;
    for (const item of verdict.bag.keys()) if (node.bag.has(item)) named = 1;
  }
  if (nearest === Number.POSITIVE_INFINITY) return 0;
  return 1 / (1 + nearest) + denied + 0.5 * attributed + 0.6 * named + contradicted + (occurrence ? 0.4 : 0);
}

/** Whether two speak for one another, as far as their document tells. */
const akin = (one: Node, other: Node): boolean =>
  one.statement?.speaker.id !== undefined &&
  (one.statement.speaker.id === other.statement?.speaksFor?.id ||
    (one.statement.speaksFor !== null && one.statement.speaksFor?.id === other.statement?.speaksFor?.id));

const isDenial = ({ statement, proposition }: Node): boolean =>
  statement?.act === "deny" || (statement?.factuality.endsWith("-") ?? false) || proposition.negated;
