import type { Source } from "../attribution.ts";
import { type Draft, draftOf, noCue } from "../draft.ts";
import { invertedSubject } from "../inversion.ts";
import { phraseSource, speaks } from "../phrases.ts";
import { type Quote, type Reader, sentenceAt, timeAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { childrenBy, type Tree } from "../tree.ts";
import type { Attributed } from "./quotation.ts";

const words = /[\p{L}\p{N}]+/gu;

/**
 * Whether a quotation is speech of its own rather than a fragment of the narrator's sentence: it fills a sentence or
 * paragraph, holds a sentence, or begins one.
 */
export function isSpeech(reader: Reader, quote: Quote): boolean {
  const { text } = reader;
  const inner = text.slice(quote.inner.start, Math.min(quote.inner.end, quote.inner.start + 2000));
  const count = inner.match(words)?.length ?? 0;
  if (count < 2 && inner.endsWith(",") && /^[^\p{L}]*\p{Lu}/u.test(inner)) return true;
  if (count < 2) return /[.!?…,]$/.test(inner) && /^\s*([,:]|$)/.test(text.slice(quote.outer.end, quote.outer.end + 2));
  const before = text.slice(Math.max(0, quote.outer.start - 3), quote.outer.start);
  const begins =
    quote.outer.start === 0 || /\n\s*$/.test(before) || /[.!?:…―—–]\s*$/.test(before) || /[»”]\s*$/.test(before);
  const capital = /^[^\p{L}]*\p{Lu}/u.test(inner);
  if (begins && (capital || count > 4)) return true;
  if (/[.!?…]$/.test(inner.trimEnd()) && count > 3 && capital) return true;
  if (!begins && titled(inner)) return false;
  if (/,$/.test(inner.trimEnd()) && count > 2 && (capital || begins)) return true;
  return capital && count > 5 && /[,:]\s*$/.test(before);
}

/** Most words have a capital: the name of a work or a show. */
function titled(inner: string): boolean {
  const found = inner.match(words) ?? [];
  const long = found.filter((word) => word.length > 3);
  return found.length < 9 && long.length > 0 && long.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** How far back a speaker may have spoken last, in paragraphs. */
const PARAGRAPHS = 2;

/**
 * A quotation with no cue of its own.
 *
 * `« A », a dit le maire. « B. »` ==> B is the mayor's; so is a paragraph that opens with marks after one of his.
 * `Le maire ne cède pas. « Jamais ! »` ==> the subject of the sentence before, in the same paragraph
 * A quotation that nobody in reach can have said ==> nobody named.
 * Not: `la « coalition » s'élargit` (a fragment).
 *
 * GenderGapTracker calls these floating quotes and takes the last speaker of the text; Radar de Parité leaves them out.
 */
export function continued(
  reader: Reader,
  quote: Quote,
  last: Attributed | null,
  drafts: readonly Draft[],
): Draft | null {
  const here = reader.trees[sentenceAt(reader, quote.outer.start)];
  if (here === undefined) return null;
  const standsAlone = alone(reader, quote);
  if (!standsAlone) return null;
  const common = {
    rule: "statements/rules/continuation",
    content: [quote.inner],
    head: null,
    cue: noCue("continuation"),
  };
  const led = leadIn(reader, quote);
  if (led !== null)
    return draftOf(reader, {
      ...common,
      reason: say("follows"),
      source: led,
      score: 0.65,
    });
  const previous = reader.trees[here.sentence.index - 1];
  const told =
    previous === undefined || last?.tree === previous ? null : parentheticalOf(reader, previous, here, quote);
  if (told !== null) return draftOf(reader, { ...common, reason: say("continues"), source: told, score: 0.7 });
  const near = last?.draft != null && here.sentence.paragraph - last.tree.sentence.paragraph <= PARAGRAPHS;
  const adjacent = near && last !== null && onlyAttribution(reader, last, quote);
  if (near && last?.draft != null && adjacent)
    return draftOf(reader, {
      ...common,
      reason: say("continues"),
      source: sameAs(drafts, last.draft),
      score: 0.75,
    });
  if (
    previous !== undefined &&
    previous.sentence.paragraph === here.sentence.paragraph &&
    previous.sentence.end <= quote.outer.start &&
    // `Les soldats l'ont-ils dépassée ? « Oui. »`: whoever is asked about does not answer.
    !(near && reader.text.slice(previous.sentence.start, previous.sentence.end).trimEnd().endsWith("?"))
  ) {
    const root = previous.words.find(({ head }) => head < 0);
    const subject =
      root === undefined
        ? undefined
        : childrenBy(previous, root.index, "nsubj").find(({ start }) => timeAt(reader, start) === null);
    if (subject !== undefined && (speaks(reader, previous, subject.index) || subject.upos === "PRON"))
      return draftOf(reader, {
        ...common,
        reason: say("follows"),
        source: phraseSource(previous, subject.index),
        score: 0.6,
      });
    const teller = subject === undefined ? tellerOf(reader, previous) : null;
    if (teller !== null) return draftOf(reader, { ...common, reason: say("follows"), source: teller, score: 0.6 });
  }
  if (near && last?.draft != null)
    return draftOf(reader, {
      ...common,
      reason: say("continues"),
      source: sameAs(drafts, last.draft),
      score: 0.55,
    });
  return draftOf(reader, {
    ...common,
    reason: say("nobody"),
    source: { kind: "unnamed" },
    score: 0.4,
  });
}

/** `« Il n'existe que sur le papier », a ironisé Karl Morin. « Rien n'est prévu. »`: whoever says the sentence before. */
function parentheticalOf(reader: Reader, previous: Tree, here: Tree, quote: Quote): Source | null {
  if (previous.sentence.paragraph !== here.sentence.paragraph || previous.sentence.end > quote.outer.start) return null;
  for (const cue of reader.cues[previous.sentence.index] ?? []) {
    if (cue.kind !== "verb" || cue.form !== "finite" || cue.match.entry.class !== "speech") continue;
    const behind = invertedSubject(reader, previous, cue);
    const before = previous.words[cue.first - 1]?.form ?? "";
    if (behind >= 0 && /^(?:[,»”"])$/.test(before) && !/^-(t-)?on$/i.test(previous.words[behind]?.form ?? ""))
      return phraseSource(previous, behind);
  }
  return null;
}

/** `Jonas Bart, soudeur de 41 ans, raconte. « … »`: the one person named in a sentence whose verb tells, wherever the tree ties the name. */
function tellerOf(reader: Reader, previous: Tree): Source | null {
  const root = previous.words.find(({ head }) => head < 0);
  const tells = reader.cues[previous.sentence.index]?.some(
    ({ word, kind, form, match }) =>
      word === root?.index && kind === "verb" && form === "finite" && match.entry.class === "speech",
  );
  if (!tells) return null;
  const { start, end } = previous.sentence;
  const persons = reader.names.filter((name) => name.kind === "person" && name.start >= start && name.end <= end);
  const [name] = persons;
  if (name === undefined || persons.length > 1) return null;
  return {
    kind: "phrase",
    span: { start: name.start, end: name.end },
    head: { sentence: name.sentence, word: name.word },
  };
}

/** `Le maire veut pourtant y croire : « … »`: the subject of the clause before a colon, when it can speak. */
function leadIn(reader: Reader, quote: Quote): Source | null {
  const before = reader.text.slice(Math.max(0, quote.outer.start - 3), quote.outer.start).trimEnd();
  if (!before.endsWith(":")) return null;
  const tree = reader.trees[sentenceAt(reader, Math.max(0, quote.outer.start - 3))];
  const verb = tree?.words.find(
    ({ upos, deprel, head, start }) =>
      start < quote.outer.start && (head < 0 || deprel === "parataxis") && (upos === "VERB" || upos === "ADJ"),
  );
  if (tree === undefined || verb === undefined) return null;
  const subject = childrenBy(tree, verb.index, "nsubj").find(
    ({ index, end }) => index < verb.index && end < quote.outer.start,
  );
  if (subject === undefined || !(subject.upos === "PRON" || speaks(reader, tree, subject.index))) return null;
  return /^(ce|c'|cela|ça|this|that|it)$/i.test(subject.form) ? null : phraseSource(tree, subject.index);
}

/** A quotation that is a sentence or paragraph by itself. */
function alone(reader: Reader, quote: Quote): boolean {
  const { text } = reader;
  const before = text.slice(Math.max(0, quote.outer.start - 3), quote.outer.start).trimEnd();
  const lineStart =
    quote.outer.start === 0 || /\n\s*$/.test(text.slice(Math.max(0, quote.outer.start - 3), quote.outer.start));
  const begins = lineStart || /[.!?:…»”]$/.test(before);
  const after = text.slice(quote.outer.end, quote.outer.end + 4);
  const ended = /[.!?…]["'”»]*$/.test(text.slice(quote.inner.start, quote.inner.end).trimEnd());
  const ends =
    /^\s*(?:$|\n|[.!?…])/.test(after) || (ended && /^\s+["«“'\p{Lu}]/u.test(after)) || (ended && after.trim() === "");
  return begins && (ends || !quote.closed);
}

/** Between two quotations stands nothing but the words that attribute the first. */
function onlyAttribution(reader: Reader, last: Attributed, quote: Quote): boolean {
  const from = Math.max(last.end, last.quote.outer.end);
  return from >= quote.outer.start || reader.text.slice(from, quote.outer.start).trim() === "";
}

/** The speaker of another draft: its phrase where it has one. */
const sameAs = (drafts: readonly Draft[], draft: Draft): Source =>
  draft.source.kind === "phrase" ? draft.source : { kind: "same", as: drafts.lastIndexOf(draft) };
