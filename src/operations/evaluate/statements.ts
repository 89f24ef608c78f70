import type { Factuality, Reading } from "../../model/index.ts";
import { added, type Prf, percentOf, prfOf } from "./counts.ts";
import type { GoldFigure, GoldStatement, StatementGold } from "./gold.ts";
import { matched } from "./match.ts";
import { type Aliases, sameName } from "./names.ts";
import { contentWords } from "./tokens.ts";

/** Whether a found statement is right in content and speaker, beside the confidence it was given. */
export type Judged = { readonly confidence: number; readonly right: boolean };

const none = {
  gold: 0,
  found: 0,
  overlap: 0,
  tight: 0,
  outerGold: 0,
  outerFound: 0,
  speaker: 0,
  chain: 0,
  act: 0,
  factuality: 0,
  collapsed: 0,
  figuresGold: 0,
  figuresFound: 0,
  figuresRight: 0,
};
/** What one document adds to the figures. */
export type StatementCounts = Readonly<Record<keyof typeof none, number>>;

/** Overlap counts from half of the tokens, tight from four fifths. */
export const overlapAt = 0.5;
export const tightAt = 0.8;

/** A reading against the gold of its document. */
export function countStatements(
  gold: StatementGold,
  { document, statements, figures }: Pick<Reading, "document" | "statements" | "figures">,
  aliases: Aliases,
): { readonly counts: StatementCounts; readonly judged: readonly Judged[] } {
  const goldWords = gold.statements.map(({ content }) => contentWords(document.text, content));
  const words = statements.map(({ content }) => contentWords(document.text, content));
  const isOuter = ({ chain }: GoldStatement): boolean =>
    chain.length === 1 || (chain.length === 2 && gold.dispatches.includes(chain[0] ?? ""));
  const counts = {
    ...none,
    gold: gold.statements.length,
    found: statements.length,
    tight: matched(goldWords, words, tightAt).length,
    outerGold: gold.statements.filter(isOuter).length,
    figuresGold: gold.figures?.length ?? 0,
    figuresFound: gold.figures === null ? 0 : figures.length,
    figuresRight: figuresRight(gold.figures ?? [], figures),
  };
  const right = new Set<number>();
  for (const pair of matched(goldWords, words, overlapAt)) {
    const [one, other] = [gold.statements[pair.gold], statements[pair.system]];
    if (one === undefined || other === undefined) continue;
    counts.overlap += 1;
    if (isOuter(one)) counts.outerFound += 1;
    if (sameName(other.speaker.name, one.speaker, one.source, aliases)) {
      counts.speaker += 1;
      right.add(pair.system);
    }
    const last = one.chain.length - 1;
    const sameChain =
      other.chain.length === one.chain.length &&
      one.chain.every((name, n) => sameName(other.chain[n]?.name ?? "", name, n === last ? one.source : null, aliases));
    if (sameChain) counts.chain += 1;
    if (other.act === one.act) counts.act += 1;
    if (other.factuality === one.factuality) counts.factuality += 1;
    if (collapsed(other.factuality) === collapsed(one.factuality)) counts.collapsed += 1;
  }
  return { counts, judged: statements.map(({ confidence }, n) => ({ confidence, right: right.has(n) })) };
}

/** Affirm, deny, hedge, uncommitted. */
function collapsed(factuality: Factuality): string {
  return factuality === "UU" || factuality === "CT+" || factuality === "CT-" ? factuality : "hedge";
}

function figuresRight(gold: readonly GoldFigure[], found: Reading["figures"]): number {
  const used = new Set<number>();
  for (const { value, start, end } of gold) {
    const at = found.findIndex((one, n) => !used.has(n) && one.value === value && one.start < end && start < one.end);
    if (at >= 0) used.add(at);
  }
  return used.size;
}

/** Figures in percent; null where there was nothing to measure. */
export type StatementScores = {
  readonly gold: number;
  readonly found: number;
  readonly overlap: Prf;
  readonly tight: Prf;
  /** Recall of the statements that nobody else relays. */
  readonly outer: number | null;
  /** Of the pairs that overlap. */
  readonly speaker: number | null;
  readonly chain: number | null;
  readonly act: number | null;
  readonly factuality: number | null;
  readonly collapsed: number | null;
  readonly figures: Prf;
};

/** The counts of all documents as shares. */
export function statementScores(documents: readonly StatementCounts[]): StatementScores {
  const all = added(documents, none);
  const ofPairs = (right: number): number | null => percentOf(right, all.overlap);
  return {
    gold: all.gold,
    found: all.found,
    overlap: prfOf(all.overlap, all.found, all.gold),
    tight: prfOf(all.tight, all.found, all.gold),
    outer: percentOf(all.outerFound, all.outerGold),
    speaker: ofPairs(all.speaker),
    chain: ofPairs(all.chain),
    act: ofPairs(all.act),
    factuality: ofPairs(all.factuality),
    collapsed: ofPairs(all.collapsed),
    figures: prfOf(all.figuresRight, all.figuresFound, all.figuresGold),
  };
}
