import { childrenOf, type Draft, type Rule, universal } from "./tree.ts";

const lower = (word: Draft): string => word.form.toLowerCase().replace("’", "'");
const isNoun = (word: Draft | undefined): boolean => word?.upos === "NOUN" || word?.upos === "PROPN";

/** Les prix se stabilisent: `se` is no object but part of the verb (`expl:pv`). Not so: Ils se lavent les mains. */
export const reflexives: Rule = (words) => {
  words.forEach((word) => {
    if (word.upos !== "PRON" || (lower(word) !== "se" && lower(word) !== "s'")) return;
    word.feats = { ...word.feats, Reflex: "Yes", Person: "3", PronType: "Prs" };
    if (word.deprel === "obj" || (word.deprel === "iobj" && !hasObject(words, word.head))) word.deprel = "expl:pv";
  });
};

const hasObject = (words: readonly Draft[], head: number): boolean =>
  childrenOf(words, head).some((child) => universal(words[child]) === "obj");

/** Words that always determine: `plusieurs`, not `différents` in the singular or behind its noun. */
const determiners = new Set(
  "plusieurs chaque quelques quelque certains certaines différents différentes divers diverses aucun aucune".split(" "),
);

/** Plusieurs élus ont protesté: a determiner (DET, det), no adjective. Not so: des élus certains de gagner. */
export const quantifiers: Rule = (words) => {
  words.forEach((word, i) => {
    if (word.deprel !== "amod" || word.head < i || !determiners.has(lower(word))) return;
    word.upos = "DET";
    word.deprel = "det";
  });
};

/** Le pont dont il parle: `dont` is a pronoun. Plus grand que lui, s'il vient: `que` and `si` are conjunctions. */
export const connectives: Rule = (words) => {
  for (const word of words) {
    const form = lower(word);
    if (form === "dont" && word.upos === "ADP") word.upos = "PRON";
    if ((form === "que" || form === "qu'") && word.upos === "ADP") word.upos = "SCONJ";
    if ((form === "si" || form === "s'") && word.upos === "ADP" && word.deprel === "mark") word.upos = "SCONJ";
    if (form === "comme" && word.upos === "ADP" && word.deprel === "mark") word.upos = "SCONJ";
    if ((form === "afin" || form === "lors") && word.upos === "ADP") word.upos = "ADV";
    if ((form === "milliards" || form === "millions") && word.upos === "NUM") word.upos = "NOUN";
    if (word.upos === "CCONJ" && word.deprel === "discourse") word.deprel = "cc";
  }
};

/** Un débat animé par la maire, la décision de partir: verbs that modify a noun are clauses (acl). */
export const nounClauses: Rule = (words) => {
  for (const word of words) {
    const head = words[word.head];
    if (word.upos !== "VERB" || !isNoun(head)) continue;
    if (word.deprel === "amod" && word.feats.VerbForm === "Part") word.deprel = "acl";
    const verbal = childrenOf(words, word.head).some((child) => universal(words[child]) === "cop");
    if (word.deprel === "xcomp" && word.feats.VerbForm === "Inf" && !verbal) word.deprel = "acl";
  }
};

/** Les années 1980, Catherine II: a number behind its noun modifies it (nmod). Not so: 1980 années. */
export const numbersBehind: Rule = (words) => {
  words.forEach((word, i) => {
    if (word.upos === "NUM" && word.head === i - 1 && isNoun(words[i - 1]) && /^(?:nummod|appos)$/.test(word.deprel))
      word.deprel = "nmod";
  });
};

/**
 * Le maire est à Paris: the place is the predicate and `être` its copula. Not so where nothing with a preposition
 * follows (Il est des jours où …), nor in a cleft (C'est à Paris qu'il va).
 */
export const places: Rule = (words) => {
  words.forEach((verb, i) => {
    if (verb.upos !== "VERB" || verb.lemma !== "être") return;
    const children = childrenOf(words, i);
    if (children.some((child) => /^(?:obj|xcomp|ccomp|csubj|advcl:cleft|expl:comp)$/.test(words[child]?.deprel ?? "")))
      return;
    const at = children.find((child) => child > i && universal(words[child]) !== "punct" && !isAdverb(words[child]));
    const place = at === undefined ? undefined : words[at];
    if (at === undefined || place === undefined || universal(place) !== "obl") return;
    if (!childrenOf(words, at).some((child) => words[child]?.deprel === "case" && child > i)) return;
    [place.head, place.deprel] = [verb.head, verb.deprel];
    for (const child of children) {
      const word = words[child];
      if (word === undefined || child === at) continue;
      word.head = at;
    }
    [verb.head, verb.deprel, verb.upos] = [at, "cop", "AUX"];
  });
};

const isAdverb = (word: Draft | undefined): boolean => word?.upos === "ADV";
