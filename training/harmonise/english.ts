import { childrenOf, type Draft, type Rule, universal } from "./tree.ts";

const gerunds = new Set(["acl", "amod", "xcomp", "csubj"]);

/**
 * The dam was closed, the people living there: participles and gerunds as EWT has them; a participle is passive
 * unless `have` makes it a perfect. Not so: They have closed the dam.
 */
export const verbForms: Rule = (words) => {
  words.forEach((word, i) => {
    if (word.upos !== "VERB") return;
    const relations = childrenOf(words, i).map((child) => words[child]?.deprel);
    if (word.feats.VerbForm === "Ger" || (word.feats.VerbForm === "Part" && /ing$/i.test(word.form))) {
      const gerund = gerunds.has(universal(word)) && !relations.includes("aux");
      word.feats = gerund ? { VerbForm: "Ger" } : { Tense: "Pres", VerbForm: "Part" };
    } else if (word.feats.VerbForm === "Part" && (relations.includes("aux:pass") || !relations.includes("aux")))
      word.feats = { ...word.feats, Voice: "Pass" };
  });
};

const persons: Readonly<Record<string, readonly [string, string]>> = {
  i: ["1", "Sing"],
  we: ["1", "Plur"],
  you: ["2", "Sing"],
  they: ["3", "Plur"],
};

/** The councillors said so: finite verbs have person and number of their subject (3, Plur). */
export const agreement: Rule = (words) => {
  words.forEach((word, i) => {
    if (word.feats.VerbForm !== "Fin" || word.feats.Mood !== "Ind" || word.feats.Person !== undefined) return;
    const verb = word.upos === "AUX" && !["root", "conj"].includes(universal(word)) ? word.head : i;
    const [person, number] = personOf(words, subjectOf(words, verb));
    word.feats = { ...word.feats, Number: number, Person: person };
  });
};

/** Subject of a verb, or of the verb it is joined to; in a relative clause what the clause belongs to. */
function subjectOf(words: readonly Draft[], verb: number): number {
  for (let at = verb, steps = 0; at >= 0 && steps < 5; steps++) {
    const subject = childrenOf(words, at).find((child) => /^(?:nsubj|csubj)/.test(words[child]?.deprel ?? ""));
    const word = words[at];
    if (subject !== undefined) {
      const relative = /^(?:who|that|which)$/i.test(words[subject]?.form ?? "");
      return relative && word?.deprel === "acl:relcl" ? word.head : subject;
    }
    if (word === undefined || universal(word) !== "conj") return -1;
    at = word.head;
  }
  return -1;
}

function personOf(words: readonly Draft[], subject: number): readonly [string, string] {
  const word = words[subject];
  if (word === undefined) return ["3", "Sing"];
  const joined = childrenOf(words, subject).some((child) => universal(words[child]) === "conj");
  return persons[word.form.toLowerCase()] ?? ["3", joined || word.feats.Number === "Plur" ? "Plur" : "Sing"];
}
