import type { Span } from "../../model/index.ts";
import { type Draft, draftOf } from "../draft.ts";
import { type Reader, sentenceAt } from "../reader.ts";
import { say } from "../reasons/index.ts";

const dateline =
  /^(?:\p{Lu}[\p{L}' -]{1,40}(?:,[^()\n]{1,40})?\s*)?\(\s*([^()\n]{2,40}?)\s*\)\s*(?:—|–|--?|:)\s*(?=\p{L}|[«“"])/u;
const ended = /^[\s(]*(?:suite|fin|à suivre|end|ends|more|continued)[\s).]*$/iu;
const closed = /\(\s*(?:suite|fin|à suivre|end|ends|more|continued)\s*\)\s*$/iu;

/**
 * A dispatch reproduced inside another text: `( Bloomberg ) — …`.
 *
 * ==> content: from the dash to the dispatch's end (`( suite )`, another dateline, the text's end); everything in it is
 * relayed by the agency
 * Not: a dateline that opens the whole document: there the agency is the document's own outlet.
 *
 * None of the quotation-based systems knows carriers.
 */
export function dispatches(reader: Reader): Draft[] {
  const drafts: Draft[] = [];
  const { paragraphs } = reader.analysis;
  const { text } = reader;
  const heads = paragraphs.map((paragraph) =>
    dateline.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 140))),
  );
  for (let p = 1; p < paragraphs.length; p++) {
    const match = heads[p];
    const paragraph = paragraphs[p];
    if (match == null || paragraph === undefined || p < 2) continue;
    const label = match[1] ?? "";
    if (!/\p{Lu}/u.test(label)) continue;
    const at = paragraph.start + match[0].indexOf(label, match[0].indexOf("("));
    const source: Span = { start: at, end: at + label.length };
    const name = reader.analysis.names.find(
      (candidate) => candidate.start < source.end && candidate.end > source.start,
    );
    if (name !== undefined && (name.kind === "person" || name.kind === "place" || name.kind === "state")) continue;
    if (name === undefined && !/^[A-ZÀ-Ý]{2,6}$/.test(label)) continue;
    let end = paragraph.end;
    for (let q = p; q < paragraphs.length; q++) {
      const next = paragraphs[q];
      if (
        next === undefined ||
        (q > p && heads[q] != null) ||
        ended.test(text.slice(next.start, Math.min(next.end, next.start + 40)))
      )
        break;
      const closing = closed.exec(text.slice(Math.max(next.start, next.end - 40), next.end));
      end = closing === null ? next.end : Math.max(next.start, next.end - 40) + closing.index;
      if (closing !== null) break;
    }
    const sentence = sentenceAt(reader, source.start);
    const word = reader.trees[sentence]?.words.find(
      (candidate) => candidate.start >= source.start && candidate.end <= source.end,
    );
    const draft = draftOf(reader, {
      rule: "statements/rules/dispatch",
      reason: say("dispatch", label),
      content: [{ start: paragraph.start + match[0].length, end }],
      head: null,
      source: { kind: "phrase", span: source, head: word === undefined ? null : { sentence, word: word.index } },
      cue: { span: null, head: null, kind: "mark", lemma: "", entry: null, negated: false },
      score: 0.8,
      reproduced: true,
    });
    if (draft !== null) drafts.push({ ...draft, mode: "direct", quoted: [] });
  }
  return drafts;
}
