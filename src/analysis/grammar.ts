import type { Syntax } from "../languages/syntax.ts";
import type { Word } from "../model/index.ts";
import { lowerCase } from "../text/normal.ts";
import { withVerbs } from "./misread.ts";
import { withPast } from "./past.ts";

/** Relations as a language's grammar has them where the parser is too rarely right. */
export function withGrammar(
  words: readonly Word[],
  { misread, impersonal, objectControl, onePast }: Syntax,
  verbLemma: (form: string) => string = (form) => form,
): readonly Word[] {
  let corrected: readonly Word[] = misread === null ? words : withVerbs(words, misread);
  if (onePast === true) corrected = withPast(corrected, verbLemma);
  if (impersonal !== null) corrected = withSubjects(corrected, impersonal);
  return objectControl === null ? corrected : withOwnerless(corrected, objectControl);
}

/**
 * `Il jure que le pont tient.` · `Il se vante d'avoir menti.` A pronoun that the parser took for the empty subject of a verb that always has one is its
 * subject. Not so: `Il faut que …`, `Il est dit que …`, `Il est clair que …`, `Il s'avère que …`.
 */
function withSubjects(
  words: readonly Word[],
  { pronouns, verbs, reflexive }: NonNullable<Syntax["impersonal"]>,
): readonly Word[] {
  if (!words.some(({ deprel }) => deprel.startsWith("expl:subj"))) return words;
  return words.map((word) => {
    const verb = words[word.head];
    const empty = word.deprel.startsWith("expl:subj") && pronouns.has(lowerCase(word.form));
    if (!empty || verb?.upos !== "VERB" || verbs.has(verb.lemma)) return word;
    const other = /^(?:cop|aux:pass|expl(?!:pv)|nsubj|csubj)/;
    if (reflexive.has(verb.lemma) && words.some(({ head, deprel }) => head === verb.index && deprel === "expl:pv"))
      return word;
    const bare = words.some(
      (one) =>
        one !== word &&
        one.head === verb.index &&
        (other.test(one.deprel) || (one.upos === "AUX" && one.lemma === "être")),
    );
    return bare ? word : { ...word, deprel: "nsubj" };
  });
}

/**
 * `Des tests permettent de poser un diagnostic.` The infinitive has no owner in the sentence (ccomp). Not so:
 * `Des tests leur permettent de poser un diagnostic` (xcomp).
 */
function withOwnerless(words: readonly Word[], verbs: ReadonlySet<string>): readonly Word[] {
  return words.map((word) => {
    const verb = words[word.head];
    if (word.deprel !== "xcomp" || word.feats.VerbForm !== "Inf" || !verbs.has(verb?.lemma ?? "")) return word;
    const owned = words.some(({ head, deprel }) => head === word.head && /^(?:obj|iobj|obl:arg)/.test(deprel));
    return owned ? word : { ...word, deprel: "ccomp" };
  });
}
