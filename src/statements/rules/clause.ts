import type { Word } from "../../model/index.ts";
import { lower, lowerCase } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import { contentEnd } from "../bounds.ts";
import type { LocatedCue } from "../cues.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { speaks } from "../phrases.ts";
import { quoteAt, type Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { agentOf, subjectOf } from "../sources.ts";
import { childrenBy, hasFinite, relation, spanOf, type Tree } from "../tree.ts";

/** Words between a cue and the opening of its clause (`a déclaré mardi soir devant la presse que`). */
const WINDOW = 16;

/** Where a content clause begins and what heads it. */
export type Opening = { readonly first: number; readonly head: number; readonly certain: boolean };

const parent0 = (tree: Tree, at: number) => tree.words[at];

/** The finite verb of a clause that begins here: its head by the tree, or the next verb. */
function headFrom(tree: Tree, mark: number): number {
  const head = tree.words[mark]?.head ?? -1;
  if (head > mark) return head;
  for (let at = mark + 1; at < tree.words.length && at < mark + 30; at++) {
    const word = tree.words[at];
    if (word?.upos === "VERB" && hasFinite(tree, at)) return at;
  }
  return Math.min(mark + 1, tree.words.length - 1);
}

/** `a statement | posted on X`: a participle without auxiliary behind its noun. */
const isReduced = (tree: Tree, at: number): boolean =>
  relation(tree.words[at]) === "acl" && childrenBy(tree, at, "aux").length === 0;

/** `told La Vigie, contradicting the club's account that …`; not `reported, citing two officials, that …`, which comes back. */
function leadsAside(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word?.upos !== "VERB" || !/(?:ing|ant)$/.test(word.form) || !/^(?:Part|Ger)$/.test(word.feats.VerbForm ?? ""))
    return false;
  return !tree.words.slice(at + 1, at + WINDOW).some(({ form }) => form === ",");
}

function marked(reader: Reader, tree: Tree, cue: LocatedCue, openers: ReadonlySet<string>): Opening | null {
  const start = cue.last + 1;
  const inQuote = quoteAt(reader, tree.words[cue.word]?.start ?? 0);
  // `n'a dit que`: a restriction, no clause.
  const ne = lower(tree.words[cue.first - 1]?.form);
  const restricted = (ne === "n'" || ne === "ne") && !cue.negated;
  const others = new Set(
    (reader.cues[tree.sentence.index] ?? [])
      .filter(
        ({ kind, match, form, word }) =>
          kind === "verb" &&
          (match.entry.frames.has("that") || match.entry.frames.has("wh")) &&
          // `said in a statement posted on X that`: a participle on a noun opens no clause.
          !(form === "passive" && isReduced(tree, word)),
      )
      .map(({ word }) => word),
  );
  for (let at = start; at < Math.min(tree.words.length, start + WINDOW); at++) {
    const word = tree.words[at];
    if (word === undefined) break;
    const form = lower(word.form);
    // `assure n'avoir rien su qu'en mai`: the infinitive is what is said.
    if (at === start && (form === "ne" || form === "n'")) break;
    if (
      openers.has(form) &&
      (word.upos === "SCONJ" || word.upos === "PRON" || word.upos === "ADV" || word.upos === "DET")
    ) {
      const parent = tree.words[word.head];
      if (
        reader.language.bareThat &&
        word.upos === "PRON" &&
        /^nsubj/.test(word.deprel) &&
        word.head > at &&
        relation(parent0(tree, word.head)) === "ccomp"
      )
        return { first: at, head: word.head, certain: true };
      if (reader.language.compound.has(lower(tree.words[at - 1]?.form)) && at > start) continue;
      // `disputed that account`: a demonstrative.
      const after = tree.words[at + 2];
      const pointing = reader.language.bareThat && form === "that" && tree.words[at + 1]?.upos === "NOUN";
      if (pointing && (after === undefined || /^[.,;:]$/.test(after.form))) return null;
      if (restricted && /^(ADP|ADV|NUM)$/.test(tree.words[at + 1]?.upos ?? "")) continue;
      // `a déclaré à plusieurs reprises qu'il partirait`: a mark is no relative pronoun, wherever the clause hangs.
      // `a fait savoir par la voix de son avocat qu'elle ne plaiderait pas la relaxe`: nor is one before a verb with an object.
      const relative =
        parent !== undefined &&
        relation(parent) === "acl" &&
        word.upos === "PRON" &&
        relation(word) !== "mark" &&
        at > start &&
        !(relation(word) === "obj" && childrenBy(tree, parent.index, "obj").some(({ index }) => index > parent.index));
      if (!relative)
        return at + 1 < tree.words.length ? { first: at + 1, head: headFrom(tree, at), certain: at - start < 6 } : null;
    }
    if (word.form === ";" || word.form === ":" || word.form === ".") break;
    if (word.form === "," && leadsAside(tree, at + 1)) break;
    if (/^[«“"]$/.test(word.form) && inQuote === null && !openers.has(lower(tree.words[at + 1]?.form))) break;
    if ((word.upos === "VERB" || word.upos === "AUX") && word.feats.VerbForm === "Fin") break;
    if (others.has(at)) break;
  }
  return null;
}

const nounPhrase = new Set(["DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"]);

function byTree(reader: Reader, tree: Tree, cue: LocatedCue): Opening | null {
  const clause =
    childrenBy(tree, cue.word, "ccomp").find(({ index }) => index > cue.last) ??
    (cue.kind === "adjective" ? childrenBy(tree, cue.word, "advcl").find(({ index }) => index > cue.last) : undefined);
  if (clause === undefined) return null;
  const mark = childrenBy(tree, clause.index, "mark").find((word) => reader.language.that.has(lower(word.form)));
  if (mark !== undefined) return { first: mark.index + 1, head: clause.index, certain: true };
  if (!reader.language.bareThat || !hasFinite(tree, clause.index)) return null;
  if (childrenBy(tree, clause.index, "mark").length > 0) return null;
  let first = Math.max(cue.last + 1, tree.left[clause.index] as number);
  while (first < clause.index && tree.words[first]?.form === ",") first++;
  // `said Ross, who served in the war`: a relative clause behind a comma is none.
  if (/^(who|which|whose|whom)$/.test(lower(tree.words[first]?.form)) && tree.words[first - 1]?.form === ",")
    return null;
  // `Polls suggest voters are tired`: the parser took the subject for an object.
  const lost = tree.words.slice(cue.last + 1, first);
  const subject = childrenBy(tree, clause.index, "nsubj").length > 0;
  const phrase = lost.every(({ upos }, n) => nounPhrase.has(upos) || (n > 0 && (upos === "ADP" || upos === "PART")));
  if (!subject && lost.length > 0 && lost.length < 8 && phrase) first = cue.last + 1;
  return { first, head: clause.index, certain: true };
}

const starters = new Set(["PRON", "PROPN", "DET", "NOUN", "NUM", "ADJ"]);

const nominative = /^(i|he|she|we|they|it|there|you|this|these|those)$/;

/** A finite verb soon after, with no relative pronoun or mark between: the words from here are a clause. */
function verbSoon(tree: Tree, from: number, reach: number): number {
  for (let next = from + 1; next < Math.min(tree.words.length, from + reach); next++) {
    const verb = tree.words[next];
    if (verb === undefined || /^[.;:,]$|^(who|which|that|whom|to)$/i.test(verb.form)) return -1;
    if ((verb.upos === "VERB" || verb.upos === "AUX") && verb.feats.VerbForm === "Fin")
      return verb.upos === "AUX" && verb.head > next ? verb.head : next;
  }
  return -1;
}

/** English leaves `that` out: the clause begins at the next noun phrase when a finite verb follows it. */
function bare(reader: Reader, tree: Tree, cue: LocatedCue): Opening | null {
  if (!reader.language.bareThat || cue.form === "passive") return null;
  const told =
    cue.match.entry.lemma === "tell" || cue.match.entry.lemma === "assure" || cue.match.entry.lemma === "remind";
  let at = cue.last + 1;
  while (at < tree.words.length && at < cue.last + 4 && tree.words[at]?.upos === "ADV") at++;
  // A pronoun in the nominative begins a clause, whatever the parser made of it.
  for (let next = at; next < Math.min(tree.words.length, told ? at + 6 : at + 1); next++) {
    const word = tree.words[next];
    if (word === undefined || word.upos === "PUNCT" || word.feats.VerbForm === "Fin") break;
    if (!nominative.test(lower(word.form)) || (next === at && told)) continue;
    const head = verbSoon(tree, next, 5);
    if (head >= 0) return { first: next, head, certain: true };
  }
  if (told) return null;
  const word = tree.words[at];
  if (word === undefined || !starters.has(word.upos) || quoteAt(reader, word.start)?.outer.start === word.start)
    return null;
  const clausal = cue.match.entry.frames.has("direct") || cue.match.entry.class === "thought";
  if (!clausal || (childrenBy(tree, cue.word, "xcomp").length > 0 && cue.match.entry.lemma !== "say")) return null;
  const nominal = cue.match.entry.frames.has("obj") && cue.match.entry.lemma !== "say";
  const head = verbSoon(tree, at, nominal ? 5 : 14);
  if (head < 0 || (nominal && childrenBy(tree, cue.word, "obj").length > 0)) return null;
  return { first: at, head, certain: false };
}

/** The clause a cue opens, from the tree and from the words after it. */
export function openingOf(reader: Reader, tree: Tree, cue: LocatedCue): Opening | null {
  const tree_ = byTree(reader, tree, cue);
  const surface = marked(reader, tree, cue, reader.language.that);
  if (surface !== null && (tree_ === null || surface.first <= tree_.first)) return surface;
  return tree_ ?? bare(reader, tree, cue);
}

const plain = new Set(["si", "s'", "whether", "if"]);

/** An indirect question: `demande si le pont rouvrira`, `wonders how it fell`. */
function question(reader: Reader, tree: Tree, cue: LocatedCue): Opening | null {
  const found = marked({ ...reader }, tree, cue, reader.language.wh);
  if (found === null) return null;
  // `Il n'a pas dit qui, et elle est partie`: nothing follows that is asked about.
  if (/^[,.;!?…]/.test(tree.words[found.first]?.form ?? "")) return null;
  const word = lower(tree.words[found.first - 1]?.form);
  // `Elle savait et elle s'est tue`: a reflexive pronoun, no `si`.
  if (word === "s'" && !/^ils?$/.test(lower(tree.words[found.first]?.form))) return null;
  // `interrogée sur ce point`: only `ce que`, `ce qui` asks.
  if (word === "ce" && !/^(que?|qu'|qui|dont)$/.test(lower(tree.words[found.first]?.form))) return null;
  if (found.first - 1 - cue.last > (cue.match.entry.act === "ask" ? 8 : 4)) return null;
  if (cue.form === "passive" && cue.match.entry.act !== "ask" && tree.words[found.first - 1]?.feats.PronType === "Rel")
    return null;
  if (tree.words.slice(cue.last + 1, found.first - 1).some(({ form }) => form === ",")) return null;
  return plain.has(word) ? found : { ...found, first: found.first - 1 };
}

export function whoSays(reader: Reader, tree: Tree, cue: LocatedCue): Source {
  if (cue.form === "passive") {
    const agent = agentOf(reader, tree, cue.word);
    if (agent !== null) return agent;
    return cue.match.entry.act === "ask" ? { kind: "asker", span: null, head: null } : { kind: "unnamed" };
  }
  return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
}

const things = new Set(["ce", "c'", "cela", "ça", "ceci", "this", "that", "y"]);

/** A verb that has a subject of its own: `il finit par admettre` is somebody, `il convient de noter` nobody. */
function owned(reader: Reader, lemma: string): boolean {
  const empty = reader.pack.syntax.impersonal?.verbs;
  return reader.language.verbs.byHead.has(lemma) || (empty !== undefined && !empty.has(lemma));
}

/** `Le mur menace de céder`: what is no actor, or a work, threatens nobody; it may happen to it. */
function isThing(reader: Reader, tree: Tree, word: Word, cue: LocatedCue): boolean {
  if (word.upos !== "NOUN" || childrenBy(tree, word.index, "flat").length > 0) return false;
  const kind = reader.pack.actors.nouns.get(lowerCase(word.lemma))?.class;
  if (kind !== undefined && kind !== "document") return false;
  const happens = reader.language.happenings;
  return tree.words.slice(cue.last + 1, cue.last + 5).some(({ lemma }) => happens?.has(lowerCase(lemma)) === true);
}

/**
 * A cue that nobody is the subject of: `il convient de noter que`, `cela signifie que`, `it is worth noting that`.
 * The document speaks in its own voice there.
 */
export function impersonal(reader: Reader, tree: Tree, cue: LocatedCue, source: Source): boolean {
  if (source.kind !== "phrase" || source.head === null) return false;
  const word = tree.words[source.head.word];
  const form = lower(word?.form);
  if (things.has(form) && word?.upos === "PRON") return true;
  // `It was not clear why`
  if (cue.kind === "adjective" && form === "it") return true;
  if (cue.match.entry.act === "threaten" && word !== undefined && isThing(reader, tree, word, cue)) return true;
  // `Tout le monde sait que`, `everyone knows that`: whoever says so holds it for so himself.
  if (/^(?:chacun|everyone|everybody)$/.test(form)) return true;
  if (form === "monde" && lower(tree.words[source.head.word - 2]?.form) === "tout") return true;
  // `Aucun élément ne permet de dire que`
  const none = childrenBy(tree, source.head.word, "det").some(({ form }) => /^(?:aucune?|nulle?|no)$/i.test(form));
  const thing = word?.upos === "NOUN" && !speaks(reader, tree, word.index);
  if (none && thing && source.head.sentence === tree.sentence.index) return true;
  // `Rien ne prouve que`, `comment avez-vous appris … ?`
  if (reader.language.nobody.has(form) && !(word?.upos === "NOUN" && tree.words[source.head.word - 1]?.upos === "DET"))
    return true;
  if (/^-?(vous|tu|you)$/.test(form) && tree.words.at(-1)?.form === "?") return true;
  // `Il y assure que …`: in it he does so.
  const there =
    word !== undefined && lower(tree.words[word.index + 1]?.form) === "y" && cue.match.entry.class === "speech";
  if (word?.deprel === "expl" || word?.deprel === "expl:subj") return !there && reader.language.impersonal.has(form);
  return (
    cue.form === "infinitive" &&
    reader.language.impersonal.has(form) &&
    source.head.word < cue.first &&
    !tree.words.slice(source.head.word, cue.first).some(({ upos, lemma }) => upos === "VERB" && owned(reader, lemma))
  );
}

/** `Sarnel said in a statement posted on X that …`: the cue before is what reports the clause. */
function isMedium(reader: Reader, tree: Tree, cue: LocatedCue): boolean {
  const outer = reader.cues[tree.sentence.index]?.findLast(
    ({ kind, form, match, last }) =>
      kind === "verb" &&
      form === "finite" &&
      match.entry.class === "speech" &&
      last < cue.first &&
      last > cue.first - 10,
  );
  return (
    outer?.match.entry.frames.has("that") === true &&
    !tree.words.slice(outer.last + 1, cue.first).some(({ feats, form }) => feats.VerbForm === "Fin" || form === ",")
  );
}

/**
 * A finite clause that a cue verb or adjective reports.
 *
 * `La préfète a indiqué mardi que le pont était fermé.` ==> content `le pont était fermé`
 * `She said the pier was closed.` ==> content `the pier was closed`
 * Not: `Le pont que la préfète a fermé` (relative clause), `plus grave que prévu` (comparison).
 *
 * Systems that read quotations alone (Radar de Parité, GenderGapTracker, Citron's quotation marks) miss every one of
 * these without marks; a regular expression for `verb + que` loses the end of the clause, the words between cue and
 * `que`, and the speaker of a coordinated or participial cue.
 */
export const clause: CueRule = (reader, tree, cue) => {
  if (cue.kind === "noun") return null;
  const { frames } = cue.match.entry;
  // `Asked whether …, she said`: the question only leads in.
  if (reader.language.bareThat && cue.form === "passive" && cue.first <= tree.body && cue.first === cue.word)
    return null;
  if (cue.form === "passive" && isReduced(tree, cue.word) && isMedium(reader, tree, cue)) return null;
  const wh = frames.has("wh") ? question(reader, tree, cue) : null;
  const that = frames.has("that") ? openingOf(reader, tree, cue) : null;
  const opening = wh !== null && (that === null || wh.first <= that.first) ? wh : that;
  if (opening === null) return null;
  const finite = tree.words[opening.head];
  if (finite === undefined) return null;
  // `found no evidence that the fire was set`: what is not found is not held to be so.
  const found = tree.words.slice(cue.last + 1, opening.first);
  if (found.some((word) => word.upos === "DET" && reader.language.negatingSubjects.has(lower(word.form)))) return null;
  if (cue.form === "infinitive" && cue.match.entry.class !== "speech" && opening === wh) return null;
  const last = contentEnd(reader, tree, cue, opening.head, opening.first);
  // `Asked whether the pier would close, she …`: the question is somebody else's.
  // `The minister, asked whether he would resign, said`
  const aside = tree.words[cue.first - 1]?.form === "," && cue.first === cue.word;
  const asked =
    reader.language.bareThat && cue.match.entry.act === "ask" && (cue.first === tree.body || aside) && cue.past;
  const source: Source = asked ? { kind: "asker", span: null, head: null } : whoSays(reader, tree, cue);
  if (impersonal(reader, tree, cue, source)) return null;
  return draftOf(reader, {
    rule: "statements/rules/clause",
    reason: say("clause", shown(reader, tree, cue)),
    content: [spanOf(tree, opening.first, last)],
    head: { sentence: tree.sentence.index, word: opening.head },
    source,
    cue: cueOf(tree, cue),
    score: (opening.certain ? 0.9 : 0.7) - (source.kind === "unnamed" ? 0.2 : 0),
  });
};
