import type { Analysis, Proposition, Span, Statement, TextSpan } from "../../model/index.ts";
import { treesIn } from "./clauses.ts";
import { overlaps, type Tree } from "./tree.ts";

const comment = "statements/rules/comment";

/** The statement whose content another one takes up as it stands: `…, ce qu'il nie`, `La société dément.` */
export function takenUpBy(statement: Statement, statements: readonly Statement[]): Statement | null {
  const [first] = statement.content;
  const twins = statements.filter(
    ({ id, content, because }) =>
      id !== statement.id && because.rule !== comment && first !== undefined && content[0]?.start === first.start,
  );
  const end = statement.content.at(-1)?.end;
  return twins.find(({ content }) => content.at(-1)?.end === end) ?? twins[0] ?? null;
}

export const isComment = ({ because }: Statement): boolean => because.rule === comment;

/**
 * The position that a statement takes on what another said, on the words that take it: of `Il est accusé d'avoir volé les
 * fonds, ce qu'il nie`, the words `ce qu'il nie`. Not the words of the accusation, which he did not say.
 */
export function takenUp(
  id: string,
  statement: Statement,
  judges: string,
  kept: boolean,
  trees: readonly Tree[],
  analysis: Analysis,
): Proposition | null {
  const { cue, source, speaker } = statement;
  if (cue === null) return null;
  const [tree] = treesIn(trees, analysis, cue);
  if (tree === undefined) return null;
  const evidence = wordsOf(tree, cue, source, analysis);
  const { id: who, name, kind } = speaker;
  return {
    id,
    statement: kept ? statement.id : null,
    evidence,
    sentence: tree.sentence.index,
    paragraph: tree.sentence.paragraph,
    predicate: cue.text.toLowerCase(),
    event: null,
    events: [],
    negated: false,
    factuality: statement.factuality,
    arguments: [],
    actors: [who],
    places: [],
    times: [],
    quantities: [],
    lemmas: [],
    core: [],
    kind: "verdict",
    judges,
    ...(kept ? {} : { speaker: { id: who, name, kind } }),
    because: {
      rule: "alignment/propositions/taken-up",
      spans: [evidence],
      reason: "The words judge what was reported just before.",
    },
  };
}

/** Words between a comma and the cue that may open a comment: `ce qu'`, `a charge`. */
const opening = 3;

/** Words behind the cue that go with it: `nie elle aussi`. */
const closing = 3;

/** Who takes it up and by which words, with the pronoun that points back and what goes with the verb. */
function wordsOf({ sentence }: Tree, cue: Span, source: Span | null, analysis: Analysis): TextSpan {
  const near = source !== null && sentence.start <= source.start && source.end <= sentence.end ? source : cue;
  let start = Math.min(near.start, cue.start);
  let end = Math.max(near.end, cue.end);
  const first = sentence.words.findIndex((word) => overlaps(word, { start, end }));
  for (let back = first - 1; back >= Math.max(0, first - opening - 1); back--) {
    if (sentence.words[back]?.form !== ",") continue;
    start = sentence.words[back + 1]?.start ?? start;
    break;
  }
  const behind = sentence.words.filter((one) => one.start >= end).slice(0, closing);
  for (const [at, { upos, end: last }] of behind.entries()) {
    if (upos !== "ADV" && !(upos === "PRON" && behind[at + 1]?.upos === "ADV")) break;
    end = last;
  }
  return { start, end, text: analysis.text.slice(start, end) };
}
