import type { Span, Word } from "../../model/index.ts";
import { lower, lowerCase } from "../../text/normal.ts";
import { afterAside, afterKind, citedBy } from "../asides.ts";
import type { Source } from "../attribution.ts";
import { type Draft, draftOf, type SentenceRule } from "../draft.ts";
import { type Frame, framesIn } from "../frames.ts";
import { quoteAt, type Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { clauseOf, spanOf, type Tree } from "../tree.ts";

/** From a word leftwards: where its clause begins (after a semicolon, a colon, a relative pronoun's comma). */
function clauseStart(reader: Reader, tree: Tree, at: number): number {
  const quote = quoteAt(reader, tree.words[at]?.start ?? 0);
  const body = tree.body;
  for (let before = at - 1; before >= body; before--) {
    const word = tree.words[before];
    if (word?.form === ";" || (quote !== null && word !== undefined && word.end <= quote.inner.start))
      return before + 1;
  }
  return body;
}

function clauseStop(reader: Reader, tree: Tree, from: number, head: number): number {
  for (let at = from; at < tree.words.length; at++) {
    const word = tree.words[at];
    if (word?.form === ";") return at - 1;
    if (word?.form === "," && head >= 0 && at > head && at > (tree.right[head] as number)) return at - 1;
    if (at > from + 2 && word?.form === "," && contrasts(reader, tree, at + 1)) return at - 1;
  }
  return tree.words.length - 1;
}

/** `, alors même que Kiev qualifiait`, `, while the mayor denied it`: a contrast with a cue of its own. */
function contrasts(reader: Reader, tree: Tree, at: number): boolean {
  const opener = lower(tree.words[at]?.form);
  if (!reader.language.contrast.has(opener) && !(opener === "alors" || opener === "tandis")) return false;
  return (
    reader.cues[tree.sentence.index]?.some((cue) => cue.kind === "verb" && cue.first > at && cue.first < at + 10) ===
    true
  );
}

/**
 * A frame names its source beside the clause: `selon X`, `d'après X`, `aux yeux de X`, `according to X`.
 *
 * `Selon la préfète, la route est coupée.` · `La route, selon elle, est coupée.` · `un appel qui, selon lui, n'a pas eu lieu`
 * ==> content: the clause without the frame
 * Not: `selon les besoins`, `according to plan`, `pour partir`, `les accusations selon lesquelles` (a noun cue).
 *
 * GenderGapTracker reads `according to` alone and Radar de Parité `selon` before a name; neither bounds the clause
 * where the frame stands inside or behind it.
 */
export const frame: SentenceRule = (reader, tree) => {
  const drafts: Draft[] = [];
  const frames = framesIn(reader, tree);
  for (const [order, found] of frames.entries()) {
    const entry = reader.frameList[found.index];
    if (entry === undefined) continue;
    const previous = frames[order - 1];
    const next = frames[order + 1];
    const afterFrame = found.last + 1;
    const mark = tree.words[afterFrame];
    const initial =
      found.first === tree.body ||
      /^[:;—–]$/.test(tree.words[found.first - 1]?.form ?? "") ||
      (found.first <= 2 &&
        tree.words.slice(0, found.first).every(({ upos }) => upos === "PUNCT" || upos === "CCONJ" || upos === "ADV"));
    const opener =
      tree.words[found.first - 1]?.form === "," ? tree.words[found.first - 2] : tree.words[found.first - 1];
    const relative =
      opener !== undefined &&
      (opener.feats.PronType === "Rel" || /^(qui|que|qu'|dont|où|who|which|that)$/.test(lower(opener.form)));
    let content: Span[] = [];
    let carriers: readonly Source[] = [];
    let source = found.source;
    let head = -1;
    let rest = mark?.form === "," ? afterFrame + 1 : afterFrame;
    if (found.relative === true) {
      content = [spanOf(tree, rest, Math.max(rest, relativeStop(tree, rest)))];
    } else if (initial) {
      const relay = citedBy(reader, tree, rest);
      if (relay !== null) carriers = [relay.source];
      rest = relay === null ? afterAside(tree, rest, mark?.form === ",") : relay.rest;
      if (mark?.form === ",") rest = afterKind(reader, tree, rest);
      if (relay === null && mark?.form !== "," && rest > afterFrame && source.kind === "phrase")
        source = { ...source, span: { start: source.span.start, end: tree.words[rest - 2]?.end ?? source.span.end } };
      const limit =
        next !== undefined && next.first > rest && tree.words[next.first - 1]?.form === ","
          ? next.first - 1
          : tree.words.length - 1;
      content = [spanOf(tree, rest, Math.min(limit, clauseStop(reader, tree, rest, -1)))];
    } else if (relative && rest < tree.words.length) {
      head = clauseOf(tree, opener.head >= 0 ? opener.head : rest);
      const last = relativeStop(tree, rest);
      content = [spanOf(tree, rest, Math.max(rest, last))];
    } else {
      const before = ownPart(tree, previous, found);
      const from = Math.max(
        figureStart(tree, found, next),
        clauseStart(reader, tree, found.first),
        before ??
          (previous !== undefined && previous.last < found.first ? boundary(tree, previous.last, found.first) : 0),
      );
      content = [spanOf(tree, from, Math.max(from, beforeInserted(reader, tree, found.first) - 1))];
      const shared = ownPart(tree, found, next) === null;
      const ends = !shared || rest >= tree.words.length - 1 || mark === undefined || /^[.;:!?»”"]/.test(mark.form);
      // `À l'ordre du jour, selon lui : soixante licenciements`
      const led =
        mark?.form === ":" && !tree.words.slice(from, found.first).some(({ feats }) => feats.VerbForm === "Fin");
      if (led && rest + 1 < tree.words.length) content.push(spanOf(tree, rest + 1, tree.words.length - 1));
      const goesOn = mark?.form === "," && !ends && !opensSideClause(reader, tree, rest);
      if (goesOn) content.push(spanOf(tree, rest, clauseStop(reader, tree, rest, -1)));
    }
    const draft = draftOf(reader, {
      rule: "statements/rules/frame",
      reason: say("frame", reader.text.slice(found.cue.start, found.cue.end)),
      content,
      head: head >= 0 ? { sentence: tree.sentence.index, word: head } : null,
      source,
      cue: {
        span: found.cue,
        head: { sentence: tree.sentence.index, word: found.first },
        kind: entry.kind === "author" ? "epistemic" : "frame",
        lemma: entry.entry.lemma,
        entry: entry.entry,
        negated: false,
      },
      score: entry.kind === "reception" ? 0.55 : 0.85,
      carriers,
    });
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
};

/**
 * `81.000 selon la préfecture, 700.000 selon la CGT`, `la digue a cédé, selon le maire, et deux maisons sont tombées,
 * d'après les pompiers`: between two frames stands what the second is said of, when it holds a figure or a verb of its
 * own behind a comma or a conjunction. Gives its first word, or null where the two frames share one clause.
 */
function ownPart(tree: Tree, one: Frame | undefined, other: Frame | undefined): number | null {
  if (one === undefined || other === undefined || one.first === 0 || other.first <= one.last) return null;
  let from = one.last + 1;
  let parted = false;
  while (from < other.first && /^(PUNCT|CCONJ|SCONJ)$/.test(tree.words[from]?.upos ?? "")) {
    if (/[«“"]/.test(tree.words[from]?.form ?? "")) break;
    parted = true;
    from++;
  }
  if (!parted || from >= other.first) return null;
  const between = tree.words.slice(from, other.first);
  const joined = tree.words.slice(one.last + 1, from).some(({ upos }) => upos === "CCONJ" || upos === "SCONJ");
  const said = one.first > 1 || tree.words[0]?.upos === "NUM";
  const whole = between.some(isFigure) && !between.some(({ feats }) => feats.VerbForm === "Fin");
  return said && (whole || (joined && between.some(({ feats }) => feats.VerbForm === "Fin"))) ? from : null;
}

/** `81.000`, `cinquante-deux`, `une quarantaine`. */
const isFigure = ({ upos, lemma }: Word): boolean =>
  upos === "NUM" ||
  /^(?:(?:diz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aine|millier|dozen)$/.test(lowerCase(lemma));

/**
 * `… ont été échangés : cinquante-deux selon Askar, une quarantaine d'après Telsk`: of two frames side by side each has its
 * own figure, and the first figure begins behind the mark before it; else the first word.
 */
function figureStart(tree: Tree, one: Frame, next: Frame | undefined): number {
  if (ownPart(tree, one, next) === null) return 0;
  let from = one.first;
  while (from > tree.body && !/^[,:;(—–]$/.test(tree.words[from - 1]?.form ?? "")) from--;
  const words = tree.words.slice(from, one.first);
  const figure = words.some(isFigure) && !words.some(({ feats }) => feats.VerbForm === "Fin");
  return figure && from > tree.body + 2 ? from : 0;
}

/** `…, a-t-on appris de source judiciaire`: the inserted cue before a frame is none of the content. */
function beforeInserted(reader: Reader, tree: Tree, at: number): number {
  const cue = reader.cues[tree.sentence.index]?.find(
    (one) => one.kind === "verb" && one.form === "finite" && one.last < at && one.last >= at - 4,
  );
  if (cue === undefined || tree.words[cue.first - 1]?.form !== ",") return at;
  const clitic = tree.words.slice(cue.first, at).some(({ form }) => /^-(t-)?(on|il|elle)$/i.test(form));
  return clitic ? cue.first - 1 : at;
}

/** After an earlier frame in the same sentence the content begins behind the comma that ends its clause. */
function boundary(tree: Tree, from: number, to: number): number {
  let start = from + 1;
  const clause = clauseOf(tree, from);
  const end = tree.right[clause] ?? from;
  for (let at = from + 2; at < to - 3; at++) if (tree.words[at]?.form === "," && at >= end) return at + 1;
  if (end > from && end < to - 3) start = end + 1;
  return start > to - 3 ? 0 : start;
}

/** A relative clause ends at the comma behind its verb where another clause begins. */
function relativeStop(tree: Tree, from: number): number {
  let verbs = 0;
  for (let at = from; at < tree.words.length; at++) {
    const word = tree.words[at];
    if (word?.feats.VerbForm === "Fin") verbs++;
    if (
      word?.form === ";" ||
      (word?.form === "," && verbs > 0 && /^(PROPN|DET|PRON|NOUN|VERB|AUX)$/.test(tree.words[at + 1]?.upos ?? ""))
    )
      return at - 1;
  }
  return tree.words.length - 1;
}

function opensSideClause(reader: Reader, tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word === undefined || reader.language.contrasts.has(lower(word.form))) return true;
  if (word.feats.PronType === "Rel" || /^(qui|dont|où|who|which)$/.test(lower(word.form))) return true;
  return (
    reader.cues[tree.sentence.index]?.some(
      (cue) => cue.form === "participle" && (cue.first === at || cue.first === at + 1),
    ) === true
  );
}
