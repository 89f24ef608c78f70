import type { Reading, Story } from "../model/index.ts";
import type { Cluster } from "./claims.ts";
import type { Happening } from "./happenings.ts";
import { identifier } from "./identifier.ts";
import type { Node } from "./node.ts";
import { sentenceOf } from "./sentence.ts";
import { daysOf } from "./time.ts";

/** A story before it is known which claims it holds. */
export type Draft = Omit<Story, "claims"> & { readonly happening: Happening | null };

/** Happenings that a document is about, not those it only mentions: told of in two propositions, or in its first paragraphs. */
export function storiesOf(happenings: readonly Happening[], readings: readonly Reading[]): Draft[] {
  const drafts: Draft[] = [];
  const told = new Set<string>();
  for (const happening of happenings) {
    const documents = [...new Set(happening.nodes.map(({ reading }) => reading.document.id))].sort();
    if (documents.length < 2 && happening.nodes.length < 2 && !happening.nodes.some(isEarly)) continue;
    for (const id of documents) told.add(id);
    drafts.push({
      id: identifier(
        "story",
        happening.nodes.map(({ key }) => key),
      ),
      title: titleOf(happening),
      when: whenOf(happening),
      where: whereOf(happening.nodes),
      documents,
      happening,
    });
  }
  for (const { document } of readings) {
    if (told.has(document.id)) continue;
    drafts.push({
      id: identifier("story", [document.id]),
      title: document.title ?? firstLine(document.text),
      when: document.published,
      where: null,
      documents: [document.id],
      happening: null,
    });
  }
  return drafts;
}

/** The story of a claim: its happening's, else that of what its documents tell in the same paragraphs. */
export function storyOf(
  cluster: Cluster,
  byHappening: ReadonlyMap<number, Draft>,
  nearby: NearbyStories,
): Draft | null {
  const own = cluster.happening === null ? undefined : byHappening.get(cluster.happening.id);
  if (own !== undefined) return own;
  const votes = new Map<Draft, number>();
  for (const { reading, proposition } of cluster.nodes) {
    const draft = nearby(reading.document.id, proposition.paragraph);
    if (draft !== null) votes.set(draft, (votes.get(draft) ?? 0) + 1);
  }
  const ranked = [...votes].sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

export type NearbyStories = (document: string, paragraph: number) => Draft | null;

/** Finds the story told in or nearest before a paragraph of a document. */
export function nearbyStories(drafts: readonly Draft[]): NearbyStories {
  const places = new Map<string, { paragraph: number; draft: Draft }[]>();
  for (const draft of drafts) {
    if (draft.happening === null) for (const id of draft.documents) places.set(id, [{ paragraph: 0, draft }]);
    for (const { reading, proposition } of draft.happening?.nodes ?? []) {
      const list = places.get(reading.document.id) ?? [];
      places.set(reading.document.id, list);
      list.push({ paragraph: proposition.paragraph, draft });
    }
  }
  for (const list of places.values())
    list.sort((a, b) => a.paragraph - b.paragraph || (a.draft.id < b.draft.id ? -1 : 1));
  return (document, paragraph) => {
    const list = places.get(document) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.paragraph ?? 0) <= paragraph) low = middle + 1;
      else high = middle;
    }
    return (list[Math.max(0, low - 1)] ?? null)?.draft ?? null;
  };
}

const isEarly = ({ proposition }: Node): boolean => proposition.paragraph <= 1;

/** Title in the words of the proposition that names most. */
function titleOf(happening: Happening): string {
  const naming = happening.nodes.filter(({ proposition }) => !proposition.negated);
  return sentenceOf(naming.length > 0 ? naming : happening.nodes, naming.length === 0).replace(/\.$/u, "");
}

function whenOf({ times, nodes }: Happening): string | null {
  const counts = new Map<string, number>();
  for (const value of times) if (daysOf(value) !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))[0];
  if (best !== undefined) return best[0];
  const published = nodes.flatMap(({ reading }) =>
    reading.document.published === null ? [] : [reading.document.published],
  );
  return published.sort()[0]?.slice(0, 10) ?? null;
}

function whereOf(nodes: readonly Node[]): string | null {
  const counts = new Map<string, number>();
  for (const { proposition } of nodes) {
    for (const place of proposition.places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const best = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
  return best === undefined ? null : best.replace(/^\w+:/u, "");
}

const firstLine = (text: string): string => {
  const line = text.trimStart().split("\n", 1)[0] ?? "";
  return line.length <= 120 ? line : `${line.slice(0, 117)}…`;
};
