import { lower } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import type { Draft } from "../draft.ts";
import { phraseSource, speaks } from "../phrases.ts";
import type { Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { agentOf } from "../sources.ts";
import { childrenBy, type Tree } from "../tree.ts";

/** A place where whoever reports names whom the report rests on. */
type Site = {
  /** The word that cites. */
  readonly word: number;
  readonly cited: Source;
  /** Verb of saying that stands for the cited one's words (`quoted an officer as saying`), else -1. */
  readonly saying: number;
};

/** What `citant`, `citing` or `quoted` names, when it can speak. */
function citedAfter(reader: Reader, tree: Tree, at: number): Source | null {
  const object = childrenBy(tree, at, "obj").find(({ index }) => index > at);
  const head =
    object?.index ?? tree.words.slice(at + 1, at + 7).find(({ upos }) => upos === "NOUN" || upos === "PROPN")?.index;
  if (head === undefined || !speaks(reader, tree, head)) return null;
  return phraseSource(tree, head);
}

const relative = /^(qui|who|which)$/;

function siteAt(reader: Reader, tree: Tree, at: number, relays: ReadonlySet<string>): Site | null {
  const word = tree.words[at];
  if (word === undefined) return null;
  const participle = relays.has(lower(word.form));
  if (!participle && !reader.language.citing.has(lower(word.lemma))) return null;
  if (!participle && word.feats.VerbForm !== "Fin") return null;
  const saying = sayingAfter(tree, at);
  let before = at - 1;
  while (tree.words[before]?.upos === "AUX" || tree.words[before]?.upos === "ADV") before--;
  const inRelative = relative.test(lower(tree.words[before]?.form));
  if (!participle && !inRelative && saying < 0) return null;
  const cited = citedAfter(reader, tree, at);
  return cited === null ? null : { word: at, cited, saying: participle || inRelative ? -1 : saying };
}

/** `quoted an officer as saying that`: where it says. */
function sayingAfter(tree: Tree, at: number): number {
  for (let next = at + 2; next < Math.min(tree.words.length - 1, at + 22); next++) {
    const word = tree.words[next];
    if (word === undefined || /^[.;:“”"]$/.test(word.form)) return -1;
    if (lower(word.form) === "as" && /ing$/.test(tree.words[next + 1]?.form ?? "")) return next + 1;
  }
  return -1;
}

/** Which of the attributions of a sentence the site is about, or -1. */
function relayedBy(tree: Tree, site: Site, drafts: readonly Draft[], places: readonly number[]): number {
  const word = tree.words[site.word];
  if (word === undefined) return -1;
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (const index of places) {
    const draft = drafts[index];
    const at = draft?.cue.head;
    if (draft === undefined || at == null || draft.source.kind !== "phrase") continue;
    if (site.saying >= 0) {
      if (draft.cue.kind === "verb" && at.word === site.saying) return index;
      continue;
    }
    if (draft.content.some(({ start, end }) => start <= word.start && word.end <= end)) continue;
    const { span } = draft.source;
    if (draft.cue.kind === "frame") {
      // `Selon la chaîne, qui cite un rapport, …`
      const away = word.start - span.end;
      if (away >= 0 && away < 30 && away < nearest) [best, nearest] = [index, away];
      continue;
    }
    if (draft.cue.kind !== "verb" || draft.cue.entry?.class !== "speech" || at.word === site.word) continue;
    const cue = draft.cue.span?.start ?? 0;
    const between = span.end <= word.start && word.end <= cue;
    if (at.word > site.word && !between && !((draft.content[0]?.start ?? word.start) < word.start)) continue;
    // A cue inside what somebody else in the sentence reports is not the reporter's.
    const inner = places.some(
      (other) =>
        other !== index &&
        drafts[other]?.cue.kind === "verb" &&
        drafts[other]?.content.some(({ start, end }) => start <= cue && cue < end) === true,
    );
    const away = Math.abs(cue - word.start) + (inner ? 1000 : 0);
    if (away < nearest) [best, nearest] = [index, away];
  }
  return best;
}

/**
 * A source that another one relays: `Le quotidien a rapporté, citant un adjoint, que le port sera vendu.` ·
 * `Selon la chaîne, qui cite un rapport, …` · `State radio quoted an officer as saying the ship had sunk.`
 *
 * ==> the statement is the deputy's, and the paper carries it: chain paper > deputy
 * Not: `citant un manque de moyens` (a reason, nobody who speaks).
 *
 * Chains are not in the relations of Radar de Parité, GenderGapTracker or Citron: to them the paper says it.
 */
export function relayed(reader: Reader, drafts: readonly Draft[]): Draft[] {
  const relays = new Set(reader.frameList.filter(({ kind }) => kind === "relay").map(({ words }) => words[0] ?? ""));
  const result: (Draft | null)[] = [...drafts];
  const places = new Map<number, number[]>();
  for (const [index, { cue }] of drafts.entries()) {
    if (cue.head === null) continue;
    const own = places.get(cue.head.sentence);
    if (own === undefined) places.set(cue.head.sentence, [index]);
    else own.push(index);
  }
  for (const [sentence, own] of places) {
    const tree = reader.trees[sentence];
    if (tree === undefined || own.length > 200) continue;
    for (const { index: at } of tree.words) {
      const site = siteAt(reader, tree, at, relays);
      if (site === null) continue;
      const current = own.filter((index) => result[index] !== null);
      const best = relayedBy(tree, site, drafts, current);
      const found = result[best];
      if (found == null || site.cited.kind !== "phrase") continue;
      const word = tree.words[site.word];
      if (word === undefined || found.source.kind !== "phrase") continue;
      const carrier = site.saying < 0 ? found.source : (sourceOf(result, current, site.word) ?? found.source);
      const span = { start: word.start, end: word.end };
      result[best] = {
        ...found,
        rule: "statements/rules/relay",
        reason: say("relay", word.form),
        source: site.cited,
        carriers: [...found.carriers, carrier],
        cue: site.saying < 0 ? { ...found.cue, span, head: { sentence, word: site.word } } : found.cue,
        evidence: [site.cited.span, span],
      };
      // What the citing verb itself was taken to report.
      for (const index of own) if (index !== best && result[index]?.cue.head?.word === site.word) result[index] = null;
    }
  }
  return result.filter((draft) => draft !== null).map((draft) => carried(reader, draft));
}

/** `a déclaré Sten, cité par l'agence Norpress`: a participle right behind the source names who carries its words. */
function carried(reader: Reader, draft: Draft): Draft {
  const { source } = draft;
  if (source.kind !== "phrase" || source.head === null || draft.carriers.length > 0) return draft;
  const tree = reader.trees[source.head.sentence];
  if (tree === undefined) return draft;
  let at = source.head.word;
  while (at < tree.words.length && (tree.words[at]?.start ?? 0) < source.span.end) at++;
  if (tree.words[at]?.form === ",") at++;
  const word = tree.words[at];
  if (word?.feats.VerbForm !== "Part" || !reader.language.citing.has(lower(word.lemma))) return draft;
  const carrier = agentOf(reader, tree, at);
  return carrier === null ? draft : { ...draft, carriers: [carrier] };
}

/** Whoever the citing verb has for its source. */
function sourceOf(drafts: readonly (Draft | null)[], places: readonly number[], word: number): Source | null {
  for (const index of places) {
    const draft = drafts[index];
    if (draft?.cue.head?.word === word && draft.source.kind === "phrase") return draft.source;
  }
  return null;
}
