import type { Events } from "../../languages/events.ts";
import type { Sentence, Span, Statement, Word } from "../../model/index.ts";
import type { Found } from "../../statements/attribution.ts";
import { isHappening } from "../happening.ts";
import { indexed } from "./clauses.ts";
import { nounEntry, predicateOf } from "./predicate.ts";
import { childrenOf, lemmaOf, overlaps, stretch, subtree, type Tree, within } from "./tree.ts";

/** A noun phrase that takes a happening for granted: `malgré la conversation entre X et Y`. */
export type EventMention = {
  readonly tree: Tree;
  readonly noun: Word;
  readonly span: Span;
  readonly words: readonly Word[];
  /** The innermost statement that it stands in; null in the document's own voice. */
  readonly statement: Statement | null;
  /** The phrase that denies it: `le démenti par X de la conversation`. */
  readonly denier: Word | null;
  /** Its verb is negated, asked or only wondered about: `n'a pas confirmé la rencontre`. */
  readonly reported: boolean;
};

/**
 * Event nouns with their partners named, definite and not themselves what a clause says.
 * Not: `un accord entre les parties est souhaitable` (indefinite: nothing is taken for granted).
 */
export function presuppositions(trees: readonly Tree[], found: Found, events: Events): EventMention[] {
  const near = indexed(found.statements.flatMap(({ content }) => content));
  const mentionsNear = indexed(found.mentions);
  const actorOf = new Map(found.mentions.map((mention) => [mention as Span, mention.actor]));
  const owner = new Map<Span, Statement>();
  for (const statement of found.statements) for (const span of statement.content) owner.set(span, statement);
  const result: EventMention[] = [];
  for (const tree of trees) {
    for (const noun of tree.sentence.words) {
      const entry = nounEntry(tree, noun, events);
      if (entry === undefined || !entry.classes.some(isHappening) || isCarrier(tree, noun, events)) continue;
      const determiners = childrenOf(tree, noun, "det");
      if (!determiners.some(isDefinite(events))) continue;
      const words = subtree(
        tree,
        noun,
        ({ deprel }) => /^(acl|conj|parataxis|punct|appos)/.test(deprel) && !isPartner(deprel),
      );
      const actors = new Set<string>();
      for (const word of words) {
        for (const mention of mentionsNear(word)) if (overlaps(mention, word)) actors.add(actorOf.get(mention) ?? "");
      }
      const partners = actors.size < 2 ? partnersAfter(tree, noun, events) : null;
      for (const word of partners ?? []) {
        for (const mention of mentionsNear(word)) if (overlaps(mention, word)) actors.add(actorOf.get(mention) ?? "");
      }
      const pair = words.some(({ form }) => /^(deux|two|both)$/i.test(form));
      if (actors.size < 2 && !pair) continue;
      const wide = partners === null ? words : [...new Set([...words, ...partners])].sort((a, b) => a.index - b.index);
      const span = stretch(wide);
      const around = near(noun).filter((content) => within(noun, content));
      const inner = around.reduce<Span | null>(
        (best, one) => (best === null || size(one) < size(best) ? one : best),
        null,
      );
      const statement = inner === null ? null : (owner.get(inner) ?? null);
      if (statement !== null && inner !== null && isWhole(tree, noun, inner)) continue;
      const denial = ancestor(tree, noun, (word) => isDenial(word, events), 2);
      const denier = denial === null ? null : sourceOf(tree, denial, noun);
      const verb = ancestor(tree, noun, ({ upos }) => upos === "VERB", 3);
      const withheld =
        verb !== null && events.withholding.has(lemmaOf(verb)) && predicateOf(tree, verb, events).negated;
      result.push({
        tree,
        noun,
        span,
        words: wide,
        statement,
        denier: denial === null ? null : denier,
        reported: withheld,
      });
    }
  }
  return result;
}

/** `la rencontre de jeudi entre X et Y`: the words from the noun to its partners, wherever the parse hangs them. */
function partnersAfter(tree: Tree, noun: Word, events: Events): Word[] | null {
  const after = tree.sentence.words.slice(noun.index, noun.index + 7);
  const at = after.findIndex((word) => word.upos === "ADP" && events.partners.has(lemmaOf(word)));
  if (at < 0) return null;
  const rest = tree.sentence.words.slice(noun.index, noun.index + at + 10);
  const end = rest.findIndex(
    ({ upos, form }, index) => index > at && (upos === "VERB" || upos === "AUX" || /^[,;:.]$/.test(form)),
  );
  return end < 0 ? rest : rest.slice(0, end);
}

const size = ({ start, end }: Span): number => end - start;
const isPartner = (deprel: string): boolean => deprel === "conj";

const isDefinite =
  (events: Events) =>
  (word: Word): boolean =>
    word.feats.Definite === "Def" ||
    word.feats.Poss === "Yes" ||
    events.pointers.has(lemmaOf(word)) ||
    /^(le|la|les|l['’]|the)$/i.test(word.form);

/** `le démenti`, whether it was taken for a noun or for a participle. */
const isDenial = (word: Word, events: Events): boolean =>
  events.denials.has(lemmaOf(word)) || events.denials.has(word.form.toLowerCase());

/** Whether the noun is what its clause says happened, so that the clause itself is the proposition. */
function isCarrier(tree: Tree, noun: Word, events: Events): boolean {
  if (childrenOf(tree, noun, "cop").length > 0) return true;
  const head = tree.sentence.words[noun.head];
  return head !== undefined && head.upos === "VERB" && predicateOf(tree, head, events).head === noun;
}

/** Whether a statement's whole content is this phrase (`a démenti la rencontre`). */
const isWhole = (tree: Tree, noun: Word, content: Span): boolean => {
  const head = tree.sentence.words[noun.head];
  return head === undefined || !within(head, content);
};

function ancestor(tree: Tree, word: Word, test: (word: Word) => boolean, limit: number): Word | null {
  let at: Word | undefined = tree.sentence.words[word.head];
  for (let depth = 0; at !== undefined && depth < limit; depth++) {
    if (test(at)) return at;
    at = tree.sentence.words[at.head];
  }
  return null;
}

function sourceOf(tree: Tree, denial: Word, noun: Word): Word | null {
  const phrases = childrenOf(tree, denial, "nmod", "obl").filter((word) => word !== noun);
  return phrases[0] ?? null;
}

export type { Sentence };
