import type { Events } from "../../languages/events.ts";
import type { Analysis, Span, Statement, TextSpan, Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { ellipticDenial } from "./elliptic.ts";
import { isImprint } from "./imprint.ts";
import { cleftOf } from "./predicate.ts";
import { childrenOf, isNominal, lemmaOf, overlaps, stretch, subtree, type Tree, within } from "./tree.ts";

/** A clause: its head word, the words it consists of, and where it stands. */
export type Clause = { readonly tree: Tree; readonly head: Word; readonly words: readonly Word[]; readonly span: Span };

const clausal = /^(conj|advcl|acl:relcl|parataxis|ccomp|root)/;

/** Clauses of a statement's content: the topmost predicate of each sentence in it and those coordinated with it. */
export function contentHeads(
  trees: readonly Tree[],
  analysis: Analysis,
  statement: Statement,
  statements: readonly Statement[],
  events: Events,
): Clause[] {
  const found: Clause[] = [];
  for (const span of statement.content) {
    const foreign = inserted(statement, span, statements);
    for (const tree of treesIn(trees, analysis, span)) {
      const words = tree.sentence.words.filter(
        (word) => within(word, span) && word.upos !== "PUNCT" && !foreign.some((other) => within(word, other)),
      );
      const inside = new Set(words.map(({ index }) => index));
      if (isUnfinished({ words })) continue;
      const told = words.some(({ upos }) => /^(NOUN|PROPN|VERB|ADJ|AUX|NUM)$/.test(upos));
      if (words.length === 0 || (!told && ellipticDenial(words, events) === null)) continue;
      const tops = words.filter(({ head }) => !inside.has(head));
      const main = finite(tree, tops.find(isPredicative) ?? tops.find(isNominal) ?? tops[0], words);
      if (main === undefined) continue;
      const further =
        statement.mode !== "direct"
          ? []
          : tops.filter((top) => top !== main && isPredicative(top) && /^(parataxis|conj|root|ccomp)/.test(top.deprel));
      const heads = [main, ...further].flatMap((head) => [
        head,
        ...coordinated(tree, head).filter(({ index }) => inside.has(index)),
      ]);
      if (heads.length === 1) found.push({ tree, head: main, words, span: stretch(words) });
      else for (const head of heads) found.push(clauseAt(tree, head, heads, (word) => inside.has(word.index)));
    }
  }
  return found;
}

/** Words that somebody else says in the middle of a content: `l'appel, qui selon X n'a pas eu lieu, …`. */
function inserted(statement: Statement, span: Span, statements: readonly Statement[]): Span[] {
  const own = size(span);
  return statements
    .filter(
      (other) => other !== statement && other.parent !== statement.id && other.speaker.id !== statement.speaker.id,
    )
    .filter(({ parent }) => parent === null || parent === statement.parent)
    .flatMap(({ content }) => content.filter((inner) => within(inner, span) && size(inner) < own));
}

const size = ({ start, end }: Span): number => end - start;

/** A participle without auxiliary does not head a content in which a verb has one (`le président élu lui aurait parlé`). */
function finite(tree: Tree, main: Word | undefined, words: readonly Word[]): Word | undefined {
  if (main === undefined || main.upos !== "VERB" || main.feats.VerbForm === "Fin") return main;
  const aimed = childrenOf(tree, main, "mark", "case").some(({ form }) => /^(?:pour|afin)$/i.test(form));
  if (main.feats.VerbForm === "Inf" && !aimed) return main;
  const auxiliary = (word: Word) => {
    const before = tree.sentence.words[word.index - 1];
    return before?.upos === "AUX" || childrenOf(tree, word, "aux").length > 0;
  };
  return auxiliary(main) ? main : (words.find((word) => word.upos === "VERB" && auxiliary(word)) ?? main);
}

/** Clauses that the document says in its own voice: outside every statement's content, and not the cue of one. */
export function clauseHeads(
  trees: readonly Tree[],
  analysis: Analysis,
  statements: readonly Statement[],
  events: Events,
): Clause[] {
  const taken = statements.flatMap(({ content }) => content);
  const cues = statements.flatMap(({ cue }) => (cue === null ? [] : [cue]));
  // What fills a sentence and is nobody's is left alone; a quoted piece of the document's own sentence is part of it.
  const quoted = analysis.quotations.flatMap(({ inner }) => {
    const around = treesIn(trees, analysis, { ...inner, text: "" })[0]?.sentence;
    const whole = around === undefined || inner.end - inner.start > 0.7 * (around.end - around.start);
    return whole ? [inner] : [];
  });
  const near = indexed([...taken, ...quoted]);
  const nearCues = indexed(cues);
  const nearTimes = indexed(analysis.times);
  const dated = (word: Word) => nearTimes(word).some((time: Span) => overlaps(time, word));
  const found: Clause[] = [];
  for (const tree of trees) {
    const free = (word: Word) => !near(word).some((span: Span) => overlaps(span, word));
    const isCue = (word: Word) => nearCues(word).some((cue: Span) => overlaps(cue, word));
    const clefts = new Set(tree.sentence.words.map((word) => cleftOf(tree, word)));
    const heads = tree.sentence.words.filter(
      (word) =>
        free(word) &&
        !clefts.has(word) &&
        clausal.test(word.deprel) &&
        (isPredicative(word) ||
          hasCopula(tree, word) ||
          (word.deprel === "root" && childrenOf(tree, word).length > 1 && tells(tree, dated))) &&
        !isCue(word) &&
        // `a été le premier à rapporter que …` says no more than its cue.
        !(tree.children[word.index] ?? []).some(
          (child) => child.feats.VerbForm === "Inf" && !child.deprel.startsWith("conj") && isCue(child),
        ) &&
        !isSupposed(tree, word) &&
        !isImprint(tree, word, dated, events),
    );
    for (const head of heads) {
      const clause = clauseAt(tree, head, heads, free);
      const lexical = clause.words.filter(
        (word) => word.upos !== "PUNCT" && (!events.generic.has(lowerCase(word.lemma)) || isNobody(word, head)),
      );
      // `Incendie : la direction défend (son système)`: what is left of a line whose verb says something is no claim.
      const only = clause.words.some(isCue) && !clause.words.some((word) => !isCue(word) && isPredicative(word));
      if (lexical.length >= 2 && !isUnfinished(clause) && !only) found.push(clause);
    }
  }
  return found;
}

/** `Personne n'a été blessé`, `Nobody was hurt`: as good a subject as any. Not: `un appel que personne ne conteste`. */
const isNobody = ({ form, deprel }: Word, head: Word): boolean =>
  deprel.startsWith("nsubj") &&
  !head.deprel.startsWith("acl") &&
  /^(?:personne|rien|aucune?|nobody|nothing|none)$/iu.test(form);

const lastButOne = (words: readonly Word[]): string => lowerCase(words.at(-2)?.form ?? "");

/** `Ce que nous allons dire à Belmar, c'est`, `What we will tell them is`: what is said comes after, in another clause. */
function isUnfinished({ words }: Pick<Clause, "words">): boolean {
  const said = words.filter(({ upos }) => upos !== "PUNCT");
  const [first, second, last] = [said[0], said[1], said.at(-1)].map((word) => lowerCase(word?.form ?? ""));
  // `la priorité, c'est`
  if (/^c['’]$/.test(lastButOne(said)) && /^(?:est|était|sera)$/.test(last ?? "")) return true;
  const opens = first === "what" || (first === "ce" && /^(?:que|qu['’]|qui|dont)$/.test(second ?? ""));
  return opens && /^(?:est|était|sera|is|was)$/.test(last ?? "");
}

/**
 * A line without a verb that tells something (`Attaque de drones contre le port`), unlike one of names and dates
 * (`Par Jonas Velt | Le Miroir | 10 juin`).
 */
const tells = (tree: Tree, dated: (word: Word) => boolean): boolean =>
  tree.sentence.words.filter(
    (word) =>
      (word.upos === "NOUN" || word.upos === "VERB" || word.upos === "ADJ") &&
      (word.index === 0 || !/^\p{Lu}/u.test(word.form)) &&
      !dated(word),
  ).length > 1;

/** Purposes and conditions assert nothing: `pour finir la guerre`, `s'il était élu`. */
const isSupposed = (tree: Tree, word: Word): boolean =>
  word.deprel.startsWith("advcl") &&
  (word.feats.VerbForm === "Inf" ||
    childrenOf(tree, word, "mark").some(({ form }) => /^(?:si|s['’]|if|unless|pour)$/i.test(form)));

const isPredicative = (word: Word): boolean =>
  word.upos === "VERB" || (word.upos === "AUX" && !word.deprel.startsWith("aux") && word.deprel !== "cop");

const hasCopula = (tree: Tree, word: Word): boolean =>
  childrenOf(tree, word, "cop").length > 0 || childrenOf(tree, word, "nsubj").length > 0;

const coordinated = (tree: Tree, head: Word): Word[] =>
  childrenOf(tree, head, "conj", "parataxis").filter(
    (word) => isPredicative(word) || childrenOf(tree, word, "cop").length > 0,
  );

function clauseAt(tree: Tree, head: Word, heads: readonly Word[], keep: (word: Word) => boolean): Clause {
  const others = new Set(heads.filter((other) => other !== head).map(({ index }) => index));
  const words = subtree(tree, head, (word) => others.has(word.index) || !keep(word));
  const run = contiguous(words, head);
  return { tree, head, words: run, span: stretch(run) };
}

/** The run of words around the head that has no large gap: a clause broken by a quotation ends there. */
function contiguous(words: readonly Word[], head: Word): readonly Word[] {
  const at = words.indexOf(head);
  let first = at;
  let last = at;
  while (first > 0 && (words[first]?.index ?? 0) - (words[first - 1]?.index ?? 0) <= 3) first--;
  while (last < words.length - 1 && (words[last + 1]?.index ?? 0) - (words[last]?.index ?? 0) <= 3) last++;
  return words.slice(first, last + 1);
}

export function treesIn(trees: readonly Tree[], analysis: Analysis, span: TextSpan): Tree[] {
  let low = 0;
  let high = analysis.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((analysis.sentences[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Tree[] = [];
  for (let at = low; at < trees.length && (trees[at]?.sentence.start ?? 0) < span.end; at++) {
    const tree = trees[at];
    if (tree !== undefined) found.push(tree);
  }
  return found;
}

const none: readonly Span[] = [];

/** Spans near a word, looked up by blocks of 512 characters so that long documents stay linear. */
export function indexed(spans: readonly Span[]): (word: Span) => readonly Span[] {
  const blocks = new Map<number, Span[]>();
  for (const span of spans) {
    for (let block = span.start >> 9; block <= span.end >> 9; block++) {
      const list = blocks.get(block);
      if (list === undefined) blocks.set(block, [span]);
      else list.push(span);
    }
  }
  return (word) => blocks.get(word.start >> 9) ?? none;
}

export const lemmasOf = (clause: Clause): string[] => clause.words.map(lemmaOf);
