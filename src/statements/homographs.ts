import type { Attribution } from "../languages/attribution.ts";
import { lowerOf as lower } from "../text/normal.ts";
import type { Tree } from "./tree.ts";

/** A word of another class where a cue verb stands: before `que`, or right behind a quotation, in a form of one. */
export function inPlaceOfVerb(language: Attribution, tree: Tree, at: number): boolean {
  const form = lower(tree.words[at]);
  if (language.forms === undefined || !language.forms.has(form)) return false;
  // `Sully, dément avoir menti`: an infinitive that only a cue can bring.
  const next = tree.words[at + 1];
  if (next?.upos === "AUX" && next.feats.VerbForm === "Inf" && at > 0)
    return /^(NOUN|PROPN|PRON|PUNCT)$/.test(tree.words[at - 1]?.upos ?? "");
  const own = tree.words[at - 1];
  // `Odrex denies having sold the mine`.
  if (language.bareThat && lower(next) === "having") return /^(NOUN|PROPN|PRON)$/.test(own?.upos ?? "");
  // `s'indigne la maire`: a reflexive pronoun stands before verbs alone.
  if (own !== undefined && language.reflexives.has(lower(own)) && own.upos === "PRON" && !language.bareThat)
    return true;
  // `L'association en doute.`
  if (form === "doute" && lower(own) === "en" && !language.bareThat)
    return (
      /^(?:NOUN|PROPN|ADJ|PRON)$/.test(tree.words[at - 2]?.upos ?? "") &&
      /^(?:PUNCT|CCONJ|ADV)$/.test(next?.upos ?? "PUNCT") &&
      !tree.words.slice(0, at - 1).some(({ feats }) => feats.VerbForm === "Fin")
    );
  if (language.that.has(lower(next)) && at > 0)
    return /^(NOUN|PROPN|PRON|ADV|PUNCT)$/.test(tree.words[at - 1]?.upos ?? "");
  if (denies(language, form) && isAlone(tree, at)) return true;
  // `ce que dément la préfecture`
  if (denies(language, form) && /^(?:que|qu')$/.test(lower(own)) && next?.upos === "DET") return true;
  // `…, ce que la mairie dément.`
  if (denies(language, form) && (next === undefined || next.upos === "PUNCT")) {
    const opener = tree.words.findLastIndex((word, index) => index < at && /^(?:que|qu')$/.test(lower(word)));
    const run = opener < 0 || at - opener > 6 ? [] : tree.words.slice(opener + 1, at);
    if (lower(tree.words[opener - 1]) === "ce" && run.length > 0 && run.every(({ upos }) => nominal.test(upos)))
      return true;
  }
  // `Le rapport tranche : le pont tient`: a colon, a subject before it and no verb.
  if (next?.form === ":" && isPlain(tree, at)) return true;
  const before = tree.words[at - 1];
  const behind =
    /[»”"]$/.test(before?.form ?? "") || (before?.form === "," && /[»”"]$/.test(tree.words[at - 2]?.form ?? ""));
  if (behind) return /^(DET|PROPN|NOUN|PRON)$/.test(tree.words[at + 1]?.upos ?? "");
  // `"Me too," the clerk chimed in.`: only the subject stands between.
  if (!/^(NOUN|PROPN|PRON)$/.test(before?.upos ?? "") || !/^(PUNCT|ADV|ADP)$/.test(tree.words[at + 1]?.upos ?? "PUNCT"))
    return false;
  for (let back = at - 1; back >= Math.max(1, at - 8); back--) {
    const word = tree.words[back];
    if (word?.upos === "VERB" || word?.upos === "AUX") return false;
    if (word?.upos === "PUNCT") return /^([”"]|'')$/.test(word.form) && tree.words[back - 1]?.form === ",";
  }
  return false;
}

const nominal = /^(?:DET|NOUN|PROPN|ADJ|ADP|PRON)$/;

const denies = (language: Attribution, form: string): boolean =>
  language.verbs.byHead.get(language.forms?.get(form) ?? "")?.some(({ entry }) => entry.act === "deny") === true;

/** `La mairie dément.`: the sentence has a subject, no other verb, and ends here. */
function isAlone(tree: Tree, at: number): boolean {
  const rest = tree.words.slice(at + 1);
  return (
    isPlain(tree, at) &&
    rest.every(({ upos }) => upos === "PUNCT" || upos === "ADV") &&
    rest.some(({ form }) => /^[.!…]/.test(form))
  );
}

/** A noun phrase with its determiner and no verb stands before a word, from the beginning of its sentence. */
function isPlain(tree: Tree, at: number): boolean {
  // `La direction, de son côté, dément.`
  let end = at;
  if (tree.words[at - 1]?.form === ",") {
    const comma = tree.words.findLastIndex(({ form, index }) => form === "," && index < at - 1 && index > at - 8);
    if (comma > tree.body) end = comma;
  }
  // `Contactée, la société dément.`
  const leading = tree.words.findLastIndex(({ form, index }) => form === "," && index < end && index > tree.body);
  const led = leading > 0 && tree.words.slice(tree.body, leading).some(({ feats }) => feats.VerbForm === "Part");
  const before = tree.words.slice(led ? leading + 1 : tree.body, end);
  return (
    before.length > 0 &&
    before.length < 12 &&
    before.every(({ upos }) => upos !== "VERB" && upos !== "AUX") &&
    /^(?:NOUN|PROPN|PRON|ADJ|PUNCT)$/.test(before.at(-1)?.upos ?? "") &&
    /^(?:DET|PROPN|PRON|NOUN|ADP)$/.test(before[0]?.upos ?? "")
  );
}
