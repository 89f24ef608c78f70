import { paragraphsOf } from "../analysis/paragraphs.ts";
import { quotationsOf } from "../analysis/quotations.ts";
import { sentencesOf } from "../analysis/sentences.ts";
import { tokensOf } from "../analysis/tokens.ts";
import { languageOf } from "../languages/index.ts";
import type { Reading, Span } from "../model/index.ts";
import type { NewRow, Schema } from "./schema.ts";
import { foldName, foldWords } from "./search.ts";

/**
 * The sentences of a reading as they are searched: their words folded, as written and as lemmas, and which statements
 * each of them is part of. Where the sentences of an older engine can no longer be told, words are found as written only.
 */
export function passagesOf(reading: Reading): {
  passages: Omit<NewRow<"passages">, "month">[];
  statements: Omit<Schema["passage_statements"], "month">[];
} {
  const { document, lemmas } = reading;
  const spans = sentenceSpans(reading);
  const same = spans.length === lemmas.length;
  const passages = spans.map(({ start, end }, place) => {
    const text = document.text.slice(start, end);
    return {
      document: document.id,
      place,
      start,
      end,
      text,
      lemmas: same ? foldWords(lemmas[place] ?? "").join(" ") : "",
      forms: foldWords(text).join(" "),
    };
  });
  return { passages, statements: statementsOf(reading, spans) };
}

/** Boundaries of sentences need no model: the same text and rules give the same ones as when it was read. */
function sentenceSpans({ document, diagnostics }: Reading): Span[] {
  const language = languageOf(document.language) ?? languageOf("fr");
  if (language === null) return [];
  const cut = diagnostics.find(({ code }) => code === "text-too-long");
  const text = document.text.slice(0, cut?.start ?? document.text.length);
  const paragraphs = paragraphsOf(text);
  const { roles } = quotationsOf(text, paragraphs);
  const spans: Span[] = [];
  for (const paragraph of paragraphs) {
    const tokens = tokensOf(text, paragraph, language.segmentation);
    for (const part of sentencesOf(text, tokens, roles, language.segmentation)) {
      const [first, last] = [part[0], part.at(-1)];
      if (first !== undefined && last !== undefined) spans.push({ start: first.start, end: last.end });
    }
  }
  return spans;
}

function statementsOf(
  { document, statements }: Reading,
  spans: readonly Span[],
): Omit<Schema["passage_statements"], "month">[] {
  const rows = new Map<string, Omit<Schema["passage_statements"], "month">>();
  statements.forEach(({ content, source, cue, speaker, act }, statement) => {
    const folded = foldName(speaker.name);
    for (const part of [...content, source, cue]) {
      if (part === null) continue;
      for (let place = firstEndingAfter(spans, part.start); place < spans.length; place += 1) {
        if ((spans[place]?.start ?? 0) >= part.end) break;
        const row = { document: document.id, passage: place, statement, speaker: speaker.id, folded, act };
        rows.set(`${place} ${statement}`, row);
      }
    }
  });
  return [...rows.values()];
}

/** Sentences stand in order and apart, so that the first one that ends after an offset is found by halving. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
