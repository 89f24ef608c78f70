import type { Span } from "../../model/index.ts";
import type { Source } from "../attribution.ts";
import { frameAt } from "../content.ts";
import { type Draft, draftOf, type SentenceRule } from "../draft.ts";
import { nameAt, quoteAt, type Reader } from "../reader.ts";
import { agentOf, phraseWords, speaks } from "../sources.ts";
import { childrenBy, clauseOf, relation, spanOf, type Tree } from "../tree.ts";

type Frame = {
  readonly first: number;
  readonly last: number;
  readonly cue: Span;
  readonly source: Source;
  readonly sourceHead: number;
  readonly index: number;
};

const lower = (form: string | undefined) => (form ?? "").toLowerCase().replaceAll("’", "'");

/** First word that begins at or after a position. */
function wordFrom(tree: Tree, position: number, from: number): number {
  let at = from;
  while (at < tree.words.length && (tree.words[at]?.end ?? 0) <= position) at++;
  return at;
}

/** Head of the noun phrase that follows the frame's words. */
function sourceHead(tree: Tree, at: number): number {
  for (let next = at; next < Math.min(tree.words.length, at + 8); next++) {
    const word = tree.words[next];
    if (word === undefined || word.feats.VerbForm === "Fin" || (word.upos === "PUNCT" && !/[«“"(]/.test(word.form)))
      return -1;
    if (
      word.upos === "NOUN" ||
      word.upos === "PROPN" ||
      word.upos === "PRON" ||
      word.upos === "X" ||
      (word.upos === "ADJ" && next > at)
    ) {
      const head = word.head;
      const above = tree.words[head];
      const inside =
        above !== undefined &&
        head > next &&
        head < next + 5 &&
        ["compound", "amod", "flat", "nmod"].includes(relation(word)) &&
        above.upos !== "VERB";
      return inside && childrenBy(tree, next, "case").length === 0 ? head : next;
    }
  }
  return -1;
}

function framesIn(reader: Reader, tree: Tree): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < tree.words.length; at++) {
    const word = tree.words[at];
    if (word === undefined || word.upos === "PUNCT") continue;
    if (at > 0 && tree.words[at - 1]?.start === word.start) continue;
    const found = frameAt(reader, word.start);
    if (found === null) continue;
    const frame = reader.frameList[found.index];
    if (frame === undefined || frame.kind === "relay") continue;
    const cue = { start: word.start, end: word.start + found.length };
    const after = wordFrom(tree, cue.end, at);
    if (frame.kind === "fixed" || frame.kind === "hearsay" || frame.kind === "author") {
      let last = after - 1;
      while (
        last + 1 < tree.words.length &&
        frame.kind === "hearsay" &&
        tree.words[last + 1]?.upos !== "PUNCT" &&
        last - after < 6
      )
        last++;
      const owner = tree.words
        .slice(at, after)
        .find((candidate) => reader.language.possessives.has(lower(candidate.form)) || candidate.upos === "PRON");
      const source: Source =
        frame.kind === "author"
          ? { kind: "author" }
          : frame.kind === "hearsay" || owner === undefined
            ? { kind: "unnamed" }
            : { kind: "phrase", span: owner, head: { sentence: tree.sentence.index, word: owner.index } };
      frames.push({ first: at, last, cue, source, sourceHead: -1, index: found.index });
      at = last;
      continue;
    }
    // `d'après ce que rapporte la presse`
    const told =
      lower(tree.words[after]?.form) === "ce" && reader.language.that.has(lower(tree.words[after + 1]?.form));
    const head = told
      ? (tree.words.slice(after + 3, after + 8).find(({ upos }) => upos === "NOUN" || upos === "PROPN")?.index ?? -1)
      : sourceHead(tree, after);
    if (head < 0) continue;
    const parted = frame.kind === "reception";
    const noun = tree.words[head];
    if (parted && (at !== 0 || !receives(reader, tree, head))) continue;
    if (noun?.upos === "NOUN" && reader.language.notSources.has(noun.lemma.toLowerCase())) continue;
    if (
      !told &&
      (reader.language.that.has(lower(tree.words[after]?.form)) ||
        reader.language.wh.has(lower(tree.words[after]?.form)))
    )
      continue;
    if (tree.words[after]?.upos === "PRON" && tree.words[after]?.feats.PronType === "Rel") continue;
    if (/^(lequel|laquelle|lesquels|lesquelles)$/.test(lower(tree.words[after]?.form))) continue;
    const phrase = phraseWords(tree, head);
    let end = Math.max(Math.min(phrase.last, lastOfPhrase(tree, head, phrase.last)), head);
    const following = tree.words[end + 1];
    const covering = following === undefined ? null : nameAt(reader, following.start);
    const named = covering !== null && covering.start === following?.start ? covering : null;
    while (named !== null && end + 1 < tree.words.length && (tree.words[end + 1]?.end ?? 0) <= named.end) end++;
    if (parted && tree.words[end + 1]?.form !== ",") continue;
    const source: Source = {
      kind: "phrase",
      span: spanOf(tree, Math.max(after, Math.min(phrase.first, head)), end),
      head: { sentence: tree.sentence.index, word: head },
    };
    frames.push({ first: at, last: end, cue, source, sourceHead: head, index: found.index });
    at = end;
  }
  return frames;
}

/** Who can hold an opinion: a name, or a noun of people, institutions and states; no document. */
function receives(reader: Reader, tree: Tree, head: number): boolean {
  const word = tree.words[head];
  if (word === undefined || word.upos === "PRON") return false;
  const kind = reader.pack.actors.nouns.get(word.lemma.toLowerCase())?.class;
  if (kind !== undefined) return kind !== "document";
  return word.upos === "PROPN" && speaks(reader, tree, head);
}

/** A source phrase holds no finite verb and no second comma. */
function lastOfPhrase(tree: Tree, head: number, last: number): number {
  let commas = 0;
  for (let at = head + 1; at <= last; at++) {
    const word = tree.words[at];
    if (word === undefined) return at - 1;
    if (word.form === ",") {
      const next = tree.words[at + 1];
      const apposed = next?.upos === "PROPN" && tree.words[head]?.upos === "NOUN";
      if (!apposed || commas++ > 0) return at - 1;
    }
    if (word.upos === "CCONJ" && tree.words[at + 1]?.upos === "NUM") return at - 1;
    if (
      word.upos === "AUX" ||
      (word.upos === "VERB" && word.feats.VerbForm === "Fin") ||
      word.form === ";" ||
      word.form === "—"
    ) {
      let back = at - 1;
      while (
        back > head &&
        (tree.words[back]?.upos === "PUNCT" || tree.words[back]?.upos === "PRON" || tree.words[back]?.upos === "DET")
      )
        back--;
      return back;
    }
  }
  return last;
}

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
      found.first === 0 ||
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
    if (initial) {
      const relay = citedBy(reader, tree, rest);
      if (relay !== null) carriers = [relay.source];
      rest = relay === null ? afterAside(tree, rest) : relay.rest;
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
        clauseStart(reader, tree, found.first),
        before ??
          (previous !== undefined && previous.last < found.first ? boundary(tree, previous.last, found.first) : 0),
      );
      content = [spanOf(tree, from, found.first - 1)];
      const shared = ownPart(tree, found, next) === null;
      const ends = !shared || rest >= tree.words.length - 1 || mark === undefined || /^[.;:!?»”"]/.test(mark.form);
      const goesOn = mark?.form === "," && !ends && !opensSideClause(reader, tree, rest);
      if (goesOn) content.push(spanOf(tree, rest, clauseStop(reader, tree, rest, -1)));
    }
    const draft = draftOf(reader, {
      rule: "statements/rules/frame",
      reason: `« ${reader.text.slice(found.cue.start, found.cue.end)} » names who the sentence is from.`,
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
  const whole = between.some(({ upos }) => upos === "NUM") && !between.some(({ feats }) => feats.VerbForm === "Fin");
  return said && (whole || (joined && between.some(({ feats }) => feats.VerbForm === "Fin"))) ? from : null;
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
      (word?.form === "," && verbs > 0 && /^(PROPN|DET|PRON|NOUN)$/.test(tree.words[at + 1]?.upos ?? ""))
    )
      return at - 1;
  }
  return tree.words.length - 1;
}

/** `Selon une source, citée par La Vigie, …`: whoever relays the source, and where the sentence goes on. */
function citedBy(reader: Reader, tree: Tree, at: number): { source: Source; rest: number } | null {
  const word = tree.words[at];
  if (word?.feats.VerbForm !== "Part" || !/^cit|^quot/.test(word.lemma)) return null;
  const source = agentOf(reader, tree, at);
  const comma = tree.words.slice(at, at + 16).find(({ form }) => form === ",");
  return source === null || comma === undefined || comma.index + 1 >= tree.words.length
    ? null
    : { source, rest: comma.index + 1 };
}

/**
 * What stands between the source and the clause belongs to the source: a participle (`Selon l'expert mandaté par le
 * comité, la mer monte`), a relative clause (`d'après un cadre, qui a requis l'anonymat, …`), a bare noun with its
 * participle (`Selon X, information confirmée par Y, …`). Gives the first word of the clause, or `at` where none stands
 * there.
 */
function afterAside(tree: Tree, at: number): number {
  const opener = tree.words[at];
  if (opener === undefined) return at;
  const bare = opener.upos === "NOUN";
  const relative = opener.feats.PronType === "Rel" || /^(qui|dont|who|which)$/.test(lower(opener.form));
  const participle = opener.feats.VerbForm === "Part" && opener.upos !== "AUX";
  if (!bare && !relative && !participle) return at;
  for (let next = at; next < Math.min(tree.words.length, at + 60); next++) {
    const word = tree.words[next];
    if (word?.feats.VerbForm !== "Fin") continue;
    const verb = word.upos === "AUX" && word.head > next ? word.head : next;
    const inRelative = tree.words[verb] !== undefined && /^acl/.test(tree.words[verb].deprel);
    const subject = childrenBy(tree, verb, "nsubj").find(({ index }) => index > at && index < verb);
    if (subject === undefined || inRelative || subject.feats.PronType === "Rel") {
      if (bare) return at;
      continue;
    }
    const { first } = phraseWords(tree, subject.index);
    const comma = tree.words
      .slice(at, subject.index)
      .findLast(({ form, index }) => form === "," && index < subject.index);
    if (comma === undefined) return at;
    return first > comma.index ? first : bare ? at : comma.index + 1;
  }
  return at;
}

function opensSideClause(reader: Reader, tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word === undefined) return true;
  if (word.feats.PronType === "Rel" || /^(qui|dont|où|who|which)$/.test(lower(word.form))) return true;
  return (
    reader.cues[tree.sentence.index]?.some(
      (cue) => cue.form === "participle" && (cue.first === at || cue.first === at + 1),
    ) === true
  );
}
