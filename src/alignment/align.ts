import type { Aligned, Claim, Position, Reading } from "../model/index.ts";
import { type Cluster, clustersOf } from "./claims.ts";
import { figureGroupsOf } from "./figures.ts";
import { happeningsOf } from "./happenings.ts";
import { identifier } from "./identifier.ts";
import { impliedDenials } from "./implied.ts";
import { identities } from "./names.ts";
import { type Node, nodesOf } from "./node.ts";
import { isFlipped, positionKind, positionOf, reasonFor } from "./positions.ts";
import { rivalsOf } from "./rivals.ts";
import { sentenceOf } from "./sentence.ts";
import { nearbyStories, storiesOf, storyOf } from "./stories.ts";
import { targetOf } from "./verdicts.ts";

type Unfounded = Omit<Claim, "status" | "origins">;

/**
 * Claims, stories and figure groups of a set of readings. The order in which the readings are given changes nothing:
 * they are sorted by document id first, and every choice between equals goes by id.
 */
export function align(readings: readonly Reading[]): Aligned {
  const ordered = [...readings].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const identity = identities(ordered);
  const documents = ordered.map((reading) => nodesOf(reading, identity));
  const happenings = happeningsOf(documents);
  const nodes = documents.flat();
  const clusters = clustersOf(nodes, happenings);
  const verdicts = placeVerdicts(documents, clusters);
  const drafts = storiesOf(happenings, ordered);
  const byHappening = new Map(
    drafts.flatMap((draft) => (draft.happening === null ? [] : [[draft.happening.id, draft] as const])),
  );
  const nearby = nearbyStories(drafts);
  const implied = impliedDenials(clusters);
  const claims = new Map<Cluster, Unfounded>();
  for (const cluster of clusters) {
    const flipped = isFlipped(cluster.nodes);
    const positions = [
      ...cluster.nodes.map((node) => stand(node, flipped)),
      ...(verdicts.get(cluster) ?? []).map((node) => stand(node, false)),
      ...(implied.get(cluster) ?? []),
    ];
    claims.set(cluster, {
      id: identifier(
        "claim",
        cluster.nodes.map(({ key }) => key),
      ),
      story: storyOf(cluster, byHappening, nearby)?.id ?? null,
      proposition: sentenceOf(cluster.nodes, flipped),
      positions: inOrder(positions),
      rivals: [],
    });
  }
  const rivals = rivalsOf(clusters);
  const all = [...claims].map(([cluster, claim]) => ({
    ...claim,
    rivals: [...(rivals.get(cluster) ?? [])].flatMap((other) => claims.get(other)?.id ?? []).sort(),
  }));
  const held = new Map<string, string[]>();
  for (const { id, story } of all) if (story !== null) held.set(story, [...(held.get(story) ?? []), id]);
  const stories = drafts.map(({ happening: _, ...story }) => ({ ...story, claims: held.get(story.id) ?? [] }));
  return { stories, claims: all, figures: figureGroupsOf(ordered, nearby, identity) };
}

function stand(node: Node, flipped: boolean): Position {
  const kind = positionKind(node, flipped);
  return positionOf(
    node,
    kind,
    node.proposition.kind === "verdict" ? "The words judge what was reported just before." : reasonFor(kind),
  );
}

/** One position a statement and kind where the words are the same; in the order of documents and text. */
function inOrder(positions: readonly Position[]): Position[] {
  const seen = new Set<string>();
  const kept = positions.filter(({ document, statement, evidence, position }) => {
    const key = `${document} ${statement} ${evidence.start} ${position}`;
    return !seen.has(key) && seen.add(key);
  });
  return kept.sort((a, b) =>
    a.document === b.document ? a.evidence.start - b.evidence.start : a.document < b.document ? -1 : 1,
  );
}

function placeVerdicts(documents: readonly (readonly Node[])[], clusters: readonly Cluster[]): Map<Cluster, Node[]> {
  const byDocument = new Map<Node["reading"], Set<Cluster>>();
  for (const cluster of clusters) {
    for (const { reading } of cluster.nodes)
      byDocument.set(reading, (byDocument.get(reading) ?? new Set()).add(cluster));
  }
  const placed = new Map<Cluster, Node[]>();
  for (const nodes of documents) {
    for (const node of nodes) {
      if (node.proposition.kind !== "verdict") continue;
      const target = targetOf(node, [...(byDocument.get(node.reading) ?? [])]);
      if (target !== null) placed.set(target, [...(placed.get(target) ?? []), node]);
    }
  }
  return placed;
}
