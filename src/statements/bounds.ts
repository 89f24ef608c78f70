import type { Span } from "../model/index.ts";
import { lower } from "../text/normal.ts";
import { opensComment } from "./comments.ts";
import { trimContent } from "./content.ts";
import type { LocatedCue } from "./cues.ts";
import { inverted } from "./inversion.ts";
import { frameAt, quoteAt, type Reader } from "./reader.ts";
import { agentOf } from "./sources.ts";
import { childrenBy, finiteWord, governs, hasFinite, spanOf, type Tree } from "./tree.ts";

/** Whether what stands behind a comma is somebody, a verb of saying and at most whom it is said to, to the end. */
function reportsAll(tree: Tree, comma: number, { first, last, match }: LocatedCue): boolean {
  if (!match.entry.frames.has("direct")) return false;
  const [who, rest] = [tree.words.slice(comma + 1, first), tree.words.slice(last + 1)];
  const fin = ({ feats }: { readonly feats: { readonly VerbForm?: string } }): boolean => feats.VerbForm === "Fin";
  return (
    /^(?:DET|NUM|NOUN|PROPN|ADJ|PRON)$/.test(who[0]?.upos ?? "") &&
    !/^(?:who|which|whose|that)$/i.test(who[0]?.form ?? "") &&
    !who.some((word) => fin(word) || word.upos === "PUNCT") &&
    !rest.some((word) => fin(word) || word.upos === "SCONJ" || (word.upos === "PUNCT" && word.form === ","))
  );
}

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
  const inserted =
    cue.form === "passive" && words[cue.first - 1]?.form === "," && childrenBy(tree, cue.word, "aux").length === 0;
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
    // `rejette ces critiques : « … »`, `dément avoir menti : « … »`, `assure que le pont a tenu : « … »`
    if ((nominal || words[first]?.feats.VerbForm === "Inf" || verbs > 0) && at > first && word.form === ":") {
      const next = words[at + 1];
      if (next !== undefined && (/^[«“"]/.test(next.form) || opensFrame(reader, next.start))) break;
    }
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
        // `Le Varnel, accusé par Sarn d'armer les rebelles, a quitté la salle`: the participle ends with its comma.
        if (inserted && verbs === 0) break;
        if (fronted && beyondFinite(tree, first, at)) break;
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
        // `offered to withdraw his boats, two officials told The Mercury.`: who reports the whole comes last.
        if (rival !== undefined && rival.word !== cue.word && language.bareThat && reportsAll(tree, at, rival)) break;
        // `, ce que Z a refusé`: the reporter comments.
        if (
          next !== undefined &&
          lower(next.form) === "ce" &&
          /^(que|qui|qu'|dont)$/.test(lower(words[at + 2]?.form)) &&
          (verbs > 0 || at > head)
        )
          break;
        if (next !== undefined && (verbs > 0 || at > head) && opensComment(reader, tree, next.index)) break;
        // `a démenti ces chiffres, qualifiés de mensonges par X`: somebody else's word on it.
        const word_ = next === undefined ? undefined : owned.get(next.index);
        if (nominal && word_ !== undefined && word_.form === "passive" && agentOf(reader, tree, word_.word) !== null)
          break;
        const coordinated = next !== undefined && language.coordinators.has(lower(next.form)) ? at + 2 : at + 1;
        const other = owned.get(coordinated);
        if (
          other !== undefined &&
          other.kind === "verb" &&
          (other.form === "participle" || (other.form === "finite" && subjectless(tree, other, first)))
        )
          break;
        if (next !== undefined && opensFrame(reader, next.start)) break;
        if (coordinated > at + 1 && anotherSpeaks(reader, tree, cue, coordinated)) break;
        if (backshifted && coordinated > at + 1 && unshifted(tree, coordinated, words.length)) break;
        if (!language.bareThat || coordinated > at + 1) {
          const contrastive = next !== undefined && language.contrast.has(lower(next.form));
          if (contrastive && beyond && mainVerb(tree, at + 2) >= 0 && !language.that.has(lower(words[at + 2]?.form)))
            break;
        }
        if (inverted(reader, tree, at + 1)) break;
        // A comma that ends the tree may hang from either side (`will win, her aides say`).
        if ((beyond || at === treeEnd) && !(next !== undefined && governs(tree, head, next.index))) break;
      } else if (language.coordinators.has(lower(word.form)) && word.upos === "CCONJ") {
        const other = owned.get(at + 1) ?? owned.get(at + 2) ?? owned.get(at + 3);
        if (other !== undefined && other.kind === "verb" && other.form === "participle" && cue.form === "participle")
          break;
        // `estime qu'« on nous ment » et réclame une enquête`: behind a quotation that is the whole content.
        const whole = quoteAt(reader, words[first]?.start ?? 0);
        if (
          other !== undefined &&
          other.kind === "verb" &&
          other.form === "finite" &&
          subjectless(tree, other, first) &&
          whole !== null &&
          whole.outer.start >= (words[first]?.start ?? 0) &&
          whole.outer.end <= word.start
        )
          break;
        if (
          other !== undefined &&
          other.kind === "verb" &&
          other.form === "finite" &&
          subjectless(tree, other, first) &&
          (((cue.kind === "noun" || sameTense(cue, other) || agrees(tree, cue, other, head)) &&
            (nominal || complemented(reader, tree, other))) ||
            resumes(reader, tree, cue, other, head))
        )
          break;
        // `dit suivre l'affaire et n'exclut pas de partir`: a finite verb does not go on an infinitive.
        if (
          other !== undefined &&
          other.kind === "verb" &&
          other.form === "finite" &&
          (words[head]?.feats.VerbForm === "Inf" ||
            words[head]?.feats.VerbForm === "Ger" ||
            /ing$/.test(words[head]?.form ?? "")) &&
          verbs === 0 &&
          subjectless(tree, other, first)
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

/** The cue has no subject of its own within the content. */
const subjectless = (tree: Tree, cue: LocatedCue, from: number): boolean =>
  childrenBy(tree, cue.word, "nsubj").every(({ index }) => index < from);

/** The cue stands in a subordinate clause that opens the sentence (`Lorsqu'on lui a demandé si …, il a répondu`). */
function isFronted(reader: Reader, tree: Tree, cue: LocatedCue): boolean {
  const opener = childrenBy(tree, cue.word, "mark", "case").find(({ index }) => index < cue.first);
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

/** Mood, tense and auxiliary of a verb group. */
function tenseOf(tree: Tree, at: number): string {
  const finite = finiteWord(tree, at);
  if (finite === undefined) return "";
  const { Mood = "Ind", Tense = "Pres" } = finite.feats;
  return `${Mood} ${Tense} ${finite.index === at ? "" : "aux"}`;
}

/**
 * `soutient que ses hommes ont tenu et dit détenir dix soldats`, `a nié que l'armée ait tiré et a accusé Sarn d'avoir menti`:
 * a cue with an infinitive or object goes on from the first cue when it has its tense, and the content's verb has not.
 */
function resumes(reader: Reader, tree: Tree, cue: LocatedCue, other: LocatedCue, head: number): boolean {
  if (reader.language.bareThat) {
    const next = lower(tree.words[other.last + 1]?.form);
    const speaks = other.match.entry.class === "speech" && other.match.entry.frames.has("that");
    if (speaks && /^(he|she|they|it|we|there|i)$/.test(next)) return true;
  }
  const own = tenseOf(tree, cue.word);
  return own !== "" && own === tenseOf(tree, other.word) && own !== tenseOf(tree, head);
}

/**
 * `a dit que le pont tenait, et le maire de Sorn a répété qu'il fermerait`, `…, and a spokesman, Jon Pell, repeated that …`:
 * behind a comma and a conjunction somebody else speaks, in the tense of the first.
 */
function anotherSpeaks(reader: Reader, tree: Tree, cue: LocatedCue, from: number): boolean {
  if (!/^(DET|PROPN|NOUN)$/.test(tree.words[from]?.upos ?? "")) return false;
  return (
    reader.cues[tree.sentence.index]?.some(
      (other) =>
        other.kind === "verb" &&
        other.form === "finite" &&
        other.match.entry.class === "speech" &&
        other.first > from &&
        other.first < from + 18 &&
        sameTense(cue, other) &&
        complemented(reader, tree, other) &&
        !tree.words.slice(from, other.first).some(({ feats }) => feats.VerbForm === "Fin"),
    ) === true
  );
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

const opensFrame = (reader: Reader, position: number): boolean => {
  const found = frameAt(reader, position);
  if (found === null) return false;
  const kind = reader.frameList[found.index]?.kind;
  return kind === "source" || kind === "relay" || kind === "hearsay";
};

export const runOf = (reader: Reader, tree: Tree, first: number, last: number): Span =>
  trimContent(reader, spanOf(tree, first, last));
