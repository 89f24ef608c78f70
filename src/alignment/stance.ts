import type { Factuality } from "../model/index.ts";
import type { Node } from "./node.ts";

/** `(évalue) à 900 le nombre de marcheurs` */
const counted = /^à\s+(?:\p{L}+\s+)?\d/iu;
const estimating = /estim|évalu|chiffr|avanc|reckon|calcul|\bputs?\b/iu;

/**
 * Whether somebody puts a number on something: `La police évalue à 900 le nombre de marcheurs`, `Police estimated the crowd
 * at 900`. That is the number he holds, however he came by it. Not: `estime que le bac est perdu`, an opinion.
 */
const isEstimate = ({ statement, proposition }: Node): boolean =>
  statement !== null &&
  (proposition.quantities.length > 0 || counted.test(proposition.evidence.text)) &&
  (statement.act === "suppose" || statement.act === "assert") &&
  estimating.test(statement.cue?.text ?? "");

const ordering = /ordonn|décrét|\border|decree/iu;
const calling = /appel|\bcall/iu;
const walkout = /^(?:@?strike|@strike-work|@protest)$/;

/**
 * Whether words do what they ask for, and name it: `Le préfet a ordonné une inspection`, `Le syndicat appelle à la grève`:
 * there is an inspection, and a strike. Not: `a ordonné de tirer`, which others may not do, nor `réclame une inspection`.
 */
export function isBroughtAbout({ statement, proposition }: Node): boolean {
  if (statement === null || statement.act !== "demand" || statement.mode !== "indirect") return false;
  if (statement.because.rule !== "statements/rules/object" || proposition.negated) return false;
  const cue = statement.cue?.text ?? "";
  return ordering.test(cue) || (calling.test(cue) && proposition.lemmas.some((lemma) => walkout.test(lemma)));
}

/**
 * Whether somebody refuses to own that something is so: `refuse d'admettre que le bac a coulé`, `refused to concede
 * defeat`. Whoever does so denies it. Not: `refuse de confirmer`, which is silence.
 */
export function isNotOwned({ statement, reading }: Node): boolean {
  if (statement === null || statement.act !== "confirm" || statement.parent === null) return false;
  if (!owning.test(statement.cue?.text ?? "")) return false;
  const outer = reading.statements.find(({ id }) => id === statement.parent);
  return outer?.act === "refuse" && outer.speaker.id === statement.speaker.id;
}

const owning = /reconn|admet|conc[eéè]d|avou|acknowledg|admit/iu;

/** How firmly a proposition is held: what is told as a figure that somebody puts on something is his figure. */
export function firmness(node: Node, factuality: Factuality): Factuality {
  if (isNotOwned(node)) return "CT-";
  if (factuality === "PR+" && isEstimate(node)) return "CT+";
  return factuality === "PR-" && isEstimate(node) ? "CT-" : factuality;
}
