import type { ReviewItem } from "../operations/review.ts";
import type { Found } from "../operations/search.ts";

// Answers as rows of a table, where an item holds others that a spreadsheet would show as one long cell.

/** A sentence found: its words, who says it how, where it stands. */
export function foundRow({ text, statements, outlet, title, published, language, document, uri, start, end }: Found) {
  return {
    text,
    speakers: statements.map(({ speaker }) => speaker.name).join(", "),
    acts: statements.map(({ act }) => act).join(", "),
    ...{ outlet, title, published, language, document, uri, start, end },
  };
}

/** A reading that waits for a person: what was read, in which words, why, and where. */
export function reviewRow({ document, uri, title, outlet, language, published, statement, context }: ReviewItem) {
  const { id, content, speaker, chain, act, factuality, confidence, because } = statement;
  return {
    statement: id,
    speaker: speaker.name,
    chain: chain.map(({ name }) => name).join(" > "),
    act,
    factuality,
    confidence,
    words: content.map(({ text }) => text).join(" … "),
    context: context.text,
    ...{ document, uri, title, outlet, language, published },
    rule: because.rule,
    reason: because.reason,
  };
}

/** The columns of both, also where there is no row. */
export const foundColumns = [
  "text",
  "speakers",
  "acts",
  "outlet",
  "title",
  "published",
  "language",
  "document",
  "uri",
  "start",
  "end",
] as const satisfies readonly (keyof ReturnType<typeof foundRow>)[];
export const reviewColumns = [
  "statement",
  "speaker",
  "chain",
  "act",
  "factuality",
  "confidence",
  "words",
  "context",
  "document",
  "uri",
  "title",
  "outlet",
  "language",
  "published",
  "rule",
  "reason",
] as const satisfies readonly (keyof ReturnType<typeof reviewRow>)[];
