import type { Cluster } from "./claims.ts";
import { meets } from "./fillers.ts";
import { isSymmetric } from "./happening.ts";
import type { Node } from "./node.ts";

/**
 * Claims that exclude one another: of one happening, with the same patient and different agents (`X did it`, `Y did it`).
 * Not: two agents of a meeting, or agents told of in one claim together.
 */
export function rivalsOf(clusters: readonly Cluster[]): Map<Cluster, Set<Cluster>> {
  const byHappening = new Map<number, Cluster[]>();
  for (const cluster of clusters) {
    if (cluster.happening === null || isSymmetric(cluster.happening.event) || agents(cluster).size === 0) continue;
    byHappening.set(cluster.happening.id, [...(byHappening.get(cluster.happening.id) ?? []), cluster]);
  }
  const rivals = new Map<Cluster, Set<Cluster>>();
  for (const group of byHappening.values()) {
    for (const a of group) {
      for (const b of group.slice(0, 40)) {
        if (a === b || meets(agents(a), agents(b)) || !meets(patients(a), patients(b))) continue;
        rivals.set(a, (rivals.get(a) ?? new Set()).add(b));
        rivals.set(b, (rivals.get(b) ?? new Set()).add(a));
      }
    }
  }
  return rivals;
}

const named = (nodes: readonly Node[], role: "agent" | "patient"): Set<string> =>
  new Set(
    nodes.flatMap(({ roles }) =>
      [...(roles.get(role) ?? [])].filter((filler) => role === "patient" || !filler.startsWith("#")),
    ),
  );
const agents = ({ nodes }: Cluster): Set<string> => named(nodes, "agent");
const patients = ({ nodes }: Cluster): Set<string> => named(nodes, "patient");
