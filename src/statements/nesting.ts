import type { Span } from "../model/index.ts";
import type { RawAttribution } from "./attribution.ts";
import type { Draft } from "./draft.ts";

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
const covers = (outer: readonly Span[], at: Span): boolean =>
  outer.some(({ start, end }) => start <= at.start && at.end <= end);

function overlap(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const x of a) for (const y of b) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return common / (size(a) + size(b) - common || 1);
}

/** Draft `inner` stands inside what `outer` reports. */
function stands(inner: Draft, outer: Draft): boolean {
  if (size(outer.content) <= size(inner.content) && !(inner.cue.span !== null && covers(outer.content, inner.cue.span)))
    return false;
  if (inner.cue.span !== null && !covers(outer.content, inner.cue.span)) return false;
  return inner.content.every(
    (span) =>
      overlap([span], outer.content) > 0 &&
      outer.content.some(({ start, end }) => start <= span.start && span.end <= end + 1),
  );
}

/** A denial that leaves its matter to the sentence before holds nothing of its own. */
const bareDenial = "statements/rules/bare";

/** How many drafts before one are looked at for the one that holds it, besides reproduced dispatches. */
const REACH = 60;

function weaker(a: Draft, b: Draft): boolean {
  if (a.source.kind === "unnamed" && b.source.kind !== "unnamed") return true;
  if (b.source.kind === "unnamed" && a.source.kind !== "unnamed") return false;
  return a.score < b.score;
}

/** Two drafts that say the same of the same words: one of them goes. */
function rivals(a: Draft, b: Draft): boolean {
  const shared = overlap(a.content, b.content);
  if (a.cue.kind === "hearsay" || b.cue.kind === "hearsay") {
    const [hearsay, other] = a.cue.kind === "hearsay" ? [a, b] : [b, a];
    // What somebody is named for is no hearsay; what nobody is named for by two signs counts once.
    if (other.cue.kind === "hearsay") return shared > 0.8;
    const at = hearsay.cue.span;
    return at !== null && covers(other.content, at) && !other.reproduced;
  }
  if (shared < 0.85) return false;
  const same =
    a.cue.head !== null &&
    b.cue.head !== null &&
    a.cue.head.sentence === b.cue.head.sentence &&
    a.cue.head.word === b.cue.head.word;
  if (same) return true;
  if (a.cue.kind === "noun" || b.cue.kind === "noun") {
    // `said in a statement that`: the noun is where it was said, not another report.
    const [noun, verb] = a.cue.kind === "noun" ? [a, b] : [b, a];
    const act = verb.cue.entry?.act;
    return (
      noun.source.kind === "unnamed" &&
      verb.cue.kind === "verb" &&
      verb.cue.entry?.class === "speech" &&
      act !== "deny" &&
      act !== "confirm" &&
      act !== "refuse" &&
      act !== "doubt" &&
      act !== "ask"
    );
  }
  return a.cue.span === null || b.cue.span === null;
}

/** Drops duplicates, puts the rest in text order and says which stands in which. */
export function nested(drafts: readonly Draft[]): RawAttribution[] {
  const order = drafts
    .map((draft, from) => ({ draft, from }))
    .sort(
      (a, b) =>
        (a.draft.content[0]?.start ?? 0) - (b.draft.content[0]?.start ?? 0) ||
        size(b.draft.content) - size(a.draft.content),
    );
  const dropped = new Set<number>();
  for (let i = 0; i < order.length; i++) {
    const one = order[i];
    if (one === undefined) continue;
    for (let j = i + 1; j < Math.min(order.length, i + REACH); j++) {
      const other = order[j];
      if (other === undefined || dropped.has(i)) break;
      if (dropped.has(j)) continue;
      if ((other.draft.content[0]?.start ?? 0) >= (one.draft.content.at(-1)?.end ?? 0)) break;
      if (one.draft.reproduced || other.draft.reproduced || !rivals(one.draft, other.draft)) continue;
      if (one.draft.cue.kind === "hearsay" && other.draft.cue.kind !== "hearsay") dropped.add(i);
      else if (other.draft.cue.kind === "hearsay" && one.draft.cue.kind !== "hearsay") dropped.add(j);
      else dropped.add(weaker(one.draft, other.draft) ? i : j);
    }
  }
  // A quotation of nobody known gives way to the statements that stand in it.
  for (const [index, one] of order.entries()) {
    const { draft } = one;
    if (draft.cue.span !== null || draft.source.kind !== "unnamed" || draft.reproduced || dropped.has(index)) continue;
    for (let next = index + 1; next < Math.min(order.length, index + REACH); next++) {
      const inner = order[next]?.draft;
      if (inner === undefined || (inner.content[0]?.start ?? 0) >= (draft.content.at(-1)?.end ?? 0)) break;
      if (dropped.has(next) || !stands(inner, draft)) continue;
      dropped.add(index);
      break;
    }
  }
  // A quotation that went on from a dropped one keeps its speaker through the draft that stayed.
  const kept = order.filter((_, index) => !dropped.has(index));
  const place = new Map(kept.map(({ from }, index) => [from, index]));
  const dispatches = kept.flatMap(({ draft }, index) => (draft.reproduced ? [index] : []));
  return kept.map(({ draft }, index) => {
    let parent: number | null = null;
    const consider = (candidate: number) => {
      const outer = kept[candidate]?.draft;
      if (outer === undefined || outer.rule === bareDenial || candidate === index || !stands(draft, outer)) return;
      const best = parent === null ? undefined : kept[parent]?.draft;
      if (best === undefined || size(outer.content) < size(best.content)) parent = candidate;
    };
    for (const dispatch of dispatches) consider(dispatch);
    for (let back = index - 1; back >= Math.max(0, index - REACH); back--) consider(back);
    for (let next = index + 1; next < Math.min(kept.length, index + 3); next++) {
      const following = kept[next]?.draft;
      if (following !== undefined && (following.content[0]?.start ?? 0) <= (draft.content[0]?.start ?? 0))
        consider(next);
    }
    const source =
      draft.source.kind === "same" ? { kind: "same" as const, as: place.get(draft.source.as) ?? -1 } : draft.source;
    return {
      ...draft,
      source: source.kind === "same" && source.as < 0 ? { kind: "unnamed" as const } : source,
      parent,
    };
  });
}
