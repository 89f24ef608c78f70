import type { Position } from "../model/index.ts";
import type { Cluster } from "./claims.ts";
import { isSymmetric } from "./happening.ts";
import type { Node } from "./node.ts";
import { isFlipped, positionKind, positionOf } from "./positions.ts";

/** Whether a proposition is told as part of a happening: `lors de cet appel, X a dit à Y …`. */
function isSetIn(node: Node, event: string, participants: ReadonlySet<string>, mentions: ReadonlySet<string>): boolean {
  const { proposition, reading } = node;
  if (proposition.kind !== "clause" || node.occurrence) return false;
  if (proposition.setting === event) return true;
  if (!isSymmetric(event)) return false;
  const both = [...node.actors].filter((actor) => participants.has(actor)).length >= 2;
  const talks = node.roles.has("recipient") || [...node.classes].some(isSymmetric);
  const there = [-1, 0, 1].some((step) => mentions.has(`${reading.document.id} ${proposition.sentence + step}`));
  return both && talks && there && node.statement !== null;
}

/**
 * Who denies that a happening took place denies what is said to have gone on in it. Only within one document, whose
 * words make the tie.
 */
export function impliedDenials(clusters: readonly Cluster[]): Map<Cluster, Position[]> {
  const implied = new Map<Cluster, Position[]>();
  const near = new Map<string, { cluster: Cluster; node: Node }[]>();
  for (const cluster of clusters) {
    for (const node of cluster.nodes) {
      const list = near.get(node.reading.document.id) ?? [];
      near.set(node.reading.document.id, list);
      list.push({ cluster, node });
    }
  }
  for (const cluster of clusters) {
    const { happening, turned } = cluster;
    if (!cluster.occurrence || happening === null) continue;
    const flipped = isFlipped(cluster.nodes, turned);
    const denials = cluster.nodes.filter((node) => positionKind(node, flipped !== turned.has(node)) === "deny");
    if (denials.length === 0 || flipped) continue;
    const mentions = new Set(
      cluster.nodes.map(({ reading, proposition }) => `${reading.document.id} ${proposition.sentence}`),
    );
    for (const document of new Set(cluster.nodes.map(({ reading }) => reading.document.id))) {
      const own = denials.filter(({ reading }) => reading.document.id === document);
      for (const { cluster: other, node } of near.get(document) ?? []) {
        if (other === cluster || other.occurrence || !isSetIn(node, happening.event, happening.participants, mentions))
          continue;
        const list = implied.get(other) ?? [];
        implied.set(other, list);
        for (const denial of own) {
          if (
            list.some(
              ({ document: at, evidence }) => at === document && evidence.start === denial.proposition.evidence.start,
            )
          )
            continue;
          list.push(positionOf(denial, "deny", "The words deny the happening in which this is said to have been."));
        }
      }
    }
  }
  return implied;
}
