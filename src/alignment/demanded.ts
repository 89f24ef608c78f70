import type { Node } from "./node.ts";
import type { Worded } from "./sentence.ts";

/**
 * Whether all that is said of a claim is that somebody demands it: `Le parquet a requis six ans de prison`, `Six ans de
 * prison requis`. The claim is then that it was demanded, which whoever says so affirms. Not: `L'association réclame la
 * fermeture du port` beside `Le port ferme`, where demanding it leaves open whether it comes.
 */
export const isDemanded = (nodes: readonly Node[]): boolean =>
  nodes.some(({ statement }) => statement !== null) && nodes.every(isDemand);

const isDemand = ({ statement, proposition, classes }: Node): boolean =>
  statement === null
    ? !proposition.negated && (classes.has("demand") || proposition.lemmas.includes("@demand"))
    : statement.act === "demand" && statement.factuality === "UU";

/** The claim of demands: who demands, the words of the demand, and what (`Le parquet a requis six ans de prison`). */
export function demandOf(nodes: readonly Node[]): Worded | null {
  const told = nodes.flatMap((node) => {
    const { statement, reading } = node;
    const [content] = statement?.content ?? [];
    if (statement?.cue == null || content === undefined || content.start < statement.cue.end) return [];
    const named =
      statement.speaker.kind === "anonymous" || statement.speaker.kind === "author" ? null : statement.speaker.name;
    const source = statement.source;
    const from = source !== null && source.end <= statement.cue.start ? source.start : null;
    const words = reading.document.text.slice(statement.cue.start, content.end);
    const whole = from === null ? `${named ?? ""} ${words}` : reading.document.text.slice(from, content.end);
    if (whole.length > longest || (from === null && named === null)) return [];
    const pronoun = source === null || /^\S{1,5}$/u.test(source.text);
    return [{ node, sentence: pronoun && named !== null ? `${named} ${words}` : whole }];
  });
  const [best] = told.sort((a, b) => a.sentence.length - b.sentence.length || (a.node.key < b.node.key ? -1 : 1));
  if (best === undefined) return null;
  const plain = best.sentence
    .replace(/[«»“”„"]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return { sentence: `${plain.charAt(0).toLocaleUpperCase()}${plain.slice(1)}.`, node: best.node };
}

/** Characters of a sentence that still reads as one. */
const longest = 240;
