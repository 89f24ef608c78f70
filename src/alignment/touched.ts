import type { Reading } from "../model/index.ts";
import { episodesOf, kin, kinship } from "./episodes.ts";
import { candidatePairs } from "./groups.ts";
import { nodeKeys } from "./keys.ts";
import { identities } from "./names.ts";
import { nodesOf } from "./node.ts";
import { likeness, threshold } from "./similarity.ts";
import { episodeKeys } from "./stories.ts";
import { isLong, wording } from "./wording.ts";

/** What of other documents new ones may change: episodes by id, propositions as `document proposition`. */
export type Touched = { readonly episodes: ReadonlySet<string>; readonly propositions: ReadonlySet<string> };

/** Episodes and propositions of `others` that are of one happening, or one claim, with some of the `fresh` readings. */
export function touchedBy(fresh: readonly Reading[], others: readonly Reading[]): Touched {
  const readings = [...fresh, ...others].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const identity = identities(readings);
  const isFresh = new Set(fresh);
  const nodes = readings.map((reading) => nodesOf(reading, identity));
  const episodes = readings.flatMap((reading, at) => episodesOf(nodes[at] ?? [], reading));
  const touched = { episodes: new Set<string>(), propositions: new Set<string>() };
  for (const [i, j] of candidatePairs(episodes.map(episodeKeys), (at) =>
    isFresh.has(episodes[at]?.reading as Reading),
  )) {
    const [a, b] = [episodes[i], episodes[j]];
    if (a === undefined || b === undefined) continue;
    const other = isFresh.has(a.reading) ? b : a;
    if (isFresh.has(other.reading) || touched.episodes.has(other.id)) continue;
    if (kin(a, b) >= kinship) touched.episodes.add(other.id);
  }
  const all = nodes.flat().filter(({ proposition }) => proposition.kind !== "verdict");
  const own = new Set(
    all.filter((node) => isFresh.has(node.reading) && isLong(node)).map((node) => wording(node, null)),
  );
  for (const node of all) {
    if (!isFresh.has(node.reading) && own.has(wording(node, null))) touched.propositions.add(node.key);
  }
  for (const [i, j] of candidatePairs(all.map(nodeKeys), (at) => isFresh.has(all[at]?.reading as Reading))) {
    const [a, b] = [all[i], all[j]];
    if (a === undefined || b === undefined) continue;
    const other = isFresh.has(a.reading) ? b : a;
    if (isFresh.has(other.reading) || touched.propositions.has(other.key)) continue;
    if (likeness(a, b).score >= threshold) touched.propositions.add(other.key);
  }
  return touched;
}
