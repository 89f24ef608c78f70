import type { Proposition } from "../model/index.ts";
import { contraryOf } from "./contrary.ts";
import type { Node } from "./node.ts";
import { isAnswer } from "./positions.ts";

const subjects = /^(il|elle|ils|elles|he|she|they|celui-ci|celle-ci)$/iu;

/**
 * A plain sentence for a claim, from the words that state it most clearly, pronouns that open it replaced by names. Of `held`,
 * how likely each is one claim with the others, 0..1, what everybody speaks of comes before what hangs on it by little.
 */
export function sentenceOf(
  nodes: readonly Node[],
  flipped: boolean,
  turned: ReadonlySet<Node> = new Set(),
  held: ReadonlyMap<Node, number> = new Map(),
): string {
  const clear = (node: Node): number => clarity(node, flipped !== turned.has(node)) + belonging * (held.get(node) ?? 1);
  const best = [...nodes].sort((a, b) => clear(b) - clear(a) || (a.key < b.key ? -1 : 1))[0];
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
  const stated = indicative(plain, best);
  // The clearest may be somebody's denial of what is only hinted at by others, or asked.
  const denies = best.proposition.negated !== turned.has(best);
  const answered =
    !flipped && (denies || isAnswer(nodes, turned)) ? contraryOf(stated, best.reading.document.language) : null;
  return finished(answered ?? stated, evidence.text);
}

/** How much it weighs that a proposition belongs to the others, beside how clear its words are. */
const belonging = 7;

const finished = (plain: string, whole: string): string =>
  plain === "" ? whole : `${plain.charAt(0).toLocaleUpperCase()}${plain.slice(1)}.`;

const own = new Set(["deny", "assert", "confirm", "announce"]);
const finite: readonly (readonly [RegExp, string])[] = [
  [/^avoir\s/iu, "a "],
  [/^s['’]être\s/iu, "s'est "],
  [/^être\s/iu, "est "],
  [/^having\s/iu, "has "],
];
const moods: Readonly<Record<string, string>> = { ait: "a", aient: "ont", soit: "est", soient: "sont" };

/**
 * Content that hangs on a verb of saying, as a sentence: `(nie) avoir fermé le pont` is that the speaker closed it,
 * `(dément) que la mine ait rouvert` that it reopened. Not: `(accuse X d')avoir menti`, whose subject is another.
 */
export function indicative(text: string, { statement, reading }: Pick<Node, "statement" | "reading">): string {
  if (statement === null || statement.mode === "direct") return text;
  const { speaker, act } = statement;
  if (own.has(act) && speaker.kind !== "anonymous" && speaker.kind !== "author") {
    for (const [pattern, verb] of finite)
      if (pattern.test(text)) return `${speaker.name} ${text.replace(pattern, verb)}`;
  }
  if (!reading.document.language.startsWith("fr")) return text;
  return text.replace(
    /(?<!\p{L})(ait|aient|soit|soient)(?=\s+(?:\p{L}+\s+)?\p{L}+(?:é|i|u|is|it|ert)e?s?(?!\p{L}))/gu,
    (mood) => moods[mood] ?? mood,
  );
}

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
  if (proposition.kind === "clause") score += 1;
  if (statement !== null) score += 1.5;
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
