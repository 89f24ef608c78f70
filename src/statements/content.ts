import type { Mode, Span } from "../model/index.ts";
import type { LocatedCue } from "./cues.ts";
import { nameAt, type Quote, quoteAt, quoteFrom, type Reader } from "./reader.ts";
import { speaks } from "./sources.ts";
import { childrenBy, finiteWord, governs, hasFinite, spanOf, type Tree } from "./tree.ts";

const opening = /[\s,;:–—·•.…-]/;
const closing = /[\s,;:–—·•«“„-]/;

/** Closing note of a dispatch. */
const closingNote = /\s*\(\s*(?:suite|fin|à suivre|end|ends|more|continued)\s*\)[\s.]*$/iu;

/** Cuts white space, commas, dashes and, outside quotations, the final full stop; and marks that quote the whole. */
export function trimContent(reader: Reader, span: Span): Span {
  const { text } = reader;
  let { start, end } = span;
  const closing_ = closingNote.exec(text.slice(Math.max(start, end - 30), end));
  if (closing_ !== null) end -= closing_[0].length;
  for (let changed = true; changed; ) {
    changed = false;
    while (start < end && opening.test(text[start] as string)) start++;
    while (end > start && closing.test(text[end - 1] as string)) end--;
    if (
      end > start &&
      text[end - 1] === "." &&
      quoteAt(reader, end - 1) === null &&
      !/\p{Lu}\.\p{Lu}\.$/u.test(text.slice(Math.max(start, end - 6), end))
    ) {
      end--;
      changed = true;
    }
    const quote = quoteAt(reader, start);
    if (quote === null) continue;
    if (quote.outer.start === start && quote.outer.end >= end) {
      const inner = { start: quote.inner.start, end: Math.min(end, quote.inner.end) };
      if (inner.start > start || inner.end < end) changed = true;
      start = inner.start;
      end = Math.max(start, inner.end);
    } else if (quote.inner.start > start && quote.inner.start < end && quote.outer.start < start)
      start = quote.inner.start;
  }
  return { start, end };
}

/** Quotation fragments inside the content, and the mode that they make. */
export function quotedIn(reader: Reader, content: readonly Span[], cue: Span | null): { mode: Mode; quoted: Span[] } {
  const quoted: Span[] = [];
  let direct = content.length > 0;
  for (const span of content) {
    const around = quoteAt(reader, span.start);
    const whole = around !== null && around.outer.start <= span.start && around.outer.end >= span.end;
    if (whole) {
      const insideToo = cue !== null && cue.start >= around.outer.start && cue.end <= around.outer.end;
      if (insideToo) direct = false;
      else quoted.push(span);
      continue;
    }
    direct = false;
    for (let at = quoteFrom(reader, span.start); at < reader.quotations.length; at++) {
      const { inner, outer } = reader.quotations[at] as Quote;
      if (outer.start >= span.end) break;
      const start = Math.max(inner.start, span.start);
      const end = Math.min(inner.end, span.end);
      if (end > start) quoted.push({ start, end });
    }
  }
  return { mode: direct ? "direct" : quoted.length > 0 ? "mixed" : "indirect", quoted };
}

const lower = (form: string | undefined) => (form ?? "").toLowerCase().replaceAll("’", "'");

/** Whether the clause at a word stands in a tense that cannot belong to backshifted reported speech. */
function unshifted(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at <= to && at < from + 12; at++) {
    const word = tree.words[at];
    if (word?.upos === "PUNCT") return false;
    if (word?.feats.Mood === "Ind" && word.feats.VerbForm === "Fin")
      return word.feats.Tense === "Pres" || word.feats.Tense === "Past";
  }
  return false;
}

/**
 * Last word of a reported clause that begins at `first`: the end of its tree, corrected where the tree is likely wrong.
 * It runs on to the next mark or coordinator, and stops before what belongs to the reporter again: another cue that is
 * coordinated (`et a ajouté que`), a participle (`, ajoutant que`), a frame (`, selon X`), a clause in another tense.
 */
export function contentEnd(
  reader: Reader,
  tree: Tree,
  cue: LocatedCue,
  head: number,
  first: number,
  nominal = false,
): number {
  const { words } = tree;
  const { language } = reader;
  const cueWord = words[cue.word];
  const outerQuote = cueWord === undefined ? null : quoteAt(reader, cueWord.start);
  const finite = finiteWord(tree, head);
  const backshifted =
    (cue.past || cue.form === "participle") &&
    !language.bareThat &&
    (finite?.feats.Tense === "Imp" || finite?.feats.Mood === "Cnd");
  const fronted = isFronted(reader, tree, cue);
  let treeEnd = Math.max(tree.right[head] as number, first);
  let anchor = head;
  let verbs = 0;
  const adjunct = !nominal && leads(language.conditions, words[first]);
  const owned = new Map(reader.cues[tree.sentence.index]?.map((other) => [other.first, other]));
  let end = first;
  let beyond = false;
  for (let at = first; at < words.length; at++) {
    const word = words[at] as (typeof words)[number];
    if (outerQuote !== null && word.start >= outerQuote.inner.end) break;
    // `la promesse de rouvrir le port est restée`: the noun is the subject of what follows.
    if (
      cue.kind === "noun" &&
      at > first + 1 &&
      verbs > (tree.words[head]?.feats.VerbForm === "Inf" ? -1 : 0) &&
      at > treeEnd &&
      word.feats.VerbForm === "Fin" &&
      !governs(tree, head, at) &&
      word.upos !== "NOUN" &&
      words[at - 1]?.upos !== "PUNCT"
    )
      break;
    if (at > treeEnd) beyond = true;
    if (word.feats.VerbForm === "Fin" && word.upos !== "NOUN") verbs++;
    const inQuote = quoteAt(reader, word.start);
    const shielded = inQuote !== null && inQuote !== outerQuote;
    if (!shielded && at > first) {
      if (word.form === ";" || word.form === "—" || word.form === "--" || word.form === "–") {
        if (word.form === ";" || beyond) break;
      }
      if (word.upos === "PUNCT" && word.form === ",") {
        const next = words[at + 1];
        // `que si A, B` and `que, lundi, B`: what leads in is not the whole.
        if (adjunct && verbs < 2 && anchor === head && next !== undefined && !language.that.has(lower(next.form))) {
          const main = mainVerb(tree, at + 1);
          if (main >= 0) {
            anchor = main;
            treeEnd = Math.max(treeEnd, tree.right[main] as number);
            beyond = false;
            end = at;
            continue;
          }
        }
        // `que A, que B`, `que A, mais que B`
        const again = next !== undefined && next.upos === "CCONJ" ? words[at + 2] : next;
        if (!nominal && again !== undefined && language.that.has(lower(again.form)) && again.upos === "SCONJ") {
          const main = mainVerb(tree, again.index + 1);
          if (main >= 0) {
            treeEnd = Math.max(treeEnd, tree.right[main] as number);
            beyond = false;
          }
        }
        // `, tandis que Z affirme`: a contrast with a cue of its own.
        const rival =
          next === undefined
            ? undefined
            : reader.cues[tree.sentence.index]?.find(
                (other) => other.kind === "verb" && other.form === "finite" && other.first > at && other.first < at + 9,
              );
        if (
          next !== undefined &&
          rival !== undefined &&
          rival.word !== cue.word &&
          (language.contrast.has(lower(next.form)) ||
            (language.compound.has(lower(next.form)) && language.that.has(lower(words[at + 2]?.form))))
        )
          break;
        // `, ce que Z a refusé`: the reporter comments.
        if (
          next !== undefined &&
          lower(next.form) === "ce" &&
          /^(que|qui|qu'|dont)$/.test(lower(words[at + 2]?.form)) &&
          verbs > 0
        )
          break;
        if (fronted && beyondFinite(tree, first, at)) break;
        const coordinated = next !== undefined && language.coordinators.has(lower(next.form)) ? at + 2 : at + 1;
        const other = owned.get(coordinated);
        if (
          other !== undefined &&
          other.kind === "verb" &&
          (other.form === "participle" || (other.form === "finite" && subjectless(tree, other)))
        )
          break;
        if (next !== undefined && opensFrame(reader, next.start)) break;
        if (backshifted && coordinated > at + 1 && unshifted(tree, coordinated, words.length)) break;
        if (!language.bareThat || coordinated > at + 1) {
          const contrastive = next !== undefined && language.contrast.has(lower(next.form));
          if (contrastive && beyond && mainVerb(tree, at + 2) >= 0 && !language.that.has(lower(words[at + 2]?.form)))
            break;
        }
        if (inverted(reader, tree, at + 1)) break;
        if (beyond && !(next !== undefined && governs(tree, head, next.index))) {
          break;
        }
      } else if (language.coordinators.has(lower(word.form)) && word.upos === "CCONJ") {
        const other = owned.get(at + 1) ?? owned.get(at + 2);
        if (other !== undefined && other.kind === "verb" && other.form === "participle" && cue.form === "participle")
          break;
        if (
          other !== undefined &&
          other.kind === "verb" &&
          other.form === "finite" &&
          subjectless(tree, other) &&
          (cue.kind === "noun" || sameTense(cue, other) || agrees(tree, cue, other, head)) &&
          (nominal || complemented(reader, tree, other))
        )
          break;
        if (backshifted && unshifted(tree, at + 1, words.length)) break;
        const joined = words[word.head];
        if (
          beyond &&
          joined !== undefined &&
          joined.index > at &&
          governs(tree, cue.word, joined.index) &&
          hasFinite(tree, joined.index) &&
          !language.that.has(lower(words[at + 1]?.form))
        )
          break;
      } else if (
        !nominal &&
        backshifted &&
        word.upos === "SCONJ" &&
        at > first + 2 &&
        reportsAgain(reader, tree, cue, at)
      ) {
        while (end > first && /^(ADP|ADV|PUNCT)$/.test(words[end]?.upos ?? "")) end--;
        break;
      }
    }
    end = at;
  }
  while (end > first && words[end]?.upos === "PUNCT" && !/[»”"’')\]]/.test(words[end]?.form ?? "")) end--;
  return end;
}

const subjectless = (tree: Tree, cue: LocatedCue): boolean => childrenBy(tree, cue.word, "nsubj").length === 0;

/** The cue stands in a subordinate clause that opens the sentence (`Lorsqu'on lui a demandé si …, il a répondu`). */
function isFronted(reader: Reader, tree: Tree, cue: LocatedCue): boolean {
  const opener = childrenBy(tree, cue.word, "mark").find(({ index }) => index < cue.first);
  if (opener === undefined || reader.language.that.has(lower(opener.form))) return false;
  return opener.index <= tree.body + 2;
}

const beyondFinite = (tree: Tree, first: number, at: number): boolean =>
  tree.words.slice(first, at).some(({ feats }) => feats.VerbForm === "Fin") && mainVerb(tree, at + 1) >= 0;

/** A word that opens a clause or phrase before the main one: `si`, `lorsque`, `après`. */
const leads = (conditions: ReadonlySet<string>, word: { form: string; upos: string } | undefined): boolean =>
  word !== undefined &&
  (conditions.has(lower(word.form)) ||
    word.upos === "SCONJ" ||
    word.upos === "ADP" ||
    word.upos === "ADV" ||
    word.upos === "PUNCT");

/** The next finite verb of a main clause after a comma. */
function mainVerb(tree: Tree, from: number): number {
  for (let at = from; at < Math.min(tree.words.length, from + 25); at++) {
    const word = tree.words[at];
    if (word === undefined || word.form === ";") break;
    if (word.feats.VerbForm !== "Fin") continue;
    return word.upos === "AUX" && word.head > at ? word.head : at;
  }
  return -1;
}

/** `après que le dirigeant a affirmé que`: a clause with a cue in the tense of the reporter. */
function reportsAgain(reader: Reader, tree: Tree, cue: LocatedCue, at: number): boolean {
  const next = reader.cues[tree.sentence.index]?.find(
    (other) => other.kind === "verb" && other.word > at && other.word < at + 10,
  );
  if (next === undefined || next.form !== "finite" || next.word === cue.word || !next.past) return false;
  return tree.words[next.first]?.feats.Tense === "Pres" && tree.words[next.first]?.upos === "AUX";
}

/** The coordinated cue agrees in number with the first cue and not with the content's verb. */
function agrees(tree: Tree, cue: LocatedCue, other: LocatedCue, head: number): boolean {
  const number = (at: number) => finiteWord(tree, at)?.feats.Number;
  const [a, b, c] = [number(cue.word), number(other.word), number(head)];
  return a !== undefined && a === b && c !== undefined && c !== a;
}

const sameTense = (a: LocatedCue, b: LocatedCue): boolean => a.past === b.past;

function complemented(reader: Reader, tree: Tree, cue: LocatedCue): boolean {
  for (let at = cue.last + 1; at <= cue.last + 8 && at < tree.words.length; at++) {
    const form = lower(tree.words[at]?.form);
    if (reader.language.that.has(form) || form === ":" || reader.language.wh.has(form)) return true;
    if (/^["«“']/.test(form)) return true;
  }
  return false;
}

/** `, a indiqué le ministre`: a cue with its subject behind it, right after a comma. */
export function inverted(reader: Reader, tree: Tree, at: number): boolean {
  const cue = reader.cues[tree.sentence.index]?.find(({ first }) => first === at);
  if (cue === undefined || cue.kind !== "verb" || cue.form !== "finite" || cue.negated) return false;
  if (cue.match.entry.class !== "speech" && cue.match.entry.class !== "thought") return false;
  const next = tree.words[cue.last + 1];
  if (next === undefined) return false;
  if (/^-(t-)?(il|elle|ils|elles|on|je)$/i.test(next.form)) return true;
  if (tree.words.slice(cue.first, cue.word).some(({ form }) => /^-(t-)?(il|elle|ils|elles|on|je)$/i.test(form)))
    return true;
  return invertedSubject(reader, tree, cue) >= 0;
}

/** Length of a frame's opening words at a position (`selon`, `aux yeux du`), or 0. */
export function frameAt(reader: Reader, position: number): { length: number; index: number } | null {
  const slice = reader.text
    .slice(position, position + 48)
    .toLowerCase()
    .replaceAll("’", "'");
  const key = /^\p{L}+'?/u.exec(slice)?.[0];
  if (key === undefined) return null;
  const entries = reader.frames.get(key);
  if (entries === undefined) return null;
  for (const { pattern, index } of entries) {
    const match = pattern.exec(slice);
    if (match !== null) return { length: match[0].length, index };
  }
  return null;
}

const opensFrame = (reader: Reader, position: number): boolean => {
  const found = frameAt(reader, position);
  if (found === null) return false;
  const kind = reader.frameList[found.index]?.kind;
  return kind === "source" || kind === "relay" || kind === "hearsay";
};

export const runOf = (reader: Reader, tree: Tree, first: number, last: number): Span =>
  trimContent(reader, spanOf(tree, first, last));

/**
 * Subject behind an inverted cue: by the tree, or, where a comma stands right before the cue, the noun phrase behind it
 * when it names somebody and what stands before the comma is a sentence or its subject nobody who speaks.
 */
export function invertedSubject(reader: Reader, tree: Tree, cue: LocatedCue): number {
  const own = childrenBy(tree, cue.word, "nsubj");
  const after = own.find(({ index }) => index > cue.word);
  if (after !== undefined) return after.index;
  const before = tree.words[cue.first - 1];
  if (reader.language.bareThat || before?.upos !== "PUNCT" || !/^[,»”"’]/.test(before.form)) return -1;
  const subject = own[0];
  if (subject !== undefined) {
    const sentence = tree.words
      .slice(tree.body, cue.first)
      .some(({ feats, index }) => feats.VerbForm === "Fin" && !inRelative(tree, index));
    if (!sentence && speaks(reader, tree, subject.index)) return -1;
  }
  for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 6); at++) {
    const word = tree.words[at];
    if (word?.upos === "NOUN" || word?.upos === "PROPN") {
      const name = nameAt(reader, word.start);
      const named = name !== null && name.kind !== "place" && name.kind !== "event";
      return named || reader.pack.actors.nouns.has(word.lemma.toLowerCase()) ? at : -1;
    }
    if (word?.upos !== "DET" && word?.upos !== "ADJ" && word?.upos !== "NUM") return -1;
  }
  return -1;
}

/** A verb of a relative clause (`le maire, qui part, a déclaré`). */
function inRelative(tree: Tree, at: number): boolean {
  for (let cursor = at, steps = 0; steps < 4 && cursor >= 0; steps++) {
    const word = tree.words[cursor];
    if (word?.deprel === "acl:relcl") return true;
    if (tree.words[cursor - 1]?.feats.PronType === "Rel") return true;
    cursor = word?.head ?? -1;
  }
  return false;
}
