import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { openersOf } from "../../text/phrases.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";
import { demonstrative } from "./verdict.ts";

/** What a clause says, before its arguments are looked up. */
export type Predicate = {
  /** The word that carries the meaning: for `a mené une attaque`, `attaque`. */
  readonly head: Word;
  /** The word whose dependents are the arguments: for `a mené une attaque`, `mené`. */
  readonly verb: Word;
  /** The verbs looked through to reach it, whose dependents are arguments too (`refuse d'autoriser`). */
  readonly outer: readonly Word[];
  readonly lemma: string;
  readonly classes: readonly string[];
  readonly converse: boolean;
  readonly negated: boolean;
  readonly passive: boolean;
  /** Only a light verb or an existence stands over an event noun: `l'appel a eu lieu`. */
  readonly occurs: boolean;
  /** Conditional of hearsay or of condition. */
  readonly conditional: boolean;
};

const negations = new Set([
  "pas",
  "jamais",
  "aucun",
  "aucune",
  "nul",
  "guère",
  "nullement",
  "aucunement",
  "ni",
  "not",
  "n't",
  "never",
  "no",
  "neither",
  "nor",
]);

/** Whether a predicate carries a negation of its own (`ne … que` restricts and does not negate). */
export function isNegated(tree: Tree, verb: Word): boolean {
  const own = childrenOf(tree, verb);
  const auxiliaries = own.filter(({ deprel }) => deprel.startsWith("aux") || deprel === "cop");
  const words = [...own, ...auxiliaries.flatMap((word) => childrenOf(tree, word))];
  const { words: all } = tree.sentence;
  // `Six personnes sont mortes, pas dix-sept`, `six people died, not seventeen`: not so many, and yet.
  const contrasts = ({ index }: Word): boolean =>
    all[/^[«“"]$/.test(all[index - 1]?.form ?? "") ? index - 2 : index - 1]?.form === "," &&
    /^(?:NUM|NOUN|PROPN|ADJ|DET|PRON|ADP)$/.test(all[index + 1]?.upos ?? "");
  const forms = words.map(({ form }) => lowerCase(form));
  const hasNe = forms.some((form) => /^n[e'’]$/.test(form));
  if (words.some((one) => negations.has(lowerCase(one.form)) && one.deprel !== "nsubj" && !contrasts(one))) return true;
  if (forms.includes("plus") && hasNe) return true;
  // `n'a informé ni la préfète ni la presse`: what is not informed was taken for a second clause.
  const isListed = ({ deprel, upos }: Word): boolean => hasNe && deprel === "conj" && /^(?:NOUN|PROPN)$/.test(upos);
  const nouns = [verb, ...own.filter((word) => /^(nsubj|obj|obl|root)/.test(word.deprel) || isListed(word))];
  return nouns.some(
    (noun) =>
      childrenOf(tree, noun, "det", "advmod").some(
        (word) => /^(?:aucune?|nulle?|no)$/i.test(word.form) || (/^pas$/i.test(word.form) && !contrasts(word)),
      ) ||
      (noun !== verb && childrenOf(tree, noun).some(({ form }) => /^(?:ni|neither)$/i.test(form))) ||
      (noun !== verb && /^(personne|rien|nul|aucune?|nobody|none|nothing)$/i.test(noun.form)),
  );
}

/** `se parler`, `shoot down`, `avoir lieu`, `parler`: the longest entry that a verb and its dependents make. */
export function verbNames(tree: Tree, verb: Word): string[] {
  const lemma = lemmaOf(verb);
  const before = tree.sentence.words.slice(Math.max(0, verb.index - 4), verb.index).map(({ form }) => lowerCase(form));
  const reflexive = before.some((form) => /^s(?:e|['’])$/.test(form));
  const there = lemma === "avoir" && before.includes("y");
  const base = there ? ["y avoir"] : reflexive ? [`se ${lemma}`, lemma] : [lemma];
  const objects = childrenOf(tree, verb, "obj", "nsubj:pass", "compound:prt", "obl", "fixed", "xcomp").map(lemmaOf);
  return [...base.flatMap((name) => objects.map((object) => `${name} ${object}`)), ...base];
}

/** Reads the predicate that `word` heads; clefts, modals, negating and light verbs are looked through. */
export function predicateOf(tree: Tree, word: Word, events: Events): Predicate {
  const cleft = cleftOf(tree, word);
  let verb = cleft ?? word;
  let negated = isNegated(tree, verb) !== (cleft !== null && isNegated(tree, word));
  const outer: Word[] = [];
  for (let depth = 0; depth < 4; depth++) {
    const lemma = lemmaOf(verb);
    const remote = remoteFrom(tree, verb);
    if (remote !== null) {
      negated = !negated !== isNegated(tree, remote);
      outer.push(verb);
      verb = remote;
      continue;
    }
    const inner = childrenOf(tree, verb, "xcomp").find(({ upos }) => upos === "VERB" || upos === "AUX");
    if (inner === undefined) break;
    const flips = events.negators.has(lemma) || events.negators.has(`se ${lemma}`);
    if (!flips && !events.generic.has(lemma)) break;
    negated = (negated !== flips) !== isNegated(tree, inner);
    outer.push(verb);
    verb = inner;
  }
  const names = verbNames(tree, verb);
  const auxiliaries = childrenOf(tree, verb, "aux");
  // `s'est évadé`: reflexive, whatever its subject is called.
  const reflexive = childrenOf(tree, verb, "expl:pv").length > 0 && childrenOf(tree, verb, "aux:pass").length === 0;
  const passive = !reflexive && childrenOf(tree, verb, "nsubj:pass", "aux:pass").length > 0;
  const conditional = [verb, ...auxiliaries, ...childrenOf(tree, verb, "cop")].some(
    ({ feats }) => feats.Mood === "Cnd",
  );
  const common = { verb, outer, negated, passive, conditional };
  const lightName = names.find((name) => events.light.has(name));
  const light = lightName === undefined ? undefined : events.light.get(lightName);
  if (light !== undefined || isCopular(tree, verb)) {
    const nouns =
      light === "occur"
        ? [...carriers(tree, verb), ...antecedents(tree, verb), ...before(tree, verb)]
        : light === "do"
          ? carried(tree, verb, lightName ?? "")
          : carriers(tree, verb);
    const carrier = nouns.find((noun) => nounEntry(tree, noun, events) !== undefined);
    const entry = carrier && nounEntry(tree, carrier, events);
    if (carrier && entry) {
      const occurs = light !== "do" || !hasAgent(tree, verb, carrier);
      return { ...common, head: carrier, lemma: lemmaOf(carrier), classes: entry.classes, converse: false, occurs };
    }
  }
  for (const name of isNoun(verb) ? [] : names) {
    const entry = events.predicates.get(name);
    if (entry && !makesSo(tree, verb) && !namesSo(tree, verb, name, events))
      return { ...common, head: verb, lemma: name, ...entry, occurs: false };
  }
  const noun = verb.upos === "NOUN" ? nounEntry(tree, verb, events) : undefined;
  if (noun) return { ...common, head: verb, lemma: lemmaOf(verb), ...noun, occurs: true };
  return { ...common, head: verb, lemma: lemmaOf(verb), classes: [], converse: false, occurs: false };
}

/**
 * What is far from so: of `est loin d'être sûr`, `is anything but safe`, `has yet to answer`, the words `sûr`, `safe`,
 * `answer`, which are denied. Not: `loin du port`, `far from the port`, which say where.
 */
function remoteFrom(tree: Tree, word: Word): Word | null {
  const [lemma, next] = [lemmaOf(word), tree.sentence.words[word.index + 1]];
  const far =
    ((lemma === "loin" || lemma === "far") && /^(?:de|d['’]|from)$/i.test(next?.form ?? "")) ||
    (lemma === "anything" && next?.form === "but") ||
    (lemma === "tout" && next?.form === "sauf");
  const beside = childrenOf(tree, word, "advmod").some(
    (child) =>
      (lemma === "have" && lowerCase(child.form) === "yet") ||
      (lemma === "être" &&
        lowerCase(child.form) === "loin" &&
        /^(?:de|d['’])$/i.test(tree.sentence.words[child.index + 1]?.form ?? "")),
  );
  if (!far && !beside) return null;
  const below = childrenOf(tree, word, "xcomp", "obl", "nmod", "advcl", "fixed").flatMap((child) =>
    child.deprel === "fixed" ? childrenOf(tree, child, "fixed") : [child],
  );
  return below.find(({ upos, index }) => (upos === "ADJ" || upos === "VERB") && index > word.index) ?? null;
}

/**
 * The verb of a cleft, which says who did it and not what somebody is: `C'est la mairie qui a menti`, `It was the army
 * that fired`. Not: `C'est un rapport qui dérange`, where nobody in particular is picked out.
 */
export function cleftOf(tree: Tree, head: Word): Word | null {
  if (childrenOf(tree, head, "cop").length === 0) return null;
  if (!childrenOf(tree, head, "nsubj", "expl:subj").some(({ form }) => /^(?:ce|c['’]|it)$/iu.test(form))) return null;
  if (childrenOf(tree, head, "det").some(({ form }) => /^(?:une?|des|an?)$/i.test(form))) return null;
  const named = [head, ...childrenOf(tree, head, "appos", "flat")];
  const clause = named.flatMap((word) => childrenOf(tree, word, "advcl:cleft", "acl:relcl"));
  return clause.find((verb) => childrenOf(tree, verb, "nsubj").some(({ form }) => relative.test(form))) ?? null;
}

const relative = /^(?:qui|that|who|which)$/i;

/** Classes of an event noun; `appel téléphonique` before `appel`. */
export function nounEntry(tree: Tree, noun: Word, events: Events) {
  if (noun.upos !== "NOUN" && noun.upos !== "PROPN") return undefined;
  const lemma = lemmaOf(noun);
  const opens = openersOf(events.nouns);
  for (const child of childrenOf(tree, noun, "amod", "nmod", "compound")) {
    const other = lemmaOf(child);
    const entry =
      (opens(lemma) ? events.nouns.get(`${lemma} ${other}`) : undefined) ??
      (opens(other) ? events.nouns.get(`${other} ${lemma}`) : undefined);
    if (entry) return entry;
  }
  return events.nouns.get(lemma);
}

/** `Le lait rend malade`: it makes so, and gives nothing back. Not: `Le voleur rend la montre cassée`. */
const makesSo = (tree: Tree, verb: Word): boolean =>
  lemmaOf(verb) === "rendre" && childrenOf(tree, verb, "xcomp", "advmod").some(({ upos }) => upos === "ADJ");

/** `called the report plausible`, `appelle cela une fable`: it says what something is, and rings nobody up. */
function namesSo(tree: Tree, verb: Word, name: string, { naming, sayings }: Events): boolean {
  if (naming?.has(name) !== true) return false;
  const objects = childrenOf(tree, verb, "obj", "nsubj:pass");
  const isSaying = (word: Word): boolean => sayings.has(lemmaOf(word)) || demonstrative.test(lowerCase(word.form));
  return objects.length > 1 || objects.some(isSaying);
}

const isNoun = ({ upos }: Word): boolean => upos === "NOUN" || upos === "PROPN";

const isCopular = (tree: Tree, word: Word): boolean =>
  childrenOf(tree, word, "cop").length > 0 || (lemmaOf(word) === "agir" && verbNames(tree, word).includes("se agir"));

/** Nouns that may carry what happens: what the verb governs, or the predicate noun itself. */
const carriers = (tree: Tree, verb: Word): readonly Word[] => {
  if (isNoun(verb)) return [verb];
  return verb.upos === "ADJ" ? [] : childrenOf(tree, verb, "obj", "nsubj", "obl", "root", "xcomp");
};

/**
 * What a light verb may be light for: its object before all else, and where the list names the object with the verb
 * (`ouvrir enquête`), that one. Not: `made a profit from the leak`, which is no leak.
 */
function carried(tree: Tree, verb: Word, name: string): readonly Word[] {
  const all = carriers(tree, verb);
  const own = all.filter((noun) => name.endsWith(` ${lemmaOf(noun)}`));
  if (own.length > 0) return own;
  const governed = childrenOf(tree, verb, "obj").some(isNoun);
  // `La vente n'a aucune excuse`: it was one, whatever it has.
  return governed ? all.filter(({ deprel }) => !/^(?:obl|nsubj$)/.test(deprel)) : all;
}

const hasAgent = (tree: Tree, verb: Word, carrier: Word): boolean =>
  childrenOf(tree, verb, "nsubj", "obl:agent").some(
    (word) => word !== carrier && !(word.upos === "PRON" && /^(il|there|it|on)$/i.test(word.form)),
  );

/** `cet appel, qui n'a pas eu lieu`: the noun that a relative clause is about. */
export function antecedents(tree: Tree, verb: Word): readonly Word[] {
  const head = /^(?:acl|advcl:cleft)/.test(verb.deprel) ? tree.sentence.words[verb.head] : undefined;
  return head === undefined ? [] : [head];
}

/** Nouns shortly before a verb, nearest first, for where the parse does not tie them to it. */
function before(tree: Tree, verb: Word): readonly Word[] {
  return tree.sentence.words.slice(Math.max(0, verb.index - 12), verb.index).reverse();
}
