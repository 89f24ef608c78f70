import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { conceptOf } from "./concepts.ts";
import { lemmaOf } from "./tree.ts";

/**
 * Whether a clause does nothing but judge what was said before: `C'est de la pure fiction`, `These claims are false`.
 * Not: `La fausse facture a été payée`, where the word stands beside a matter of its own.
 */
export function verdictOf(words: readonly Word[], events: Events, own = false): "false" | "true" | null {
  // A document that judges points at what it judges: `C'est faux`. Not: `La vidéo date en réalité de mai`.
  if (own && !words.some((word) => word.deprel.startsWith("nsubj") && pointsBack(word, words, events))) return null;
  if (isHasty(words, events)) return null;
  if (isTakenUp(words, events)) return "true";
  if (isInnocence(words) || isDenial(words, events)) return "false";
  // The predicate's own negation makes it a denial.
  if (isDisbelief(words)) return "true";
  // `On nous dit que le lait est sain` tells a matter of its own.
  if (words.some(({ deprel, head }) => deprel === "ccomp" && words.some(({ index }) => index === head))) return null;
  let verdict: "false" | "true" | null = null;
  let sayings = 0;
  let other = 0;
  for (const word of words) {
    const lemma = lemmaOf(word);
    const ground = groundOf(word, words);
    const judged = ground ?? events.verdicts.get(lemma) ?? events.verdicts.get(lowerCase(word.form));
    if (judged !== undefined && (ground !== undefined || !isObject(word, words)))
      verdict = verdict === "false" ? verdict : judged;
    else if (events.sayings.has(lemma)) sayings++;
    else if (
      /^(NOUN|VERB|PROPN|NUM)$/.test(word.upos) &&
      !events.generic.has(lemma) &&
      conceptOf(lemma, events) !== "truth"
    )
      other++;
  }
  if (verdict !== null) return other <= 2 + sayings ? verdict : null;
  // `couvrir le rapport` tells what was done with it.
  const acts = words.some(
    (word) => word.upos === "VERB" && !events.generic.has(lemmaOf(word)) && !events.sayings.has(lemmaOf(word)),
  );
  return sayings > 0 && other <= 1 && !acts ? "true" : null;
}

const grounds = /^(?:fondement|consistance|foundation|merit|basis|substance)$/;

/**
 * `Ces accusations sont sans fondement`, `The claim has no merit`: what has no ground is called false; where a negation says
 * so, it does the rest. Undefined elsewhere, and for `Le fondement de la tour est solide`.
 */
export function groundOf(word: Word, words: readonly Word[]): "false" | "true" | undefined {
  if (!grounds.test(lemmaOf(word))) return undefined;
  const at = words.indexOf(word);
  const before = words.slice(Math.max(0, at - 3), at).map(({ form }) => lowerCase(form));
  if (before.some((form) => /^(?:sans|without|dénuée?s?|dépourvue?s?|devoid|lacks?|lacked)$/.test(form)))
    return "false";
  return before.some((form) => /^(?:aucune?|no|any)$/.test(form)) ? "true" : undefined;
}

/** Pronouns and articles that have a finger on what was said. */
export const demonstrative = /^(?:ce|c['’]|cela|ça|ceci|cet|cette|ces|this|that|these|those|it)$/;

const pointsBack = (word: Word, words: readonly Word[], events: Events): boolean =>
  demonstrative.test(lowerCase(word.form)) ||
  (events.sayings.has(lemmaOf(word)) &&
    words.some(({ head, form }) => head === word.index && demonstrative.test(lowerCase(form))));

/** `clame son innocence`, `maintains her innocence`: whatever one is accused of was not so. */
function isInnocence(words: readonly Word[]): boolean {
  const [opener, noun, ...more] = words.filter(({ upos }) => upos !== "PUNCT");
  return (
    more.length === 0 &&
    noun !== undefined &&
    lemmaOf(noun) === "innocence" &&
    /^(?:son|leur|mon|notre|his|her|their|my|our)$/.test(lowerCase(opener?.form ?? ""))
  );
}

/** `oppose « un démenti formel »`: nothing but that it is denied. Not: `le démenti du maire`. */
function isDenial(words: readonly Word[], events: Events): boolean {
  const [opener, ...said] = words.filter(({ upos }) => upos !== "PUNCT");
  return (
    /^(?:un|des|a)$/.test(lowerCase(opener?.form ?? "")) &&
    said.length < 4 &&
    said.some((word) => events.denials.has(lemmaOf(word))) &&
    said.every((word) => /^(?:ADJ|ADV)$/.test(word.upos) || events.denials.has(lemmaOf(word)))
  );
}

/** `cette idée`, `that figure`: nothing but a word for what was said, with a finger on it. Not: `l'idée d'un pont`. */
function isTakenUp(words: readonly Word[], events: Events): boolean {
  const said = words.filter(({ upos }) => upos !== "PUNCT");
  const [opener, noun] = said;
  if (said.length !== 2 || opener === undefined || noun === undefined) return false;
  return (
    /^(?:cet|cette|ces|ce|this|that|these|those)$/.test(lowerCase(opener.form)) &&
    events.taken?.has(lemmaOf(noun)) === true
  );
}

/** `n'a détecté que quarante faux`: what a verb is done to is no judgement. */
const isObject = ({ deprel, head }: Word, words: readonly Word[]): boolean =>
  deprel === "obj" &&
  words.some(({ index, upos, lemma }) => index === head && upos === "VERB" && !/^(?:être|be|dire|say)$/.test(lemma));

const believing = /^(?:croire|believe)$/;

/**
 * `Je n'en crois pas un mot`, `Elle n'y croit pas`, `I don't believe a word of it`: what was said is not believed.
 * Not: `Je ne crois pas le maire`, `Je ne crois pas que …`, which name whom or what.
 */
function isDisbelief(words: readonly Word[]): boolean {
  if (!words.some((word) => believing.test(lemmaOf(word)))) return false;
  const forms = words.map(({ form }) => lowerCase(form));
  const points = forms.some((form) => /^(?:en|y|it|that|this)$/.test(form));
  const no = forms.some((form) => /^(?:n['’]|ne|not|n't|don't|doesn't)$/.test(form));
  const other = words.filter(
    (word) =>
      /^(?:NOUN|VERB|PROPN|NUM|ADJ)$/.test(word.upos) &&
      !/^(?:croire|believe|mot|word|seconde?|rien|un|single)$/.test(lemmaOf(word)),
  );
  return points && no && other.every(({ deprel }) => deprel.startsWith("nsubj")) && other.length < 2;
}

/**
 * Whether a clause only leaves open what was said before: `Rien n'est décidé`, `No decision has been taken`. Whoever says
 * so neither affirms nor denies it. Not: `Rien n'est décidé sans le conseil`, which tells how things are decided.
 */
export function isOpen(words: readonly Word[], events: Events): boolean {
  if (isHasty(words, events)) return true;
  const none = words.some(({ form }) => /^(?:rien|nothing)$/iu.test(form));
  if (!none && !words.some(({ form }) => /^(?:aucune?|no)$/iu.test(form))) return false;
  const told = words.filter(({ upos }) => /^(?:NOUN|VERB|PROPN|ADJ|NUM)$/.test(upos));
  const settles = told.every((word) => events.settlers?.has(lemmaOf(word)) === true);
  return settles && told.length > 0 && (none || told.some(({ upos }) => upos === "NOUN"));
}

/**
 * `Cette affirmation est prématurée`, `called the claim hasty`, with no matter of its own. Not: `cette vente précipitée`, `Le
 * bébé est prématuré`.
 */
function isHasty(words: readonly Word[], { hasty, sayings, taken }: Events): boolean {
  const isOf = (list: ReadonlySet<string> | undefined) => (word: Word) => list?.has(lemmaOf(word)) === true;
  const told = words.filter(({ upos }) => /^(?:NOUN|VERB|PROPN|NUM)$/.test(upos));
  return (
    words.some(isOf(hasty)) &&
    words.some((word) => isOf(sayings)(word) || demonstrative.test(lowerCase(word.form))) &&
    told.every((word) => [hasty, sayings, taken].some((list) => isOf(list)(word)))
  );
}
