import type { Span } from "../../model/index.ts";
import { lower, lowerCase } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import { contentEnd } from "../bounds.ts";
import type { LocatedCue } from "../cues.ts";
import { isDeed } from "../deeds.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { invertedSubject } from "../inversion.ts";
import { phraseWords } from "../phrases.ts";
import { quoteAt, type Reader, timeAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { childrenBy, relation, spanOf, type Tree } from "../tree.ts";
import { impersonal, openingOf, whoSays } from "./clause.ts";
import { reportedBy } from "./noun.ts";

const contracted: Readonly<Record<string, string>> = { du: "de", des: "de", "d'": "de", au: "à", aux: "à" };
export const preposition = (form: string | undefined): string => contracted[lower(form)] ?? lower(form);

/** Acts whose nominal object is the thing they are about, even when it is a cue noun with a clause of its own. */
const transparent = new Set(["deny", "confirm", "refuse", "doubt"]);

/** A noun phrase as content: with its complements and clauses, up to where the clause of the cue goes on. */
export function nominalSpan(reader: Reader, tree: Tree, cue: LocatedCue, head: number): Span {
  const { first } = phraseWords(tree, head);
  const span = spanOf(tree, first, nominalEnd(reader, tree, cue, head, Math.max(first, head)));
  // `demande | des mesures`, split into `de` and `les`: here it is an article.
  const article = tree.words[first - 1];
  const text = article === undefined ? "" : reader.text.slice(article.start, article.end);
  return article !== undefined && lower(text) === "des" && article.index > cue.last
    ? { start: article.start, end: span.end }
    : span;
}

/** Where a nominal content ends: before whom it is told to, by whom, and when. */
export function nominalEnd(reader: Reader, tree: Tree, cue: LocatedCue, head: number, first: number): number {
  const end = contentEnd(reader, tree, cue, head, first, true);
  const { beside } = reader.language;
  for (let at = first + 1; at <= end; at++) {
    const word = tree.words[at];
    if (word === undefined || word.upos === "VERB" || word.upos === "SCONJ") break;
    if (
      (word.upos !== "ADP" && word.upos !== "ADV") ||
      quoteAt(reader, word.start) !== quoteAt(reader, tree.words[cue.word]?.start ?? 0)
    )
      continue;
    const form = lower(word.form);
    const next = tree.words[at + 1];
    if (
      (word.upos === "ADP" && (beside.has(lower(next?.form)) || beside.has(lower(tree.words[at + 2]?.form)))) ||
      beside.has(form) ||
      (cue.form === "passive" && reader.language.agents.has(form) && preposition(form) !== "de")
    )
      return at - 1;
    if (
      cue.match.entry.class === "speech" &&
      preposition(form) === "à" &&
      (next?.upos === "PROPN" || next?.upos === "PRON") &&
      !reader.language.bareThat
    )
      return at - 1;
  }
  return end;
}

/** Words between a verb and its object (`a annoncé mercredi au comité du port de Sorn | la suppression de dix emplois`). */
const FAR = 20;

/** `sans dévoiler le prix`, `without giving a reason`: what is not told. */
function isUntold(tree: Tree, cue: LocatedCue): boolean {
  if (cue.form === "finite") return false;
  let before = cue.first - 1;
  while (before > 0 && /^(ADV|PRON)$/.test(tree.words[before]?.upos ?? "")) before--;
  return /^(sans|without)$/.test(lower(tree.words[before]?.form));
}

/** Object of a verb that is not a person it speaks to. */
function objectOf(reader: Reader, tree: Tree, cue: LocatedCue): number | null {
  if (childrenBy(tree, cue.word, "obj").some(({ index, upos }) => index < cue.word && upos === "PRON")) return null;
  const object = childrenBy(tree, cue.word, "obj").find(
    ({ index, upos }) => index > cue.last && index < cue.last + FAR && upos !== "PRON",
  );
  if (object !== undefined) return object.index;
  let at = cue.last + 1;
  while (tree.words[at]?.upos === "ADV" && at < cue.last + 3) at++;
  // `demande des mesures`, split into `de` and `les`.
  if (tree.words[at]?.upos === "ADP" && tree.words[at]?.start === tree.words[at + 1]?.start) {
    const whole = tree.words[at];
    const end = tree.words[at + 1]?.end ?? 0;
    if (lower(whole === undefined ? "" : reader.text.slice(whole.start, end)) === "des") at++;
  }
  const next = tree.words[at];
  if (
    next === undefined ||
    (next.upos !== "DET" && next.upos !== "NOUN" && next.upos !== "PROPN" && next.upos !== "ADJ")
  )
    return null;
  for (let noun = at; noun < Math.min(at + 5, tree.words.length); noun++) {
    const word = tree.words[noun];
    if (word?.upos === "NOUN" || word?.upos === "PROPN")
      return relation(word).startsWith("nsubj") ? null : topNoun(tree, noun, at);
    if (word?.upos !== "DET" && word?.upos !== "ADJ" && word?.upos !== "NUM") return null;
  }
  return null;
}

function topNoun(tree: Tree, at: number, from: number): number {
  const head = tree.words[at]?.head ?? -1;
  return head > at && head < from + 6 && ["compound", "flat", "amod", "nmod"].includes(relation(tree.words[at]))
    ? head
    : at;
}

/**
 * A noun phrase that is itself the content: what is denied, alleged, promised, announced, demanded, praised.
 *
 * `La mairie a démenti l'attaque.` · `Le syndicat dénonce la fermeture du port.` · `He praised the ruling.`
 * ==> content: the noun phrase; of `a démenti les informations selon lesquelles X` it is X
 * Not: `Le maire a évoqué le dossier.` (a topic only: such verbs lack the `obj` frame).
 *
 * Radar de Parité, GenderGapTracker and Citron find no attribution here: there is neither quotation nor clause.
 */
export const object: CueRule = (reader, tree, cue) => {
  const { frames } = cue.match.entry;
  // `Les images montrent de nouvelles tranchées`: a document shows, a person shows something else.
  const shows = cue.match.entry.class === "evidence" && !frames.has("obj") && !frames.has("np");
  if (cue.kind !== "verb" || !(frames.has("obj") || frames.has("np") || shows) || cue.form === "passive") return null;
  if (isUntold(tree, cue)) return null;
  if (invertedSubject(reader, tree, cue) >= 0 && cue.match.entry.frames.has("direct")) return null;
  const head = objectOf(reader, tree, cue);
  if (head === null || openingAfter(reader, tree, cue, head) || isDeed(reader, tree, cue.word, head)) return null;
  // `Les habitants ont manifesté samedi`: when is not what.
  if (childrenBy(tree, head, "det").length === 0 && timeAt(reader, tree.words[head]?.start ?? 0) !== null) return null;
  // `évoque une erreur`, `évoque trois blessés` say that there was one, that there were three; `évoque le dossier` names a topic.
  if (
    !frames.has("obj") &&
    !shows &&
    !childrenBy(tree, head, "det").some((word) => /^(un|une|an?)$/.test(lower(word.form))) &&
    childrenBy(tree, head, "nummod").length === 0
  )
    return null;
  if (reader.language.notContents?.has(lowerCase(tree.words[head]?.lemma ?? ""))) return null;
  const inner = transparent.has(cue.match.entry.act) ? reportedBy(reader, tree, head) : null;
  const source = whoSays(reader, tree, cue);
  if (impersonal(reader, tree, cue, source) || (shows && !isDocument(reader, source))) return null;
  const somebody = tree.words
    .slice(Math.max(0, cue.first - 4), cue.word)
    .some(({ form, upos }) => upos === "PRON" && reader.language.indefinite.has(lower(form).replace(/^-(t-)?/, "")));
  if (source.kind === "unnamed" && !(somebody && !reader.language.bareThat)) return null;
  return draftOf(reader, {
    rule: "statements/rules/object",
    reason: say("object", shown(reader, tree, cue)),
    content: [inner?.span ?? nominalSpan(reader, tree, cue, head)],
    head: { sentence: tree.sentence.index, word: inner?.head ?? head },
    source,
    cue: cueOf(tree, cue),
    score: 0.7,
  });
};

function isDocument(reader: Reader, source: Source): boolean {
  if (source.kind !== "phrase" || source.head === null) return false;
  const word = reader.trees[source.head.sentence]?.words[source.head.word];
  return reader.pack.actors.nouns.get(lowerCase(word?.lemma ?? ""))?.class === "document";
}

function openingAfter(reader: Reader, tree: Tree, cue: LocatedCue, head: number): boolean {
  if (!cue.match.entry.frames.has("that")) return false;
  const opening = openingOf(reader, tree, cue);
  return opening?.certain === true && opening.first <= head;
}

/**
 * A prepositional phrase that is the content: `se réjouit de la nouvelle`, `appelle à la grève`, `warned of a flood`.
 *
 * `La ministre s'est félicitée de l'accord.` ==> content `l'accord`
 * Not: `Il a parlé de la gare.` where `de la gare` is a place: only the prepositions of the lexicon count.
 */
export const prepositional: CueRule = (reader, tree, cue) => {
  if (cue.kind === "noun" || !cue.match.entry.frames.has("obl")) return null;
  const markers = new Set(cue.match.markers.get("obl") ?? []);
  // `s'est dit favorable à un accord, à condition que …`: the adjective of the cue has the complement.
  const candidates = [...new Set([cue.last, cue.word])].flatMap((at) =>
    childrenBy(tree, at, "obl", "nmod", "advcl", "ccomp", "xcomp", "obj"),
  );
  let head = -1;
  for (const candidate of candidates) {
    if (candidate.index <= cue.last) continue;
    const opener = childrenBy(tree, candidate.index, "case", "mark")[0];
    if (opener !== undefined && opener.index > cue.last && markers.has(preposition(opener.form))) {
      head = candidate.index;
      break;
    }
  }
  let first = -1;
  if (head >= 0) first = (childrenBy(tree, head, "case", "mark")[0]?.index ?? head) + 1;
  else {
    for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 10); at++) {
      const word = tree.words[at];
      if (word === undefined || word.upos === "PUNCT" || word.feats.VerbForm === "Fin") break;
      if (
        (word.upos === "ADP" || word.upos === "SCONJ") &&
        markers.has(preposition(word.form)) &&
        (at === cue.last + 1 || cue.match.entry.act === "accuse" || cue.match.entry.frames.has("objinf"))
      ) {
        head = word.head > at ? word.head : at + 1;
        first = at + 1;
        break;
      }
    }
  }
  // `s'attend à ce que X`
  if (lower(tree.words[first]?.form) === "ce" && reader.language.that.has(lower(tree.words[first + 1]?.form)))
    first += 2;
  if (head < 0 || first >= tree.words.length) return null;
  const source = whoSays(reader, tree, cue);
  if (impersonal(reader, tree, cue, source)) return null;
  if (source.kind === "unnamed" && cue.match.entry.act !== "accuse") return null;
  const inner = reportedBy(reader, tree, head);
  // `Interrogée sur ce point, la préfecture …`: a topic; `sur les informations selon lesquelles …` is asked.
  const asked = cue.form === "passive" || (reader.language.bareThat && cue.first === tree.body && cue.past);
  if (inner === null && asked && cue.match.entry.act === "ask") return null;
  return draftOf(reader, {
    rule: "statements/rules/object",
    reason: say("prepositional", shown(reader, tree, cue)),
    content: [
      transparent.has(cue.match.entry.act) && inner !== null
        ? inner.span
        : spanOf(
            tree,
            first,
            tree.words[head]?.upos === "VERB"
              ? contentEnd(reader, tree, cue, head, first)
              : nominalEnd(reader, tree, cue, head, first),
          ),
    ],
    head: { sentence: tree.sentence.index, word: head },
    source,
    cue: cueOf(tree, cue),
    score: 0.65,
  });
};
