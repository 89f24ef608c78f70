import type { Span } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import type { LocatedCue } from "../cues.ts";
import { cueOf, type Draft, draftOf, shown } from "../draft.ts";
import { phraseSource } from "../phrases.ts";
import { quoteAt, type Reader, timeAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import type { Tree } from "../tree.ts";
import { impersonal, whoSays } from "./clause.ts";

/** Sentences back in which what is denied was reported. */
const REACH = 2;

/** What a verb that denies may have for its object and still name nothing: `le nie`, `denies it`. */
const empty = /^(?:le|l'|la|les|it|this|that|them)$/;

/** `La mairie dément.`, `La préfecture le nie`, `The company denies it`: a denial with no object that names a matter. */
function isBare(reader: Reader, tree: Tree, cue: LocatedCue): boolean {
  if (cue.kind !== "verb" || cue.form !== "finite" || cue.negated) return false;
  const { act, lemma } = cue.match.entry;
  // `Les riverains en doutent`, `Residents doubt it`. Not: `Il doute.`
  const doubted = act === "doubt" && /^(?:douter|doubt)$/.test(lemma) && pointsAt(tree, cue);
  if (act !== "deny" && !doubted) return false;
  for (let at = cue.last + 1; at < tree.words.length; at++) {
    const word = tree.words[at];
    if (word === undefined || /^[.;,!…]$/.test(word.form) || word.upos === "CCONJ") return true;
    // `disputes this: the pumps never stopped, he said`
    if (word.form === ":" && at > cue.last + 1) return true;
    const pointing =
      reader.language.bareThat && at === cue.last + 1 && word.upos !== "DET" && empty.test(lower(word.form));
    const trait = word.upos === "ADJ" && tree.words[at - 1]?.upos === "NOUN";
    const next = tree.words[at + 1];
    // `nie depuis dimanche`, `nie elle aussi`
    const since = word.upos === "ADP" && next !== undefined && timeAt(reader, next.start) !== null;
    const too = /^(?:lui|elle|eux|elles)$/.test(lower(word.form)) && lower(next?.form) === "aussi";
    if (word.upos !== "ADV" && !pointing && !trait && !since && !too && timeAt(reader, word.start) === null)
      return false;
  }
  return true;
}

/** `en doute`, `doubts it` */
const pointsAt = (tree: Tree, cue: LocatedCue): boolean =>
  lower(tree.words[cue.first - 1]?.form) === "en" ||
  lower(tree.words[cue.first]?.form) === "en" ||
  /^(?:it|this|that)$/.test(lower(tree.words[cue.last + 1]?.form));

/** `Lui nie.`, `Eux démentent.`: a stressed pronoun that opens the sentence is whoever denies. */
function stressed(tree: Tree, { first }: LocatedCue): Source | null {
  const opener = tree.words[first - 1];
  return first - 1 === tree.body && opener !== undefined && /^(?:lui|eux)$/.test(lower(opener.form))
    ? phraseSource(tree, opener.index)
    : null;
}

/** What was reported last before a sentence, and is not itself a denial. */
function matterBefore(reader: Reader, sentence: number, drafts: readonly Draft[]): readonly Span[] | null {
  const start = reader.trees[sentence]?.sentence.start ?? 0;
  const from = reader.trees[Math.max(0, sentence - REACH)]?.sentence.start ?? 0;
  let best: Draft | null = null;
  for (const draft of drafts) {
    const [first] = draft.content;
    const end = draft.content.at(-1)?.end ?? 0;
    if (first === undefined || first.start < from || end > start || draft.reproduced) continue;
    const act = draft.cue.entry?.act ?? "assert";
    if (act === "deny" || act === "ask" || act === "demand" || act === "refuse") continue;
    const later = best === null || end > (best.content.at(-1)?.end ?? 0);
    if (later || (end === best?.content.at(-1)?.end && first.start < (best.content[0]?.start ?? 0))) best = draft;
  }
  return best?.content ?? null;
}

/**
 * A denial that leaves what it denies to the sentence before.
 *
 * `Selon un ancien cadre, la mine fuit depuis un an. La société dément.` · `The company denies it.`
 * ==> content: what was reported last before it
 * Not: `La société dément avoir vendu la mine.` (it names what it denies), `La société dément. ` where nobody reported anything.
 *
 * Quotation-based systems have neither mark nor clause to find it by.
 */
export function bareDenials(reader: Reader, drafts: readonly Draft[]): Draft[] {
  const taken = new Set(drafts.map(({ cue }) => (cue.head === null ? "" : `${cue.head.sentence}:${cue.head.word}`)));
  const found: Draft[] = [];
  let sorted: readonly Draft[] | null = null;
  for (const [index, tree] of reader.trees.entries()) {
    for (const cue of reader.cues[index] ?? []) {
      if (taken.has(`${index}:${cue.word}`) || !isBare(reader, tree, cue)) continue;
      if (quoteAt(reader, tree.words[cue.first]?.start ?? 0) !== null) continue;
      const source = stressed(tree, cue) ?? whoSays(reader, tree, cue);
      if (source.kind !== "phrase" || impersonal(reader, tree, cue, source)) continue;
      sorted ??= [...drafts].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
      const content = matterBefore(reader, index, near(sorted, tree.sentence.start));
      if (content === null) continue;
      const draft = draftOf(reader, {
        rule: "statements/rules/bare",
        reason: say("comment", shown(reader, tree, cue)),
        content: [...content],
        head: null,
        source,
        cue: cueOf(tree, cue),
        score: 0.6,
      });
      if (draft !== null) found.push(draft);
    }
  }
  return [...drafts, ...found];
}

/** Those of drafts in text order that begin shortly before a position. */
function near(sorted: readonly Draft[], position: number): readonly Draft[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.content[0]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - 30), low);
}
