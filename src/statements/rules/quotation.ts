import type { Span } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import type { LocatedCue } from "../cues.ts";
import { cueOf, type Draft, draftOf, shown } from "../draft.ts";
import { phraseSource } from "../phrases.ts";
import { speakerOf } from "../quoted-speaker.ts";
import { cueAfter, cueBefore, cueInside, firstWordFrom } from "../quoting.ts";
import { nameAt, type Quote, type Reader, sentenceAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import type { Tree } from "../tree.ts";
import { continued, isSpeech } from "./continuation.ts";

/** How a quotation is attributed: by which cue, and whether the words around it go on with another quotation. */
export type Attributed = {
  readonly quote: Quote;
  readonly draft: Draft | null;
  readonly tree: Tree;
  readonly end: number;
};

/** `Orsane : « … »`: a name and a colon, nothing else. */
function nameBefore(reader: Reader, quote: Quote): Draft | null {
  const at = sentenceAt(reader, Math.max(0, quote.outer.start - 1));
  for (const index of [at, at - 1]) {
    const tree = reader.trees[index];
    if (tree === undefined) continue;
    const limit = firstWordFrom(tree, quote.outer.start);
    if (limit === 0 || limit > 14) continue;
    const colon = tree.words[limit - 1];
    if (colon === undefined || !/^[:—–―]$/.test(colon.form)) return null;
    if (colon.form !== ":" && nameAt(reader, tree.words[tree.body]?.start ?? 0) === null) return null;
    if (tree.words.slice(0, limit).some((word) => word.upos === "VERB" || word.upos === "AUX")) return null;
    const head = tree.words
      .slice(0, limit)
      .find(
        (word) =>
          word.upos === "PROPN" || (word.upos === "NOUN" && reader.pack.actors.nouns.has(lowerCase(word.lemma))),
      );
    if (head === undefined) return null;
    return draftOf(reader, {
      rule: "statements/rules/quotation",
      reason: say("nameBefore"),
      content: [quote.inner],
      head: null,
      source: isTopic(reader, tree, head.index) ? { kind: "unnamed" } : phraseSource(tree, head.index),
      cue: {
        span: { start: colon.start, end: colon.end },
        head: null,
        kind: "mark",
        lemma: ":",
        entry: null,
        negated: false,
      },
      score: 0.75,
    });
  }
  return null;
}

/** `Usine Sarnel : « … »`: what a headline is about, and not who speaks in it. Not: `Ministre Karl Morin : « … »`. */
function isTopic(reader: Reader, tree: Tree, name: number): boolean {
  const before = tree.words[name - 1];
  if (before?.upos !== "NOUN" || nameAt(reader, tree.words[name]?.start ?? 0)?.kind === "person") return false;
  return (
    !reader.pack.actors.nouns.has(lowerCase(before.lemma)) && !reader.pack.actors.nouns.has(lowerCase(before.form))
  );
}

/** `« … » — Karl Morin, docker`: a dash and a name end the line. */
function nameBehind(reader: Reader, quote: Quote): Draft | null {
  const tail = reader.text.slice(quote.outer.end, quote.outer.end + 90);
  const dash = /^[\s\u00a0]*(?:[—–―]|--)[\s\u00a0]*/u.exec(tail);
  if (dash === null) return null;
  const at = quote.outer.end + dash[0].length;
  const name = nameAt(reader, at);
  const line = tail.slice(dash[0].length).split("\n")[0] ?? "";
  const whole = tail.includes("\n") || quote.outer.end + 90 >= reader.text.length;
  if (name === null || name.start !== at || name.kind === "place" || !whole || /[!?:«»“”"]|[.]\s/.test(line))
    return null;
  return draftOf(reader, {
    rule: "statements/rules/quotation",
    reason: say("nameBehind"),
    content: [quote.inner],
    head: null,
    source: { kind: "phrase", span: name, head: { sentence: name.sentence, word: name.word } },
    cue: {
      span: { start: at - dash[0].trimStart().length, end: quote.outer.end + dash[0].trimEnd().length },
      head: null,
      kind: "mark",
      lemma: "—",
      entry: null,
      negated: false,
    },
    score: 0.75,
  });
}

function attributed(
  reader: Reader,
  quote: Quote,
  tree: Tree,
  cue: LocatedCue,
  content: readonly Span[],
  after: boolean,
  score: number,
): Draft | null {
  const source = speakerOf(reader, tree, cue, after, quote);
  return draftOf(reader, {
    rule: "statements/rules/quotation",
    reason: say("quotation", shown(reader, tree, cue)),
    content,
    head: null,
    source,
    cue: cueOf(tree, cue),
    score: source.kind === "unnamed" ? score - 0.25 : score,
  });
}

/** The narrator's words stand between the marks; the rest is direct speech all the same. */
const spoken = (draft: Draft | null): Draft | null =>
  draft === null ? null : { ...draft, mode: "direct", quoted: draft.content };

/** Where the words that attribute a quotation end: the mark before the next quotation, or the sentence. */
const endOf = (tree: Tree): number => tree.sentence.end;

/**
 * Direct speech, whatever the marks and wherever its cue.
 *
 * `« Le pont tient », a déclaré le maire.` · `She said: "The pier is safe."` · `« Non, dit-il, jamais »` · `Le maire : « Non »`
 * ==> content: what stands between the marks; two pieces where the narrator interrupts with the cue alone
 * Not: `la « coalition »` (a fragment of the narrator's sentence), `« Le Pont » de Karl Morin` (a title).
 *
 * GenderGapTracker and Radar de Parité drop a quotation whose marks do not match, that lacks one, or whose cue is not
 * in their list; Citron gives one quotation to one cue. Quotations that go on without a cue are in `continuation`.
 */
export function quotations(reader: Reader): Draft[] {
  const drafts: Draft[] = [];
  let last = null as Attributed | null;
  for (const quote of reader.quotations) {
    const speech = isSpeech(reader, quote);
    // Interrupted by the cue alone: `« A », a dit le maire, « B »`.
    if (
      last?.draft != null &&
      (speech || quote.inner.end - quote.inner.start > 12) &&
      last.draft.content.length < 4 &&
      joins(reader, last, quote)
    ) {
      const extended: Draft | null = draftOf(reader, { ...last.draft, content: [...last.draft.content, quote.inner] });
      if (extended !== null) {
        drafts[drafts.lastIndexOf(last.draft)] = extended;
        last = { ...last, draft: extended, quote };
        continue;
      }
    }
    const after = cueAfter(reader, quote);
    if (after !== null && (speech || (after.near && !endsClause(reader, quote)))) {
      const draft = attributed(reader, quote, after.tree, after.cue, [quote.inner], true, speech ? 0.95 : 0.7);
      if (draft !== null) {
        drafts.push(draft);
        last = { quote, draft, tree: after.tree, end: endOf(after.tree) };
        continue;
      }
    }
    const before = cueBefore(reader, quote);
    if (before !== null && (speech || before.colon)) {
      const draft = attributed(reader, quote, before.tree, before.cue, [quote.inner], false, 0.92);
      if (draft !== null) {
        drafts.push(draft);
        last = { quote, draft, tree: before.tree, end: quote.outer.end };
        continue;
      }
    }
    if (!speech) continue;
    const inside = cueInside(reader, quote);
    const named =
      inside === null
        ? (nameBefore(reader, quote) ?? nameBehind(reader, quote))
        : spoken(attributed(reader, quote, inside.tree, inside.cue, inside.content, true, 0.85));
    if (named !== null) {
      drafts.push(named);
      last = {
        quote,
        draft: named,
        tree: reader.trees[sentenceAt(reader, quote.outer.start)] as Tree,
        end: quote.outer.end,
      };
      continue;
    }
    const previous = last?.draft ?? null;
    if (last !== null && previous !== null && follows(reader, last, quote) && goesOn(reader, last)) {
      const extended = draftOf(reader, { ...previous, content: [...previous.content, quote.inner] });
      if (extended !== null) {
        drafts[drafts.lastIndexOf(previous)] = extended;
        last = { ...last, draft: extended };
        continue;
      }
    }
    const draft = continued(reader, quote, last, drafts);
    if (draft === null) continue;
    drafts.push(draft);
    last = { quote, draft, tree: reader.trees[sentenceAt(reader, quote.outer.start)] as Tree, end: quote.outer.end };
  }
  return drafts;
}

/** `« A » et « B », assure-t-il` within a sentence that began before: its words belong to what is said. */
function endsClause(reader: Reader, quote: Quote): boolean {
  const tree = reader.trees[sentenceAt(reader, quote.outer.start)];
  if (tree === undefined) return false;
  const limit = firstWordFrom(tree, quote.outer.start);
  const before = tree.words.slice(tree.body, limit).filter(({ upos }) => upos !== "PUNCT");
  return before.length > 0 && tree.words[limit - 1]?.form !== ":";
}

/** Only a short attribution stands between, and a comma leads back into the quotation. */
function joins(reader: Reader, last: Attributed, quote: Quote): boolean {
  const between = reader.text.slice(last.quote.outer.end, quote.outer.start);
  if (between.length > 160 || between.includes("\n")) return false;
  if (last.draft?.cue.span == null || last.draft.cue.span.start < last.quote.outer.end) return false;
  return /[,:]\s*$/.test(between) && !/[.;?!]\s/.test(between.replace(/\b\p{Lu}\p{L}{0,3}\.\s/gu, ""));
}

/** The next quotation of the same paragraph, right behind the sentence that attributes the one before. */
function follows(reader: Reader, last: Attributed, quote: Quote): boolean {
  const end = Math.max(last.end, last.quote.outer.end);
  return (
    end <= quote.outer.start &&
    /^[ \t\u00a0]*$/.test(reader.text.slice(end, quote.outer.start)) &&
    (last.draft?.content.length ?? 9) < 8
  );
}

/** Whether the narrator interrupted with the cue and its subject alone, so that both pieces are one statement. */
function goesOn(reader: Reader, last: Attributed): boolean {
  const cue = last.draft?.cue.span;
  if (cue == null || cue.start < last.quote.outer.end) return false;
  const source = last.draft?.source;
  const told = reader.text.slice(last.quote.outer.end, last.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const own = reader.text.slice(cue.start, cue.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const named =
    source?.kind === "phrase"
      ? (reader.text
          .slice(source.span.start, source.span.end)
          .split(/\s(?:à|aux|au|to|in|on|during|en|dans|lors)\s|,\s(?=\p{Ll})/u)[0]
          ?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
      : 0;
  return told - own - named <= reader.language.asides;
}
