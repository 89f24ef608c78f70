import type { Events } from "../../languages/events.ts";
import type { Argument, Mention, Role, Word } from "../../model/index.ts";
import { stem } from "./concepts.ts";
import { antecedents, type Predicate } from "./predicate.ts";
import { idiomOf } from "./sense-names.ts";
import { childrenOf, isNominal, lemmaOf, overlaps, stretch, subtree, type Tree } from "./tree.ts";

/** What is needed to tell who an argument is. */
export type Referents = {
  readonly mentions: readonly Mention[];
  /** The state that a word is of: `russes`, `Belvanian`; null for others. */
  readonly nation: (word: Word) => string | null;
  readonly concept: (lemma: string) => string;
  readonly events: Events;
  readonly language: string;
  /** Whoever the clause is attributed to, if a person. */
  readonly speaker: string | null;
  /** Whoever says `I` in it. */
  readonly self: string | null;
};

/** Arguments of a predicate with voice undone and converse verbs turned: `X was sold by Y` has the agent Y. */
export function argumentsOf(tree: Tree, predicate: Predicate, referents: Referents): Argument[] {
  const found: Argument[] = [];
  const add = (role: Role, word: Word) => {
    const referent = relative.has(lemmaOf(word)) ? (antecedents(tree, predicate.verb)[0] ?? word) : word;
    for (const one of [referent, ...childrenOf(tree, referent, "conj").filter(isNominal)]) {
      const actors = actorsOf(tree, one, referents);
      for (const actor of actors) found.push({ role, lemma: referents.concept(lemmaOf(one)), actor });
      // `les soldats russes`, `Belvanian troops`: whose they are.
      if (actors.every((actor) => actor === null))
        for (const word of [one, ...childrenOf(tree, one, "amod", "compound", "nmod", "appos")]) {
          const state = word.deprel.startsWith("nmod") && word.upos !== "ADJ" ? null : referents.nation(word);
          if (state !== null) found.push({ role, lemma: state, actor: state, of: true });
        }
      // `le club de Belmar`: which club tells who beats whom.
      if (one.upos === "NOUN" && actors.every((actor) => actor === null))
        for (const name of childrenOf(tree, one, "nmod", "flat", "compound").filter(({ upos }) => upos === "PROPN"))
          if (!partyOf(tree, name, predicate, referents.events))
            found.push({ role, lemma: stem(lemmaOf(name)), actor: null, of: true });
    }
  };
  const { verb, head } = predicate;
  const idiom = head === verb ? idiomOf(tree, verb, referents.language, referents.events.generic) : null;
  for (const child of [verb, ...predicate.outer].flatMap((word) => tree.children[word.index] ?? [])) {
    if (child === head || child === verb || predicate.outer.includes(child) || idiom?.words.has(child.index)) continue;
    if (predicate.occurs && child.upos === "PRON" && child.deprel.startsWith("nsubj")) continue;
    const role = roleOf(tree, child, predicate, referents.events);
    if (role === null) continue;
    add(role, child);
    // `sold the hotel to the bank`, `doit de l'argent au locataire`: whoever gets it may hang on what is given.
    if (role === "patient" || role === "about")
      for (const inner of [child, ...childrenOf(tree, child, "nmod")].flatMap((one) => childrenOf(tree, one, "nmod")))
        if (partyOf(tree, inner, predicate, referents.events)) add("recipient", inner);
  }
  if (head !== verb || head.upos === "NOUN") {
    const by = childrenOf(tree, head, "nmod", "obl").some((child) => /^(?:par|by)$/.test(preposition(tree, child)));
    // `Une fuite est à l'origine de la panne`: who does it is the subject.
    const done = by || childrenOf(tree, head, "cop").length > 0;
    for (const child of childrenOf(tree, head, "nmod", "amod", "det", "nsubj", "obl")) {
      const role = nominalRole(tree, child, referents.events, done);
      // `the Ostrian attack`. Not: `le premier meurtre`.
      if (child.deprel.startsWith("amod") && !referents.mentions.some((mention) => overlaps(mention, child))) continue;
      if (role !== null && !(head === verb && child.deprel === "nsubj")) add(role, child);
    }
  }
  if (!predicate.converse) return found;
  const swap: Partial<Record<Role, Role>> = { agent: "recipient", recipient: "agent" };
  return found.map((argument) => ({ ...argument, role: swap[argument.role] ?? argument.role }));
}

/** Classes of what passes from one to another. */
const transfers = new Set(["trade", "pay", "supply", "aid", "steal", "bribe"]);
/** Verbs of the same kind that have no class. */
const passing = new Set([
  "devoir",
  "owe",
  "prêter",
  "lend",
  "emprunter",
  "borrow",
  "louer",
  "rent",
  "léguer",
  "hériter",
]);

/** Whether a noun that hangs on what is given is the other party of giving or getting: `to the bank`, `from Corvex`. */
function partyOf(tree: Tree, noun: Word, { verb, head, classes, converse }: Predicate, events: Events): boolean {
  if (verb.upos !== "VERB" || !(classes.some((name) => transfers.has(name)) || passing.has(lemmaOf(head))))
    return false;
  const marker = preposition(tree, noun);
  if (marker === "" || noun.upos === "NUM" || events.settings.has(marker)) return false;
  const getting = converse || /^(?:emprunter|borrow|hériter)$/.test(lemmaOf(verb));
  return getting
    ? /^(?:from|à|au|aux|auprès|de)$/.test(marker) && noun.upos === "PROPN"
    : /^(?:to|à|au|aux)$/.test(marker);
}

function roleOf(tree: Tree, child: Word, predicate: Predicate, events: Events): Role | null {
  const relation = child.deprel;
  if (relation === "nsubj:pass") return predicate.passive ? "patient" : "agent";
  // `Le rachat a eu lieu`: the place of what takes place is none.
  if (predicate.occurs && relation.startsWith("obj") && /^(?:lieu|place)$/.test(lemmaOf(child))) return null;
  if (relation === "obl:agent") return "agent";
  if (relation.startsWith("nsubj")) return predicate.passive ? "patient" : predicate.occurs ? "about" : "agent";
  if (relation === "obj") return "patient";
  if (relation === "iobj" || relation === "obl:arg") return preposition(tree, child) === "de" ? "about" : "recipient";
  if (!relation.startsWith("obl")) return null;
  const marker = preposition(tree, child);
  if (/^(après|avant|depuis|pendant|durant|lors|after|before|since|during|until)$/.test(marker)) return "time";
  if (events.partners.has(marker)) return "recipient";
  if (predicate.passive && /^(par|by)$/.test(marker)) return "agent";
  if (/^(à|to|contre|against|au|aux)$/.test(marker)) return "recipient";
  if (/^(de|sur|about|on|of|concernant)$/.test(marker)) return "about";
  return "other";
}

function nominalRole(tree: Tree, child: Word, events: Events, done: boolean): Role | null {
  const marker = preposition(tree, child);
  if (child.deprel === "det") return child.upos === "DET" && child.feats.Poss === "Yes" ? "agent" : null;
  if (child.deprel.startsWith("amod")) return "agent";
  if (/^(par|by)$/.test(marker)) return "agent";
  if (events.partners.has(marker)) return "recipient";
  if (/^(contre|against|on|à|to|sur)$/.test(marker)) return "patient";
  // `le rachat de la mine par Corvex`
  if (done && /^(de|of)$/.test(marker)) return "patient";
  if (/^(de|of|'s|’s|)$/.test(marker)) return "agent";
  return null;
}

/** Lemma of the case marker of a noun, empty when it has none. */
export function preposition(tree: Tree, noun: Word): string {
  return childrenOf(tree, noun, "case").map(lemmaOf)[0] ?? "";
}

const relative = new Set(["qui", "que", "lequel", "dont", "who", "which", "that", "whom"]);
const first = /^(?:je|j['’]|moi|me|m['’]|mon|ma|mes|i|my|mine|myself)$/iu;
const pronoun = /^(?:il|elle|lui|ils|elles|leur|le|la|l['’]|he|she|him|her|they|them)$/iu;

/**
 * Actors an argument refers to; `[null]` where none is known. A name in apposition wins over the role before it
 * (`le chancelier Olaf X`), else the shortest mention that holds the head word. A pronoun that nothing resolves in
 * indirect speech is taken to be the speaker (`X dément que Y lui ait parlé`).
 */
function actorsOf(tree: Tree, word: Word, { mentions, speaker, self }: Referents): readonly (string | null)[] {
  const appended = childrenOf(tree, word, "appos", "flat", "nmod", "conj").filter(
    (child) => child.upos === "PROPN" && child.deprel !== "conj" && childrenOf(tree, child, "case").length === 0,
  );
  for (const name of appended) {
    const holding = mentions.filter((mention) => overlaps(mention, name));
    if (holding.length > 0) return [shortest(holding).actor];
  }
  const holding = mentions.filter((mention) => overlaps(mention, word));
  if (holding.length > 0) return [shortest(holding).actor];
  const span = stretch(subtree(tree, word, ({ deprel }) => /^(acl|conj|appos|parataxis|nmod|det)/.test(deprel)));
  const inside = mentions.filter((mention) => overlaps(mention, span));
  if (inside.length > 0) return [shortest(inside).actor];
  return [first.test(word.form) ? self : pronoun.test(word.form) ? speaker : null];
}

const shortest = (mentions: readonly Mention[]): Mention =>
  mentions.reduce((best, mention) => (mention.end - mention.start < best.end - best.start ? mention : best));
