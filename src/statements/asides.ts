import { lower, lowerCase } from "../text/normal.ts";
import type { Source } from "./attribution.ts";
import { phraseWords } from "./phrases.ts";
import type { Reader } from "./reader.ts";
import { agentOf } from "./sources.ts";
import { childrenBy, type Tree } from "./tree.ts";

/** `Selon une source, citée par La Vigie, …`: whoever relays the source, and where the sentence goes on. */
export function citedBy(reader: Reader, tree: Tree, at: number): { source: Source; rest: number } | null {
  const word = tree.words[at];
  if (word?.feats.VerbForm !== "Part" || !/^cit|^quot/.test(word.lemma)) return null;
  const source = agentOf(reader, tree, at);
  const comma = tree.words.slice(at, at + 16).find(({ form }) => form === ",");
  return source === null || comma === undefined || comma.index + 1 >= tree.words.length
    ? null
    : { source, rest: comma.index + 1 };
}

/** Longest aside, in words. */
const LONGEST = 60;

const relatives =
  /^(qui|que|qu'|dont|où|auquel|auxquels|auxquelles|duquel|desquels|lequel|laquelle|lesquels|lesquelles|who|whom|whose|which|where|that)$/;

/** A relative pronoun, alone or behind its preposition (`à laquelle`, `with whom`). */
function opensRelative(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word === undefined) return false;
  if (word.feats.PronType === "Rel" || relatives.test(lower(word.form))) return true;
  const next = tree.words[at + 1];
  return (
    word.upos === "ADP" &&
    next !== undefined &&
    /^(qui|lequel|laquelle|lesquels|lesquelles|whom|which|whose)$/.test(lower(next.form))
  );
}

const finite = (tree: Tree, at: number): boolean =>
  tree.words[at]?.feats.VerbForm === "Fin" && tree.words[at]?.upos !== "NOUN";

/** Whether a clause can begin here: no coordination, no further relative, no participle, and a finite verb to come. */
function beginsClause(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word === undefined || word.upos === "CCONJ" || opensRelative(tree, at)) return false;
  if (word.upos === "VERB" && word.feats.VerbForm === "Part" && /(ant|ing)$/.test(word.form)) return false;
  for (let next = at; next < Math.min(tree.words.length, at + LONGEST); next++) if (finite(tree, next)) return true;
  return false;
}

/**
 * What stands between a source and its clause belongs to the source: a participle (`Selon l'expert mandaté par le comité,
 * la mer monte`), a relative clause (`d'après un cadre, qui a requis l'anonymat, …`; `un rapport auquel nous avons eu
 * accès`), a bare noun with its participle (`Selon X, information confirmée par Y, …`). Gives the first word of the
 * clause, or `at` where none stands there. `parted`: a comma stands before `at`.
 */
export function afterAside(tree: Tree, at: number, parted: boolean): number {
  const opener = tree.words[at];
  if (opener === undefined) return at;
  const relative = opensRelative(tree, at);
  const participle = opener.feats.VerbForm === "Part" && opener.upos !== "AUX";
  if (parted && !relative && !participle) {
    const placed = afterPlace(tree, at);
    if (placed > at) return placed;
    const named = afterName(tree, at);
    return named > at ? named : opener.upos === "NOUN" ? afterNoun(tree, at) : at;
  }
  // Without a comma before it, whatever runs up to the first comma with no finite verb of its own is the source's.
  let verbs = 0;
  for (let next = at; next < Math.min(tree.words.length - 1, at + LONGEST); next++) {
    const word = tree.words[next];
    if (word === undefined || word.form === ";" || word.form === ":" || /[«“"]/.test(word.form)) return at;
    if (finite(tree, next)) verbs++;
    if (!relative && verbs > 0) return at;
    if (word.form === "," && !relative && opensRelative(tree, next + 1)) {
      const further = afterAside(tree, next + 1, true);
      return further > next + 1 ? further : at;
    }
    if (word.form === "," && (!relative || verbs > 0) && beginsClause(tree, next + 1)) return next + 1;
  }
  return at;
}

/** `Pour Bram Koster, de l'Institut de Lissa, le pont …`: whom somebody is of, up to the comma behind it. */
function afterPlace(tree: Tree, at: number): number {
  if (!/^(de|du|d'|of|from|at)$/.test(lower(tree.words[at]?.form))) return at;
  for (let next = at + 1; next < Math.min(tree.words.length - 1, at + 10); next++) {
    if (finite(tree, next) || tree.words[next]?.upos === "VERB") return at;
    if (tree.words[next]?.form === ",") return beginsClause(tree, next + 1) ? next + 1 : at;
  }
  return at;
}

/** `, le docteur Imad Fares, l'hôpital accueillait`: a name with its title in apposition, up to the comma behind it. */
function afterName(tree: Tree, at: number): number {
  let names = 0;
  for (let next = at; next < Math.min(tree.words.length - 1, at + 9); next++) {
    const word = tree.words[next];
    if (word === undefined || finite(tree, next) || word.upos === "ADP" || word.upos === "CCONJ") return at;
    if (word.upos === "PROPN") names++;
    if (word.form !== ",") continue;
    const title = tree.words[at]?.upos === "DET" || tree.words[at]?.upos === "NOUN";
    return names > 1 && title && beginsClause(tree, next + 1) ? next + 1 : at;
  }
  return at;
}

/**
 * `D'après l'Observatoire du lac, une association qui le surveille, l'eau monte`: what kind of body the source is, up to
 * the comma behind it. Not: `Selon la police, un homme, âgé de 30 ans, a fui`.
 */
export function afterKind(reader: Reader, tree: Tree, at: number): number {
  const [article, noun] = [tree.words[at], tree.words[at + 1]];
  if (!/^(?:une?|an?)$/.test(lower(article?.form)) || noun === undefined) return at;
  const { nouns } = reader.pack.actors;
  const kind = (nouns.get(lowerCase(noun.lemma)) ?? nouns.get(noun.form))?.class;
  if (kind !== "organization" && kind !== "outlet") return at;
  const relative = opensRelative(tree, at + 2);
  for (let next = at + 2; next < Math.min(tree.words.length - 1, at + LONGEST); next++) {
    const word = tree.words[next];
    if (word === undefined || /^[;:«“"]$/.test(word.form) || (!relative && finite(tree, next))) return at;
    if (word.form !== ",") continue;
    const begins = /^(?:DET|PRON|PROPN|NOUN|NUM)$/.test(tree.words[next + 1]?.upos ?? "");
    if (begins && beginsClause(tree, next + 1)) return next + 1;
  }
  return at;
}

/** `information confirmée par Y, la route est coupée`: a bare noun in apposition, up to the subject of the clause. */
function afterNoun(tree: Tree, at: number): number {
  for (let next = at; next < Math.min(tree.words.length, at + LONGEST); next++) {
    if (!finite(tree, next)) continue;
    const word = tree.words[next];
    const verb = word?.upos === "AUX" && word.head > next ? word.head : next;
    const subject = childrenBy(tree, verb, "nsubj").find(({ index }) => index > at && index < verb);
    if (subject === undefined || subject.feats.PronType === "Rel") return at;
    const { first } = phraseWords(tree, subject.index);
    const comma = tree.words.slice(at, subject.index).findLast(({ form }) => form === ",");
    return comma !== undefined && first > comma.index ? first : at;
  }
  return at;
}
