import { languageOf } from "../languages/index.ts";
import type { Analysis, Document, Figure, Quantity, Statement } from "../model/index.ts";
import { abstain } from "./abstain.ts";
import type { Found } from "./attribution.ts";
import { type Counters, countersOf } from "./counting.ts";
import { findAttributions } from "./find.ts";
import { resolve } from "./speakers/index.ts";

const author = { id: "author", name: "author" };

/** The innermost statement whose content covers a quantity. */
function holder(statements: readonly Statement[], quantity: Quantity): Statement | null {
  let best: Statement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    const extent = statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
    if (extent < least && statement.content.some(({ start, end }) => start <= quantity.start && quantity.end <= end)) {
      best = statement;
      least = extent;
    }
  }
  return best;
}

/** Quantities with whoever states them; statements are looked up by sentence so that long texts stay linear. */
function figuresOf(analysis: Analysis, statements: readonly Statement[], counters: Counters | null): Figure[] {
  const long: Statement[] = [];
  const bySentence = new Map<number, Statement[]>();
  const { sentences } = analysis;
  const at = (position: number): number => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const statement of statements) {
    const first = at(statement.content[0]?.start ?? 0);
    const last = at(Math.max(0, (statement.content.at(-1)?.end ?? 1) - 1));
    if (last - first > 20) long.push(statement);
    else
      for (let index = first; index <= last; index++)
        bySentence.set(index, [...(bySentence.get(index) ?? []), statement]);
  }
  return analysis.quantities.map((quantity) => {
    const { start, end, text, value, upper, unit, what, bound, scope } = quantity;
    const statement = holder([...(bySentence.get(at(start)) ?? []), ...long], quantity);
    const speaker =
      statement === null
        ? (counters?.of(quantity) ?? author)
        : { id: statement.speaker.id, name: statement.speaker.name };
    if (statement !== null) counters?.told(quantity, speaker);
    return { start, end, text, value, upper, unit, what, bound, scope, speaker, statement: statement?.id ?? null };
  });
}

/** Statements, figures, mentions and actors of one document; nothing where the language is not known. */
export function statementsOf(document: Document, analysis: Analysis): Found {
  const language = languageOf(analysis.language);
  if (language === null)
    return { statements: [], figures: figuresOf(analysis, [], null), mentions: [], actors: [], diagnostics: [] };
  const { statements: found, mentions, actors } = resolve(document, analysis, findAttributions(analysis, language));
  const [bare, all] = [found.filter(isBare), found.filter((statement) => !isBare(statement))];
  const { statements, abstained } = abstain(all);
  const figures = figuresOf(analysis, statements, countersOf(analysis, mentions, actors, language));
  return { statements, bare, figures, mentions, actors, diagnostics: abstained };
}

const isBare = ({ because }: Statement): boolean => because.rule === "statements/rules/bare";

export type { Found } from "./attribution.ts";
