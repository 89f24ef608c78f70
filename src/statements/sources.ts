import type { Span, Word } from "../model/index.ts";
import { lowerCase } from "../text/normal.ts";
import type { Source } from "./attribution.ts";
import type { LocatedCue } from "./cues.ts";
import { wentOn } from "./gerund.ts";
import { nominal, nominative, phraseSource, phraseWords, plainForm, refOf, speaks, topOfName } from "./phrases.ts";
import { quoteAt, type Reader, timeAt } from "./reader.ts";
import { childrenBy, childrenOf, relation, spanOf, type Tree } from "./tree.ts";

/** A pronoun with special meaning, else the phrase itself. */
function sourceAt(reader: Reader, tree: Tree, head: number, cue: LocatedCue | null): Source {
  const word = tree.words[head];
  const form = plainForm(word);
  if (/^(lequel|laquelle|lesquels|lesquelles)$/.test(form)) {
    const agreed = agreeing(reader, tree, head);
    if (agreed >= 0) return phraseSource(tree, agreed);
  }
  if (word?.upos === "PRON" && word.feats.PronType === "Rel" && !(reader.language.relativeSource && form !== "that"))
    return antecedent(tree, head);
  if (reader.language.indefinite.has(form) && word?.upos === "PRON") {
    if (cue !== null && cue.match.entry.act === "ask")
      return { kind: "asker", span: word, head: { sentence: tree.sentence.index, word: head } };
    if (cue !== null && (cue.match.entry.class === "speech" || cue.match.entry.lemma === "apprendre"))
      return placeOf(reader, tree, head, cue) ?? { kind: "unnamed" };
    // `On pense que` is what people say; `on sait que`, `on comprend que` the document's own.
    const plain = cue !== null && cue.match.entry.class === "thought" && !cue.match.entry.lemma.includes(" ");
    if (plain && cue.kind === "verb" && !reader.language.bareThat) return { kind: "unnamed" };
    if (cue !== null && cue.kind === "verb" && !reader.language.bareThat) return { kind: "author" };
  }
  return phraseSource(tree, head);
}

/** `Au ministère, on assure que` · `a-t-on appris auprès de la mairie`: the place or people that `on` stands for. */
function placeOf(reader: Reader, tree: Tree, at: number, cue: LocatedCue): Source | null {
  const comma = tree.words[at - 1]?.form === "," ? at - 1 : -1;
  const last = tree.words
    .slice(tree.body + 1, Math.max(tree.body + 1, comma))
    .findLast(({ upos }) => upos === "NOUN" || upos === "PROPN");
  const opener = tree.words[tree.body];
  if (
    comma > 0 &&
    comma - tree.body < 14 &&
    opener !== undefined &&
    /^(à|au|aux|chez|dans|de|du|d'|côté)$/.test(plainForm(opener))
  )
    return (
      speakerIn(reader, tree, tree.body + 1, comma) ??
      (last === undefined || timeAt(reader, last.start) !== null ? null : phraseSource(tree, last.index))
    );
  const next = tree.words
    .slice(cue.last + 1, cue.last + 6)
    .find((word) => /^(auprès|source|chez|dans)$/.test(plainForm(word)));
  if (next === undefined) return null;
  if (plainForm(next) !== "source")
    return speakerIn(reader, tree, next.index + 1, Math.min(tree.words.length, next.index + 8));
  return phraseSource(tree, next.index);
}

/** The first noun that can speak between two words, as a phrase. */
function speakerIn(reader: Reader, tree: Tree, from: number, to: number): Source | null {
  for (let at = from; at < to; at++) {
    const word = tree.words[at];
    if (word === undefined || word.feats.VerbForm === "Fin") return null;
    if ((word.upos === "NOUN" || word.upos === "PROPN") && plainForm(word) !== "côté" && speaks(reader, tree, at)) {
      const { last } = phraseWords(tree, at);
      return { kind: "phrase", span: spanOf(tree, at, Math.min(last, to - 1)), head: refOf(tree, at) };
    }
  }
  return null;
}

/** `l'armée, laquelle a nié`: the nearest noun before that can speak and agrees in gender and number. */
function agreeing(reader: Reader, tree: Tree, at: number): number {
  const form = plainForm(tree.words[at]);
  const gender = form.startsWith("la") || form.endsWith("elles") ? "Fem" : "Masc";
  const number = form.endsWith("s") ? "Plur" : "Sing";
  for (let before = at - 1; before >= Math.max(0, at - 12); before--) {
    const word = tree.words[before];
    if (word?.feats.VerbForm === "Fin") return -1;
    if ((word?.upos !== "NOUN" && word?.upos !== "PROPN") || !speaks(reader, tree, before)) continue;
    if ((word.feats.Gender ?? gender) === gender && (word.feats.Number ?? number) === number) return before;
  }
  return -1;
}

const relativeForms = new Set(["qui", "who", "which", "that", "que", "qu'"]);

/** `Lavrov, qui a déclaré que`: the noun that the relative clause modifies. */
function antecedent(tree: Tree, at: number): Source {
  let cursor = tree.words[at]?.head ?? -1;
  for (let steps = 0; steps < 6 && cursor >= 0; steps++) {
    const word = tree.words[cursor];
    if (word !== undefined && relation(word) === "acl" && word.head >= 0 && word.head < at)
      return phraseSource(tree, word.head);
    cursor = word?.head ?? -1;
  }
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const word = tree.words[before];
    if (word !== undefined && (word.upos === "NOUN" || word.upos === "PROPN"))
      return phraseSource(tree, topOfName(tree, before));
  }
  return phraseSource(tree, at);
}

/** Agent of a passive: `par le ministre`, `by the clerk`. */
export function agentOf(reader: Reader, tree: Tree, at: number): Source | null {
  for (const child of childrenBy(tree, at, "obl", "nmod")) {
    if (child.index < at || reader.language.adverbial.has(lowerCase(child.lemma))) continue;
    const preposition = childrenBy(tree, child.index, "case")[0];
    if (
      child.deprel === "obl:agent" ||
      (preposition !== undefined &&
        ["par", "by"].includes(plainForm(preposition)) &&
        reader.language.agents.has(plainForm(preposition)))
    )
      return phraseSource(tree, child.index);
  }
  // The parser tied the agent to a noun in between: `informé de l'attaque par le ministre`.
  for (let next = at + 1; next < Math.min(tree.words.length - 1, at + 10); next++) {
    const word = tree.words[next];
    if (word === undefined || word.upos === "PUNCT" || word.upos === "VERB") break;
    if (!["par", "by"].includes(plainForm(word)) || !reader.language.agents.has(plainForm(word))) continue;
    const head = word.head > next ? word.head : next + 1;
    return speaks(reader, tree, head) ? phraseSource(tree, head) : null;
  }
  return null;
}

const relatives = /^(which|that|que|qu['’])$/i;

function subjectWord(tree: Tree, at: number, allowed: (word: Word) => boolean = () => true): Word | undefined {
  const subjects = childrenBy(tree, at, "nsubj", "csubj").filter(
    (word) => !word.deprel.startsWith("csubj") && allowed(word),
  );
  const own = subjects.filter(({ deprel }) => deprel === "nsubj");
  return (
    // `Énergie : Valtor menace`: of two before the verb, the one behind the colon.
    own.findLast(({ index }) => index < at && tree.words[index - 1]?.form === ":") ??
    // `, which residents dispute`: of two subjects the one that is no relative pronoun.
    (own.length > 1 ? own.find(({ feats, form }) => feats.PronType !== "Rel" && !relatives.test(form)) : own[0]) ??
    own[0] ??
    subjects[0] ??
    childrenBy(tree, at, "expl").find((word) => word.deprel === "expl:subj" && allowed(word))
  );
}

const between = /^(ne|n'|le|la|l'|les|lui|leur|y|en|se|s'|me|m'|nous|vous)$/;

/** A subject pronoun right before the verb group, clitics and adverbs apart: surer than any tree. */
function pronounBefore(tree: Tree, first: number): number {
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const word = tree.words[at];
    if (word === undefined) return -1;
    const form = plainForm(word);
    if (nominative.test(form) && !(word.upos === "PROPN")) return at;
    if (word.upos !== "ADV" && word.upos !== "AUX" && word.upos !== "PART" && !between.test(form)) return -1;
  }
  return -1;
}

/** `Le général, qui dirige les opérations, a précisé`: the noun before a relative clause between commas, or -1. */
function acrossRelative(tree: Tree, first: number): number {
  if (tree.words[first - 1]?.form !== ",") return -1;
  for (let at = first - 2; at > Math.max(tree.body, first - 26); at--) {
    const word = tree.words[at];
    if (word?.form === ";" || word?.form === ":") return -1;
    if (word?.form !== ",") continue;
    if (!/^(qui|who|which|dont|whose|où|where)$/.test(plainForm(tree.words[at + 1]))) return -1;
    // `Le réseau Voix claires, qui …, a estimé`: a name may end with an adjective.
    let last = at - 1;
    while (tree.words[last]?.upos === "ADJ" && last > at - 4) last--;
    const before = tree.words[last];
    if (before?.upos !== "NOUN" && before?.upos !== "PROPN") return -1;
    const top = topOfName(tree, last);
    // `SABRE (Littoral) — Le réseau, qui …`: a dateline is no part of the subject.
    const mark = tree.words.findLastIndex(
      ({ form, index, start }) =>
        index < last && index > top && datelines.test(form) && start !== tree.words[index - 1]?.end,
    );
    return mark < 0 ? top : highestAfter(tree, last, mark);
  }
  return -1;
}

const datelines = /^[—–:)-]$/;

/** The highest head of a word that still stands behind another. */
function highestAfter(tree: Tree, at: number, after: number): number {
  let top = at;
  for (let steps = 0; steps < 12; steps++) {
    const above = tree.words[top]?.head ?? -1;
    if (above <= after || above > at) return top;
    top = above;
  }
  return top;
}

/** The cue whose clause a verb heads, when the verb coordinated with it is a cue in the same tense as that one. */
function cueAbove(reader: Reader, tree: Tree, at: number, cue: LocatedCue | null): number {
  const verb = tree.words[at];
  if (cue === null || verb === undefined || verb.head < 0 || relation(verb) !== "ccomp") return -1;
  const outer = reader.cues[tree.sentence.index]?.find(({ word, kind }) => word === verb.head && kind === "verb");
  return outer !== undefined && outer.form === "finite" && outer.past === cue.past && outer.first < cue.first
    ? outer.word
    : -1;
}

/** Whoever a verb's subject is, through coordination, control, participles and relative clauses; null where none is found. */
export function subjectOf(reader: Reader, tree: Tree, at: number, cue: LocatedCue | null): Source | null {
  for (let inside = cue?.first ?? at; inside < at; inside++) {
    // `a-t-il promis`
    const word = tree.words[inside];
    if (word !== undefined && /^-(t-)?(il|elle|ils|elles|on|je|nous)$/i.test(word.form))
      return sourceAt(reader, tree, inside, cue);
  }
  const said = cue === null ? null : wentOn(reader, tree, cue);
  if (said !== null) return subjectOf(reader, tree, said.word, said);
  const across = acrossRelative(tree, cue?.first ?? at);
  if (across >= 0) return phraseSource(tree, across);
  const beside = pronounBefore(tree, cue?.first ?? at);
  if (beside >= 0) return sourceAt(reader, tree, beside, cue);
  const around = quoteAt(reader, tree.words[at]?.start ?? 0);
  const own = tree.words[at]?.upos;
  if (cue?.kind === "verb" && own !== "VERB" && own !== "AUX" && own !== "ADJ") {
    // `« … », souffle la femme`, taken for a noun.
    const behind = childrenBy(tree, at, "nsubj").find(({ index }) => index > cue.last);
    return behind === undefined ? nearSubject(reader, tree, at, cue) : sourceAt(reader, tree, behind.index, cue);
  }
  let cursor = at;
  for (let steps = 0; steps < 8 && cursor >= 0; steps++) {
    const word = tree.words[cursor];
    if (word === undefined) return null;
    // A subject inside a quotation that the verb is not in belongs to the quotation.
    const subject = subjectWord(tree, cursor, ({ start }) => {
      const quote = quoteAt(reader, start);
      return quote === null || quote === around;
    });
    // `Guerre au Sarnet : l'armée revendique`: what stands before a colon is not the subject of what stands behind.
    const colon = subject === undefined ? -1 : colonBetween(reader, tree, subject.index, cue?.first ?? at);
    if (colon >= 0) return nearSubject(reader, tree, at, cue, colon + 1);
    const when = subject !== undefined && subject.upos === "NOUN" && timeAt(reader, subject.start) !== null;
    if (subject !== undefined && subject.index >= tree.body && !when) {
      const reached = beyondContact(tree, subject.index, cue?.first ?? at);
      return reached < 0 ? sourceAt(reader, tree, subject.index, cue) : phraseSource(tree, reached);
    }
    if (relation(word) === "acl" && cursor === at && word.head >= 0) {
      const head = tree.words[word.head];
      const parted = tree.words[cursor - 1]?.upos === "PUNCT";
      // `tranche-t-elle, avant d'appeler à …`: a verb taken for a noun has a subject, and is none.
      const verbal = reader.cues[tree.sentence.index]?.some((one) => one.word === word.head && one.kind === "verb");
      if (head !== undefined && !parted && !verbal && nominal.has(head.upos)) return phraseSource(tree, word.head);
    }
    if (word.head < 0) break;
    // `a indiqué que X et a ajouté que`: coordinated with the cue rather than with the verb of its clause.
    const outer = relation(word) === "conj" ? cueAbove(reader, tree, word.head, cue) : -1;
    cursor = outer >= 0 ? outer : word.head;
  }
  return nearSubject(reader, tree, at, cue);
}

const contacts =
  /^(joint|contacté|interrogé|sollicité|interviewé|questionné|rencontré|reached|contacted|interviewed)e?s?$/;

/**
 * `Un officier, joint par téléphone, juge`, `Joint par La Vigie, le maire juge`: a participle taken for the subject; the
 * noun before its comma or behind the next is who speaks. -1 where there is no such participle.
 */
function beyondContact(tree: Tree, subject: number, verb: number): number {
  let first = Math.max(tree.body, (tree.left[subject] as number | undefined) ?? subject);
  while (first < subject && tree.words[first]?.upos === "PUNCT") first++;
  if (!contacts.test(plainForm(tree.words[first]))) return -1;
  if (tree.words[first - 1]?.form === ",") {
    let before = first - 2;
    while (tree.words[before]?.upos === "ADJ" && before > first - 6) before--;
    const noun = tree.words[before];
    return noun !== undefined && /^(NOUN|PROPN)$/.test(noun.upos) ? topOfName(tree, before) : -1;
  }
  if (first > tree.body) return -1;
  const comma = tree.words.findIndex(({ form, index }) => index > first && form === ",");
  if (comma < 0 || comma >= verb) return -1;
  const noun = tree.words.slice(comma + 1, verb).find(({ upos }) => upos === "NOUN" || upos === "PROPN");
  return noun?.index ?? -1;
}

/** The last colon between a subject and the verb, outside of quotations; -1 where none stands. */
function colonBetween(reader: Reader, tree: Tree, from: number, to: number): number {
  for (let at = to - 1; at > from; at--)
    if (tree.words[at]?.form === ":" && quoteAt(reader, tree.words[at]?.start ?? 0) === null) return at;
  return -1;
}

/** Where the tree gives none: an inverted clitic or name right after the verb, else the nearest noun or pronoun before it. */
export function nearSubject(
  reader: Reader,
  tree: Tree,
  at: number,
  cue: LocatedCue | null,
  from = tree.body,
): Source | null {
  const last = cue?.last ?? at;
  const next = tree.words[last + 1];
  if (next !== undefined && /^-(t-)?(il|elle|ils|elles|on|je|nous)$/i.test(next.form))
    return sourceAt(reader, tree, next.index, cue);
  for (let before = (cue?.first ?? at) - 1; before >= Math.max(from, at - 14); before--) {
    const word = tree.words[before];
    if (word === undefined) break;
    if (word.upos === "VERB" && word.feats.VerbForm === "Fin") break;
    if (timeAt(reader, word.start) !== null) continue;
    // `L'opposition, elle, doute`: the pronoun only stresses the subject.
    if (word.upos === "PRON" && tree.words[before - 1]?.form === "," && tree.words[before + 1]?.form === ",") continue;
    if (
      word.upos === "PRON" &&
      /^(il|elle|ils|elles|he|she|they|it|we|i|je|nous|on|qui|who|which|ce|cela|celui-ci|celle-ci)$/.test(
        plainForm(word),
      )
    )
      return relativeForms.has(plainForm(word)) ? antecedent(tree, before) : sourceAt(reader, tree, before, cue);
    if (word.upos === "PROPN" || word.upos === "NOUN") {
      const governed = childrenBy(tree, before, "case").length > 0;
      const whole = topOfName(tree, before);
      // `« Une pure invention » : la présidence dément`: a colon parts what the tree may join.
      const top = whole < from || colonBetween(reader, tree, whole, before) >= 0 ? before : whole;
      if (!governed || top !== before) return phraseSource(tree, top);
    }
  }
  return null;
}

/** Source of a noun cue: possessive, `de X`, `X's`. */
export function ownerOf(reader: Reader, tree: Tree, at: number, exclude: Span | null): Source | null {
  for (const child of childrenOf(tree, at)) {
    const kind = relation(child);
    if (
      child.index < at &&
      (kind === "det" || kind === "nmod" || kind === "amod") &&
      reader.language.possessives.has(plainForm(child))
    )
      return { kind: "phrase", span: child, head: refOf(tree, child.index) };
    if (
      child.index < at &&
      (child.deprel === "nmod:poss" ||
        (kind === "nmod" && childrenBy(tree, child.index, "case").some((word) => /^['’]s?$/.test(word.form))))
    )
      return phraseSource(tree, child.index);
    if (child.index > at && kind === "nmod" && (child.upos === "PROPN" || child.upos === "NOUN")) {
      const preposition = plainForm(childrenBy(tree, child.index, "case")[0]);
      if (exclude !== null && child.start >= exclude.start && child.end <= exclude.end) continue;
      if (
        ["de", "d'", "du", "des", "by", "from", "par", "of"].includes(preposition) &&
        speaks(reader, tree, child.index)
      )
        return phraseSource(tree, child.index);
    }
  }
  return null;
}
