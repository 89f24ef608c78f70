import type { Reading, Story, TextSpan } from "../model/index.ts";
import { bodyOffset } from "../text/head.ts";
import type { Cluster } from "./claims.ts";
import { type Episode, kin, kinship } from "./episodes.ts";
import { candidatePairs, Groups } from "./groups.ts";
import { identifier } from "./identifier.ts";
import type { Node } from "./node.ts";
import { sentenceOf } from "./sentence.ts";
import { daysOf } from "./time.ts";
import { specific, specificity } from "./weights.ts";
import { whereOf } from "./where.ts";

/** A story before it is known which claims it holds. */
export type Draft = Omit<Story, "claims"> & { readonly episodes: readonly Episode[] };

/** Items of an episode that it is looked for by. */
const mostKeys = 24;

/** What an episode is looked for by: its most telling items, for a meeting the pairs of those who met. */
export function episodeKeys(episode: Episode): string[] {
  const items = [...episode.bag].filter(([item]) => specificity(item) >= specific);
  items.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return items.slice(0, mostKeys).map(([item]) => item);
}

/**
 * Puts episodes of one happening together: the likest first, as long as the groups as wholes are alike. Those of one
 * story that stays (`staysIn`) are together from the first, and no two such stories are joined.
 */
export function storyGroups(
  episodes: readonly Episode[],
  staysIn: (episode: Episode) => string | null = () => null,
): Episode[][] {
  const groups = new Groups(episodes.length);
  const stays = episodes.map(staysIn);
  const owners = new Map<number, string>();
  const join = (i: number, j: number): void => {
    const owner = owners.get(groups.find(i)) ?? owners.get(groups.find(j));
    groups.join(i, j);
    if (owner !== undefined) owners.set(groups.find(i), owner);
  };
  const first = new Map<string, number>();
  stays.forEach((story, index) => {
    if (story === null) return;
    owners.set(index, story);
    const before = first.get(story);
    if (before === undefined) first.set(story, index);
    else join(before, index);
  });
  const known = new Map<number, number>();
  const score = (i: number, j: number): number => {
    const code = i < j ? i * episodes.length + j : j * episodes.length + i;
    const before = known.get(code);
    if (before !== undefined) return before;
    const [a, b] = [episodes[i], episodes[j]];
    const value = a === undefined || b === undefined ? 0 : kin(a, b);
    known.set(code, value);
    return value;
  };
  const edges = candidatePairs(episodes.map(episodeKeys))
    .filter(([i, j]) => (stays[i] ?? null) === null || (stays[j] ?? null) === null)
    .map(([i, j]) => ({ i, j, value: score(i, j) }))
    .filter(({ value }) => value >= kinship)
    .sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j);
  for (const { i, j } of edges) {
    if (groups.find(i) === groups.find(j) || (owners.has(groups.find(i)) && owners.has(groups.find(j)))) continue;
    const [left, right] = [standing(groups.members(i), score), standing(groups.members(j), score)];
    let sum = 0;
    for (const a of left) for (const b of right) sum += score(a, b);
    if (sum / (left.length * right.length) >= kinship * 0.7) join(i, j);
  }
  return groups.all().map((members) => members.map((index) => episodes[index]).filter((one) => one !== undefined));
}

/** Those that stand for a group, none of them a reprint of another. */
function standing(members: readonly number[], score: (i: number, j: number) => number): readonly number[] {
  const found: number[] = [];
  for (const member of members.slice(0, mostLooked)) {
    if (found.length === mostStanding) break;
    if (found.every((other) => score(member, other) < reprinted)) found.push(member);
  }
  return found;
}

const [mostLooked, mostStanding] = [60, 12];

/** From this on, two episodes are told in much the same words. */
const reprinted = 0.9;

/** Stories worth telling: what documents are about, what two of them tell of, or what one tells of at some length. */
export function storiesOf(groups: readonly (readonly Episode[])[]): Draft[] {
  const drafts: Draft[] = [];
  for (const episodes of groups) {
    const documents = [...new Set(episodes.map(({ reading }) => reading.document.id))].sort();
    const nodes = episodes.flatMap(({ locals }) => locals.flatMap((local) => local.nodes));
    if (!episodes.some(({ main }) => main) && documents.length < 2 && nodes.length < 2) continue;
    drafts.push({
      id: identifier("story", [leader(episodes)]),
      title: titleOf(episodes, nodes),
      when: whenOf(episodes),
      where: whereOf(nodes),
      documents,
      episodes,
    });
  }
  return drafts;
}

/** The episode after which a story is named, so that its name stays when later articles join it. */
function leader(episodes: readonly Episode[]): string {
  const first = (episode: Episode): string =>
    `${episode.main ? 0 : 1} ${episode.reading.document.published ?? "9999"} ${episode.id}`;
  return episodes.map(first).sort()[0] ?? "";
}

/** The story of a claim: that of most of its propositions. */
export function storyOf(cluster: Cluster, byNode: ReadonlyMap<Node, Draft>, nearby: NearbyStories): Draft | null {
  const votes = new Map<Draft, number>();
  for (const node of cluster.nodes) {
    const draft = byNode.get(node) ?? nearby(node.reading.document.id, node.proposition.paragraph);
    const weight = byNode.has(node) ? 2 : 1;
    if (draft !== null) votes.set(draft, (votes.get(draft) ?? 0) + weight);
  }
  const ranked = [...votes].sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

export type NearbyStories = (document: string, paragraph: number) => Draft | null;

/** Finds the story that a paragraph of a document tells of: a further one where it speaks of nothing else, else the main one. */
export function nearbyStories(drafts: readonly Draft[]): NearbyStories {
  const main = new Map<string, Draft>();
  const places = new Map<string, Draft | null>();
  for (const draft of drafts) {
    for (const episode of draft.episodes) {
      const { id } = episode.reading.document;
      if (episode.main) main.set(id, draft);
    }
  }
  for (const draft of drafts) {
    for (const { locals, reading, main: isMain } of draft.episodes) {
      for (const { nodes } of locals) {
        for (const { proposition } of nodes) {
          const place = `${reading.document.id} ${proposition.paragraph}`;
          const before = places.get(place);
          if (isMain || (before !== undefined && before !== draft)) places.set(place, null);
          else places.set(place, draft);
        }
      }
    }
  }
  return (document, paragraph) => places.get(`${document} ${paragraph}`) ?? main.get(document) ?? null;
}

/** Title in the words of the proposition that names most, of the document that was written for the story. */
function titleOf(episodes: readonly Episode[], nodes: readonly Node[]): string {
  const mains = episodes.filter(({ main }) => main);
  const titled = mains
    .filter(({ reading }) => (reading.document.title ?? "") !== "")
    .sort((a, b) => (leader([a]) < leader([b]) ? -1 : 1))[0];
  if (titled !== undefined) return titled.reading.document.title ?? "";
  const body = nodes.filter(({ proposition, reading }) => !isImprint(proposition.evidence, reading));
  const naming = body.filter(({ proposition }) => !proposition.negated);
  const said = sentenceOf(naming.length > 0 ? naming : body, body.length > 0 && naming.length === 0)?.sentence ?? "";
  if (said !== "") return said.replace(/\.$/u, "");
  const text = episodes[0]?.reading.document.text ?? "";
  return firstLine(text.slice(bodyOffset(text)));
}

/** `La Voix d'Orlen, 6 avril 2031`: the line that names the paper and the day tells of nothing. */
const isImprint = ({ start, text }: TextSpan, { document }: Reading): boolean =>
  document.outlet !== null && start < bodyOffset(document.text) && text.includes(document.outlet);

function whenOf(episodes: readonly Episode[]): string | null {
  const counts = new Map<string, number>();
  for (const { times } of episodes)
    for (const value of times) if (daysOf(value) !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))[0];
  if (best !== undefined) return best[0];
  const published = episodes.flatMap(({ reading, main }) =>
    main && reading.document.published !== null ? [reading.document.published] : [],
  );
  return published.sort()[0]?.slice(0, 10) ?? null;
}

const firstLine = (text: string): string => {
  const line = text.trimStart().split("\n", 1)[0] ?? "";
  return line.length <= 120 ? line : `${line.slice(0, 117)}…`;
};
