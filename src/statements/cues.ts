import type { Attribution, CueLexicon, CueMatch } from "../languages/attribution.ts";
import type { Word } from "../model/index.ts";
import { lowerOf as lower, lowerCase } from "../text/normal.ts";
import { judged, led, refused } from "./cue-joins.ts";
import { inPlaceOfVerb } from "./homographs.ts";
import { childrenBy, childrenOf, hasFinite, type Tree } from "./tree.ts";

/** How the cue stands in its sentence. */
export type CueForm = "finite" | "participle" | "infinitive" | "passive";

/** A cue of the lexicon found in a sentence. */
export type LocatedCue = {
  readonly sentence: number;
  /** The word that carries it. */
  readonly word: number;
  readonly kind: "verb" | "noun" | "adjective";
  readonly match: CueMatch;
  /** First and last word of the cue, auxiliaries included. */
  readonly first: number;
  readonly last: number;
  readonly form: CueForm;
  readonly negated: boolean;
  /** Finite in a past tense made with an auxiliary or a preterite. */
  readonly past: boolean;
};

const lemmaOf = (word: Word | undefined) => lowerCase(word?.lemma ?? word?.form ?? "");

/** How many words may stand between the parts of a cue (`met aussitôt en garde`). */
const GAP = 3;

function restEnd(tree: Tree, at: number, rest: readonly string[]): number {
  let cursor = at;
  for (const part of rest) {
    let found = -1;
    for (let next = cursor + 1; next <= cursor + 1 + GAP && next < tree.words.length; next++) {
      const word = tree.words[next];
      if (word?.upos === "PUNCT") break;
      if (lemmaOf(word) === part || lower(word) === part) {
        found = next;
        break;
      }
    }
    if (found < 0) return -1;
    cursor = found;
  }
  return cursor;
}

function reflexive(language: Attribution, tree: Tree, at: number): number {
  const child = childrenOf(tree, at).find(
    (word) =>
      word.index < at &&
      language.reflexives.has(lower(word)) &&
      word.upos === "PRON" &&
      word.feats.Person !== "1" &&
      !/nsubj/.test(word.deprel),
  );
  if (child !== undefined && /^(se|s'|me|m'|te|t')$/.test(lower(child))) return child.index;
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const word = tree.words[before];
    if (/^(se|s')$/.test(lower(word))) return before;
    if (word?.upos !== "AUX" && word?.upos !== "ADV" && word?.upos !== "PART") break;
  }
  return -1;
}

function bestMatch(
  language: Attribution,
  lexicon: CueLexicon,
  tree: Tree,
  at: number,
  key: string,
): { match: CueMatch; first: number; last: number } | null {
  const matches = lexicon.byHead.get(key);
  if (matches === undefined) return null;
  const self = matches.some((match) => match.reflexive) ? reflexive(language, tree, at) : -1;
  for (const match of matches) {
    if (match.reflexive && self < 0) continue;
    const clitic = match.clitic === undefined ? at : cliticBefore(tree, at, match.clitic);
    if (clitic < 0) continue;
    const last = match.rest.length > 0 ? restEnd(tree, at, match.rest) : at;
    if (last < 0) continue;
    return { match, first: match.reflexive ? self : clitic, last };
  }
  return null;
}

/** `y voit`, `y a vu`: the clitic before a verb, auxiliaries between; -1 where it is missing. */
function cliticBefore(tree: Tree, at: number, clitic: string): number {
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    if (lower(tree.words[before]) === clitic) return before;
    if (tree.words[before]?.upos !== "AUX" && tree.words[before]?.upos !== "ADV") return -1;
  }
  return -1;
}

/** Verbs that take `être` in the active. */
const active = new Set(["convenir", "venir", "revenir"]);

function activeForm(tree: Tree, at: number): CueForm {
  const form = formOf(tree, at);
  return form === "passive" ? "finite" : form;
}

function formOf(tree: Tree, at: number): CueForm {
  const word = tree.words[at];
  if (word?.feats.VerbForm === "Fin") return "finite";
  const passive = childrenBy(tree, at, "aux:pass", "nsubj:pass").length > 0;
  if (passive) return "passive";
  if (hasFinite(tree, at)) return "finite";
  const form = word?.feats.VerbForm;
  if (form === "Part" && /ant$/i.test(word?.form ?? "")) return "participle";
  if (form === "Inf") return "infinitive";
  if (form === "Ger" || (form === "Part" && word?.feats.Tense === "Pres")) return "participle";
  // `Ross called for calm`: a name takes no participle of its own without a comma.
  const before = tree.words[at - 1];
  const named =
    before !== undefined &&
    /^\p{Lu}/u.test(before.form) &&
    /^(PROPN|NOUN)$/.test(before.upos) &&
    /ed$/.test(word?.form ?? "");
  // `avait conclu à un défaut et recommandé des travaux`: the auxiliary of the verb before serves both.
  const above = tree.words[word?.head ?? -1];
  const shared =
    word?.deprel === "conj" &&
    above?.feats.VerbForm === "Part" &&
    above.index < at &&
    formOf(tree, above.index) === "finite" &&
    childrenBy(tree, above.index, "aux").some(({ lemma }) => lemma === "avoir" || lemma === "have");
  // `accused the mayor of lying and called for his resignation`: an object or preposition follows, and no agent.
  const next = tree.words[at + 1];
  const coordinated =
    /ed$/.test(word?.form ?? "") &&
    before?.upos === "CCONJ" &&
    tree.words.slice(tree.body, at).some(({ feats, upos }) => feats.VerbForm === "Fin" && upos === "VERB") &&
    /^(ADP|DET|PROPN|PRON|NOUN|SCONJ)$/.test(next?.upos ?? "") &&
    lower(next) !== "by";
  if (form === "Part")
    return named || coordinated || shared || childrenBy(tree, at, "aux").length > 0 || mainVerb(tree, at)
      ? "finite"
      : "passive";
  return "finite";
}

/** `Le traité prescrit que`, `la note conclut à une erreur`: a present that looks like a participle, with a subject and no auxiliary. */
function presentForm(language: Attribution, tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word?.feats.VerbForm !== "Part" || language.forms?.has(lower(word)) !== true) return false;
  if (childrenBy(tree, at, "aux", "cop").length > 0 || (word.head >= 0 && word.deprel !== "ccomp")) return false;
  return childrenBy(tree, at, "nsubj").some(({ index }) => index < at);
}

/** `The envoy, Martha Kells, called on both sides`: an English form in -ed behind an apposition, with no verb before it. */
function mainVerb(tree: Tree, at: number): boolean {
  if (!/ed$/.test(tree.words[at]?.form ?? "")) return false;
  const beside = tree.words[at - 1]?.upos === "NOUN" || tree.words[at - 1]?.upos === "PROPN";
  // `The ministry blamed its rival`: an object follows, so that it is no participle of the noun before it.
  const object =
    /^(DET|PROPN|PRON|NOUN|ADJ)$/.test(tree.words[at + 1]?.upos ?? "") || /ing$/.test(tree.words[at + 1]?.form ?? "");
  if (tree.words[at - 1]?.form !== "," && !(beside && object)) return false;
  let nominal = false;
  let commas = 0;
  for (let back = tree.body; back < at; back++) {
    const word = tree.words[back];
    if (word?.feats.VerbForm === "Fin") return false;
    if (word?.form === ",") commas++;
    if (word?.upos === "NOUN" || word?.upos === "PROPN") nominal = true;
  }
  return nominal && (commas > 1 || beside);
}

/** `aurait aussitôt écarté`: the auxiliary by its place, where the parser took it for a verb of its own. */
function auxiliaryBefore(language: Attribution, tree: Tree, at: number): number {
  if (tree.words[at]?.feats.VerbForm !== "Part") return -1;
  for (let before = at - 1; before >= Math.max(0, at - 6); before--) {
    const word = tree.words[before];
    if ((lemmaOf(word) === "avoir" || lemmaOf(word) === "have") && word?.feats.VerbForm !== "Part") return before;
    // `a d'ores et déjà fait savoir`, with the auxiliary taken for a preposition.
    if (lower(word) === "a" && word?.upos === "ADP" && language.fillers.has(lower(tree.words[before + 1])))
      return before;
    if (
      !language.fillers.has(lower(word)) &&
      word?.upos !== "ADV" &&
      word?.upos !== "PART" &&
      lower(word) !== "été" &&
      !/^-(t-)?(il|elle|ils|elles|on)$/.test(lower(word))
    )
      return -1;
  }
  return -1;
}

function verbCue(language: Attribution, tree: Tree, at: number): LocatedCue | null {
  const word = tree.words[at] as Word;
  let key = lemmaOf(word);
  const mistaken = word.upos !== "VERB" && word.upos !== "AUX" && inPlaceOfVerb(language, tree, at);
  if (mistaken || (word.upos === "VERB" && !language.verbs.byHead.has(key)))
    key = language.forms?.get(lower(word)) ?? key;
  if (mistaken) {
    if (!language.verbs.byHead.has(key)) return null;
  } else if (word.upos === "ADJ" && word.feats.VerbForm !== "Part") {
    if (!/[éeè]e?s?$/.test(key)) return null;
    key = key.replace(/ée?s?$/, "er");
  } else if (word.upos !== "VERB" && word.upos !== "AUX" && !(word.upos === "ADJ" && word.feats.VerbForm === "Part"))
    return null;
  const found = bestMatch(language, language.verbs, tree, at, key);
  if (found === null) return null;
  let { first } = found;
  const auxiliaries = childrenBy(tree, at, "aux").filter(
    ({ index }) => index < at && index >= at - 6 && !tree.words.slice(index, at).some(({ upos }) => upos === "PUNCT"),
  );
  for (const auxiliary of auxiliaries) first = Math.min(first, auxiliary.index);
  const having = auxiliaries.length > 0 ? -1 : auxiliaryBefore(language, tree, first);
  if (having >= 0) first = having;
  const negated = childrenOf(tree, at).some(
    (child) =>
      child.upos !== "PUNCT" &&
      language.negations.has(lower(child)) &&
      (relation(child) === "advmod" || child.feats.Polarity === "Neg") &&
      Math.abs(child.index - at) < 6 &&
      (!language.withParticle.has(lower(child)) || particleBefore(tree, Math.min(first, at))),
  );
  const negatedBySubject = !negated && subjectNegates(language, tree, first);
  const form = mistaken
    ? "finite"
    : found.match.reflexive || active.has(key)
      ? activeForm(tree, at)
      : word.upos === "ADJ"
        ? "passive"
        : having >= 0 && word.feats.VerbForm === "Part"
          ? "finite"
          : presentForm(language, tree, at)
            ? "finite"
            : formOf(tree, at);
  const past = word.feats.Tense === "Past" || auxiliaries.length > 0 || having >= 0;
  return {
    sentence: tree.sentence.index,
    word: at,
    kind: "verb",
    match: found.match,
    first,
    last: found.last,
    form,
    negated: negated || negatedBySubject,
    past,
  };
}

/** `ne`, `n'` before a verb group, clitics between. */
function particleBefore(tree: Tree, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const word = tree.words[at];
    if (/^(ne|n')$/.test(lower(word))) return true;
    if (word?.upos !== "PRON" && word?.upos !== "AUX" && word?.upos !== "ADV") return false;
  }
  return false;
}

/** `Ni le maire ni la préfète n'ont répondu`, `aucun élu n'a confirmé`, `neither side confirmed`. */
function subjectNegates(language: Attribution, tree: Tree, first: number): boolean {
  const ne = lower(tree.words[first - 1]);
  if (!language.bareThat && ne !== "n'" && ne !== "ne") return false;
  for (let at = first - 1; at >= Math.max(0, first - 16); at--) {
    const word = tree.words[at];
    if (word === undefined || /^[.;:«»“”"]$/.test(word.form) || word.feats.VerbForm === "Fin") return false;
    if (!language.negatingSubjects.has(lower(word))) continue;
    return (
      word.upos !== "NOUN" && (!language.bareThat || /^(neither|nobody|none)$/.test(lower(word)) || at === tree.body)
    );
  }
  return false;
}

const relation = (word: Word) => word.deprel.split(":")[0];

/** Every cue verb, noun and adjective of a sentence, in order. Linear. */
export function cuesOf(language: Attribution, tree: Tree): LocatedCue[] {
  const cues: LocatedCue[] = [];
  let covered = -1;
  for (const word of tree.words) {
    const at = word.index;
    if (at <= covered) continue;
    let cue: LocatedCue | null = null;
    if (word.upos !== "PUNCT") cue = verbCue(language, tree, at);
    if (cue !== null && word.upos === "AUX" && cue.match.rest.length === 0) cue = null;
    // `The mayor is convinced that …`: what the mayor holds, and nobody's convincing.
    const held = cue?.form === "passive" && language.bareThat && language.adjectives.byHead.has(lower(word));
    if (held && agentless(tree, at)) cue = null;
    if (cue === null && (word.upos === "ADJ" || word.upos === "VERB"))
      cue = plainCue(language, language.adjectives, tree, at, "adjective");
    if (cue === null && word.upos === "NOUN") cue = plainCue(language, language.nouns, tree, at, "noun");
    if (cue === null) continue;
    cue = judged(language, tree, cue);
    covered = cue.match.rest.length > 0 ? cue.last : at;
    const before = cues.at(-1);
    const one = before === undefined ? null : (refused(tree, before, cue) ?? led(language, before, cue));
    if (one !== null) cues[cues.length - 1] = one;
    else cues.push(cue);
  }
  return cues;
}

const agentless = (tree: Tree, at: number): boolean =>
  !childrenBy(tree, at, "obl").some(({ index }) =>
    childrenBy(tree, index, "case").some((word) => lower(word) === "by"),
  );

function plainCue(
  language: Attribution,
  lexicon: CueLexicon,
  tree: Tree,
  at: number,
  kind: "noun" | "adjective",
): LocatedCue | null {
  const word = tree.words[at] as Word;
  const found =
    bestMatch(language, lexicon, tree, at, lemmaOf(word)) ??
    (kind === "adjective" ? bestMatch(language, lexicon, tree, at, lower(word).replace(/(es?|s)$/, "")) : null);
  if (found === null) return null;
  const negated =
    (kind === "noun" && found.match.entry.class === "intention" && isUnmeant(language, tree, at)) ||
    childrenOf(tree, at).some(
      (child) => language.negations.has(lower(child)) && child.index < at && child.upos !== "DET",
    );
  return {
    sentence: tree.sentence.index,
    word: at,
    kind,
    match: found.match,
    first: at,
    last: found.last,
    form: "finite",
    negated,
    past: false,
  };
}

/** `n'a pas l'intention de`, `n'a aucune intention de`, `has no plans to`: an intention that nobody has. */
function isUnmeant(language: Attribution, tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word?.deprel !== "obj" && word?.deprel !== "nsubj") return false;
  const own = childrenOf(tree, at).some((child) => child.index < at && language.negatingSubjects.has(lower(child)));
  const verb = childrenOf(tree, word.head).some(
    (child) => child.index < at && relation(child) !== "nsubj" && language.negations.has(lower(child)),
  );
  return own || verb;
}
