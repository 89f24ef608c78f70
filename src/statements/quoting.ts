import type { Span } from "../model/index.ts";
import { lower } from "../text/normal.ts";
import type { LocatedCue } from "./cues.ts";
import { invertedSubject } from "./inversion.ts";
import { phraseWords } from "./phrases.ts";
import { type Quote, type Reader, sentenceAt } from "./reader.ts";
import { childrenBy, type Tree } from "./tree.ts";

/** Words between a quotation and its cue. */
const REACH = 30;

const clitic = /^-(t-)?(il|elle|ils|elles|on|je|nous)$/i;

const canQuote = (cue: LocatedCue): boolean =>
  cue.kind === "verb" &&
  cue.form !== "passive" &&
  (cue.match.entry.frames.has("direct") || (cue.match.entry.class === "speech" && cue.match.entry.frames.has("that")));

/** First word of a sentence that begins at or after a position. */
export function firstWordFrom(tree: Tree, position: number): number {
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
export function cueAfter(reader: Reader, quote: Quote): { tree: Tree; cue: LocatedCue; near: boolean } | null {
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
export function cueBefore(reader: Reader, quote: Quote): { tree: Tree; cue: LocatedCue; colon: boolean } | null {
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
    // `dément avoir demandé sa démission : « … »`: what is denied does not quote.
    const reported =
      tree.words[cue.first]?.feats.VerbForm === "Inf" &&
      cues.some(({ kind, form, last }) => kind === "verb" && form === "finite" && last < cue.first);
    if (colon && reported) continue;
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

/** `« A, a dit le maire, B »`: the narrator speaks inside the marks. */
export function cueInside(reader: Reader, quote: Quote): { tree: Tree; cue: LocatedCue; content: Span[] } | null {
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
      // With no closing mark the narrator may have gone on: `“A, a dit le maire, qui part. La ville …`.
      const comma = tree.words[last + 1]?.form === ",";
      const relative = /^(qui|que|dont|who|which|ajoutant|adding)$/i.test(tree.words[last + 2]?.form ?? "");
      if (!quote.closed && (!comma || relative)) return { tree, cue, content: [first] };
      return { tree, cue, content: rest.end > rest.start ? [first, rest] : [first] };
    }
  }
  return null;
}
