import { isOneAffair } from "./affair.ts";
import type { Cluster } from "./claims.ts";
import { opposites } from "./conflicts/opposites.ts";
import { meets } from "./fillers.ts";
import { isSymmetric } from "./happening.ts";
import type { Node } from "./node.ts";

/**
 * Claims that exclude one another: of one happening, with the same patient and different agents (`X did it`, `Y did it`).
 * Not: two agents of a meeting, or agents told of in one claim together. So do claims of one affair by which the same is done
 * to the same and its contrary: `La mairie a durci le règlement`, `La mairie a assoupli le règlement`.
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
  for (const [a, b] of contraries(clusters)) {
    rivals.set(a, (rivals.get(a) ?? new Set()).add(b));
    rivals.set(b, (rivals.get(b) ?? new Set()).add(a));
  }
  return rivals;
}

/** Clusters compared with others of one doer and one thing done to, at most. */
const most = 12;

/** Pairs of claims of one affair that have one doer, one thing done to, and say contraries of it. */
function contraries(clusters: readonly Cluster[]): [Cluster, Cluster][] {
  const byParts = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const [node] = cluster.nodes;
    for (const agent of node?.roles.get("agent") ?? [])
      for (const patient of node?.roles.get("patient") ?? []) {
        const key = `${agent}|${patient}`;
        const same = byParts.get(key) ?? [];
        byParts.set(key, same);
        if (same.length < most) same.push(cluster);
      }
  }
  const found: [Cluster, Cluster][] = [];
  for (const same of byParts.values())
    for (const [at, a] of same.entries())
      for (const b of same.slice(at + 1)) {
        const [x, y] = [a.nodes[0], b.nodes[0]];
        if (a === b || x === undefined || y === undefined || !isOneAffair(x.cast, y.cast)) continue;
        if (x.proposition.negated === y.proposition.negated && opposites(x, y) !== null) found.push([a, b]);
      }
  return found;
}

const named = (nodes: readonly Node[], role: "agent" | "patient"): Set<string> =>
  new Set(
    nodes.flatMap(({ roles }) =>
      [...(roles.get(role) ?? [])].filter((filler) => role === "patient" || !filler.startsWith("#")),
    ),
  );
const agents = ({ nodes }: Cluster): Set<string> => named(nodes, "agent");
const patients = ({ nodes }: Cluster): Set<string> => named(nodes, "patient");
