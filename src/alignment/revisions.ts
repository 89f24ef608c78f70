import type { ActorRef, DocumentId, Factuality, Figure, Reading, TextSpan } from "../model/index.ts";
import { identities } from "./names.ts";

export const changeKinds = ["denial", "withdrawn", "hedged", "hardened", "figure", "speaker", "added"] as const;
/**
 * `added`, `withdrawn`: stands in one version only; `denial`: an added statement that denies; `hedged`, `hardened`: held
 * less or more firmly; `figure`: another number; `speaker`: given to somebody else.
 */
export type ChangeKind = (typeof changeKinds)[number];

/** What is said in one version, by whom, how firmly, and where it stands. */
export type Told = {
  readonly document: DocumentId;
  /** Id of the statement, or of the proposition where the page speaks in its own voice. */
  readonly statement: string;
  readonly speaker: ActorRef;
  readonly factuality: Factuality;
  readonly spans: readonly TextSpan[];
};

/** What became of one thing said between two versions of a page, anchored in both where it stands in both. */
export type Change = {
  readonly kind: ChangeKind;
  readonly before: Told | null;
  readonly after: Told | null;
  readonly because: string;
};

type Item = Told & {
  readonly denies: boolean;
  readonly words: ReadonlySet<string>;
  readonly plain: string;
  readonly figures: readonly Figure[];
  readonly who: string;
};

/** So alike in words are two statements that one is taken for a later form of the other. */
const alike = 0.5;
const rank: Readonly<Record<string, number>> = { CT: 3, PR: 2, PS: 1, UU: 0 };

/**
 * The diff of what is said in two versions of one page, in the order of the text: a statement is followed by its words,
 * not by its place, so that a paragraph that moved is no change. What was only reworded is none either.
 */
export function changesBetween(before: Reading, after: Reading): Change[] {
  const identity = identities([before, after]);
  const old = itemsOf(before, identity);
  const now = itemsOf(after, identity);
  const pairs = matched(old, now);
  const found: { readonly at: number; readonly change: Change }[] = [];
  const put = (item: Item, change: Change): void => {
    found.push({ at: item.spans[0]?.start ?? 0, change });
  };
  const taken = new Set(pairs.values());
  const [inOld, inNow] = [containing(old, new Set(pairs.keys())), containing(now, taken)];
  for (const [a, b] of pairs) for (const change of changesOf(a, b)) put(b, change);
  for (const item of now) {
    if (taken.has(item) || inNow(item)) continue;
    const kind = item.denies ? "denial" : "added";
    const because = item.denies ? `${nameOf(item)} now denies it.` : `${nameOf(item)} did not say so before.`;
    put(item, { kind, before: null, after: told(item), because });
  }
  for (const item of old) {
    if (pairs.has(item) || inOld(item)) continue;
    put(item, { kind: "withdrawn", before: told(item), after: null, because: `What ${nameOf(item)} said is gone.` });
  }
  return found.sort((a, b) => a.at - b.at).map(({ change }) => change);
}

function changesOf(a: Item, b: Item): Change[] {
  const found: Change[] = [];
  const put = (kind: ChangeKind, because: string): void => {
    found.push({ kind, before: told(a), after: told(b), because });
  };
  if (a.who !== b.who) put("speaker", `Given to ${nameOf(a)} before, to ${nameOf(b)} now.`);
  const [x, y] = [firmness(a), firmness(b)];
  if (x > y) put("hedged", "The words commit themselves less than before.");
  if (x < y) put("hardened", "The words commit themselves more than before.");
  for (const figure of b.figures) {
    const same = a.figures.filter(({ unit }) => unit === figure.unit);
    const other = same.find(({ value }) => value !== figure.value);
    if (same.length > 0 && other !== undefined && !same.some(({ value }) => value === figure.value)) {
      put("figure", `${other.text} before, ${figure.text} now.`);
      break;
    }
  }
  return found;
}

const nameOf = ({ speaker }: Item): string => (speaker.id === "author" ? "the page" : speaker.name);
const firmness = ({ factuality, speaker }: Item): number =>
  speaker.id === "unnamed" ? Math.min(1, rank[factuality.slice(0, 2)] ?? 0) : (rank[factuality.slice(0, 2)] ?? 0);

const told = ({ document, statement, speaker, factuality, spans }: Item): Told => ({
  document,
  statement,
  speaker,
  factuality,
  spans,
});

/** Tells whether an item is only a clause inside what another says; items that begin far before it are not looked at. */
function containing(all: readonly Item[], kept: ReadonlySet<Item>): (item: Item) => boolean {
  const spans = all
    .flatMap((item) => item.spans.map(({ start, end }) => ({ item, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const places = new Map(spans.map(({ item }, index) => [item, index] as const));
  return (item) => {
    const at = places.get(item) ?? 0;
    const end = item.spans.at(-1)?.end ?? 0;
    return spans
      .slice(Math.max(0, at - 40), at)
      .some(
        ({ item: other, end: until }) =>
          other !== item &&
          until >= end &&
          other.plain.length > item.plain.length &&
          (kept.has(other) || other.who !== "author"),
      );
  };
}

function itemsOf(reading: Reading, identity: (actor: string) => string): Item[] {
  const { id, text } = reading.document;
  const figures = (from: number, to: number): Figure[] =>
    reading.figures.filter(({ start, end }) => start >= from && end <= to);
  const item = (
    statement: string,
    speaker: ActorRef,
    factuality: Factuality,
    denies: boolean,
    spans: readonly TextSpan[],
  ): Item => {
    const plain = plainly(spans.map((span) => span.text).join(" "));
    const [from, to] = [Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))];
    const who = speaker.id === "unnamed" ? "unnamed" : identity(speaker.id);
    return {
      document: id,
      statement,
      speaker: { id: speaker.id, name: speaker.name },
      factuality,
      spans,
      denies,
      plain,
      words: new Set(plain.split(" ").filter((word) => word.length > 2)),
      figures: figures(from, to),
      who,
    };
  };
  const said = reading.statements.map(({ id: own, speaker, factuality, act, content }) =>
    item(own, speaker, factuality, act === "deny" || factuality.endsWith("-"), content),
  );
  // What stands inside a statement is that statement's.
  const inside = said.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start);
  const covered = ({ start, end }: TextSpan): boolean => inside.some((span) => span.start <= start && end <= span.end);
  const voiced = reading.propositions
    .filter(
      ({ statement, kind, evidence }) => statement === null && (kind ?? "clause") === "clause" && !covered(evidence),
    )
    .filter(({ evidence }) => evidence.text.trim().split(/\s+/u).length >= 4 && !holdsOnly(evidence, inside, text));
  // One clause a sentence, the longest: its subordinate ones go with it.
  const own = [...Map.groupBy(voiced, ({ sentence }) => sentence).values()].flatMap((clauses) => {
    const [one] = [...clauses].sort((a, b) => b.evidence.text.length - a.evidence.text.length);
    if (one === undefined) return [];
    return [item(one.id, { id: "author", name: "author" }, one.factuality, one.negated, [one.evidence])];
  });
  const seen = new Set<string>();
  return [...said, ...own].filter(
    ({ plain, who }) => plain !== "" && !seen.has(`${who} ${plain}`) && seen.add(`${who} ${plain}`),
  );
}

/** A sentence that is a statement with its cue and source and nothing else. */
function holdsOnly(evidence: TextSpan, inside: readonly TextSpan[], text: string): boolean {
  const held = inside.filter(({ start, end }) => start < evidence.end && end > evidence.start);
  const rest =
    evidence.end -
    evidence.start -
    held.reduce((sum, { start, end }) => sum + Math.min(end, evidence.end) - Math.max(start, evidence.start), 0);
  return held.length > 0 && rest < Math.min(70, text.length);
}

const plainly = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Each item with its later form: the same words first, then the most alike, found by the words they share. */
function matched(old: readonly Item[], now: readonly Item[]): Map<Item, Item> {
  const pairs = new Map<Item, Item>();
  const taken = new Set<Item>();
  const same = Map.groupBy(now, ({ plain }) => plain);
  for (const item of old) {
    const other =
      same.get(item.plain)?.find((one) => !taken.has(one) && one.who === item.who) ??
      same.get(item.plain)?.find((one) => !taken.has(one));
    if (other === undefined) continue;
    pairs.set(item, other);
    taken.add(other);
  }
  const index = new Map<string, Item[]>();
  for (const item of now) {
    if (taken.has(item)) continue;
    for (const word of item.words) index.set(word, [...(index.get(word) ?? []), item]);
  }
  const likely: { readonly a: Item; readonly b: Item; readonly score: number }[] = [];
  for (const item of old) {
    if (pairs.has(item)) continue;
    const shared = new Map<Item, number>();
    for (const word of item.words) {
      const holding = index.get(word) ?? [];
      if (holding.length > 60) continue;
      for (const other of holding) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const likeness = count / (item.words.size + other.words.size - count);
      const score = likeness + (item.who === other.who ? 0.15 : 0);
      if (score >= alike && count >= 2) likely.push({ a: item, b: other, score });
    }
  }
  likely.sort((x, y) => y.score - x.score || (x.a.spans[0]?.start ?? 0) - (y.a.spans[0]?.start ?? 0));
  for (const { a, b } of likely) {
    if (pairs.has(a) || taken.has(b)) continue;
    pairs.set(a, b);
    taken.add(b);
  }
  return pairs;
}
