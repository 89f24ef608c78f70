import type { Misread } from "../languages/syntax.ts";
import type { Word } from "../model/index.ts";
import { lowerOf as lower } from "../text/normal.ts";

/** Marks that part clauses. */
const parts = /^[:;—–»”]$/;

/** Adverbs that may stand between the verb and its object. */
const ADVERBS = 2;

/** The clause before a word has a noun and no finite verb. */
function verbless(words: readonly Word[], at: number): boolean {
  let nominal = false;
  for (let back = at - 1; back >= 0; back--) {
    const word = words[back];
    if (word === undefined || parts.test(word.form)) break;
    if (word.feats.VerbForm === "Fin") return false;
    if (word.upos === "NOUN" || word.upos === "PROPN") nominal = true;
  }
  return nominal;
}

/** First word of what the verb takes, or -1 where nothing follows that only a verb takes. */
function complementAt(words: readonly Word[], at: number, { that, clausal, genitive }: Misread): number {
  let next = at + 1;
  while (next <= at + ADVERBS && words[next]?.upos === "ADV" && !clausal.has(lower(words[next]))) next++;
  const word = words[next];
  if (word === undefined) return -1;
  const form = lower(word);
  if (that.has(form) || clausal.has(form)) return next;
  // `juge peu probable que`
  if (word.upos === "ADJ" && that.has(lower(words[next + 1]))) return next;
  // `des`, split into `de` and `les`, is no determiner of its own; `le 12 mai` is a date.
  if (word.upos === "DET" && words[next - 1]?.start !== word.start) return words[next + 1]?.upos === "NUM" ? -1 : next;
  if (!genitive.has(form)) return -1;
  const before = words[at - 1];
  const parted = before?.form === "," || before?.upos === "PROPN";
  // `Le maire doute de ce récit`: where the sentence has a verb of its own, it may be a noun all the same.
  return parted || !words.some(({ feats }) => feats.VerbForm === "Fin") ? next : -1;
}

/** The noun that heads what stands before the verb. */
function subjectBefore(words: readonly Word[], at: number): number {
  let top = at - 1;
  while (top > 0 && words[top]?.upos === "PUNCT") top--;
  for (let steps = 0; steps < 20; steps++) {
    const head = words[top]?.head ?? -1;
    if (head < 0 || head >= at) break;
    // `Joint par téléphone, le maire`: a bare noun that opens the sentence is no subject of it.
    const comma = words.slice(head, top).some(({ form }) => form === ",");
    const bare = words[head]?.upos === "NOUN" && !words.some((one) => one.head === head && one.upos === "DET");
    if (comma && bare && words.slice(0, head).every(({ upos }) => upos === "PUNCT")) break;
    top = head;
  }
  return top;
}

/** The sentence with the word at `at` as its verb: what stands before is its subject, what stands behind hangs on it. */
function repaired(words: readonly Word[], at: number, complement: number, lemma: string): Word[] {
  const subject = subjectBefore(words, at);
  const root = words.findIndex(({ head }) => head < 0);
  const parted = words.slice(0, subject).some(({ form }) => parts.test(form));
  const outer = parted && root >= 0 && root < subject ? root : -1;
  const cased = (index: number) => words.some(({ head, deprel }) => head === index && deprel.startsWith("case"));
  const relation = ({ index, upos, deprel }: Word): string => {
    if (upos === "PUNCT") return "punct";
    if (upos === "ADV") return "advmod";
    if (upos === "VERB" || deprel === "conj") return index < at ? "advcl" : deprel.startsWith("acl") ? "ccomp" : "conj";
    if (upos === "NOUN" || upos === "PROPN" || upos === "PRON") return cased(index) ? "obl:arg" : "obj";
    return deprel === "root" ? "parataxis" : deprel;
  };
  return words.map((word) => {
    if (word.index === at) {
      const number = word.form.endsWith("nt") && !/[aeiou]ient$|tient$|vient$|ment$/.test(word.form) ? "Plur" : "Sing";
      return {
        ...word,
        upos: "VERB",
        lemma,
        feats: { Mood: "Ind", Number: number, Person: "3", Tense: "Pres", VerbForm: "Fin" },
        head: outer,
        deprel: outer < 0 ? "root" : "parataxis",
      };
    }
    if (word.index === subject) return { ...word, head: at, deprel: "nsubj" };
    if (word.head < 0 && outer < 0) return { ...word, head: at, deprel: relation(word) };
    const crosses =
      word.index > at ? word.head < at && word.head >= 0 && (outer < 0 || word.head >= subject) : word.head > at;
    const between = word.index > at && word.index < complement && word.upos === "ADV";
    if (crosses || between || word.head === at) return { ...word, head: at, deprel: relation(word) };
    return word;
  });
}

/**
 * Finite verbs that the tagger took for nouns, adjectives or adverbs, by their form and place.
 *
 * `Le ministère juge ce chiffre faux.` · `L'opposition, elle, doute de ce récit.` · `Karl Morin, maire, dément ces propos.`
 * Not so: `Le doute de la ministre demeure`, `l'avis du juge des libertés`.
 */
export function withVerbs(words: readonly Word[], misread: Misread): readonly Word[] {
  for (const word of words) {
    if (word.upos !== "NOUN" && word.upos !== "ADJ" && word.upos !== "ADV" && word.upos !== "PROPN") continue;
    const lemma = misread.forms.get(lower(word));
    if (lemma === undefined || /^\p{Lu}/u.test(word.form) || !verbless(words, word.index)) continue;
    const before = words[word.index - 1];
    if (!/^(NOUN|PROPN|ADJ)$/.test(before?.upos ?? "") && before?.form !== ",") continue;
    const complement = complementAt(words, word.index, misread);
    if (complement >= 0) return repaired(words, word.index, complement, lemma);
  }
  return words;
}
