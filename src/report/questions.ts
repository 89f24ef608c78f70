import { leastContradicted, type Question, sensitivityOf } from "../operations/hypotheses/index.ts";
import type { DossierClaim, DossierQuestion } from "./dossier.ts";

/** Questions with their matrices, explanations as `H1`…, evidence as `E1`…, each led back to its claim. */
export function questionsOf(questions: readonly Question[], claims: readonly DossierClaim[]): DossierQuestion[] {
  const anchors = new Map<string, string>(claims.map(({ id, anchor }) => [id, anchor]));
  const anchorOf = (claim: string | null): string | null => (claim === null ? null : (anchors.get(claim) ?? null));
  return questions.map((question, index): DossierQuestion => {
    const { text, by, at, hypotheses, evidence, ratings, scores, disagreements, sources } = question;
    const labels = new Map(hypotheses.map(({ id }, place) => [id, `H${place + 1}`]));
    const against = new Map(scores.map((score) => [score.hypothesis, score.against]));
    const names = new Map(sources.map(({ source, name }) => [source, name]));
    const labelled = (ids: readonly string[]): string[] =>
      ratings.length === 0 || hypotheses.length < 2 ? [] : ids.map((id) => labels.get(id) ?? "").sort();
    const least = labelled(leastContradicted(scores));
    return {
      anchor: `q${index + 1}`,
      text,
      by,
      at,
      hypotheses: hypotheses.map(({ id, text: words, claim }) => ({
        label: labels.get(id) ?? "",
        text: words,
        claim: anchorOf(claim),
        against: against.get(id) ?? 0,
      })),
      evidence: evidence.map((one, place) => ({
        label: `E${place + 1}`,
        text: one.text,
        claim: anchorOf(one.claim),
        weight: one.weight,
        roots: one.roots,
        sources: one.sources.map((source) => names.get(source) ?? source),
        cells: hypotheses.map(({ id }) => ({
          given: ratings.flatMap((rating) =>
            rating.evidence === one.id && rating.hypothesis === id ? [{ by: rating.by, rating: rating.rating }] : [],
          ),
          disagree: disagreements.some((cell) => cell.evidence === one.id && cell.hypothesis === id),
        })),
      })),
      least,
      without: sensitivityOf([...labels.keys()], ratings, evidence, sources).map(({ source, scores: then }) => {
        const changed = labelled(leastContradicted(then));
        return {
          source: names.get(source) ?? source,
          least: changed,
          same: changed.join(" ") === least.join(" "),
        };
      }),
    };
  });
}
