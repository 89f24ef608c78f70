import type { Span } from "../../model/index.ts";
import type { Source } from "../attribution.ts";
import type { LocatedCue } from "../cues.ts";
import { cueOf, type Draft, draftOf, shown } from "../draft.ts";
import { invertedSubject } from "../inversion.ts";
import { type Quote, type Reader, sentenceAt } from "../reader.ts";
import { nearSubject, phraseSource, phraseWords, subjectOf } from "../sources.ts";
import { childrenBy, type Tree } from "../tree.ts";
import { continued, isSpeech } from "./continuation.ts";

/** Words between a quotation and its cue. */
const REACH = 30;

/** How a quotation is attributed: by which cue, and whether the words around it go on with another quotation. */
export type Attributed = {
  readonly quote: Quote;
  readonly draft: Draft | null;
  readonly tree: Tree;
  readonly end: number;
};

const lower = (form: string | undefined) => (form ?? "").toLowerCase().replaceAll("’", "'");
const clitic = /^-(t-)?(il|elle|ils|elles|on|je|nous)$/i;

const canQuote = (cue: LocatedCue): boolean =>
  cue.kind === "verb" &&
  cue.form !== "passive" &&
  (cue.match.entry.frames.has("direct") || (cue.match.entry.class === "speech" && cue.match.entry.frames.has("that")));

function firstWordFrom(tree: Tree, position: number): number {
  let low = 0;
  let high = tree.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree.words[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `« … », a déclaré le maire` · `"…," the mayor said`: the cue behind the quotation. */
function cueAfter(reader: Reader, quote: Quote): { tree: Tree; cue: LocatedCue; near: boolean } | null {
  const { text } = reader;
  const tail = text.slice(quote.outer.end, quote.outer.end + 3);
  const inside = text.slice(quote.inner.start, quote.inner.end).trimEnd();
  const ended = /^\s*[.;]/.test(tail) || (/[.]$/.test(inside) && !/^\s*,/.test(tail));
  if (ended || /^\s*\n/.test(tail)) return null;
  const asks = /[?!…]$/.test(inside);
  const comma = /,$/.test(inside) || /^\s*[,—–-]/.test(tail);
  let index = sentenceAt(reader, quote.outer.end);
  let tree = reader.trees[index];
  if (tree === undefined) return null;
  let at = firstWordFrom(tree, quote.outer.end);
  if (at >= tree.words.length && reader.trees[index + 1]?.sentence.paragraph === tree.sentence.paragraph) {
    tree = reader.trees[++index] as Tree;
    at = firstWordFrom(tree, quote.outer.end);
  }
  while (
    at < tree.words.length &&
    tree.words[at]?.upos === "PUNCT" &&
    /^[,—–\-»”"’']+$/.test(tree.words[at]?.form ?? "")
  )
    at++;
  const begin = at;
  for (const cue of reader.cues[index] ?? []) {
    if (cue.first < begin) continue;
    if (cue.first > begin + REACH) break;
    if (!canQuote(cue)) {
      if (cue.kind === "verb" && cue.form === "finite") break;
      continue;
    }
    if (cue.form !== "finite" && cue.first !== begin) break;
    if (cue.first === begin) {
      const next = tree.words[cue.last + 1];
      const inverts =
        clitic.test(next?.form ?? "") ||
        childrenBy(tree, cue.word, "nsubj").some(({ index: subject }) => subject > cue.word) ||
        next?.upos === "DET" ||
        next?.upos === "PROPN" ||
        next?.upos === "PRON" ||
        next?.upos === "NOUN";
      return inverts || comma ? { tree, cue, near: true } : null;
    }
    // `"…," the mayor of Port-Vert said`: only the subject stands between.
    if (!comma && !asks) return null;
    for (let between = begin; between < cue.first; between++) {
      const word = tree.words[between];
      if (word === undefined || /[:«“"]/.test(word.form)) return null;
      const relative = word.feats.VerbForm === "Fin" && !within(tree, between, cue);
      if (relative) return null;
      if (!comma && between === begin && !/^(PRON|PROPN|DET|NOUN)$/.test(word.upos)) return null;
    }
    return { tree, cue, near: false };
  }
  return null;
}

/** A finite verb in a relative clause of the subject (`the mayor, who runs again, said`). */
function within(tree: Tree, at: number, cue: LocatedCue): boolean {
  let cursor = at;
  for (let steps = 0; steps < 30 && cursor >= 0; steps++) {
    if (childrenBy(tree, cue.word, "nsubj").some(({ index }) => index === cursor)) return true;
    cursor = tree.words[cursor]?.head ?? -1;
  }
  return false;
}

/** `Le maire a déclaré : « … »` · `She said, "…"`: the cue before the quotation. */
function cueBefore(reader: Reader, quote: Quote): { tree: Tree; cue: LocatedCue; colon: boolean } | null {
  const before = reader.text.slice(Math.max(0, quote.outer.start - 80), quote.outer.start).trimEnd();
  const sign = before.at(-1) ?? "";
  const colon = sign === ":";
  let index = sentenceAt(reader, Math.max(0, quote.outer.start - 1));
  let tree = reader.trees[index];
  if (tree === undefined) return null;
  let limit = firstWordFrom(tree, quote.outer.start);
  if (limit === 0) {
    if (!colon || index === 0 || reader.trees[index - 1]?.sentence.paragraph !== tree.sentence.paragraph) {
      if (!colon || index === 0) return null;
    }
    tree = reader.trees[--index] as Tree;
    limit = tree.words.length;
  }
  const cues = reader.cues[index] ?? [];
  for (let order = cues.length - 1; order >= 0; order--) {
    const cue = cues[order] as LocatedCue;
    if (cue.first >= limit) continue;
    if (cue.last < limit - REACH) break;
    if (
      !canQuote(cue) &&
      !(colon && cue.kind === "verb" && cue.match.entry.class === "speech" && cue.form !== "passive")
    ) {
      if (cue.kind === "verb" && cue.form === "finite" && !colon) return null;
      continue;
    }
    for (let between = cue.last + 1; between < limit; between++) {
      const word = tree.words[between];
      if (word === undefined) return null;
      const form = lower(word.form);
      if (!colon && (reader.language.that.has(form) || reader.language.wh.has(form))) return null;
      if (!colon && word.feats.VerbForm === "Fin") return null;
      if (/[»”]/.test(form) || (word.upos === "PUNCT" && /^[.;?!]$/.test(form))) return null;
    }
    if (!colon && sign !== "," && limit - cue.last > 2) return null;
    if (!colon && sign !== "," && !/^\p{Lu}/u.test(reader.text.slice(quote.inner.start))) return null;
    return { tree, cue, colon };
  }
  return null;
}

/** `Orsane : « … »`: a name and a colon, nothing else. */
function nameBefore(reader: Reader, quote: Quote): Draft | null {
  const at = sentenceAt(reader, Math.max(0, quote.outer.start - 1));
  for (const index of [at, at - 1]) {
    const tree = reader.trees[index];
    if (tree === undefined) continue;
    const limit = firstWordFrom(tree, quote.outer.start);
    if (limit === 0 || limit > 14) continue;
    const colon = tree.words[limit - 1];
    if (colon?.form !== ":") return null;
    if (tree.words.slice(0, limit).some((word) => word.upos === "VERB" || word.upos === "AUX")) return null;
    const head = tree.words
      .slice(0, limit)
      .find(
        (word) =>
          word.upos === "PROPN" || (word.upos === "NOUN" && reader.pack.actors.nouns.has(word.lemma.toLowerCase())),
      );
    if (head === undefined) return null;
    return draftOf(reader, {
      rule: "statements/rules/quotation",
      reason: "A name and a colon stand before the quotation.",
      content: [quote.inner],
      head: null,
      source: phraseSource(tree, head.index),
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

/** `« A, a dit le maire, B »`: the narrator speaks inside the marks. */
function cueInside(reader: Reader, quote: Quote): { tree: Tree; cue: LocatedCue; content: Span[] } | null {
  if (quote.inner.end - quote.inner.start > 4000) return null;
  const from = sentenceAt(reader, quote.inner.start);
  for (let index = from; index < reader.trees.length && index < from + 8; index++) {
    const tree = reader.trees[index] as Tree;
    if (tree.sentence.start >= quote.inner.end) break;
    for (const cue of reader.cues[index] ?? []) {
      const word = tree.words[cue.first];
      if (
        word === undefined ||
        word.start < quote.inner.start ||
        word.end > quote.inner.end ||
        !canQuote(cue) ||
        cue.form !== "finite"
      )
        continue;
      if (tree.words[cue.first - 1]?.form !== ",") continue;
      const next = tree.words[cue.last + 1];
      if (next === undefined) continue;
      const behind = invertedSubject(reader, tree, cue);
      const subject = behind >= 0 ? tree.words[behind] : undefined;
      const within_ = tree.words.slice(cue.first, cue.word).some(({ form }) => clitic.test(form));
      const last = within_
        ? cue.last
        : clitic.test(next.form)
          ? next.index
          : subject === undefined
            ? -1
            : phraseWords(tree, subject.index).last;
      if (last < 0 || tree.words[last + 1]?.upos !== "PUNCT") continue;
      const first = { start: quote.inner.start, end: word.start };
      const rest = { start: tree.words[last + 1]?.end ?? quote.inner.end, end: quote.inner.end };
      return { tree, cue, content: rest.end > rest.start ? [first, rest] : [first] };
    }
  }
  return null;
}

/** Source of an inverted or preposed cue beside a quotation. */
function speakerOf(reader: Reader, tree: Tree, cue: LocatedCue, after: boolean, quote: Quote): Source {
  const next = tree.words[cue.last + 1];
  if (after && next !== undefined && clitic.test(next.form))
    return { kind: "phrase", span: next, head: { sentence: tree.sentence.index, word: next.index } };
  for (let at = cue.first; at < cue.word; at++)
    if (clitic.test(tree.words[at]?.form ?? "")) return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
  const from = quote.outer.end;
  const own = childrenBy(tree, cue.word, "nsubj").find(
    ({ deprel, start }) =>
      deprel === "nsubj" && (!after || start >= from || start >= (tree.words[cue.word]?.start ?? 0)),
  );
  if (after && own === undefined) {
    // The subject stands between the quotation and the cue.
    for (let at = cue.first - 1; at >= 0 && (tree.words[at]?.start ?? 0) >= from; at--) {
      const word = tree.words[at];
      if (
        word !== undefined &&
        /^(PRON|PROPN|NOUN)$/.test(word.upos) &&
        childrenBy(tree, at, "case").every(({ index }) => index > at) &&
        !(word.head < at && word.head >= 0 && /^(flat|appos|compound|nmod)/.test(word.deprel))
      )
        return phraseSource(tree, at);
    }
  }
  if (own !== undefined) return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
  if (after && next !== undefined) {
    // The subject follows, and the parser took it for something else; the person addressed has a preposition.
    for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 14); at++) {
      const word = tree.words[at];
      if (word === undefined || word.upos === "PUNCT" || word.upos === "VERB" || word.feats.VerbForm === "Fin") break;
      if (
        (word.upos === "NOUN" || word.upos === "PROPN") &&
        childrenBy(tree, at, "case").every(({ index }) => index > at)
      )
        return phraseSource(tree, at);
    }
    const before = nearSubject(reader, tree, cue.word, cue);
    if (before !== null) return before;
  }
  return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
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
    reason: `« ${shown(reader, tree, cue)} » stands beside the quotation.`,
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
    if (after !== null && (speech || after.near)) {
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
        ? nameBefore(reader, quote)
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
          .split(/\s(?:à|aux|au|to|in|on|during|en|dans|lors)\s/u)[0]
          ?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
      : 0;
  return told - own - named <= reader.language.asides;
}
