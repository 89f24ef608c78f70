import { languageOf } from "../languages/index.ts";
import type { Proposition } from "../model/index.ts";
import { lowerCase } from "../text/normal.ts";
import { contraryOf } from "./contrary.ts";
import { indicative } from "./indicative.ts";
import type { Node } from "./node.ts";
import { isAnswer } from "./positions.ts";

const subjects = /^(il|elle|ils|elles|he|she|they|celui-ci|celle-ci)$/iu;

/** A sentence, and whose words it is made of. */
export type Worded = { readonly sentence: string; readonly node: Node };

/**
 * A plain sentence for a claim, from the words that state it most clearly, pronouns that open it replaced by names. Of `held`,
 * how likely each is one claim with the others, 0..1, what everybody speaks of comes before what hangs on it by little.
 */
export function sentenceOf(
  nodes: readonly Node[],
  flipped: boolean,
  turned: ReadonlySet<Node> = new Set(),
  held: ReadonlyMap<Node, number> = new Map(),
): Worded | null {
  const clear = (node: Node): number => clarity(node, flipped !== turned.has(node)) + belonging * (held.get(node) ?? 1);
  const inOrder = [...nodes].sort((a, b) => clear(b) - clear(a) || (a.key < b.key ? -1 : 1));
  // The clearest may be somebody's denial of what is only hinted at by others, or asked.
  const isAnswered = isAnswer(nodes, turned);
  const isTurned = (node: Node): boolean => !flipped && (isAnswered || node.proposition.negated !== turned.has(node));
  for (const node of inOrder) {
    if (!isTurned(node)) return statedBy(node);
    const contrary = contraryOf(indicative(wordsOf(node), node), node.reading.document.language);
    if (contrary !== null) return { sentence: finished(contrary, node), node };
  }
  const [best] = inOrder;
  return best === undefined ? null : statedBy(best);
}

const statedBy = (node: Node): Worded => ({
  sentence: finished(said(indicative(wordsOf(node), node), node), node),
  node,
});

/** What a proposition says, without what joins it to what stands before, a name in place of a pronoun that opens it. */
function wordsOf({ proposition: { evidence, plain }, reading }: Node): string {
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  const opening = reading.mentions.find(
    (mention) => mention.start >= evidence.start && mention.end <= evidence.end && subjects.test(mention.text),
  );
  let text = typeof plain === "string" ? plain : evidence.text;
  const name = opening === undefined ? undefined : names.get(opening.actor);
  if (text === evidence.text && opening !== undefined && name !== undefined && opening.start - evidence.start <= 3) {
    text = text.slice(0, opening.start - evidence.start) + name + text.slice(opening.end - evidence.start);
  }
  const words = text
    .replace(/[«»“”„"]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^(?:(?:que|qu['’]|that|et|and|mais|but|,)(?!\p{L})\s*)+/iu, "")
    .replace(/^l['’]on(?!\p{L})/iu, "on");
  return trimmed(words).trim();
}

/** Whether somebody speaks of himself: `J'ai vendu le bac`, `Our boats were there`. */
function isOwn(text: string, language: string): boolean {
  const { attribution, events } = languageOf(language) ?? {};
  return (text.match(/\p{L}+['’]?/gu) ?? []).some((word) => {
    const form = lowerCase(word);
    return attribution?.firstPerson.has(form) === true || events?.ours?.has(form) === true;
  });
}

/** `J'ai pris le bac` is somebody's: `Jon Pell : J'ai pris le bac`. */
function said(text: string, { statement, reading }: Node): string {
  const { language } = reading.document;
  if (statement?.mode !== "direct" || !isOwn(text, language)) return text;
  const { kind, name } = statement.speaker;
  if (kind === "anonymous" || kind === "author" || !/^\p{Lu}/u.test(name)) return text;
  return `${name}${language.startsWith("fr") ? " : " : ": "}${text}`;
}

/** The text without signs, blanks and brackets at its end that belong to what follows. */
function trimmed(text: string): string {
  const bracket = text.lastIndexOf("(");
  const whole = bracket >= 0 && !text.includes(")", bracket) ? text.slice(0, bracket) : text;
  let end = whole.length;
  while (end > 0 && /[\s,;:.—–-]/u.test(whole.charAt(end - 1))) end--;
  return whole.slice(0, end);
}

/** How much it weighs that a proposition belongs to the others, beside how clear its words are. */
const belonging = 20;

const finished = (plain: string, { proposition }: Node): string =>
  plain === "" ? proposition.evidence.text : `${plain.charAt(0).toLocaleUpperCase()}${plain.slice(1)}.`;

/**
 * Whether a clause opens with its verb, so that nobody is named who does it: `saisir sans attendre la justice`, `withdraw his
 * boats`, `hiding a sale`.
 */
function isSubjectless({ kind, predicate, evidence }: Proposition): boolean {
  if (kind !== "clause") return false;
  const [, opener = ""] = /^(?:(?:ne pas|se|to)\s+|s['’])?(\p{Ll}+)\s/u.exec(evidence.text) ?? [];
  const [verb = ""] = predicate.split(" ");
  const stem = /^(\p{L}{2,})ing$/u.exec(opener)?.[1]?.replace(/(.)\1$/u, "$1");
  return opener !== "" && (opener === verb || (stem !== undefined && verb.startsWith(stem)));
}

function clarity({ proposition, statement, reading, occurrence }: Node, flipped: boolean): number {
  const length = proposition.evidence.text.length;
  let score = Math.min(proposition.actors.length, 3) + Math.min(proposition.lemmas.length, 6) / 3;
  if (proposition.negated === flipped) score += 2;
  // Turned round, `Je n'ai rien vendu` would be words that nobody said.
  else if (statement === null || isOwn(proposition.evidence.text, reading.document.language)) score -= 4;
  if (proposition.kind === "clause") score += 1;
  if (proposition.plain !== undefined) score += 5;
  if (statement !== null) score += 1.5;
  // `parle peut-être de milices`, `pourrait partir`
  if (!proposition.factuality.startsWith("CT")) score -= 2;
  // That a thing took place is what most else is said of.
  if (occurrence) score += 2;
  // A headline is cut short, and often says that somebody says it.
  if (reading.document.title?.includes(proposition.evidence.text.slice(0, 40)) === true) score -= 1.5;
  if (length > 220) score -= 2;
  if (length < 20) score -= 2;
  if (/^(?:avoir|être|s['’]être|having|being|to)\s/iu.test(proposition.evidence.text)) score -= 1;
  else if (isSubjectless(proposition)) score -= 3;
  if (/^(?:il|elle|ils|ce|c['’]|cela|nous|je|j['’]|on|he|she|they|it|we|i)\b/iu.test(proposition.evidence.text))
    score -= 0.7;
  return score;
}
