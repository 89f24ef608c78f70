import type { Claim, Decided, Decision, Mark, Position, Story } from "../../model/index.ts";
import type { DecidedOrigin } from "../../origins/index.ts";
import type { Orphan } from "./fold-statements.ts";
import { claimMeant, isMeant, isOf, meantIn, type Parts, type PositionRef, storyMeant } from "./parts.ts";
import { conflicts, markOf, standing } from "./standing.ts";

/** By claim, what people decided about the origins of its positions. */
export type OriginChoices = (claim: string, position: Position) => DecidedOrigin | null;

export type FoldedParts = {
  readonly parts: Parts;
  readonly orphans: readonly Orphan[];
  /** Decisions that found what they are about. */
  readonly held: readonly string[];
  readonly origins: OriginChoices;
  /** Claims whose origins have to be worked out anew. */
  readonly reweigh: ReadonlySet<string>;
};

type Open = {
  readonly stories: Map<string, Story>;
  readonly claims: Map<string, Claim>;
  readonly figures: Map<string, Parts["figures"] extends ReadonlyMap<string, infer G> ? G : never>;
  readonly members: {
    readonly claims: Map<string, readonly string[]>;
    readonly stories: Map<string, readonly string[]>;
  };
};

/**
 * Merges and splits of claims and stories, and what was decided about origins, folded over a part of an alignment in the
 * order of the log. A pure function; folding what is folded already changes nothing.
 */
export function foldAlignment(parts: Parts, decisions: readonly Decision[]): FoldedParts {
  const open: Open = {
    stories: new Map(parts.stories),
    claims: new Map(parts.claims),
    figures: new Map(parts.figures),
    members: { claims: new Map(parts.members.claims), stories: new Map(parts.members.stories) },
  };
  const { active } = standing(decisions);
  const against = conflicts(active);
  const orphans: Orphan[] = [];
  const held: string[] = [];
  const reweigh = new Set<string>();
  const choices = new Map<string, { refs: readonly PositionRef[]; choice: DecidedOrigin }[]>();
  const settle = (decision: Decision, claim: Claim, refs: readonly PositionRef[], choice: DecidedOrigin): void => {
    choices.set(claim.id, [...(choices.get(claim.id) ?? []), { refs, choice }]);
    put(open.claims, { ...claim, decided: decidedBy(claim, markOf(decision), "origins", against) });
    reweigh.add(claim.id);
  };
  for (const decision of active) {
    const { body } = decision;
    const mark = markOf(decision);
    let lost: Orphan["why"] | null = null;
    if (body.kind === "merge-claims") {
      const found = body.claims.map((ref) => claimMeant(open, ref));
      if (found.some((claim) => claim === null)) lost = "claim";
      const claims = distinct(found);
      const merged = claims.length < 2 ? claims[0] : mergeClaims(open, claims);
      if (merged !== undefined) {
        put(open.claims, { ...merged, decided: decidedBy(merged, mark, "merged", against) });
        if (claims.length > 1) reweigh.add(merged.id);
      }
    } else if (body.kind === "split-claim") {
      const claim = claimMeant(open, body.claim);
      const id = `claim-${decision.id.slice("d-".length)}`;
      const apart = claim === null ? [] : meantIn(claim, body.positions);
      const elsewhere = [...open.claims.values()].some(
        (one) => one.id === id || meantIn(one, body.positions).length > 0,
      );
      if (claim === null || (apart.length === 0 && !elsewhere)) lost = "claim";
      else if (apart.length > 0 && apart.length < claim.positions.length) {
        splitClaim(open, claim, apart, id, body.proposition, (one) => decidedBy(one, mark, "split", against));
        reweigh.add(claim.id).add(id);
      } else if (claim !== null && apart.length === 0) {
        put(open.claims, { ...claim, decided: decidedBy(claim, mark, "split", against) });
      }
    } else if (body.kind === "merge-stories") {
      const found = body.stories.map((ref) => storyMeant(open, ref));
      if (found.some((story) => story === null)) lost = "story";
      const stories = distinct(found);
      const merged = stories.length < 2 ? stories[0] : mergeStories(open, stories);
      if (merged !== undefined) put(open.stories, { ...merged, decided: decidedBy(merged, mark, "merged", against) });
    } else if (body.kind === "split-story") {
      const story = storyMeant(open, body.story);
      const id = `story-${decision.id.slice("d-".length)}`;
      const apart = new Set<string>(body.documents);
      const leaving = story?.documents.filter((document) => apart.has(document)) ?? [];
      if (story === null) lost = "story";
      else if (leaving.length > 0 && leaving.length < story.documents.length) {
        splitStory(open, story, new Set(leaving), id, body.title, (one) => decidedBy(one, mark, "split", against));
      } else put(open.stories, { ...story, decided: decidedBy(story, mark, "split", against) });
    } else if (body.kind === "collapse-origins" || body.kind === "separate-origins") {
      const claim = claimMeant(open, body.claim);
      const found = claim === null ? [] : meantIn(claim, body.positions);
      if (claim === null || found.length === 0) lost = "claim";
      else {
        const kind = body.kind === "collapse-origins" ? ("same" as const) : ("apart" as const);
        const said =
          kind === "same" ? "holds that these rest on one origin" : "holds that this rests on an origin of its own";
        const reason = `${decision.author} ${said}${decision.reason === null ? "." : `: ${decision.reason}`}`;
        settle(decision, claim, body.positions, { kind, mark, reason, root: body.root });
      }
    } else continue;
    if (lost === null) held.push(decision.id);
    else orphans.push({ decision: decision.id, why: lost });
  }
  const origins: OriginChoices = (claim, position) =>
    choices.get(claim)?.findLast(({ refs }) => refs.some((ref) => isMeant(position, ref)))?.choice ?? null;
  // A claim merged into another takes what was decided about its origins along.
  for (const claim of open.claims.values()) {
    const own = (claim.merged ?? []).flatMap((id) => choices.get(id) ?? []);
    if (own.length === 0) continue;
    const all = [...own, ...(choices.get(claim.id) ?? [])];
    choices.set(
      claim.id,
      all.sort((a, b) => (a.choice.mark.at < b.choice.mark.at ? -1 : 1)),
    );
    reweigh.add(claim.id);
  }
  return { parts: open, orphans, held, origins, reweigh };
}

const put = <T extends { readonly id: string }>(map: Map<string, T>, one: T): void => void map.set(one.id, one);

function distinct<T extends { readonly id: string }>(found: readonly (T | null)[]): T[] {
  return [...new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one] as const]))).values()];
}

function decidedBy(
  one: { readonly decided?: Decided },
  mark: Mark,
  part: string,
  against: ReadonlyMap<string, readonly string[]>,
): Decided {
  const all = new Set([...(one.decided?.against ?? []), ...(against.get(mark.decision) ?? [])]);
  const others = [...all].filter((id) => id !== mark.decision).sort();
  const fields = { ...one.decided?.fields, [part]: mark };
  return { ...mark, fields, ...(others.length > 0 ? { against: others } : {}) };
}

function mergeClaims(open: Open, claims: readonly Claim[]): Claim | undefined {
  const [into, ...others] = claims;
  if (into === undefined) return undefined;
  const gone = new Set(others.map(({ id }) => id));
  const all = [into, ...others];
  const merged: Claim = {
    ...into,
    story: all.find(({ story }) => story !== null)?.story ?? null,
    positions: inOrder(all.flatMap(({ positions }) => positions)),
    rivals: [...new Set(all.flatMap(({ rivals }) => rivals))].filter((id) => id !== into.id && !gone.has(id)).sort(),
    merged: [
      ...new Set(all.flatMap(({ id, merged: before }) => [...(before ?? []), ...(gone.has(id) ? [id] : [])])),
    ].sort(),
  };
  put(open.claims, merged);
  open.members.claims.set(into.id, [...new Set(all.flatMap(({ id }) => open.members.claims.get(id) ?? []))]);
  for (const { id } of others) {
    open.claims.delete(id);
    open.members.claims.delete(id);
  }
  for (const claim of open.claims.values()) {
    if (!claim.rivals.some((id) => gone.has(id))) continue;
    const rivals = claim.rivals.map((id) => (gone.has(id) ? into.id : id)).filter((id) => id !== claim.id);
    put(open.claims, { ...claim, rivals: [...new Set(rivals)].sort() });
  }
  for (const story of open.stories.values()) {
    const kept = story.claims.filter((id) => !gone.has(id));
    const own = merged.story === story.id && !kept.includes(into.id) ? [...kept, into.id] : kept;
    if (kept.length < story.claims.length || own.length > kept.length) put(open.stories, { ...story, claims: own });
  }
  return merged;
}

const wordsOf = ({ document, uri, statement, evidence }: Position): NonNullable<Claim["worded"]> => ({
  document,
  uri,
  statement,
  evidence,
});

function splitClaim(
  open: Open,
  claim: Claim,
  apart: readonly Position[],
  id: string,
  proposition: string | null,
  decided: (one: Claim) => Decided,
): void {
  const leaving = new Set(apart);
  const rest = claim.positions.filter((position) => !leaving.has(position));
  const own = open.members.claims.get(claim.id) ?? [];
  const moved = own.filter(
    (member) => apart.some((position) => isOf(member, position)) && !rest.some((position) => isOf(member, position)),
  );
  const made: Claim = {
    ...claim,
    id,
    proposition: proposition ?? apart[0]?.evidence.text ?? claim.proposition,
    positions: apart,
    rivals: [],
  };
  const { merged: _, worded: __, ...bare } = made;
  const [first] = proposition === null ? apart : [];
  const fresh: Claim = first === undefined ? bare : { ...bare, worded: wordsOf(first) };
  put(open.claims, { ...fresh, decided: decided(fresh) });
  put(open.claims, { ...claim, positions: rest, decided: decided(claim) });
  open.members.claims.set(id, moved);
  open.members.claims.set(
    claim.id,
    own.filter((member) => !moved.includes(member)),
  );
  const story = claim.story === null ? undefined : open.stories.get(claim.story);
  if (story !== undefined) put(open.stories, { ...story, claims: [...story.claims, id] });
}

function mergeStories(open: Open, stories: readonly Story[]): Story | undefined {
  const [into, ...others] = stories;
  if (into === undefined) return undefined;
  const gone = new Set(others.map(({ id }) => id));
  const all = [into, ...others];
  const merged: Story = {
    ...into,
    when: all.find(({ when }) => when !== null)?.when ?? null,
    where: all.find(({ where }) => where !== null)?.where ?? null,
    documents: [...new Set(all.flatMap(({ documents }) => documents))].sort(),
    claims: [...new Set(all.flatMap(({ claims }) => claims))],
    merged: [
      ...new Set(all.flatMap(({ id, merged: before }) => [...(before ?? []), ...(gone.has(id) ? [id] : [])])),
    ].sort(),
  };
  put(open.stories, merged);
  open.members.stories.set(into.id, [...new Set(all.flatMap(({ id }) => open.members.stories.get(id) ?? []))]);
  for (const { id } of others) {
    open.stories.delete(id);
    open.members.stories.delete(id);
  }
  for (const claim of open.claims.values()) {
    if (claim.story !== null && gone.has(claim.story)) put(open.claims, { ...claim, story: into.id });
  }
  for (const group of open.figures.values()) {
    if (group.story !== null && gone.has(group.story)) put(open.figures, { ...group, story: into.id });
  }
  return merged;
}

/** Claims and figures that rest on the leaving documents alone go along; what rests on others too stays. */
function splitStory(
  open: Open,
  story: Story,
  leaving: ReadonlySet<string>,
  id: string,
  title: string | null,
  decided: (one: Story) => Decided,
): void {
  const goes = (documents: readonly string[]): boolean =>
    documents.length > 0 && documents.every((document) => leaving.has(document));
  const claims = new Set<string>();
  for (const claim of open.claims.values()) {
    if (claim.story !== story.id || !goes(claim.positions.map(({ document }) => document))) continue;
    put(open.claims, { ...claim, story: id });
    claims.add(claim.id);
  }
  for (const group of open.figures.values()) {
    if (group.story === story.id && goes(group.members.map(({ document }) => document))) {
      put(open.figures, { ...group, story: id });
    }
  }
  const { merged: _, ...plain } = story;
  const made: Story = {
    ...plain,
    id,
    title: title ?? story.title,
    documents: story.documents.filter((document) => leaving.has(document)),
    claims: story.claims.filter((claim) => claims.has(claim)),
  };
  put(open.stories, { ...made, decided: decided(made) });
  put(open.stories, {
    ...story,
    documents: story.documents.filter((document) => !leaving.has(document)),
    claims: story.claims.filter((claim) => !claims.has(claim)),
    decided: decided(story),
  });
  const own = open.members.stories.get(story.id) ?? [];
  const documentOf = (episode: string): string => episode.slice(0, episode.indexOf(" "));
  open.members.stories.set(
    id,
    own.filter((episode) => leaving.has(documentOf(episode))),
  );
  open.members.stories.set(
    story.id,
    own.filter((episode) => !leaving.has(documentOf(episode))),
  );
}

/** As alignment orders them: by document and text, each once. */
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
