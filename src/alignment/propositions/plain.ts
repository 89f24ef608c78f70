import type { Statement, Word } from "../../model/index.ts";
import { bodyOf } from "../../statements/tree.ts";
import { lowerCase } from "../../text/normal.ts";
import type { Clause } from "./clauses.ts";
import { childrenOf, isNominal, stretch, subtree, type Tree } from "./tree.ts";

/** What a clause is read with. */
type Around = {
  readonly text: string;
  /** What the statement does whose content the clause is, if any. */
  readonly act: Statement["act"] | null;
  /** Whether a noun needs an article. */
  readonly articles: boolean;
  /** The name of whom a word stands for. */
  readonly nameOf: (word: Word) => string | undefined;
};

/**
 * A clause as a sentence by itself: true where its words are one; with the subject that it shares with another verb (`Le maire a
 * vendu le bac et fermera le port`: `Le maire fermera le port`) or the noun that it belongs to (`l'usine, qui a fermé`:
 * `l'usine a fermé`; `les sacs que le maire garde`: `le maire garde les sacs`) before or in it. Null where its words make none
 * (`lorsqu'il est tombé`, `avoir vendu le bac`, `un couteau`), and for questions.
 */
export function plainOf(clause: Clause, around: Around): string | true | null {
  const { tree, head, words } = clause;
  if (isAccused(clause, around)) return accused(clause, around);
  const inside = new Set(words);
  if (!hasTense(tree, head, inside) || hangs(tree, head, inside) || isCut(tree, words) || isAsked(tree)) return null;
  const subjects = subjectsOf(tree, head);
  const own = subjects.find((word) => inside.has(word));
  if (own !== undefined && !isRelative(own)) {
    const pronoun = relativeOf(tree, head, inside);
    if (pronoun !== undefined) return asObject(clause, pronoun, own, around);
    return head.deprel === "acl:relcl" ? null : withoutDateline(clause, around);
  }
  if (own !== undefined) {
    const noun = nounOf(tree, head);
    if (noun === null || !agree(tree, noun, head, around)) return null;
    return joined(named(tree, noun, own.start, around), textFrom(own.end, clause, around));
  }
  const [shared] = subjects.length > 0 ? subjects : subjectsOf(tree, firstOf(tree, head));
  const [first] = words.filter(({ upos }) => upos !== "PUNCT" && upos !== "CCONJ");
  if (shared === undefined || first === undefined || isRelative(shared) || shared.index > first.index) return null;
  if (shared.index < bodyOf(tree.sentence.words)) return null;
  // What opens with a noun has a subject that was not found.
  if (!/^(?:AUX|VERB|ADV|PART|PRON)$/.test(first.upos)) return null;
  return joined(named(tree, shared, first.start, around), textFrom(first.start, clause, around));
}

/** Whether a verb of the clause, or what helps it, has a person or a tense. */
const hasTense = (tree: Tree, head: Word, inside: ReadonlySet<Word>): boolean =>
  [head, ...childrenOf(tree, head, "aux", "cop")].some((word) => word.feats.VerbForm === "Fin" && inside.has(word));

/** `lorsqu'il est tombé`, `where they live`: but for `que` and `that`, what opens the clause hangs it on other words. */
function hangs(tree: Tree, head: Word, inside: ReadonlySet<Word>): boolean {
  const marks = childrenOf(tree, head, "mark").filter((word) => inside.has(word));
  if (head.deprel.startsWith("advcl") && marks.length > 0) return true;
  if (marks.some((word) => !/^(?:que|qu['’]|that)$/.test(lowerCase(word.form)))) return true;
  return childrenOf(tree, head).some(
    (word) =>
      inside.has(word) &&
      !/^(?:nsubj|obj)/.test(word.deprel) &&
      word.index < head.index &&
      (isRelative(word) || (word.feats.PronType === "Int" && !word.deprel.startsWith("det"))),
  );
}

/** `a figure that the union called`, `faces calls`: what was called so, or called for, is told elsewhere. */
function isCut(tree: Tree, words: readonly Word[]): boolean {
  const last = words.findLast(({ upos }) => upos !== "PUNCT")?.index ?? 0;
  const lacks = ({ index, deprel }: Word): boolean =>
    index > last && /^(?:obj|ccomp|xcomp|acl)(?::(?!relcl)|$)/.test(deprel);
  return words.some((word) => childrenOf(tree, word).some(lacks));
}

/** `HARN (AP) — The port is closed`: `The port is closed`. */
function withoutDateline({ tree, words, span }: Clause, { text }: Around): string | true {
  const body = tree.sentence.words[bodyOf(tree.sentence.words)];
  if (body === undefined || (words[0]?.index ?? 0) >= body.index || body.start >= span.end) return true;
  return text.slice(body.start, span.end);
}

const isAsked = (tree: Tree): boolean =>
  tree.sentence.words.findLast(({ upos, form }) => upos !== "PUNCT" || form.includes("?"))?.form.includes("?") === true;

/** Subjects of a predicate, `il` and `there` of `il faut`, `there is` among them. Not: `se`. */
const subjectsOf = (tree: Tree, head: Word): readonly Word[] =>
  childrenOf(tree, head, "nsubj", "csubj", "expl").filter(
    ({ deprel, form }) => !deprel.startsWith("expl") || /^(?:il|ce|c['’]|it|there)$/.test(lowerCase(form)),
  );

/** Of coordinated predicates the first. */
function firstOf(tree: Tree, head: Word): Word {
  let first = head;
  for (let depth = 0; depth < 8 && first.deprel.startsWith("conj"); depth++)
    first = tree.sentence.words[first.head] ?? first;
  return first;
}

const isRelative = (word: Word): boolean =>
  word.feats.PronType === "Rel" ||
  /^(?:qui|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|duquel|who|which|whom|whose)$/.test(lowerCase(word.form));

/** `que` of `les sacs que le maire a vus`, where its clause belongs to a noun. */
const relativeOf = (tree: Tree, head: Word, inside: ReadonlySet<Word>): Word | undefined =>
  childrenOf(tree, head, "obj").find(
    (word) =>
      inside.has(word) &&
      word.index < head.index &&
      (isRelative(word) || /^(?:que|qu['’]|that)$/.test(lowerCase(word.form))),
  );

/** What a relative clause belongs to. Not: `ce qui`, `those who`. */
function nounOf(tree: Tree, head: Word): Word | null {
  if (!head.deprel.startsWith("acl")) return null;
  const noun = tree.sentence.words[head.head];
  return noun?.upos === "NOUN" || noun?.upos === "PROPN" ? noun : null;
}

/** Not: `les invités du maire, qui part demain`, where the parse takes the wrong noun. */
function agree(tree: Tree, noun: Word, head: Word, { articles }: Around): boolean {
  const verb = [head, ...childrenOf(tree, head, "aux", "cop")].find(({ feats }) => feats.VerbForm === "Fin");
  // An English verb of the past tells no number.
  if (!articles && verb?.feats.Tense !== "Pres") return true;
  const [one, other] = [noun.feats.Number, verb?.feats.Number];
  return one === undefined || other === undefined || one === other;
}

/**
 * `les sacs que le maire garde au port`: `le maire garde les sacs au port`. Not: `que le maire a vus`, whose participle would
 * be another, nor what goes on with another verb or a negation.
 */
function asObject({ tree, head, words, span }: Clause, pronoun: Word, subject: Word, around: Around): string | null {
  const noun = nounOf(tree, head);
  if (noun === null || subject.index > head.index) return null;
  if (around.articles && childrenOf(tree, head, "aux").length > 0) return null;
  if (childrenOf(tree, head, "xcomp", "ccomp").length > 0) return null;
  if (childrenOf(tree, head, "advmod").some(({ feats }) => feats.Polarity === "Neg")) return null;
  const object = named(tree, noun, pronoun.start, around);
  if (object === null || words[0] !== pronoun) return null;
  const { text } = around;
  const inner = noun.upos === "PROPN" ? object : `${object.charAt(0).toLocaleLowerCase()}${object.slice(1)}`;
  return `${text.slice(pronoun.end, head.end).trim()} ${inner}${text.slice(head.end, span.end)}`;
}

/** `(accuse le maire d')avoir vendu le bac`, `(suspected of) having sold it`: who is accused of it is said to have done it. */
const isAccused = ({ head, words }: Clause, { act }: Around): boolean =>
  (act === "accuse" || act === "suppose") &&
  head.upos === "VERB" &&
  /^(?:avoir|être|having)$/i.test(words[0]?.form ?? "");

const thirds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  avoir: ["a", "ont"],
  être: ["est", "sont"],
  having: ["has", "have"],
};

function accused(clause: Clause, around: Around): string | null {
  const { tree, head, words } = clause;
  const accusing = tree.sentence.words[head.head];
  const [verb] = words;
  if (accusing === undefined || verb === undefined) return null;
  // Parsers hang what somebody did on the verb or on whom it accuses.
  const isWhom = ({ deprel }: Word): boolean => /^(?:obj|iobj|nsubj:pass)$/.test(deprel);
  const whom = isWhom(accusing) ? accusing : childrenOf(tree, accusing).find(isWhom);
  if (whom === undefined || words.includes(whom) || isRelative(whom)) return null;
  const [one, many] = thirds[lowerCase(verb.form)] ?? [];
  const subject = named(tree, whom, verb.start, around);
  return joined(subject, `${whom.feats.Number === "Plur" ? many : one} ${textFrom(verb.end, clause, around)}`);
}

const textFrom = (start: number, { span }: Clause, { text }: Around): string => text.slice(start, span.end).trim();

const joined = (subject: string | null, rest: string): string | null =>
  subject === null ? null : `${subject} ${rest}`;

const longest = 12;

/** A noun with what describes it, up to where its clause begins; the name of whom a pronoun stands for. Null where it lacks its article. */
function named(tree: Tree, noun: Word, before: number, { text, articles, nameOf }: Around): string | null {
  if (noun.upos === "PRON") return nameOf(noun) ?? noun.form;
  const left = (word: Word): boolean =>
    /^(?:acl|appos|conj|cc|parataxis|punct|case|mark|advcl|advmod|cop)/.test(word.deprel);
  const own = subtree(tree, noun, (word) => word.end > before || (word.head === noun.index && left(word)));
  const gaps = own.some((word, at) => at > 0 && word.index - (own[at - 1]?.index ?? 0) > 1);
  if (gaps || own.length > longest || !isNominal(noun)) return null;
  if (own.some(isRelative)) return null;
  if (articles && noun.upos === "NOUN" && !own.some(({ deprel }) => /^(?:det|nummod)/.test(deprel))) return null;
  const { start, end } = stretch(own);
  const [opener] = own;
  // `du port`: `le port`.
  if (opener === undefined || text.slice(opener.start, opener.end) === opener.form) return text.slice(start, end);
  return `${opener.form}${text.slice(opener.end, end)}`;
}
