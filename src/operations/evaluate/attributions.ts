import type { Reading, Span, Statement } from "../../model/index.ts";
import { added, type Prf, percentOf, prfOf } from "./counts.ts";
import type { AttributionGold } from "./gold.ts";
import { matched } from "./match.ts";
import { type Judged, overlapAt, tightAt } from "./statements.ts";
import { within, wordStarts } from "./tokens.ts";

const parts = ["content", "source", "cue"] as const;
type Part = (typeof parts)[number];

const none = {
  gold: 0,
  found: 0,
  overlap: 0,
  tight: 0,
  sourceRight: 0,
  contentGold: 0,
  contentFound: 0,
  contentRight: 0,
  sourceGold: 0,
  sourceFound: 0,
  sourceTokens: 0,
  cueGold: 0,
  cueFound: 0,
  cueRight: 0,
};
/** What one document adds to the figures. */
export type AttributionCounts = Readonly<Record<keyof typeof none, number>>;

/**
 * A reading against attributions annotated as spans. Such annotation gives each token at most one place and leaves
 * out the author's own voice, so nested statements and the author's judgements count neither for nor against.
 */
export function countAttributions(
  gold: AttributionGold,
  { document, statements }: Pick<Reading, "document" | "statements">,
): { readonly counts: AttributionCounts; readonly judged: readonly Judged[] } {
  const starts = wordStarts(document.text);
  const flat = statements.filter(({ parent, speaker }) => !parent && speaker.kind !== "author");
  const goldWords = gold.attributions.map((one) => placesOf(starts, (part) => one[part]));
  const words = flat.map((one) => placesOf(starts, (part) => spansOf(one, part)));
  const goldContents = goldWords.map(({ content }) => content);
  const contents = words.map(({ content }) => content);
  const pairs = matched(goldContents, contents, overlapAt);
  const right = new Set<number>();
  for (const pair of pairs) {
    const source = words[pair.system]?.source;
    for (const at of goldWords[pair.gold]?.source ?? []) if (source?.has(at) === true) right.add(pair.system);
  }
  const [content, source, cue] = parts.map((part) => tokenCounts(goldWords, words, part));
  const counts: AttributionCounts = {
    gold: goldWords.length,
    found: words.length,
    overlap: pairs.length,
    tight: pairs.filter(({ overlap }) => overlap >= tightAt).length,
    sourceRight: right.size,
    contentGold: content?.gold ?? 0,
    contentFound: content?.found ?? 0,
    contentRight: content?.right ?? 0,
    sourceGold: source?.gold ?? 0,
    sourceFound: source?.found ?? 0,
    sourceTokens: source?.right ?? 0,
    cueGold: cue?.gold ?? 0,
    cueFound: cue?.found ?? 0,
    cueRight: cue?.right ?? 0,
  };
  return { counts, judged: flat.map(({ confidence }, n) => ({ confidence, right: right.has(n) })) };
}

type Places = Readonly<Record<Part, ReadonlySet<number>>>;

function placesOf(starts: readonly number[], spans: (part: Part) => readonly Span[]): Places {
  const place = (part: Part): Set<number> => within(starts, spans(part));
  return { content: place("content"), source: place("source"), cue: place("cue") };
}

function spansOf(statement: Statement, part: Part): readonly Span[] {
  if (part === "content") return statement.content;
  const span = statement[part];
  return span === null ? [] : [span];
}

/** Every token is once content, source or cue, or not, however many attributions it is part of. */
function tokenCounts(
  gold: readonly Places[],
  system: readonly Places[],
  part: Part,
): { gold: number; found: number; right: number } {
  const there = new Set(gold.flatMap((one) => [...one[part]]));
  const found = new Set(system.flatMap((one) => [...one[part]]));
  let right = 0;
  for (const token of found) if (there.has(token)) right += 1;
  return { gold: there.size, found: found.size, right };
}

/** Figures in percent; null where there was nothing to measure. */
export type AttributionScores = {
  readonly gold: number;
  readonly found: number;
  readonly overlap: Prf;
  readonly tight: Prf;
  /** Of the pairs that overlap, those whose sources share a word. */
  readonly sourceRight: number | null;
  readonly tokens: Readonly<Record<Part, Prf>>;
};

/** The counts of all documents as shares. */
export function attributionScores(documents: readonly AttributionCounts[]): AttributionScores {
  const all = added(documents, none);
  return {
    gold: all.gold,
    found: all.found,
    overlap: prfOf(all.overlap, all.found, all.gold),
    tight: prfOf(all.tight, all.found, all.gold),
    sourceRight: percentOf(all.sourceRight, all.overlap),
    tokens: {
      content: prfOf(all.contentRight, all.contentFound, all.contentGold),
      source: prfOf(all.sourceTokens, all.sourceFound, all.sourceGold),
      cue: prfOf(all.cueRight, all.cueFound, all.cueGold),
    },
  };
}
