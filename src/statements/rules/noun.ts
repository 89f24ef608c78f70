import type { Span } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import { contentEnd, runOf } from "../bounds.ts";
import type { LocatedCue } from "../cues.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import type { Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { ownerOf, subjectOf } from "../sources.ts";
import { childrenBy, childrenOf, relation, spanOf, type Tree } from "../tree.ts";

/** What a cue noun reports: where it begins, what heads it, the last word of the cue. */
type Reported = { readonly first: number; readonly head: number; readonly cueLast: number };

function finiteFrom(tree: Tree, from: number): number {
  for (let at = from; at < Math.min(tree.words.length, from + 30); at++) {
    const word = tree.words[at];
    if (word?.upos === "VERB" && (word.feats.VerbForm === "Fin" || childrenBy(tree, at, "aux").length > 0)) return at;
    if (word?.upos === "AUX" && word.head > at && word.deprel === "cop") return word.head;
  }
  return Math.min(from, tree.words.length - 1);
}

/** `selon lesquelles` and the like within a few words of the noun, else `que` or `that` as complement of the noun. */
function clauseOf(reader: Reader, tree: Tree, cue: LocatedCue): Reported | null {
  const limit = Math.min(tree.words.length - 1, cue.last + 9);
  for (let at = cue.last + 1; at <= limit; at++) {
    const word = tree.words[at];
    if (word === undefined || word.feats.VerbForm === "Fin") break;
    const two = `${lower(word.form)} ${lower(tree.words[at + 1]?.form)}`;
    if (reader.language.relativeFrames.includes(two) && at + 2 < tree.words.length)
      return { first: at + 2, head: finiteFrom(tree, at + 2), cueLast: at === cue.last + 1 ? at + 1 : cue.last };
    if (
      word.form === ";" ||
      (word.form === "," && at > cue.last + 1) ||
      reader.cues[tree.sentence.index]?.some((other) => other.kind === "verb" && other.word === at)
    )
      break;
    if (!reader.language.that.has(lower(word.form)) || reader.language.compound.has(lower(tree.words[at - 1]?.form)))
      continue;
    const clause = tree.words[word.head];
    if (
      word.upos === "SCONJ" ||
      (clause !== undefined && (relation(clause) === "ccomp" || clause.deprel === "acl") && relation(word) === "mark")
    ) {
      const head = word.head > at ? word.head : finiteFrom(tree, at + 1);
      if (at + 1 >= tree.words.length) return null;
      // `un rapport d'Hydrosarne que le journal a pu lire`: a relative clause.
      if (at - cue.last > 1 && tree.words[head]?.deprel === "acl:relcl") return null;
      // `the claim that he made`: the clause lacks an object of its own.
      if (at - cue.last > 1 && relation(tree.words[head]) !== "acl" && relation(tree.words[head]) !== "ccomp")
        return null;
      return { first: at + 1, head, cueLast: cue.last };
    }
    break;
  }
  return null;
}

function infinitiveOf(reader: Reader, tree: Tree, cue: LocatedCue): Reported | null {
  if (!cue.match.entry.frames.has("inf")) return null;
  const english = reader.language.bareThat;
  const openers = new Set(
    (cue.match.markers.get("inf") ?? []).flatMap((marker) => (marker === "de" ? ["de", "d'"] : [marker])),
  );
  if (english) openers.add("to");
  for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 10); at++) {
    const word = tree.words[at];
    if (word === undefined || word.feats.VerbForm === "Fin" || word.form === ";") break;
    if (!openers.has(lower(word.form))) continue;
    for (let next = at + 1; next < Math.min(tree.words.length, at + 5); next++) {
      const verb = tree.words[next];
      if (verb?.feats.VerbForm === "Inf")
        return { first: at + 1, head: verb.upos === "AUX" && verb.head > next ? verb.head : next, cueLast: cue.last };
      if (verb?.upos !== "PRON" && verb?.upos !== "ADV" && verb?.upos !== "PART") break;
    }
  }
  return null;
}

function objectOf(tree: Tree, cue: LocatedCue, source: Source | null): Reported | null {
  const markers = new Set(cue.match.markers.get("obl") ?? []);
  if (markers.size === 0) return null;
  for (const child of childrenOf(tree, cue.word)) {
    if (child.index <= cue.last || relation(child) !== "nmod") continue;
    if (source?.kind === "phrase" && source.head?.word === child.index) continue;
    const opener = childrenBy(tree, child.index, "case")[0];
    const form = lower(opener?.form);
    const plain = form === "d'" || form === "du" || form === "des" ? "de" : form;
    if (opener !== undefined && markers.has(plain))
      return { first: opener.index + 1, head: child.index, cueLast: cue.last };
  }
  return null;
}

/** The clause that a cue noun carries, for verbs that take the noun as their object. */
export function reportedBy(reader: Reader, tree: Tree, noun: number): { span: Span; head: number } | null {
  const cue = reader.cues[tree.sentence.index]?.find(({ word, kind }) => word === noun && kind === "noun");
  if (cue === undefined) return null;
  const reported = clauseOf(reader, tree, cue);
  if (reported === null) return null;
  return {
    span: runOf(reader, tree, reported.first, contentEnd(reader, tree, cue, reported.head, reported.first)),
    head: reported.head,
  };
}

/** `The council opposes the plan to close the pier`: whose plan it is is not said, and certainly not the council's. */
const isOpposed = (reader: Reader, tree: Tree, verb: number): boolean =>
  reader.cues[tree.sentence.index]?.some(
    ({ word, match }) => word === verb && /^(?:deny|refuse|condemn|doubt|praise|demand)$/.test(match.entry.act),
  ) === true;

/**
 * A noun that reports: `les accusations selon lesquelles le maire a menti`, `sa promesse de rouvrir le port`,
 * `the claim that the pier is safe`.
 *
 * ==> content: the clause or infinitive; source: the noun's owner, else nobody named
 * Not: `la raison que le maire a donnée` (relative clause), `l'accusation de la mairie` (no content).
 *
 * Radar de Parité and GenderGapTracker know verbs alone; Citron knows some nouns but needs quotation marks.
 */
export const noun: CueRule = (reader, tree, cue) => {
  if (cue.kind !== "noun") return null;
  const word = tree.words[cue.word];
  if (word === undefined) return null;
  const clause = cue.match.entry.frames.has("that") ? clauseOf(reader, tree, cue) : null;
  const infinitive = clause === null ? infinitiveOf(reader, tree, cue) : null;
  const verbal = clause ?? infinitive;
  const limit = verbal === null ? null : spanOf(tree, verbal.first, tree.words.length - 1);
  let source = ownerOf(reader, tree, cue.word, limit);
  const reported = verbal ?? objectOf(tree, cue, source);
  if (reported === null) return null;
  // `a l'intention de`, `a fait la promesse de`: the owner is the subject of the verb.
  if (source === null && relation(word) === "obj" && infinitive !== null && !isOpposed(reader, tree, word.head))
    source = subjectOf(reader, tree, word.head, null);
  if (source === null && clause === null) return null;
  const cued = { ...cue, last: reported.cueLast };
  const last = contentEnd(reader, tree, cue, reported.head, reported.first);
  return draftOf(reader, {
    rule: "statements/rules/noun",
    reason: say("noun", shown(reader, tree, cued)),
    content: [spanOf(tree, reported.first, last)],
    head: { sentence: tree.sentence.index, word: reported.head },
    source: source ?? { kind: "unnamed" },
    cue: cueOf(tree, cued),
    score: clause !== null ? 0.75 : 0.6,
  });
};
