import type { Language } from "../languages/language.ts";
import type { Act, Analysis, Word } from "../model/index.ts";
import type { RawAttribution } from "./attribution.ts";
import { frameStrength } from "./factuality/frame.ts";
import { hasFeature, isNegated, isPast, type Predicate } from "./factuality/predicate.ts";
import { isNeither } from "./neither.ts";
import type { Referent } from "./speakers/referent.ts";
import { lemmaOf, lower, wordsIn } from "./speakers/words.ts";

/** The speech act, and whether the cue or the content told it. */
export type Performed = { readonly act: Act; readonly by: "cue" | "content" | "negation" };

const byCue = (act: Act): Performed => ({ act, by: "cue" });
const byContent = (act: Act): Performed => ({ act, by: "content" });

/** `n'a pas confirmé`, `ne croit pas`: what is left of an act when its cue is negated. */
const negated: Partial<Record<Act, Act>> = {
  assert: "refuse",
  confirm: "refuse",
  announce: "refuse",
  promise: "refuse",
  deny: "suppose",
  suppose: "doubt",
  doubt: "assert",
};

/** Neutral cue, plain denial: « C'est faux », « Nous n'avons pas attaqué », « Il n'y a pas eu d'appel ». */
function isPlainDenial(raw: RawAttribution, language: Language, predicate: Predicate): boolean {
  const { factuality } = language;
  const { head, subject, clause } = predicate;
  const no = isNegated(predicate, factuality);
  // `aucun missile n'a été tiré`, `we received no warning`
  const none = clause.some(
    (word) =>
      factuality.none.has(lower(word.form)) &&
      clause.some((noun) => noun.index === word.head && noun.head === head.index && /^(?:nsubj|obj)/.test(noun.deprel)),
  );
  const deictic = subject !== null && factuality.deictics.has(lower(subject.form));
  const form = lower(head.form);
  if (
    !no &&
    (deictic || subject === null) &&
    (factuality.falsehoods.has(form) || factuality.falsehoods.has(lemmaOf(head)))
  )
    return true;
  if (no && deictic) {
    const tail = clause.map((word) => lower(word.form)).join(" ");
    if (/\b(?:vrai|exact|le cas|true|accurate|the case)\b/.test(tail)) return true;
  }
  if (none && isPast(predicate) && raw.cue.kind === "verb") return true;
  if (!no || !isPast(predicate)) return false;
  const happened =
    factuality.occurrences.has(lemmaOf(head)) ||
    factuality.occurrences.has(form) ||
    clause.some(
      (word) => word.head === head.index && word.deprel.startsWith("obj") && factuality.occurrences.has(lemmaOf(word)),
    );
  if (happened) return true;
  if (clause.some((word) => ["encore", "yet", "toujours", "still"].includes(lower(word.form)))) return false;
  const first = subject !== null && factuality.firstPerson.has(lower(subject.form));
  const own =
    raw.mode !== "direct" &&
    subject !== null &&
    subject.upos === "PRON" &&
    factuality.thirdPerson.has(lower(subject.form));
  // `dit n'avoir jamais reçu d'alerte`
  if (raw.mode !== "direct" && subject === null && raw.cue.kind === "verb" && infinitive(predicate)) return true;
  return raw.mode === "direct" ? first : own && raw.cue.kind === "verb" && !subject?.deprel.endsWith("pass");
}

/** « Nous ne commentons pas les rumeurs », « Je ne peux ni confirmer ni démentir »: whoever says so takes no stand. */
const keepsSilent = (raw: RawAttribution, language: Language, predicate: Predicate): boolean =>
  raw.mode === "direct" &&
  predicate.subject !== null &&
  language.factuality.firstPerson.has(lower(predicate.subject.form)) &&
  isNegated(predicate, language.factuality) &&
  [
    predicate.head,
    ...predicate.clause.filter(({ head, feats }) => head === predicate.head.index && feats.VerbForm === "Inf"),
  ].some((word) => language.events.withholding.has(lemmaOf(word)));

/** An infinitive, or a participle with one for its auxiliary. */
const infinitive = ({ head, clause }: Predicate): boolean =>
  head.feats.VerbForm === "Inf" ||
  clause.some((word) => word.head === head.index && word.deprel.startsWith("aux") && word.feats.VerbForm === "Inf");

function fromContent(
  raw: RawAttribution,
  analysis: Analysis,
  language: Language,
  predicate: Predicate | null,
): Act | null {
  const first = raw.content[0];
  const last = raw.content.at(-1);
  if (!first || !last) return null;
  const { factuality } = language;
  if (
    raw.mode === "direct" &&
    /\?["»”’'\s]*$/.test(analysis.text.slice(Math.max(first.start, last.end - 6), last.end + 1))
  )
    return "ask";
  if (!predicate) return null;
  const { head, subject } = predicate;
  if (keepsSilent(raw, language, predicate)) return "refuse";
  if (isPlainDenial(raw, language, predicate)) return "deny";
  if (raw.mode === "direct") {
    const opening = wordsIn(analysis, first, 2)[0];
    if (opening && factuality.alarms.has(lower(opening.form))) return "warn";
    if (hasFeature(predicate, "Mood", "Imp") && subject === null && head.feats.Mood === "Imp") return "demand";
    return null;
  }
  const modal =
    factuality.modals.get(lemmaOf(head)) === "necessary" ||
    predicate.clause.some(
      (word) =>
        word.head === head.index &&
        word.deprel.startsWith("aux") &&
        ["necessary", "expected"].includes(factuality.modals.get(lemmaOf(word)) ?? ""),
    );
  const addressed = addressee(raw, analysis);
  if (factuality.telling.has(raw.cue.lemma) && addressed) {
    if (modal && subject?.upos === "PRON") return "demand";
    const bare =
      head.feats.VerbForm === "Inf" &&
      !predicate.clause.some((word) => word.head === head.index && word.deprel.startsWith("aux"));
    if (bare && raw.mode === "indirect" && raw.cue.kind !== "frame") return "demand";
  }
  if (
    factuality.assuring.has(raw.cue.lemma) &&
    addressed &&
    (hasFeature(predicate, "Tense", "Fut") || hasFeature(predicate, "Mood", "Cnd"))
  )
    return "promise";
  return null;
}

const toSomebody = new Set(["à", "au", "aux", "to"]);

/** The cue verb has somebody it speaks to: `a dit à Poutine que`, `told reporters that`. */
function addressee(raw: RawAttribution, analysis: Analysis): boolean {
  const ref = raw.cue.head;
  const words = ref ? analysis.sentences[ref.sentence]?.words : undefined;
  const cue = ref && words ? words[ref.word] : undefined;
  if (!ref || !words || !cue) return false;
  for (let at = Math.max(0, cue.index - 8); at < Math.min(words.length, cue.index + 8); at++) {
    const word = words[at];
    if (!word || word.head !== cue.index) continue;
    if (word.upos !== "PRON" && word.upos !== "PROPN" && word.upos !== "NOUN") continue;
    if (/^iobj/.test(word.deprel) || (word.deprel === "obj" && word.index > cue.index)) return true;
    if (word.upos === "PRON" && /^(?:obj|obl)/.test(word.deprel) && word.index < cue.index) return true;
    const told = words.some(
      (marker) => marker.head === word.index && marker.index < word.index && toSomebody.has(lower(marker.form)),
    );
    if (/^obl/.test(word.deprel) && told) return true;
  }
  return false;
}

/**
 * The act of an attribution: the cue's own; where the cue is neutral, a plain denial, demand, question or warning in the
 * content decides; a negated cue turns it.
 */
export function actOf(
  analysis: Analysis,
  language: Language,
  raw: RawAttribution,
  predicate: Predicate | null,
  by: { readonly speaker: Referent; readonly enclosing: Referent | null },
): Performed {
  const { cue } = raw;
  const own = cue.entry?.act ?? "assert";
  if (cue.kind === "epistemic") {
    const value = frameStrength(raw, analysis, language);
    return byCue(
      value === "improbable" || value === "impossible"
        ? "doubt"
        : value === "probable" || value === "possible"
          ? "suppose"
          : own,
    );
  }
  if (cue.kind === "hearsay" && raw.source.kind === "unnamed") return byCue("assert");
  if (raw.source.kind === "asker") return byCue("ask");
  if (isNeither(raw, analysis, language)) return { act: "refuse", by: "negation" };
  if (cue.negated) {
    // `n'a pas souhaité réagir`, `n'envisage pas de partir`
    const willing =
      cue.entry?.class === "intention" ||
      (cue.entry?.class === "feeling" && predicate?.head.feats.VerbForm === "Inf") ||
      (language.factuality.planning?.has(cue.lemma) === true && bareInfinitive(predicate));
    if (willing && own === "suppose") return { act: "refuse", by: "negation" };
    if (cue.entry?.class === "knowledge") return { act: "doubt", by: "negation" };
    return { act: negated[own] ?? own, by: "negation" };
  }
  // Told by the one who has it, an intention is a promise: `a déclaré que Moscou entendait collaborer`.
  if (cue.entry?.class === "intention" && own === "suppose" && by.enclosing && isOwn(by.speaker, by.enclosing))
    return byContent("promise");
  // A document does not suppose: `le traité prévoit que`.
  if (
    own === "suppose" &&
    by.speaker.kind === "document" &&
    (cue.entry?.class === "thought" || cue.entry?.class === "intention")
  )
    return byContent("assert");
  if (
    own === "ask" &&
    predicate?.head.feats.VerbForm === "Inf" &&
    raw.mode === "indirect" &&
    cue.entry?.frames.has("inf")
  )
    return byContent("demand");
  // `demande un cessez-le-feu`: what is asked for, not asked about.
  if (
    own === "ask" &&
    cue.entry?.class === "speech" &&
    raw.rule.endsWith("/object") &&
    raw.mode === "indirect" &&
    !/^(?:question|si|if)$/.test(predicate ? lemmaOf(predicate.head) : "")
  )
    return byContent("demand");
  if (own === "deny" && predicate?.head.upos === "NOUN" && language.factuality.offers.has(lemmaOf(predicate.head)))
    return byContent("refuse");
  if (bareInfinitive(predicate) && raw.mode === "indirect" && language.factuality.agreeing.has(cue.lemma))
    return byContent("promise");
  // `garantit que la digue est sûre` tells how things are; only what is to come is promised.
  if (
    own === "promise" &&
    cue.entry?.class === "speech" &&
    language.factuality.assuring.has(cue.lemma) &&
    predicate !== null &&
    predicate.head.feats.VerbForm !== "Inf" &&
    !hasFeature(predicate, "Tense", "Fut") &&
    !hasFeature(predicate, "Mood", "Cnd") &&
    raw.mode !== "direct"
  )
    return byContent("assert");
  // « Fermez vos fenêtres », a demandé le préfet: no question without its mark.
  if (own === "ask" && raw.mode === "direct" && raw.cue.span !== null && cue.kind === "verb") {
    const last = raw.content.at(-1);
    const asks = last !== undefined && /\?/.test(analysis.text.slice(Math.max(0, last.end - 3), last.end + 2));
    if (!asks && predicate !== null && (hasFeature(predicate, "Mood", "Imp") || imperative(predicate.head)))
      return byContent("demand");
  }
  // `veut que la ville vende`, `wants the city to start over`: what others are to do.
  if (
    own === "suppose" &&
    cue.entry?.class === "intention" &&
    predicate?.subject != null &&
    raw.mode !== "direct" &&
    (cue.entry.frames.has("that") || cue.entry.frames.has("objinf"))
  )
    return byContent("demand");
  if (own !== "assert") return byCue(own);
  const found = fromContent(raw, analysis, language, predicate);
  return found ? byContent(found) : byCue(own);
}

/** An infinitive without an auxiliary: something to do, not `ne pense pas avoir menti`. */
const bareInfinitive = (predicate: Predicate | null): boolean =>
  predicate?.head.feats.VerbForm === "Inf" &&
  !predicate.clause.some((word) => word.head === predicate.head.index && word.upos === "AUX");

/** The one speaks for the other, leads the other's state, or is the same. */
function isOwn(inner: Referent, outer: Referent): boolean {
  return (
    inner === outer ||
    inner === outer.principal ||
    outer.roles.some((role) => role.state !== null && role.state === inner.id)
  );
}

/** `Fermez`, `Partons` that the tagger took for an indicative: a first or second person plural. */
const imperative = (word: Word): boolean => /(?:ez|ons)$/.test(word.form) && word.upos === "VERB";

/** Event codes of PLOVER, which follows CAMEO, for acts that have one. */
const plover: Partial<Record<Act, string>> = {
  accuse: "ACCUSE",
  condemn: "ACCUSE",
  demand: "REQUEST",
  refuse: "REJECT",
  threaten: "THREATEN",
  praise: "SUPPORT",
  promise: "AGREE",
};

/** PLOVER event code of an act, or null where the ontology has none. */
export const ploverOf = (act: Act): string | null => plover[act] ?? null;
