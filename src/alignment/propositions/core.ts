import type { Events } from "../../languages/events.ts";
import type { CoreItem, Word } from "../../model/index.ts";
import { causeOf } from "./cause.ts";
import { stem } from "./concepts.ts";
import type { Predicate } from "./predicate.ts";
import { idiomOf, senseNames } from "./sense-names.ts";
import { lemmaOf, type Tree } from "./tree.ts";

const content = new Set(["NOUN", "VERB", "ADJ", "ADV", "PROPN", "X"]);

/** How much of a word's weight a dependent has, by its relation; what is not named has none. */
const shares: Readonly<Record<string, number>> = {
  nsubj: 0.8,
  csubj: 0.8,
  obj: 0.8,
  iobj: 0.7,
  xcomp: 0.8,
  ccomp: 0.7,
  obl: 0.6,
  nmod: 0.6,
  amod: 0.6,
  advmod: 0.4,
  compound: 0.7,
  conj: 0.7,
  appos: 0.4,
  acl: 0.35,
  advcl: 0.35,
  parataxis: 0.35,
  dep: 0.4,
  dislocated: 0.6,
  flat: 0.5,
  fixed: 0.3,
};

/** Items kept of one proposition. */
const most = 8;

/**
 * What a clause says at heart, with weights by depth: `Les plongeurs n'ont relevé aucune trace d'explosion` is about an
 * explosion, then about divers. Not about a trace, which is only the shell of what it governs.
 */
export function coreOf(
  tree: Tree,
  predicate: Predicate,
  words: readonly Word[],
  events: Events,
  isName: (word: Word) => boolean,
  language: string,
): CoreItem[] {
  const inside = new Set(words.map(({ index }) => index));
  const found = new Map<string, { weight: number; readonly names: Set<string> }>();
  const seen = new Set<number>();
  const queue: { word: Word; weight: number }[] = [{ word: predicate.outer[0] ?? predicate.verb, weight: 1 }];
  if (predicate.head !== predicate.verb) queue.push({ word: predicate.head, weight: 1 });
  const subject = subjectOutside(tree, predicate.verb, inside);
  if (subject !== null) {
    queue.push({ word: subject, weight: shares.nsubj ?? 0 });
    inside.add(subject.index);
  }
  const cause = causeOf(tree, predicate, events);
  if (cause !== null) queue.push({ word: cause, weight: 1 });
  const idiom = predicate.head === predicate.verb ? idiomOf(tree, predicate.verb, language, events.generic) : null;
  for (const { word, weight } of queue) {
    if (seen.has(word.index) || weight < 0.1) continue;
    seen.add(word.index);
    const said = idiom !== null && word === predicate.verb;
    const causes = cause !== null && word === predicate.verb;
    const hollow = causes || (!said && isHollow(tree, word, predicate, events, isName));
    if (
      !hollow &&
      idiom?.words.has(word.index) !== true &&
      content.has(word.upos) &&
      !isName(word) &&
      inside.has(word.index)
    ) {
      const names = senseNames(tree, word, predicate, language);
      // A word that tells nothing by itself may tell much with another: `prendre part`.
      if (isTelling(word, events) || names.some((name) => name.includes(" "))) {
        const concept = said && idiom !== null ? idiom.name : coreConcept(word, events);
        const item = found.get(concept) ?? { weight, names: new Set() };
        found.set(concept, item);
        item.weight = Math.max(item.weight, weight);
        for (const name of names) item.names.add(name);
      }
    }
    let given = causes || !hollow;
    const children = word === subject ? [] : [...(tree.children[word.index] ?? [])].sort((a, b) => rank(a) - rank(b));
    for (const child of children) {
      if (!inside.has(child.index) && child !== predicate.head) continue;
      const relation = child.deprel.split(":", 1)[0] ?? "";
      const share = shares[relation];
      if (share === undefined) continue;
      // What a hollow word governs takes its place: of `on voit des policiers charger`, the charge.
      const acted = given
        ? null
        : events.bearers?.has(lemmaOf(word)) === true
          ? actedBy(tree, child)
          : events.minds?.has(lemmaOf(word)) === true
            ? judgedAs(tree, child)
            : null;
      if (acted !== null) {
        given = true;
        queue.push({ word: acted, weight });
      }
      const heir = !given && isHeir(child, word);
      given ||= heir;
      queue.push({ word: child, weight: weight * (heir ? 1 : share) });
    }
  }
  return [...found]
    .map(([concept, { weight, names }]) => ({
      concept,
      weight: Math.round(weight * 100) / 100,
      ...(names.size === 0 ? {} : { names: [...names] }),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

/** A lemma's concept where the list of concepts has it, else its stem. Never its event class, which says less. */
export const coreConcept = (word: Word, events: Events): string =>
  events.concepts.get(lemmaOf(word)) ?? stem(lemmaOf(word));

const isTelling = (word: Word, events: Events): boolean =>
  content.has(word.upos) && lemmaOf(word).length > 1 && /\p{L}/u.test(word.lemma) && !events.generic.has(lemmaOf(word));

/** Objects and complements come before subjects, subjects before what is loosely attached. */
function rank({ deprel }: Word): number {
  if (/^(?:obj|xcomp|ccomp)/.test(deprel)) return 0;
  if (/^(?:nsubj|nmod)/.test(deprel)) return 1;
  return 2;
}

function isHollow(
  tree: Tree,
  word: Word,
  predicate: Predicate,
  events: Events,
  isName: (word: Word) => boolean,
): boolean {
  const lemma = lemmaOf(word);
  const children = tree.children[word.index] ?? [];
  if (word.upos === "NOUN") {
    if (
      events.minds?.has(lemma) === true &&
      children.some(({ deprel, form }) => deprel === "case" && /^en$/i.test(form))
    )
      return true;
    return events.shells?.has(lemma) === true && children.some((child) => isHeir(child, word));
  }
  if (word === predicate.verb && predicate.head !== predicate.verb) return true;
  // `The samples show that the smoke was harmless`: about what is shown, said or known.
  if (children.some(({ deprel, index }) => deprel.startsWith("ccomp") && index > word.index)) return true;
  // `Les agents ont répondu à une agression`: a verb that tells nothing gives its place to what it governs.
  if (word === predicate.verb && word.upos === "VERB" && events.generic.has(lemma)) return true;
  // `La thèse de la vague ne tient pas`, `L'excès de charge est une invention`: about the wave, about the load.
  const judged = children.some(({ deprel, lemma: own }) => /^nsubj/.test(deprel) && events.theories?.has(own) === true);
  if (
    judged ||
    (events.verdicts.has(lemma) && children.some(({ deprel, upos }) => /^nsubj/.test(deprel) && upos === "NOUN"))
  )
    return true;
  if (events.minds?.has(lemma) === true) return true;
  if (events.bearers?.has(lemma) !== true && !predicate.outer.includes(word)) return false;
  // `Paul Aubin restera`: a name that tells nothing leaves the verb what it says.
  return children.some((child) => isHeir(child, word) && (child.upos !== "PROPN" || !isName(child)));
}

/** The infinitive that hangs on the object of a verb of seeing or letting. */
function actedBy(tree: Tree, object: Word): Word | null {
  if (object.deprel !== "obj") return null;
  const verb = (tree.children[object.index] ?? []).find(
    ({ deprel, upos, feats }) =>
      /^(?:acl|xcomp|ccomp|advcl)/.test(deprel) && upos === "VERB" && feats.VerbForm === "Inf",
  );
  return verb ?? null;
}

/** What somebody takes something to be: `juge l'ouvrage fragilisé`, `a jugé les fumées sans danger`. */
function judgedAs(tree: Tree, object: Word): Word | null {
  if (object.deprel !== "obj") return null;
  const beside = [...(tree.children[object.index] ?? []), ...(tree.children[object.head] ?? [])];
  const found = beside.find(
    (word) =>
      word.index > object.index &&
      ((word.upos === "ADJ" && /^(?:amod|xcomp|advcl)/.test(word.deprel)) ||
        (word.feats.VerbForm === "Part" && /^(?:acl$|amod|xcomp)/.test(word.deprel)) ||
        (/^(?:obl|nmod)/.test(word.deprel) &&
          (tree.children[word.index] ?? []).some(({ deprel, lemma }) => deprel === "case" && isWithout(lemma)))),
  );
  return found ?? null;
}

const isWithout = (lemma: string): boolean => /^(?:sans|without)$/i.test(lemma);

/**
 * The noun that is the subject of a verb and stands outside of its clause: of `et n'a connu aucun raté`, that of the
 * first verb; of `qui a tué deux ouvriers`, what the relative clause is about.
 */
function subjectOutside(tree: Tree, verb: Word, inside: ReadonlySet<number>): Word | null {
  const own = (tree.children[verb.index] ?? []).find(({ deprel }) => /^(?:nsubj|csubj|expl:subj)/.test(deprel));
  const head = tree.sentence.words[verb.head];
  if (head === undefined) return null;
  if (verb.deprel.startsWith("conj") && own === undefined && (head.upos === "VERB" || head.upos === "ADJ")) {
    const shared = (tree.children[head.index] ?? []).find(
      ({ deprel, upos }) => deprel.startsWith("nsubj") && upos === "NOUN",
    );
    return shared === undefined || inside.has(shared.index) ? null : shared;
  }
  const relative =
    /^(?:acl:relcl|advcl:cleft)$/.test(verb.deprel) && own !== undefined && /^(?:qui|that|which|who)$/i.test(own.form);
  return relative && head.upos === "NOUN" ? head : null;
}

function isHeir(child: Word, parent: Word): boolean {
  if (child.upos === "PRON" || child.upos === "PUNCT") return false;
  if (parent.upos === "NOUN") return /^(?:nmod|acl|xcomp|ccomp|csubj)/.test(child.deprel);
  return /^(?:obj|xcomp|ccomp|nsubj|csubj|obl:arg)/.test(child.deprel);
}
