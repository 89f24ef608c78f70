import type { Span } from "../model/index.ts";
import { lower, lowerCase } from "../text/normal.ts";
import type { Source } from "./attribution.ts";
import { phraseWords, speaks } from "./phrases.ts";
import { frameAt, nameAt, type Reader } from "./reader.ts";
import { childrenBy, relation, spanOf, type Tree } from "./tree.ts";

/** A frame in its place: its words, and the phrase that names the source. */
export type Frame = {
  readonly first: number;
  readonly last: number;
  readonly cue: Span;
  readonly source: Source;
  readonly sourceHead: number;
  readonly index: number;
  /** `selon lequel`, `pour qui`: opens a relative clause whose antecedent is the source. */
  readonly relative?: boolean;
};

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
      let head = next;
      for (let steps = 0; steps < 4 && childrenBy(tree, head, "case").length === 0; steps++) {
        const above = tree.words[tree.words[head]?.head ?? -1];
        const inside =
          above !== undefined &&
          above.index > head &&
          above.index < next + 6 &&
          ["compound", "amod", "flat", "nmod"].includes(relation(tree.words[head])) &&
          above.upos !== "VERB";
        if (!inside) break;
        head = above.index;
      }
      return head;
    }
  }
  return -1;
}

/** The frames of a sentence, in order. */
export function framesIn(reader: Reader, tree: Tree): Frame[] {
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
        .find(
          (candidate) =>
            reader.language.possessives.has(lower(candidate.form)) ||
            /^(?:l'|le|la|les)$/.test(lower(candidate.form)) ||
            (candidate.upos === "PRON" && lower(candidate.form) !== "en"),
        );
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
    const bound = relativeFrame(reader, tree, at, after);
    if (bound !== null) {
      frames.push({
        first: at,
        last: after,
        cue,
        source: bound.source,
        sourceHead: bound.head,
        index: found.index,
        relative: true,
      });
      at = after;
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
    if (noun?.upos === "NOUN" && reader.language.notSources.has(lowerCase(noun.lemma))) continue;
    if (
      !told &&
      (reader.language.that.has(lower(tree.words[after]?.form)) ||
        (reader.language.wh.has(lower(tree.words[after]?.form)) &&
          !/^(NOUN|ADJ)$/.test(tree.words[after + 1]?.upos ?? "")))
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
    end = withName(reader, tree, head, end);
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

/** `le quotidien La Rive, selon lequel …`, `le docteur, pour qui …`: whoever the pronoun stands for, when it can speak. */
function relativeFrame(reader: Reader, tree: Tree, at: number, after: number): { source: Source; head: number } | null {
  if (reader.language.bareThat || !/^(qui|lequel|laquelle|lesquels|lesquelles)$/.test(lower(tree.words[after]?.form)))
    return null;
  if (tree.words[at - 1]?.form !== ",") return null;
  for (let before = at - 2; before >= Math.max(tree.body, at - 16); before--) {
    const word = tree.words[before];
    if (word === undefined || /^[.;:»]$/.test(word.form) || word.feats.VerbForm === "Fin") return null;
    if (word.upos !== "NOUN" && word.upos !== "PROPN") continue;
    if (reader.language.nouns.byHead.has(lowerCase(word.lemma))) return null;
    const known = (place: number): boolean =>
      speaks(reader, tree, place) ||
      /^(outlet|organization|person)$/.test(nameAt(reader, tree.words[place]?.start ?? 0)?.kind ?? "");
    let head = before;
    for (let steps = 0; steps < 8; steps++) {
      const above = tree.words[tree.words[head]?.head ?? -1];
      if (above === undefined || above.index > head || !/^(flat|appos|nmod)/.test(tree.words[head]?.deprel ?? ""))
        break;
      if (!known(above.index)) break;
      head = above.index;
    }
    if (!known(head)) return null;
    const phrase = phraseWords(tree, head);
    const last = Math.min(Math.max(phrase.last, before), at - 2);
    return {
      source: {
        kind: "phrase",
        span: spanOf(tree, phrase.first, last),
        head: { sentence: tree.sentence.index, word: head },
      },
      head,
    };
  }
  return null;
}

const bodies = new Set(["organization", "group", "document", "outlet", "state"]);

/** `Selon le préfet, Alban Torre, la route est coupée`: a name between commas behind somebody's role is theirs. Not: `Selon la police, Paul Vern, …`. */
function withName(reader: Reader, tree: Tree, head: number, end: number): number {
  const noun = tree.words[head];
  const kind = reader.pack.actors.nouns.get(lowerCase(noun?.lemma ?? ""))?.class;
  if (noun?.upos !== "NOUN" || noun.feats.Number === "Plur" || kind === undefined || bodies.has(kind)) return end;
  const opening = tree.words[end + 2];
  if (tree.words[end + 1]?.form !== "," || opening === undefined) return end;
  const titled = opening.upos === "PROPN" ? opening : tree.words[end + 3];
  const name = [opening, titled].map((word) => nameAt(reader, word?.start ?? -1)).find((one) => one?.kind === "person");
  if (name == null || name.start > (titled?.start ?? 0)) return end;
  let last = end + 2;
  while (last + 1 < tree.words.length && (tree.words[last + 1]?.start ?? name.end) < name.end) last++;
  return tree.words[last + 1]?.form === "," ? last : end;
}

/** Who can hold an opinion: a name, or a noun of people, institutions and states; no document. */
function receives(reader: Reader, tree: Tree, head: number): boolean {
  const word = tree.words[head];
  if (word === undefined || word.upos === "PRON") return false;
  const kind = reader.pack.actors.nouns.get(lowerCase(word.lemma))?.class;
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
