import { type Aligned, bearing, type Claim, type Position, type PositionKind, type Reading } from "../model/index.ts";
import { type Cluster, clustersOf } from "./claims.ts";
import { demandOf, isDemanded } from "./demanded.ts";
import { type Episode, episodesOf } from "./episodes.ts";
import { figureGroupsOf } from "./figures.ts";
import { besideOf, type Growing, type Grown, type GrownClaim, seatOf } from "./growth.ts";
import { happeningsOf } from "./happenings.ts";
import { identifier } from "./identifier.ts";
import { impliedDenials } from "./implied.ts";
import type { Watch } from "./joining/bench.ts";
import { leaningOtherwise } from "./leaning.ts";
import { contraryWords } from "./meaning.ts";
import { identities } from "./names.ts";
import { type Node, nodesOf } from "./node.ts";
import { isFlipped, positionKind, positionOf, reasonFor } from "./positions.ts";
import { relaying } from "./relaying.ts";
import { rivalsOf } from "./rivals.ts";
import { sentenceOf, type Worded } from "./sentence.ts";
import { type Draft, nearbyStories, storiesOf, storyGroups, storyOf } from "./stories.ts";
import { targetOf } from "./verdicts.ts";

type Unfounded = Omit<Claim, "status" | "origins">;

/** What of a set of readings is aligned already and stays so: the story an episode is in, the propositions in claims. */
export type Kept = {
  /** By episode, the id of its story. */
  readonly stories: ReadonlyMap<string, string>;
  /** `document proposition` of those in claims that stay. */
  readonly claimed: ReadonlySet<string>;
  /** What of it may take in what is new. */
  readonly growing?: Growing | undefined;
};

/** An alignment with what each claim and story was made of, so that a part of it can be made again. */
export type AlignedParts = Aligned & {
  /** By claim, its propositions as `document proposition`; by story, its episodes. */
  readonly members: {
    readonly claims: ReadonlyMap<string, readonly string[]>;
    readonly stories: ReadonlyMap<string, readonly string[]>;
  };
  /** What came to stories and claims that stay. */
  readonly grown: Grown;
};

const nothing: Kept = { stories: new Map(), claimed: new Set() };

/**
 * Claims, stories and figure groups of a set of readings. The order in which the readings are given changes nothing:
 * they are sorted by document id first, and every choice between equals goes by id. With `kept`, only what is not kept
 * is aligned and told. `watch` is told of what is weighed.
 */
export function align(readings: readonly Reading[], kept: Kept = nothing, watch?: Watch): AlignedParts {
  const ordered = [...readings].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const identity = identities(ordered);
  const documents = ordered.map((reading) => nodesOf(reading, identity));
  const episodes = ordered.flatMap((reading, index) => episodesOf(documents[index] ?? [], reading));
  const staysIn = ({ id }: Episode): string | null => {
    const story = kept.stories.get(id);
    return story !== undefined && kept.growing?.stories.has(story) === true ? story : null;
  };
  const isOpen = ({ id }: Episode): boolean => !kept.stories.has(id);
  const together = storyGroups(
    episodes.filter((episode) => isOpen(episode) || staysIn(episode) !== null),
    staysIn,
  );
  const groups = together.filter((group) => group.every(isOpen));
  const joined = together.filter((group) => !group.every(isOpen) && group.some(isOpen));
  const arrived = new Map(joined.flatMap((group) => group.filter(isOpen).map((one) => [one, storyIn(group, staysIn)])));
  const nodes = documents.flat().filter(({ key }) => !kept.claimed.has(key) || kept.growing?.propositions.has(key));
  const staying = standing(episodes, kept, arrived);
  const numbers = storyNumbers([...groups, ...staying.map((draft) => draft.episodes)]);
  const seat = (node: Node) => seatOf(node, kept.growing);
  const clusters = clustersOf(nodes, happeningsOf([...groups, ...joined]), numbers, seat, documents.flat(), watch);
  const isNew = ({ key }: Node): boolean => !kept.claimed.has(key);
  const verdicts = placeVerdicts(nodes, clusters);
  const drafts = storiesOf(groups);
  const told = [...drafts, ...staying];
  const nearby = nearbyStories(told);
  const byNode = new Map(
    told.flatMap((draft) =>
      draft.episodes.flatMap(({ locals }) => locals.flatMap((one) => one.nodes.map((node) => [node, draft] as const))),
    ),
  );
  const implied = impliedDenials(clusters);
  const claims = new Map<Cluster, Unfounded>();
  const claimMembers = new Map<string, readonly string[]>();
  const grown = new Map<Cluster, Omit<GrownClaim, "rivals">>();
  for (const cluster of clusters) {
    const { turned } = cluster;
    const relayed = relaying(cluster.nodes);
    const flipped =
      cluster.grows?.flipped ??
      isFlipped(
        cluster.nodes.filter((node) => !relayed.has(node)),
        turned,
      );
    const leaning = leaningOtherwise(cluster, flipped);
    const otherwise = new Set(cluster.nodes.filter((node) => turned.has(node) !== (leaning.get(node) === "other")));
    const standing = (node: Node): Position =>
      leaning.has(node)
        ? lean(node, leaning.get(node) === "open" ? "possible" : positionKind(node, otherwise.has(node)))
        : stand(node, flipped !== turned.has(node), turned.has(node) ? contrariesIn(node, cluster) : null);
    if (!flipped) for (const node of cluster.nodes) watch?.side?.(node, positionKind(node, turned.has(node)));
    const judged = (verdicts.get(cluster) ?? []).filter(({ node }) => isNew(node));
    const demanded = isDemanded(cluster.nodes);
    const fresh = cluster.nodes.filter(isNew);
    const positions = [
      ...fresh.map((node) =>
        demanded ? demand(node) : relayed.has(node) ? tell(node) : hung(standing(node), cluster.held.get(node)),
      ),
      ...judged.map(({ node, held }) => hung(stand(node, false), held)),
      ...(implied.get(cluster) ?? []),
    ];
    const members = [...fresh, ...judged.map(({ node }) => node)].map(({ key }) => key);
    if (cluster.grows !== null) {
      const beside = besideOf(
        cluster.nodes.filter((node) => !isNew(node)),
        cluster.grows.claim,
        kept.growing,
      );
      grown.set(cluster, { id: cluster.grows.claim, positions: inOrder(positions), members, beside });
      continue;
    }
    const id = identifier("claim", [leader(cluster.nodes)]);
    claimMembers.set(id, members);
    claims.set(cluster, {
      id,
      story: storyOf(cluster, byNode, nearby)?.id ?? null,
      ...wordedBy((demanded && demandOf(cluster.nodes)) || sentenceOf(cluster.nodes, flipped, otherwise, cluster.held)),
      positions: inOrder(positions),
      rivals: [],
    });
  }
  const rivals = rivalsOf(clusters);
  const rivalIds = (cluster: Cluster): string[] =>
    [...(rivals.get(cluster) ?? [])].flatMap((other) => (claims.get(other) ?? grown.get(other))?.id ?? []).sort();
  // As the ledger lists them: what most is surely said of comes first.
  const all = [...claims]
    .map(([cluster, claim]) => ({
      ...claim,
      rivals: rivalIds(cluster),
    }))
    .sort((a, b) => bearing(b.positions) - bearing(a.positions));
  const held = new Map<string, string[]>();
  for (const { id, story } of all) {
    if (story === null) continue;
    const list = held.get(story);
    if (list === undefined) held.set(story, [id]);
    else list.push(id);
  }
  const elsewhere = new Set(kept.stories.values());
  const figures = figureGroupsOf(ordered, nearby, identity);
  const arriving = new Set([...arrived.keys()].map(({ reading }) => reading.document.id));
  return {
    stories: drafts.map(({ episodes: _, ...story }) => ({ ...story, claims: held.get(story.id) ?? [] })),
    claims: all,
    figures: figures.filter(({ story }) => story === null || !elsewhere.has(story)),
    members: {
      claims: claimMembers,
      stories: new Map(drafts.map(({ id, episodes: own }) => [id, own.map((episode) => episode.id)])),
    },
    grown: {
      stories: [...elsewhere].flatMap((id) => {
        const own = [...arrived].flatMap(([episode, story]) => (story === id ? [episode] : []));
        const made = held.get(id) ?? [];
        if (own.length === 0 && made.length === 0) return [];
        const told = [...new Set(own.map(({ reading }) => reading.document.id))].sort();
        return [{ id, documents: told, members: own.map((episode) => episode.id), claims: made }];
      }),
      claims: [...grown]
        .map(([cluster, claim]) => ({ ...claim, rivals: rivalIds(cluster) }))
        .filter(({ positions, members }) => positions.length > 0 || members.length > 0),
      figures: figures.filter(
        ({ story, members }) =>
          story !== null &&
          kept.growing?.stories.has(story) === true &&
          members.some(({ document }) => arriving.has(document)),
      ),
    },
  };
}

/** The story that stays to which a group of episodes belongs. */
function storyIn(group: readonly Episode[], staysIn: (episode: Episode) => string | null): string | null {
  for (const episode of group) {
    const story = staysIn(episode);
    if (story !== null) return story;
  }
  return null;
}

/** The proposition after which a claim is named, so that its name stays when later articles join it. */
const leader = (nodes: readonly Node[]): string =>
  nodes.map(({ key, reading }) => `${reading.document.published ?? "9999"} ${key}`).sort()[0] ?? "";

/** Stories that stay, as far as the readings tell of them, with what came to them. */
function standing(
  episodes: readonly Episode[],
  { stories }: Kept,
  arrived: ReadonlyMap<Episode, string | null>,
): Draft[] {
  const byStory = new Map<string, Episode[]>();
  for (const episode of episodes) {
    const id = stories.get(episode.id) ?? arrived.get(episode) ?? undefined;
    if (id !== undefined) byStory.set(id, [...(byStory.get(id) ?? []), episode]);
  }
  return [...byStory].map(([id, own]) => ({ id, title: "", when: null, where: null, documents: [], episodes: own }));
}

/** The number of the story that tells of a proposition's happening, or else is the main one of its document. */
function storyNumbers(groups: readonly (readonly Episode[])[]): (node: Node) => number | null {
  const byNode = new Map<Node, number>();
  const main = new Map<Reading, number>();
  for (const [number, episodes] of groups.entries()) {
    for (const { locals, reading, main: isMain } of episodes) {
      if (isMain) main.set(reading, number);
      for (const { nodes } of locals) for (const node of nodes) byNode.set(node, number);
    }
  }
  return (node) => byNode.get(node) ?? main.get(node.reading) ?? null;
}

/** By which words a proposition that is turned says the contrary of what its claim says. */
function contrariesIn(node: Node, { nodes, turned }: Cluster): readonly [string, string] | null {
  for (const other of nodes) {
    const words = turned.has(other) ? null : contraryWords(node, other);
    if (words !== null) return words;
  }
  return null;
}

function stand(node: Node, flipped: boolean, contraries: readonly [string, string] | null = null): Position {
  const kind = positionKind(node, flipped);
  return positionOf(
    node,
    kind,
    node.proposition.kind === "verdict"
      ? "The words judge what was reported just before."
      : reasonFor(kind, contraries),
  );
}

/** What words say by where they stand. */
const leaningReasons: Readonly<Partial<Record<PositionKind, string>>> = {
  affirm: "Where they stand, the words say that it is so.",
  deny: "Where they stand, the words answer that it is not so.",
  possible: "Where they stand, the words leave it open.",
};

const lean = (node: Node, kind: PositionKind): Position => positionOf(node, kind, leaningReasons[kind] ?? "");

function wordedBy(worded: Worded | null): Pick<Claim, "proposition" | "worded"> {
  if (worded === null) return { proposition: "" };
  const { statement, proposition, reading } = worded.node;
  const { evidence, id } = proposition;
  const { id: document, uri } = reading.document;
  return { proposition: worded.sentence, worded: { document, uri, statement: statement?.id ?? id, evidence } };
}

const hung = (position: Position, chance: number | undefined): Position =>
  chance === undefined ? position : { ...position, held: Math.round(100 * chance) };

const demand = (node: Node): Position =>
  positionOf(node, "affirm", "Nothing is said of it but that it is demanded; the words say that it is.");

const tell = (node: Node): Position =>
  positionOf(node, "report-without-commitment", "The words tell that somebody else says it.");

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

/** The verdicts on each claim, and how likely each is about it. */
function placeVerdicts(nodes: readonly Node[], clusters: readonly Cluster[]): Map<Cluster, Judged[]> {
  const byDocument = new Map<Node["reading"], Set<Cluster>>();
  for (const cluster of clusters) {
    for (const { reading } of cluster.nodes)
      byDocument.set(reading, (byDocument.get(reading) ?? new Set()).add(cluster));
  }
  const placed = new Map<Cluster, Judged[]>();
  for (const node of nodes) {
    if (node.proposition.kind !== "verdict") continue;
    const target = targetOf(node, [...(byDocument.get(node.reading) ?? [])]);
    if (target === null) continue;
    const judged = { node, held: target.held };
    placed.set(target.cluster, [...(placed.get(target.cluster) ?? []), judged]);
  }
  return placed;
}

type Judged = { readonly node: Node; readonly held: number | undefined };
