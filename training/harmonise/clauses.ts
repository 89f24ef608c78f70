import { childrenOf, type Rule, universal } from "./tree.ts";

/** Il faut partir: the infinitive is what is necessary (ccomp). Not so: Il veut partir (xcomp). */
export const necessities: Rule = (words) => {
  for (const word of words)
    if (word.deprel === "xcomp" && words[word.head]?.lemma === "falloir" && word.feats.VerbForm === "Inf")
      word.deprel = "ccomp";
};

const takenFor = new Set(["considérer", "définir", "décrire", "présenter", "reconnaître", "désigner"]);

/** On le considère comme un ami: what someone is taken for is predicated (xcomp). Not so: Il chante comme un ami. */
export const predicates: Rule = (words) => {
  words.forEach((word, i) => {
    if (universal(word) !== "obl" || word.head > i || !takenFor.has(words[word.head]?.lemma ?? "")) return;
    const like = childrenOf(words, i).some((child) => words[child]?.form.toLowerCase() === "comme");
    if (like) word.deprel = "xcomp";
  });
};

/** Le film « The Quay », Vasco da Gama: foreign words are named by the noun before (appos) or go on with the name (flat). */
export const foreignNames: Rule = (words) => {
  words.forEach((word, i) => {
    const head = words[word.head];
    if (word.upos !== "X" || word.deprel !== "dep" || word.head > i || head === undefined) return;
    if (head.upos === "NOUN") word.deprel = "appos";
    else if (head.upos === "PROPN" || head.upos === "X") word.deprel = "flat:foreign";
  });
};

/** Lors de la crue: `lors` is an adverb (advmod), what follows depends on it. */
export const timesWhen: Rule = (words) => {
  for (const word of words)
    if (word.lemma === "lors" && word.upos === "ADV" && universal(word) === "obl") word.deprel = "advmod";
};
