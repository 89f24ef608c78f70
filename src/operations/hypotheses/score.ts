import type { Consistency, Credibility, Reliability } from "../../model/index.ts";

/** What a source's rating weighs: the Admiralty code's two axes; what was not rated weighs whole. */
export type Rated = { readonly reliability: Reliability | null; readonly credibility: Credibility | null };

/** A piece of evidence: its weight is that of its sources, shared with what rests on the same root. */
export type Weighed = {
  readonly id: string;
  /** Names of what it finally rests on. */
  readonly roots: readonly string[];
  /** Ids of the sources that carry it. */
  readonly sources: readonly string[];
};

export type Rating = {
  readonly evidence: string;
  readonly hypothesis: string;
  readonly by: string;
  readonly rating: Consistency;
};

export type Score = {
  readonly hypothesis: string;
  /** Weighted inconsistency; 0 where nothing speaks against it. */
  readonly against: number;
  /** The same in favour: it decides nothing, and is shown. */
  readonly inFavour: number;
};

const reliabilities: Readonly<Record<Reliability, number>> = { A: 1, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: 0.5 };
const credibilities: Readonly<Record<Credibility, number>> = { 1: 1, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2, 6: 0.5 };
const strengths: Readonly<Record<Consistency, number>> = { CC: 2, C: 1, N: 0, I: -1, II: -2, NA: 0 };

/** A rating as a weight from 0 to 1: the product of the two axes of the Admiralty code, 1 where an axis was not rated. */
export function weightOfRating({ reliability, credibility }: Rated): number {
  return (
    (reliability === null ? 1 : reliabilities[reliability]) * (credibility === null ? 1 : credibilities[credibility])
  );
}

/**
 * Weights of evidence between 0 and 1: that of the best rated source that carries it, divided by how many pieces rest
 * on the same root, since what has one origin counts once. `without` are sources taken to be wrong: what only they
 * carry weighs nothing.
 */
export function weightsOf(
  evidence: readonly Weighed[],
  ratings: ReadonlyMap<string, Rated>,
  without: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, number> {
  const alive = evidence.filter(
    ({ sources }) => sources.length === 0 || sources.some((source) => !without.has(source)),
  );
  const sharing = new Map<string, number>();
  for (const { roots } of alive) for (const root of new Set(roots)) sharing.set(root, (sharing.get(root) ?? 0) + 1);
  const weights = new Map(evidence.map(({ id }) => [id, 0]));
  for (const { id, roots, sources } of alive) {
    const best = Math.max(
      ...sources
        .filter((source) => !without.has(source))
        .map((source) => weightOfRating(ratings.get(source) ?? unrated)),
    );
    const share = Math.max(...roots.map((root) => 1 / (sharing.get(root) ?? 1)));
    weights.set(id, (Number.isFinite(best) ? best : 1) * (Number.isFinite(share) ? share : 1));
  }
  return weights;
}

const unrated: Rated = { reliability: null, credibility: null };

/**
 * How much speaks against each hypothesis, least first: the weighted inconsistency score of the Analysis of Competing
 * Hypotheses (Heuer 1999), in which evidence refutes and never proves. Where several people rated a cell, their mean.
 */
export function scoresOf(
  hypotheses: readonly string[],
  ratings: readonly Rating[],
  weights: ReadonlyMap<string, number>,
): Score[] {
  const cells = Map.groupBy(ratings, ({ evidence, hypothesis }) => `${hypothesis}\n${evidence}`);
  const scores = hypotheses.map((hypothesis): Score => {
    let against = 0;
    let inFavour = 0;
    for (const [evidence, weight] of weights) {
      const given = (cells.get(`${hypothesis}\n${evidence}`) ?? []).filter(({ rating }) => rating !== "NA");
      if (given.length === 0) continue;
      const mean = given.reduce((sum, { rating }) => sum + strengths[rating], 0) / given.length;
      if (mean < 0) against -= mean * weight;
      else inFavour += mean * weight;
    }
    return { hypothesis, against, inFavour };
  });
  return scores.sort((a, b) => a.against - b.against || b.inFavour - a.inFavour);
}

/** The hypotheses that least speaks against: one, or several that are level; none where there is none. */
export function leastContradicted(scores: readonly Score[]): string[] {
  const least = Math.min(...scores.map(({ against }) => against));
  return scores.flatMap(({ hypothesis, against }) => (against - least < 1e-9 ? [hypothesis] : []));
}

/** The scores as they would be if one source were wrong, for each source that carries evidence. */
export function sensitivityOf(
  hypotheses: readonly string[],
  ratings: readonly Rating[],
  evidence: readonly Weighed[],
  sources: readonly (Rated & { readonly source: string })[],
): { readonly source: string; readonly scores: readonly Score[] }[] {
  const rated = new Map(sources.map(({ source, ...rating }) => [source, rating]));
  return sources.map(({ source }) => ({
    source,
    scores: scoresOf(hypotheses, ratings, weightsOf(evidence, rated, new Set([source]))),
  }));
}

/** Cells in which people are on different sides, or two steps apart. */
export function disagreements(ratings: readonly Rating[]): { evidence: string; hypothesis: string }[] {
  const cells = Map.groupBy(ratings, ({ evidence, hypothesis }) => `${hypothesis}\n${evidence}`);
  return [...cells.values()].flatMap((given) => {
    const values = given.filter(({ rating }) => rating !== "NA").map(({ rating }) => strengths[rating]);
    const [first] = given;
    const apart =
      Math.max(...values) - Math.min(...values) >= 2 || (Math.max(...values) > 0 && Math.min(...values) < 0);
    return first !== undefined && values.length > 1 && apart
      ? [{ evidence: first.evidence, hypothesis: first.hypothesis }]
      : [];
  });
}
