import type { Events } from "../../languages/events.ts";
import type { Language } from "../../languages/language.ts";
import type { Quantity, Statement, Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { isNegated, type Predicate } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";

/** What is needed to tell the traits of a clause. */
export type Setting = {
  readonly events: Events;
  readonly language: Language | null;
  readonly concept: (lemma: string) => string;
  readonly statement: Statement | null;
  readonly quantities: readonly Pick<Quantity, "value" | "unit">[];
  /** It is told when. */
  readonly dated: boolean;
};

/**
 * Small words of a clause that make another claim of the same words, each as its kind and of what:
 * - `meant`, `done`: `veut vendre`, `a vendu`; `hoped`: `espère vendre`;
 * - `share all school`: `toutes les écoles`; `share part school`: `certaines écoles`;
 * - `nth 2 match`: `le deuxième match`; `degree more dear`: `plus cher`;
 * - `without pilot`: `sans pilote`; `quality absents absent member`: `des élus absents`; `clause if finish`: `si … sont finis`;
 * - `count 4 dead`: `quatre patients sont morts`;
 * - `kind gas deal`: `a gas deal`;
 * - `tag A line`: `la ligne A`; `office health minister`: `le ministre de la Santé`;
 * - `number 3 1`: `sur trois`, of what is neither counted nor dated;
 * - `thing`: no clause at all, `le parc éolien`.
 */
export function traitsOf(tree: Tree, predicate: Predicate, words: readonly Word[], setting: Setting): string[] {
  const found = new Set<string>();
  const realis = realisOf(tree, predicate, setting);
  if (realis !== null) found.add(realis);
  if (isHoped(tree, predicate, setting)) found.add("hoped");
  if (
    predicate.head.upos === "NOUN" &&
    predicate.verb === predicate.head &&
    childrenOf(tree, predicate.head, "cop", "nsubj").length === 0
  )
    found.add("thing");
  for (const word of words) for (const trait of wordTraits(tree, word, setting)) found.add(trait);
  for (const trait of clauseTraits(tree, predicate, setting)) found.add(trait);
  for (const trait of countTraits(words, predicate, setting)) found.add(trait);
  if (setting.quantities.length === 0 && !setting.dated)
    for (const { upos, form } of words)
      if (upos === "NUM" && !/^\d{4}$/.test(form)) found.add(`number ${lowerCase(form)} ${numberIn(form)}`);
  return [...found];
}

const meaning = new Set(["suppose", "promise", "threaten"]);

/** Whether what the clause says is only meant or tried, or is told as done; null where it is neither. */
function realisOf(
  tree: Tree,
  { verb, outer }: Predicate,
  { events, statement, language }: Setting,
): "meant" | "done" | null {
  if (verb.upos !== "VERB" && verb.upos !== "AUX") return null;
  const intends = (word: Word | undefined): boolean =>
    word !== undefined && events.intents?.has(lemmaOf(word)) === true;
  // `The thief nearly escaped`
  if (childrenOf(tree, verb, "advmod").some((word) => events.nearly?.has(lemmaOf(word)) === true)) return "meant";
  if (outer.some(intends) || (intends(verb) && childrenOf(tree, verb, "xcomp").some(({ upos }) => upos === "VERB")))
    return "meant";
  if (/^(?:xcomp|advcl|ccomp|acl)/.test(verb.deprel) && isInfinitive(tree, verb)) {
    if (intends(tree.sentence.words[verb.head])) return "meant";
    if (statement !== null && meaning.has(statement.act)) return "meant";
  }
  const auxiliaries = childrenOf(tree, verb, "aux", "aux:pass");
  const parts = [verb, ...auxiliaries];
  if (
    parts.some(
      ({ feats, upos }) =>
        feats.Mood === "Cnd" ||
        feats.Tense === "Fut" ||
        (upos === "AUX" && feats.VerbForm === "Fin" && feats.Tense === undefined),
    )
  )
    return null;
  const past = parts.some(({ feats }) => feats.Tense === "Past" && feats.VerbForm === "Fin");
  const reflexive = childrenOf(tree, verb, "expl:pv").length > 0;
  const perfect =
    verb.feats.VerbForm === "Part" &&
    auxiliaries.some((word) => /^(?:avoir|have)$/.test(lemmaOf(word)) || (reflexive && lemmaOf(word) === "être"));
  const english = language?.syntax.onePast === true;
  return past || perfect || (english && isPastByForm(tree, verb, auxiliaries)) ? "done" : null;
}

/** Somebody only wishes for it: `espère vendre`, `a dit espérer pouvoir vendre`. */
function isHoped(tree: Tree, { verb, outer }: Predicate, { events }: Setting): boolean {
  const hopes = (word: Word | undefined): boolean => word !== undefined && events.hopes?.has(lemmaOf(word)) === true;
  if (hopes(verb) || outer.some(hopes)) return true;
  return /^(?:xcomp|ccomp)/.test(verb.deprel) && hopes(tree.sentence.words[verb.head]);
}

/** `Ada Lind quit the board`, `Ada Lind repaid the loan`: one person, no auxiliary and no `-s`. */
function isPastByForm(tree: Tree, verb: Word, auxiliaries: readonly Word[]): boolean {
  if (auxiliaries.length > 0 || verb.feats.VerbForm !== "Fin" || verb.upos !== "VERB" || /s$/i.test(verb.form))
    return false;
  if (!/^(?:Imp|Ind)$/.test(verb.feats.Mood ?? "")) return false;
  const subjects = childrenOf(tree, verb, "nsubj").filter(({ index }) => index < verb.index);
  return subjects.some(({ upos, feats, form }) => upos === "PROPN" && feats.Number !== "Plur" && !/s$/i.test(form));
}

const isInfinitive = (tree: Tree, verb: Word): boolean =>
  verb.feats.VerbForm === "Inf" && childrenOf(tree, verb, "aux").length === 0;

function wordTraits(tree: Tree, word: Word, { events, concept }: Setting): string[] {
  const own = childrenOf(tree, word);
  const found: string[] = [];
  const name = concept(lemmaOf(word));
  if (word.upos === "NOUN") {
    for (const child of own) {
      const lemma = lemmaOf(child);
      if (/^(?:det|amod|nummod|advmod)/.test(child.deprel)) {
        const share = events.shares?.get(lemma);
        if (share !== undefined) found.push(`share ${share} ${name}`);
        const nth = events.ordinals?.get(lemma);
        if (nth !== undefined) found.push(`nth ${nth} ${name}`);
      }
      if (child.index === word.index + 1 && isTag(child) && !/^\p{Lu}$/u.test(child.form))
        found.push(`tag ${lowerCase(child.form)} ${name}`);
      if (child.upos === "NOUN" && isKind(tree, child)) found.push(`kind ${concept(lemma)} ${name}`);
      if (officials.has(name) && /^(?:nmod|compound)/.test(child.deprel) && child.upos === "NOUN")
        found.push(`office ${concept(lemma)} ${name}`);
      if (child.deprel === "case" && events.markers.get(lemma) === "without") found.push(`without ${name}`);
    }
    const next = tree.sentence.words[word.index + 1];
    if (next !== undefined && /^\p{Lu}$/u.test(next.form)) found.push(`tag ${lowerCase(next.form)} ${name}`);
    const share = events.shares?.get(lemmaOf(word));
    const whole =
      share === undefined ? undefined : own.find(({ deprel, upos }) => deprel.startsWith("nmod") && upos === "NOUN");
    if (whole !== undefined) found.push(`share ${share} ${concept(lemmaOf(whole))}`);
  }
  // `a terminé deuxième du marathon`
  const rank =
    word.upos === "ADJ" && !/^(?:amod|det)/.test(word.deprel) ? events.ordinals?.get(lemmaOf(word)) : undefined;
  if (rank !== undefined) found.push(`nth ${rank} itself`);
  if (word.upos === "ADJ" || word.upos === "ADV") {
    const negated = isNegated(tree, word);
    for (const child of own) {
      const degree = child.deprel === "advmod" ? events.degrees?.get(lemmaOf(child)) : undefined;
      if (degree !== undefined && !negated) found.push(`degree ${degree} ${name}`);
    }
  }
  if (word.deprel.startsWith("amod") && (word.upos === "ADJ" || word.upos === "VERB")) {
    const noun = tree.sentence.words[word.head];
    if (noun !== undefined) found.push(`quality ${lowerCase(word.form)} ${lemmaOf(word)} ${concept(lemmaOf(noun))}`);
  }
  return found;
}

/** `a gas deal`, `un accord de pêche`. Not: `l'accord de la mairie`. */
const isKind = (tree: Tree, word: Word): boolean =>
  word.deprel === "compound" ||
  (word.deprel.startsWith("nmod") &&
    childrenOf(tree, word, "case").some(({ lemma }) => lemma === "de") &&
    childrenOf(tree, word, "det").length === 0);

/** Heads of a department that tells which of them is meant. */
const officials = new Set(["minister", "ministry", "secretary", "commissioner"]);

/** `la ligne A`, `le vol 212`, `article 4`: a letter or number by which one of many is called. Not: `en mai 2031`. */
const isTag = ({ form, deprel }: Word): boolean =>
  /^(?:nmod|nummod|flat|appos|compound|dep)/.test(deprel) &&
  /^(?:\p{Lu}|\p{Lu}{0,3}\d{1,3}\p{Lu}?|[IVX]{1,5})$/u.test(form);

/** Digits are one thing in every language, words in their own. */
const numberIn = (form: string): string => (/\d/.test(form) ? "digits" : "words");

/** Under what it holds, by each clause that hangs on it: `si les travaux sont finis`. */
function clauseTraits(tree: Tree, { verb }: Predicate, { events, concept }: Setting): string[] {
  return childrenOf(tree, verb, "advcl").flatMap((clause) => {
    const marks = childrenOf(tree, clause, "mark").map((mark) => events.conditions?.get(lemmaOf(mark)));
    const kind = marks.find((one) => one !== undefined);
    return kind === undefined
      ? []
      : [`clause ${kind}${isNegated(tree, clause) ? "-not" : ""} ${concept(lemmaOf(clause))}`];
  });
}

/** How many it befell: `quatre patients sont morts`, `sept victimes`. */
function countTraits(words: readonly Word[], { classes }: Predicate, { language, quantities }: Setting): string[] {
  if (language === null) return [];
  const { figures, actors } = language;
  const outcomes = new Set([
    ...words.flatMap(({ form }) => figures.outcomes.get(lowerCase(form)) ?? []),
    ...classes.flatMap((name) => befalls.get(name) ?? []),
  ]);
  const [only] = outcomes.size === 1 ? outcomes : [];
  return quantities.flatMap(({ value, unit }) => {
    const counted = figures.counted.get(unit.toLowerCase());
    if (counted === undefined && !actors.nouns.has(unit)) return [];
    const outcome = counted?.outcome ?? only;
    return outcome === undefined ? [] : [`count ${value} ${outcome}`];
  });
}

/** What befalls people so that it is counted. */
const befalls: ReadonlyMap<string, string> = new Map([
  ["kill", "dead"],
  ["die", "dead"],
  ["injure", "hurt"],
  ["arrest", "arrest"],
]);
