import { lower } from "../../text/normal.ts";
import { type Draft, draftOf, type SentenceRule } from "../draft.ts";
import { quoteAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { childrenBy, childrenOf, relation, spanOf, type Tree } from "../tree.ts";

/** Verbs whose past conditional is no hearsay: `aurait pu`, `aurait dû`, `aurait aimé`. */
const modal = new Set(["pouvoir", "devoir", "vouloir", "falloir", "aimer", "préférer", "souhaiter", "suffire"]);

/** First word of the clause a verb heads, without what only leads into it. */
function clauseRun(tree: Tree, verb: number): { first: number; last: number } {
  let first = Math.max(tree.left[verb] as number, tree.body);
  let last = tree.right[verb] as number;
  for (const child of childrenOf(tree, verb)) {
    const kind = relation(child);
    if (child.index < verb && (kind === "cc" || kind === "mark")) first = Math.max(first, child.index + 1);
    if (
      child.index > verb &&
      (kind === "conj" || kind === "parataxis") &&
      childrenBy(tree, child.index, "nsubj").length > 0
    )
      last = Math.min(last, (tree.left[child.index] as number) - 1);
  }
  return { first, last: Math.max(last, verb) };
}

/**
 * The conditional of hearsay: what the document reports and does not vouch for, no source named.
 *
 * `L'équipe aurait écarté cette idée.` ==> content: the clause; source: nobody named; cue: the verb form
 * Not: `S'il était élu, il aurait signé.` (condition), `Elle a dit qu'il aurait signé.` (someone's words, in the past),
 * `Il aurait pu signer.` (unreal), `Selon le maire, elle aurait signé.` (the source is named).
 *
 * No published system of quotation attribution has this, the French press's own way to report without vouching.
 */
export const hearsay: SentenceRule = (reader, tree) => {
  const { hearsayPerfect, hearsayCopula, conditions } = reader.language;
  if (hearsayPerfect.size === 0 || tree.words.at(-1)?.form === "?") return [];
  const drafts: Draft[] = [];
  for (const word of tree.words) {
    const form = lower(word.form);
    const perfect = hearsayPerfect.has(form);
    if (!perfect && !hearsayCopula.has(form)) continue;
    if (quoteAt(reader, word.start) !== null) continue;
    const verb = predicateAfter(tree, word.index);
    const main = tree.words[verb];
    if (main === undefined || modal.has(lower(main.lemma)) || (perfect && main.feats.VerbForm !== "Part")) continue;
    const top = relation(main) === "xcomp" || main.head === word.index ? word : main;
    if (!perfect && top.head >= 0 && relation(top) !== "root") continue;
    if (relation(top) === "ccomp" || relation(top) === "advcl") continue;
    const held = tree.words.some(
      (other, at) => Math.abs(at - word.index) < 40 && (conditions.has(lower(other.form)) || unreal.test(other.form)),
    );
    if (held) continue;
    const subject = childrenBy(tree, top.index, "nsubj").at(-1) ?? childrenBy(tree, verb, "nsubj").at(-1);
    if (subject === undefined || /^(ce|c'|cela|ça|on|je|nous|j'|vous|tu)$/.test(lower(subject.form))) continue;
    const { first, last } = clauseRun(tree, top.index);
    const draft = draftOf(reader, {
      rule: "statements/rules/hearsay",
      reason: say("conditional"),
      content: [spanOf(tree, first, Math.max(last, verb))],
      head: { sentence: tree.sentence.index, word: verb },
      source: { kind: "unnamed" },
      cue: {
        span: spanOf(tree, word.index, perfect ? verb : word.index),
        head: { sentence: tree.sentence.index, word: word.index },
        kind: "hearsay",
        lemma: lower(main.lemma),
        entry: null,
        negated: false,
      },
      score: perfect ? 0.6 : 0.4,
    });
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
};

const unreal = /^(sans|sinon|autrement|sauf)$/i;

/** The participle or predicate that a conditional auxiliary belongs to. */
function predicateAfter(tree: Tree, at: number): number {
  for (let next = at + 1; next < Math.min(tree.words.length, at + 6); next++) {
    const word = tree.words[next];
    if (word === undefined || word.upos === "PUNCT") break;
    if (lower(word.form) === "été") continue;
    if (word.upos === "VERB" || word.upos === "ADJ" || word.upos === "NOUN" || word.upos === "PROPN") return next;
  }
  return -1;
}

/**
 * Adverbs of hearsay: `reportedly`, `allegedly`.
 *
 * `The mayor reportedly sold the pier.` ==> content: the clause; source: nobody named
 * Not: `the reportedly haunted pier` (it modifies an adjective).
 */
export const hearsayAdverb: SentenceRule = (reader, tree) => {
  const drafts: Draft[] = [];
  for (const word of tree.words) {
    if (!reader.language.hearsayAdverbs.has(lower(word.form)) || quoteAt(reader, word.start) !== null) continue;
    const verb = tree.words[word.head];
    if (verb === undefined || (verb.upos !== "VERB" && childrenBy(tree, verb.index, "cop").length === 0)) continue;
    const { first, last } = clauseRun(tree, verb.index);
    const content =
      word.index > first && word.index < last
        ? [spanOf(tree, first, word.index - 1), spanOf(tree, word.index + 1, last)]
        : [spanOf(tree, first, last)];
    const draft = draftOf(reader, {
      rule: "statements/rules/hearsay",
      reason: say("hearsay", word.form),
      content,
      head: { sentence: tree.sentence.index, word: verb.index },
      source: { kind: "unnamed" },
      cue: {
        span: word,
        head: { sentence: tree.sentence.index, word: word.index },
        kind: "adverb",
        lemma: lower(word.form),
        entry: null,
        negated: false,
      },
      score: 0.6,
    });
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
};
