import type { Word } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";
import { contentEnd } from "../bounds.ts";
import type { LocatedCue } from "../cues.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { phraseWords } from "../phrases.ts";
import { type Reader, timeAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { childrenBy, relation, spanOf, type Tree } from "../tree.ts";
import { impersonal, whoSays } from "./clause.ts";
import { nominalEnd, preposition } from "./object.ts";

/** Last word of the predicate after the object, or -1: `de mensonge`, `comme un succès`, `a disgrace`. */
function predicateOf(reader: Reader, tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  const markers = new Set(cue.match.markers.get("as") ?? []);
  const english = reader.language.bareThat;
  if (english && markers.size === 0) markers.add("as");
  for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 22); at++) {
    const word = tree.words[at];
    if (word === undefined || word.form === ";" || word.form === "," || word.feats.VerbForm === "Fin") break;
    // `put the number at six`; not `put the child at risk`.
    const counted = !(english && lower(word.form) === "at") || tree.words.slice(at + 1, at + 5).some(isNumber);
    if (
      counted &&
      markers.has(preposition(word.form)) &&
      (word.upos === "ADP" || word.upos === "SCONJ" || word.upos === "ADV")
    ) {
      const head = word.head > at ? word.head : at + 1;
      // `l'attaque de Kiev` after `qualifier`: the preposition must belong to the verb, or come after the object is over.
      const belongs =
        tree.words[head]?.head === cue.word ||
        preposition(word.form) !== "de" ||
        at === cue.last + 1 ||
        looseOf(tree, cue, head);
      if (belongs) return { first: at + 1, head: Math.min(head, tree.words.length - 1) };
    }
  }
  // `se tenir prête` is not `tenir pour prête`: a verb with a preposition for its predicate takes none bare.
  if (!english && markers.size > 0 && !markers.has("de")) return null;
  const predicate = childrenBy(tree, cue.word, "xcomp").find(
    ({ index, upos, feats }) => index > cue.last && (upos === "ADJ" || upos === "NOUN" || feats.VerbForm === "Part"),
  );
  if (predicate !== undefined)
    return { first: Math.max(cue.last + 1, tree.left[predicate.index] as number), head: predicate.index };
  return null;
}

const isNumber = ({ upos }: Word): boolean => upos === "NUM";

/** `qualifie X de Y` where the parser ties `de Y` to X: the last `de` phrase before a mark counts as the predicate. */
const looseOf = (tree: Tree, cue: LocatedCue, head: number): boolean =>
  cue.match.markers.get("as")?.includes("de") === true && relation(tree.words[head]) === "nmod";

/**
 * What somebody calls, deems or presents something as.
 *
 * `Le maire qualifie la lettre de faux grossier.` · `She described the flood as a catastrophe.` · `Elle s'est dite « prête ».`
 * ==> content: the object with its predicate; the predicate alone where the object is a pronoun or the speaker
 * Not: `Il a présenté un plan.` (nothing is said of it), `Il lui a parlé ces derniers jours` (when it was).
 *
 * None of the quotation-based systems has this relation.
 */
export const predicate: CueRule = (reader, tree, cue) => {
  if (cue.kind !== "verb" || !cue.match.entry.frames.has("as")) return null;
  const found =
    predicateOf(reader, tree, cue) ??
    reflexive(tree, cue) ??
    small(reader, tree, cue) ??
    judgedObject(reader, tree, cue);
  if (found === null) return null;
  const object = childrenBy(tree, cue.word, "obj").find(
    ({ index, upos }) => index > cue.last && index < found.head && upos !== "PRON",
  );
  const first =
    object === undefined || cue.match.reflexive
      ? cue.match.reflexive
        ? found.first
        : Math.min(found.first, afterCue(tree, cue))
      : phraseWords(tree, object.index).first;
  const time = timeAt(reader, tree.words[first]?.start ?? 0);
  if (time !== null && !/^['’]s/.test(reader.text.slice(time.end, time.end + 2))) return null;
  const last = (tree.words[found.head]?.upos === "VERB" ? contentEnd : nominalEnd)(
    reader,
    tree,
    cue,
    found.head,
    Math.max(first, Math.min(found.head, tree.words.length - 1)),
  );
  const source = whoSays(reader, tree, cue);
  if (impersonal(reader, tree, cue, source)) return null;
  // `où s'est déclaré le feu qui a tué deux ouvriers`: a subject behind the verb is no predicate of itself.
  const span = spanOf(tree, first, last);
  if (cue.match.reflexive && source.kind === "phrase" && span.start <= source.span.start && source.span.end <= span.end)
    return null;
  return draftOf(reader, {
    rule: "statements/rules/predicate",
    reason: say("predicate", shown(reader, tree, cue)),
    content: [span],
    head: { sentence: tree.sentence.index, word: found.head },
    source,
    cue: cueOf(tree, cue),
    score: source.kind === "unnamed" ? 0.45 : 0.65,
  });
};

/** First word after the cue that is no pronoun, adverb or preposition. */
function afterCue(tree: Tree, cue: LocatedCue): number {
  let at = cue.last + 1;
  while (
    at < tree.words.length - 1 &&
    (tree.words[at]?.upos === "ADV" || (tree.words[at]?.upos === "ADP" && preposition(tree.words[at]?.form) !== "à"))
  )
    at++;
  return at;
}

/** `s'est dit « très en colère »`: whatever follows a reflexive cue up to the next mark. */
function reflexive(tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  if (!cue.match.reflexive) return null;
  const next = tree.words[cue.last + 1];
  const participle = next?.upos === "VERB" && next.feats.VerbForm === "Part";
  if (next === undefined || (next.upos === "VERB" && !participle) || next.upos === "AUX" || next.upos === "SCONJ")
    return null;
  if (next.upos === "PUNCT" && !/[«“"‘']/.test(next.form)) return null;
  for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 8); at++) {
    const word = tree.words[at];
    if (word?.upos === "ADJ" || word?.upos === "NOUN" || word?.upos === "ADV" || word?.feats.VerbForm === "Part")
      return { first: cue.last + 1, head: at };
  }
  return null;
}

/** `a jugé ces griefs « fantaisistes »`: an object with its adjective behind it, where a verb of judging takes both bare. */
function judgedObject(reader: Reader, tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  if (reader.language.bareThat || cue.match.reflexive || cue.match.markers.get("as")?.length !== 0) return null;
  const object = childrenBy(tree, cue.word, "obj").find(({ index, upos }) => index > cue.last && upos !== "PRON");
  if (object === undefined || childrenBy(tree, object.index, "det").length === 0) return null;
  const adjective = tree.words
    .slice(object.index + 1, object.index + 7)
    .find(({ upos, feats }) => upos === "ADJ" || feats.VerbForm === "Part");
  // `ont trouvé la mort la nuit dernière`: the adjective is of another noun.
  if (adjective === undefined || timeAt(reader, adjective.start) !== null) return null;
  return { first: Math.max(cue.last + 1, tree.left[object.index] as number), head: adjective.index };
}

/** English object and predicate side by side (`called the toll a disgrace`), when the object is followed by another phrase. */
function small(reader: Reader, tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  if (!reader.language.bareThat || cue.match.markers.get("as")?.length !== 0) return null;
  const nouns = childrenBy(tree, cue.word, "obj", "iobj", "xcomp", "ccomp").filter(({ index }) => index > cue.last);
  const last = nouns.at(-1);
  if (last === undefined || (nouns.length < 2 && cue.match.entry.lemma !== "call")) return null;
  return { first: Math.max(cue.last + 1, tree.left[nouns[0]?.index ?? last.index] as number), head: last.index };
}
