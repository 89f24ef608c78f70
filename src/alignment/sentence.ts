import type { Node } from "./node.ts";

const subjects = /^(il|elle|ils|elles|he|she|they|celui-ci|celle-ci)$/iu;

/** A plain sentence for a claim, from the words that state it most clearly, pronouns that open it replaced by names. */
export function sentenceOf(nodes: readonly Node[], flipped: boolean): string {
  const best = [...nodes].sort((a, b) => clarity(b, flipped) - clarity(a, flipped) || (a.key < b.key ? -1 : 1))[0];
  if (best === undefined) return "";
  const { evidence } = best.proposition;
  const names = new Map(best.reading.actors.map(({ id, name }) => [id, name]));
  const opening = best.reading.mentions.find(
    (mention) => mention.start >= evidence.start && mention.end <= evidence.end && subjects.test(mention.text),
  );
  let text = evidence.text;
  const name = opening === undefined ? undefined : names.get(opening.actor);
  if (opening !== undefined && name !== undefined && opening.start - evidence.start <= 3) {
    text = text.slice(0, opening.start - evidence.start) + name + text.slice(opening.end - evidence.start);
  }
  const plain = text
    .replace(/[«»“”„"]/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^(?:que|qu['’]|that|et|and|mais|but|,)\s*/iu, "")
    .replace(/[\s,;:.]+$/u, "")
    .trim();
  return plain === "" ? evidence.text : `${plain.charAt(0).toLocaleUpperCase()}${plain.slice(1)}.`;
}

function clarity({ proposition, statement }: Node, flipped: boolean): number {
  const length = proposition.evidence.text.length;
  let score = Math.min(proposition.actors.length, 3) + Math.min(proposition.lemmas.length, 6) / 3;
  if (proposition.negated === flipped) score += 2;
  if (proposition.kind === "clause") score += 1;
  if (statement !== null) score += 0.5;
  if (length > 220) score -= 2;
  if (length < 20) score -= 2;
  if (/^(?:il|elle|ils|ce|c['’]|cela|he|she|they|it)\b/iu.test(proposition.evidence.text)) score -= 0.7;
  return score;
}
