import { type DocumentRef, documentRefs } from "../../ledger/counts.ts";
import { type ClaimRef, claimNow, decisionsIn, standing } from "../../ledger/decisions/index.ts";
import { nowOf } from "../../ledger/former.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Claim, Consistency, Decision } from "../../model/index.ts";
import { resolveFilter } from "../filter.ts";
import { findClaim } from "../find.ts";
import { sourceRatings } from "../ratings.ts";
import { sourceOf, sourceRated } from "../sources.ts";
import { disagreements, type Rated, type Rating, type Score, scoresOf, type Weighed, weightsOf } from "./score.ts";

/** Something a person put on the table, and when. */
type Put = {
  readonly id: string;
  readonly text: string;
  readonly claim: string | null;
  readonly by: string;
  readonly at: string;
};

export type Evidence = Put &
  Weighed & {
    /** Between 0 and 1: the sources' rating, shared with what rests on the same root. */
    readonly weight: number;
  };

/** A question with its competing explanations: the matrix of the Analysis of Competing Hypotheses. */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly story: string | null;
  readonly by: string;
  readonly at: string;
  readonly hypotheses: readonly Put[];
  readonly evidence: readonly Evidence[];
  /** The last rating of each person for each cell. */
  readonly ratings: readonly Rating[];
  readonly scores: readonly Score[];
  readonly disagreements: readonly { readonly evidence: string; readonly hypothesis: string }[];
  /** Ratings of the sources that carry the evidence. */
  readonly sources: readonly (Rated & { readonly source: string; readonly name: string })[];
};

const kinds = ["pose-question", "add-hypothesis", "add-evidence", "rate-consistency"] as const;

/** Questions in the order in which they were asked; of one story, or all. */
export async function listQuestions(
  ledger: Ledger,
  given: { story?: string | undefined; question?: string | undefined } = {},
): Promise<Question[]> {
  const { story } = await resolveFilter(ledger, { story: given.story });
  const { active } = standing(await decisionsIn(ledger.db, { layer: "desk" }));
  const ratings = sourceRatings(active);
  const questions: Question[] = [];
  for (const asked of active) {
    if (asked.body.kind !== "pose-question" || asked.target.kind !== "question") continue;
    const id = asked.target.question;
    if (given.question !== undefined && id !== given.question) continue;
    const of =
      asked.body.story === null ? null : ((await nowOf(ledger.db, "story", asked.body.story)) ?? asked.body.story);
    if (story !== undefined && of !== story) continue;
    const own = active.filter(
      ({ target, body }) =>
        target.kind === "question" && target.question === id && kinds.some((kind) => kind === body.kind),
    );
    questions.push({ ...(await questionOf(ledger, id, asked, own, ratings)), story: of });
  }
  return questions;
}

/** One question by its id; null where nobody asked it. */
export async function findQuestion(ledger: Ledger, id: string): Promise<Question | null> {
  return (await listQuestions(ledger, { question: id }))[0] ?? null;
}

/** The questions that a dossier answers: asked of its story, or weighed with one of its claims. */
export async function questionsAbout(
  ledger: Ledger,
  { story, claims }: { readonly story: string | null; readonly claims: readonly Pick<Claim, "id">[] },
): Promise<Question[]> {
  const questions = await listQuestions(ledger);
  if (story === null) return questions;
  const held = new Set<string>(claims.map(({ id }) => id));
  return questions.filter(
    ({ story: of, hypotheses, evidence }) =>
      of === story || [...hypotheses, ...evidence].some(({ claim }) => claim !== null && held.has(claim)),
  );
}

async function questionOf(
  ledger: Ledger,
  id: string,
  asked: Decision,
  own: readonly Decision[],
  ratings: ReadonlyMap<string, Rated>,
): Promise<Omit<Question, "story">> {
  const rated = new Map(ratings);
  const hypotheses: Put[] = [];
  const evidence: (Put & Weighed)[] = [];
  const cells = new Map<string, Rating>();
  const names = new Map<string, string>();
  for (const { body, author: by, time: at } of own) {
    if (body.kind === "add-hypothesis") {
      const claim = await idNow(ledger, body.claim);
      hypotheses.push({ id: body.hypothesis, text: body.text, claim, by, at });
    } else if (body.kind === "add-evidence") {
      const claim = await idNow(ledger, body.claim);
      const put = { id: body.evidence, text: body.text, claim, by, at };
      const { refs, ...rests } = await restsOn(ledger, claim);
      for (const ref of refs) {
        const { id: source, name } = sourceOf(ref);
        names.set(source, name);
        const rating = sourceRated(ratings, ref);
        if (rating !== null) rated.set(source, rating);
      }
      evidence.push({ ...put, ...rests });
    } else if (body.kind === "rate-consistency") {
      const { evidence: row, hypothesis, rating } = body;
      cells.set(`${by}\n${row}\n${hypothesis}`, {
        evidence: row,
        hypothesis,
        by,
        rating: rating satisfies Consistency,
      });
    }
  }
  const weights = weightsOf(evidence, rated);
  const consistency = [...cells.values()];
  const carrying = [...new Set(evidence.flatMap(({ sources }) => sources))].sort();
  return {
    id,
    text: asked.body.kind === "pose-question" ? asked.body.text : "",
    by: asked.author,
    at: asked.time,
    hypotheses,
    evidence: evidence.map((one) => ({ ...one, weight: weights.get(one.id) ?? 0 })),
    ratings: consistency,
    scores: scoresOf(
      hypotheses.map((one) => one.id),
      consistency,
      weights,
    ),
    disagreements: disagreements(consistency),
    sources: carrying.map((source) => ({
      source,
      name: names.get(source) ?? source,
      ...(rated.get(source) ?? { reliability: null, credibility: null }),
    })),
  };
}

/** The id under which a claim stands now: after aligning anew it may be another. The one it had where it is gone. */
async function idNow(ledger: Ledger, ref: ClaimRef | null | undefined): Promise<string | null> {
  if (ref === null || ref === undefined) return null;
  return (await claimNow(ledger, ref))?.id ?? ref.claim;
}

/** On what a claim rests as evidence: the roots of those who affirm it, and the papers that carry them. */
async function restsOn(
  ledger: Ledger,
  id: string | null,
): Promise<Omit<Weighed, "id"> & { readonly refs: readonly DocumentRef[] }> {
  const claim: Claim | null = id === null ? null : await findClaim(ledger, id);
  if (claim === null) return { roots: [], sources: [], refs: [] };
  const documents = claim.positions.flatMap(({ document, position }) => (position === "deny" ? [] : [document]));
  const refs = await documentRefs(ledger, [...new Set(documents)]);
  return {
    refs,
    roots: [...new Set(claim.origins.affirm.groups.map(({ root }) => root))].sort(),
    sources: [...new Set(refs.map((ref) => sourceOf(ref).id))].sort(),
  };
}
