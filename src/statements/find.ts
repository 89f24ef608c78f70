import type { Language } from "../languages/language.ts";
import type { Analysis, Span } from "../model/index.ts";
import type { RawAttribution } from "./attribution.ts";
import type { LocatedCue } from "./cues.ts";
import type { CueRule, Draft, SentenceRule } from "./draft.ts";
import { nested } from "./nesting.ts";
import { frameAt, type Reader, readerOf } from "./reader.ts";
import { aside } from "./rules/aside.ts";
import { backed } from "./rules/backed.ts";
import { bareDenials } from "./rules/bare.ts";
import { clause } from "./rules/clause.ts";
import { colon } from "./rules/colon.ts";
import { commented } from "./rules/comment.ts";
import { dispatches } from "./rules/dispatch.ts";
import { epistemic } from "./rules/epistemic.ts";
import { frame } from "./rules/frame.ts";
import { headline } from "./rules/headline.ts";
import { hearsay, hearsayAdverb } from "./rules/hearsay.ts";
import { infinitive } from "./rules/infinitive.ts";
import { interviews } from "./rules/interview.ts";
import { noun } from "./rules/noun.ts";
import { object, prepositional } from "./rules/object.ts";
import { parenthetical } from "./rules/parenthetical.ts";
import { passive } from "./rules/passive.ts";
import { predicate } from "./rules/predicate.ts";
import { quotations } from "./rules/quotation.ts";
import { relayed } from "./rules/relay.ts";
import { turns } from "./rules/turn.ts";
import type { Tree } from "./tree.ts";

/** For one cue the first rule that applies decides; the order runs from what is most telling. */
const cueRules: readonly CueRule[] = [
  aside,
  colon,
  clause,
  infinitive,
  predicate,
  parenthetical,
  prepositional,
  object,
  passive,
  noun,
];
const sentenceRules: readonly SentenceRule[] = [frame, epistemic, hearsay, hearsayAdverb, headline];

const keyOf = (cue: { sentence: number; word: number }): string => `${cue.sentence}:${cue.word}`;

/** Every attribution relation of a document, in text order, nested. */
export function findAttributions(analysis: Analysis, language: Language): RawAttribution[] {
  const reader = readerOf(analysis, language);
  const quoted = quotations(reader);
  const taken = new Map(
    quoted.flatMap(({ cue, content }) => (cue.head === null ? [] : [[keyOf(cue.head), content] as const])),
  );
  const labelled = turns(reader);
  const exchange = labelled.length > 0 ? labelled : interviews(reader);
  const spoken = new Set(exchange.map(({ content }) => content[0]?.start));
  const drafts: Draft[] = [...quoted, ...dispatches(reader), ...exchange];
  for (const [index, tree] of reader.trees.entries()) {
    for (const cue of reader.cues[index] ?? []) {
      // `Asked about the poll, Ross laughed`: the question only leads in.
      const leading = language.attribution.bareThat && cue.form === "passive" && cue.first <= tree.body;
      if (leading || isFrame(reader, tree.words[cue.first]?.start ?? -1)) continue;
      const quote = taken.get(keyOf(cue));
      const rules =
        quote === undefined ? cueRules : introduces(reader, tree, cue, quote) ? [clause, infinitive, object] : [clause];
      for (const rule of rules) {
        const draft = rule(reader, tree, cue);
        if (draft === null) continue;
        if (quote !== undefined && touches(quote, draft.content)) break;
        drafts.push(draft);
        break;
      }
    }
    for (const rule of sentenceRules)
      drafts.push(
        ...rule(reader, tree).filter(
          ({ rule: by, content }) => !(by.endsWith("/headline") && spoken.has(content[0]?.start)),
        ),
      );
  }
  return nested(bareDenials(reader, commented(reader, backed(reader, relayed(reader, drafts)))));
}

/** `invoque un manque de moyens : « Nous … »`: the object stands before the colon, the quotation behind it. */
const introduces = (reader: Reader, tree: Tree, cue: LocatedCue, quote: readonly Span[]): boolean => {
  const [start, end] = [tree.words[cue.last]?.end ?? 0, quote[0]?.start ?? 0];
  return start < end && end - start < 200 && reader.text.slice(start, end).includes(":");
};

const isFrame = (reader: Reader, position: number): boolean => {
  const found = frameAt(reader, position);
  return found !== null && reader.frameList[found.index]?.kind !== "relay";
};

const touches = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => x.start < y.end && y.start < x.end));
