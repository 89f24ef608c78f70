import type { Message, Span } from "../model/index.ts";
import type { Cue, CueKind, RawAttribution, Source, WordRef } from "./attribution.ts";
import { quotedIn, trimContent } from "./content.ts";
import type { LocatedCue } from "./cues.ts";
import { nameAt, type Reader } from "./reader.ts";
import { spanOf, type Tree } from "./tree.ts";

/** A raw attribution before it is set against the others: not yet nested. */
export type Draft = Omit<RawAttribution, "parent">;

/** A rule over one cue in its place; null when the sentence is not of its kind. */
export type CueRule = (reader: Reader, tree: Tree, cue: LocatedCue) => Draft | null;
/** A rule over a sentence, or over the whole text. */
export type SentenceRule = (reader: Reader, tree: Tree) => readonly Draft[];

type Parts = {
  readonly rule: string;
  readonly reason: Message;
  readonly content: readonly Span[];
  readonly head: WordRef | null;
  readonly source: Source;
  readonly cue: Cue;
  readonly score: number;
  readonly carriers?: readonly Source[];
  readonly reproduced?: boolean;
};

/** Puts a draft together; null when nothing is left of the content once marks are cut. */
export function draftOf(reader: Reader, parts: Parts): Draft | null {
  const content = parts.content
    .map((span) => trimContent(reader, span))
    .filter(({ start, end }) => end > start && /[\p{L}\p{N}]/u.test(reader.text.slice(start, end)));
  if (content.length === 0) return null;
  const source = withoutSetting(reader, withoutCue(reader, withoutAddressee(reader, parts.source), parts.cue.span));
  const { mode, quoted } = quotedIn(reader, content, parts.cue.span);
  const evidence = [
    ...(source.kind === "phrase" ? [source.span] : []),
    ...(parts.cue.span === null ? [] : [parts.cue.span]),
  ];
  return {
    rule: parts.rule,
    reason: parts.reason,
    evidence: evidence.length > 0 ? evidence : [content[0] as Span],
    content,
    head: parts.head,
    source,
    cue: parts.cue,
    mode,
    quoted,
    carriers: parts.carriers ?? [],
    reproduced: parts.reproduced ?? false,
    score: parts.score,
  };
}

/** `Le préfet | juge probable`: a cue that the tree took into the phrase of its subject. */
function withoutCue(reader: Reader, source: Source, cue: Span | null): Source {
  if (source.kind !== "phrase" || cue === null || cue.start <= source.span.start || cue.start >= source.span.end)
    return source;
  const kept = reader.text.slice(source.span.start, cue.start).replace(/[\s,]+$/u, "");
  return kept === "" ? source : { ...source, span: { start: source.span.start, end: source.span.start + kept.length } };
}

/** `la personne | à La Vigie`: the paper or the press that somebody speaks to is no part of who speaks. */
function withoutAddressee(reader: Reader, source: Source): Source {
  if (source.kind !== "phrase") return source;
  const { start, end } = source.span;
  const text = reader.text.slice(start, Math.min(end, start + 200));
  for (const match of text.matchAll(/[\s\u00a0](?:à l['’]|à la |à |au |aux |to the |to )/gu)) {
    const at = start + match.index + match[0].length;
    const name = nameAt(reader, at);
    const told = /^(?:presse|médias|journalistes|radio|télévision|reporters|journalists)\b/iu.test(
      text.slice(at - start),
    );
    if (match.index > 0 && (told || name?.kind === "outlet"))
      return { ...source, span: { start, end: start + match.index } };
  }
  return source;
}

/** `un sauveteur | sous couvert d'anonymat` · `L'opposition |, elle`: how and when somebody speaks is no part of who does. */
function withoutSetting(reader: Reader, source: Source): Source {
  if (source.kind !== "phrase" || source.head === null) return source;
  const { start, end } = source.span;
  const words = reader.trees[source.head.sentence]?.words ?? [];
  for (let at = source.head.word + 1; at < words.length && (words[at]?.start ?? end) < end; at++) {
    const word = words[at];
    const form = word?.form.toLowerCase().replaceAll("’", "'") ?? "";
    const stressed = words[at - 1]?.form === "," && word?.upos === "PRON" && /^(eux|elles?|lui|ils?)$/.test(form);
    const sets = word?.upos === "ADP" && reader.language.settings.has(form) && nameAt(reader, word.start) === null;
    if (!stressed && !sets) continue;
    const kept = reader.text.slice(start, word?.start ?? end).replace(/[\s,]+$/u, "");
    return kept === "" ? source : { ...source, span: { start, end: start + kept.length } };
  }
  return source;
}

/** The cue of a draft from a cue of the lexicon in its place. */
export const cueOf = (tree: Tree, cue: LocatedCue, kind: CueKind = cue.kind): Cue => ({
  span: spanOf(tree, cue.first, cue.last),
  head: { sentence: cue.sentence, word: cue.word },
  kind,
  lemma: cue.match.entry.lemma,
  entry: cue.match.entry,
  negated: cue.negated,
});

export const noCue = (kind: CueKind): Cue => ({ span: null, head: null, kind, lemma: "", entry: null, negated: false });

/** The cue's words, for reasons. */
export const shown = (reader: Reader, tree: Tree, cue: LocatedCue): string => {
  const { start, end } = spanOf(tree, cue.first, cue.last);
  return reader.text.slice(start, end);
};
