import type { BodyOf, Claim, FigureGroup, Position, Span, Story } from "../../model/index.ts";

/** Stories, claims and figure groups with what they are made of: the part of an alignment that decisions concern. */
export type Parts = {
  readonly stories: ReadonlyMap<string, Story>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly figures: ReadonlyMap<string, FigureGroup>;
  readonly members: {
    /** By claim, its propositions as `document proposition`. */
    readonly claims: ReadonlyMap<string, readonly string[]>;
    /** By story, its episodes. */
    readonly stories: ReadonlyMap<string, readonly string[]>;
  };
};

export type ClaimRef = BodyOf<"split-claim">["claim"];
export type PositionRef = BodyOf<"split-claim">["positions"][number];
export type StoryRef = BodyOf<"split-story">["story"];

/** How much of their characters the evidence of two positions must share to be the same one, read by another engine. */
const same = 0.5;

/** The claim meant: by its id, else the one that holds most of the positions it was known by. */
export function claimMeant({ claims }: Parts, ref: ClaimRef): Claim | null {
  const known = claims.get(ref.claim);
  if (known !== undefined) return known;
  const byMerge = [...claims.values()].find(({ merged }) => merged?.includes(ref.claim) === true);
  if (byMerge !== undefined) return byMerge;
  let best: { readonly claim: Claim; readonly held: number } | null = null;
  for (const claim of [...claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const held = ref.positions.filter((one) => claim.positions.some((position) => isMeant(position, one))).length;
    if (held > 0 && (best === null || held > best.held)) best = { claim, held };
  }
  return best?.claim ?? null;
}

/** The story meant: by its id, else the one with most of the documents it was known by. */
export function storyMeant({ stories }: Parts, ref: StoryRef): Story | null {
  const known = stories.get(ref.story);
  if (known !== undefined) return known;
  const byMerge = [...stories.values()].find(({ merged }) => merged?.includes(ref.story) === true);
  if (byMerge !== undefined) return byMerge;
  const wanted = new Set<string>(ref.documents);
  let best: { readonly story: Story; readonly held: number } | null = null;
  for (const story of [...stories.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const held = story.documents.filter((document) => wanted.has(document)).length;
    if (held > 0 && (best === null || held > best.held)) best = { story, held };
  }
  return best?.story ?? null;
}

/** Whether a position is the one meant: by its statement, else by its characters. */
export function isMeant({ document, statement, evidence }: Position, { statement: id, anchor }: PositionRef): boolean {
  if (document !== anchor.source) return false;
  if (statement === id) return true;
  const [place, quote] = anchor.selector;
  if (evidence.text === quote.exact) return Math.abs(evidence.start - place.start) < 2_000;
  return shared(evidence, place) >= same;
}

/** The positions of a claim that are meant by any of these. */
export function meantIn(claim: Claim, refs: readonly PositionRef[]): Position[] {
  const exact = new Set(
    claim.positions.filter(({ document, statement }) =>
      refs.some((ref) => ref.statement === statement && ref.anchor.source === document),
    ),
  );
  // A statement that is there is meant by its id; only for one that is there no more its characters are looked for.
  const gone = refs.filter(
    (ref) =>
      ![...exact].some(({ document, statement }) => statement === ref.statement && document === ref.anchor.source),
  );
  return claim.positions.filter((position) => exact.has(position) || gone.some((ref) => isMeant(position, ref)));
}

function shared(a: Span, b: Span): number {
  const common = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return common / Math.max(1, a.end - a.start + b.end - b.start - common);
}

/** Whether a proposition, as `document proposition`, is that of a position. */
export function isOf(member: string, { document, statement }: Position): boolean {
  const rest = member.startsWith(`${document} `) ? member.slice(document.length + 1) : null;
  return rest !== null && (rest === statement || rest === `${statement}:p` || rest.startsWith(`${statement}:p/`));
}
