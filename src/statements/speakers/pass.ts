import type { Language } from "../../languages/language.ts";
import type { Analysis, Mention, Name, Span, Word } from "../../model/index.ts";
import { textSpan } from "../../text/spans.ts";
import type { RawAttribution, Source, WordRef } from "../attribution.ts";
import { become, type Spoke, saysWho } from "./named-later.ts";
import { actorNounAt, isPersonal } from "./nouns.ts";
import type { Referent } from "./referent.ts";
import type { Resolution, Setting } from "./resolution.ts";
import type { Resolver } from "./resolver.ts";
import { lower, namesIn } from "./words.ts";

export type Pass = {
  /** By index of the attribution. */
  readonly speakers: readonly (Resolution | undefined)[];
  readonly carriers: readonly (readonly Referent[])[];
  readonly mentions: readonly Mention[];
};

type Step =
  | { readonly kind: "name"; readonly at: number; readonly name: Name }
  | { readonly kind: "source"; readonly at: number; readonly index: number; readonly span: Span | null }
  | {
      readonly kind: "anaphor";
      readonly at: number;
      readonly span: Span;
      readonly ref: WordRef;
      readonly object?: boolean;
    };

const rankOf = { source: 0, anaphor: 1, name: 2 } as const;

/** Subject pronouns and roles with a definite article, whom the text speaks of between its names. */
function anaphors(analysis: Analysis, language: Language): Step[] {
  const { actors } = language;
  const steps: Step[] = [];
  for (const sentence of analysis.sentences)
    for (const word of sentence.words) {
      const ref = { sentence: sentence.index, word: word.index };
      const pronoun = actors.pronouns.get(lower(word.form));
      if (pronoun?.kind === "personal" && word.deprel.startsWith("nsubj"))
        steps.push({ kind: "anaphor", at: word.start, span: { start: word.start, end: word.end }, ref });
      else if (word.upos === "NOUN" && /^(?:nsubj|obl:agent|obj$|iobj)/.test(word.deprel)) {
        const opener = openerOf(sentence.words, word, language);
        const noun = actorNounAt(actors, sentence.words, word.index);
        if (!opener || !noun || noun.class === "document" || noun.class === "state") continue;
        const object = /^i?obj/.test(word.deprel);
        if (object && !isPersonal(noun)) continue;
        if (isNamedBehind(analysis, sentence.words, word)) continue;
        const last = sentence.words.find(
          (next) => next.index > word.index && next.head === word.index && next.upos === "ADJ",
        );
        steps.push({
          kind: "anaphor",
          at: opener.start,
          span: { start: opener.start, end: Math.max(word.end, last?.end ?? 0) },
          ref,
          object,
        });
      }
    }
  return steps;
}

/** `Sa rivale, l'avocate Ida Moll, est créditée`: the name behind the comma says who that is. */
function isNamedBehind(analysis: Analysis, words: readonly Word[], noun: Word): boolean {
  let at = noun.index + 1;
  while (words[at]?.upos === "ADJ") at++;
  if (words[at]?.form !== ",") return false;
  const comma = words[at]?.end ?? 0;
  const name = namesIn(analysis.names, { start: comma, end: comma + 60 }).find(({ kind }) => kind === "person");
  if (!name || name.start >= (words.at(-1)?.end ?? 0)) return false;
  for (at++; at < words.length && (words[at]?.start ?? 0) < name.start; at++)
    if (!/^(?:DET|NOUN|ADJ|PROPN|ADP)$/.test(words[at]?.upos ?? "")) return false;
  return true;
}

function openerOf(words: readonly Word[], noun: Word, language: Language): Word | null {
  for (let at = noun.index - 1; at >= 0 && at >= noun.index - 4; at--) {
    const word = words[at];
    const kind = word ? language.actors.determiners.get(lower(word.form))?.kind : undefined;
    if (word && (kind === "definite" || kind === "demonstrative" || kind === "indefinite" || kind === "possessive"))
      return word;
    if (word?.upos !== "ADJ" && word?.upos !== "PROPN") return null;
  }
  return null;
}

/** Relation of the phrase a name is of: `le président Aydin` is a subject where `président` is. */
function relationOf(analysis: Analysis, language: Language, name: Name): string {
  const words = analysis.sentences[name.sentence]?.words ?? [];
  let word = words[name.word];
  for (let steps = 0; word && steps < 4; steps++) {
    const head: Word | undefined = words[word.head];
    if (!head) break;
    const inside = head.start >= name.start && head.end <= name.end;
    const cased = words.some((child) => child.head === word?.index && child.upos === "ADP" && child.index < word.index);
    const titled =
      /^(?:flat|appos|nmod|compound)/.test(word.deprel) &&
      !cased &&
      isPersonal(actorNounAt(language.actors, words, head.index));
    if (!inside && !titled) break;
    word = head;
  }
  return word?.deprel ?? "";
}

/** Offsets inside quotations, as a merged list of spans for a moving pointer. */
function quotationTest(analysis: Analysis): (offset: number) => boolean {
  const spans = analysis.quotations.filter(({ depth }) => depth === 0).map(({ outer }) => outer);
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** Goes through a document once, in text order, and resolves names, anaphors and the sources of attributions as they come. */
export function mentionsAndSpeakers(
  analysis: Analysis,
  language: Language,
  attributions: readonly RawAttribution[],
  resolver: Resolver,
): Pass {
  const { discourse, roster } = resolver;
  const inQuotation = quotationTest(analysis);
  const steps: Step[] = analysis.names.map((name) => ({ kind: "name", at: name.start, name }));
  for (const [index, { source, cue, content }] of attributions.entries()) {
    const span = source.kind === "phrase" || source.kind === "asker" ? source.span : null;
    steps.push({ kind: "source", at: span?.start ?? cue.span?.start ?? content[0]?.start ?? 0, index, span });
  }
  steps.push(...anaphors(analysis, language));
  steps.sort((a, b) => a.at - b.at || rankOf[a.kind] - rankOf[b.kind]);

  const speakers: (Resolution | undefined)[] = new Array(attributions.length);
  const carriers: Referent[][] = attributions.map(() => []);
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  let coveredTo = -1;
  const mention = (span: Span, who: Referent) => {
    const key = `${span.start} ${span.end}`;
    if (seen.has(key) || span.end <= span.start) return;
    seen.add(key);
    mentions.push({ start: span.start, end: span.end, text: analysis.text.slice(span.start, span.end), actor: who.id });
  };

  /** Who turned out to be somebody named further down. */
  const became = new Map<Referent, Referent>();
  let last: Spoke | null = null;
  const visiting = new Set<number>();
  const speak = (index: number): Resolution | undefined => {
    if (speakers[index] || visiting.has(index)) return speakers[index];
    const raw = attributions[index];
    if (!raw) return undefined;
    visiting.add(index);
    // An outer statement whose source stands behind its content (`« … », a dit X`) is resolved before what is inside it.
    const outer = raw.parent === null ? undefined : speak(raw.parent);
    const previous = raw.source.kind === "same" ? speak(raw.source.as) : undefined;
    const span = raw.source.kind === "phrase" ? raw.source.span : null;
    const parent = raw.parent === null ? undefined : attributions[raw.parent];
    const setting: Setting = {
      quoted: span !== null && inQuotation(span.start),
      enclosing: outer?.who ?? null,
      direct: parent?.mode === "direct" || (parent?.mode === "mixed" && span !== null && inQuotation(span.start)),
      previous: previous?.who ?? null,
      ...(span !== null && raw.cue.span !== null && raw.cue.span.start >= span.end
        ? { limit: raw.cue.span.start }
        : {}),
    };
    let found = resolver.resolve(raw.source, setting);
    // `…, ajoutant que`: a participle's subject is whoever speaks in the sentence, not a noun in between that cannot speak.
    const cueWord = raw.cue.head ? analysis.sentences[raw.cue.head.sentence]?.words[raw.cue.head.word] : undefined;
    const participle = cueWord?.feats.VerbForm === "Part" && /(?:ant|ing)$/.test(cueWord.form);
    const stranger = found.means === "phrase" && found.margin < 0.5;
    if (participle && stranger && discourse.lastSpeaker && discourse.lastSpeakerSentence === raw.cue.head?.sentence)
      found = { who: discourse.lastSpeaker, means: "same", margin: 0.5, antecedent: null };
    // `Poutine, qui a combattu dans l'est, présente`: a noun that cannot speak gives way to the sentence's named subject.
    if (stranger && found.who.number !== "plural" && span && raw.parent === null && raw.cue.kind === "verb") {
      const sentence = analysis.sentences[resolver.sentenceOf(span)];
      const subject = sentence
        ? namesIn(analysis.names, { start: sentence.start, end: span.start }).find(
            (name) => relationOf(analysis, language, name).startsWith("nsubj") && roster.byName.has(name),
          )
        : undefined;
      const who = subject ? roster.byName.get(subject) : undefined;
      if (subject && who && !inQuotation(subject.start))
        found = { who, means: "name", margin: 0.3, antecedent: textSpan(analysis.text, subject) };
    }
    speakers[index] = found;
    visiting.delete(index);
    for (const carrier of raw.carriers)
      carriers[index]?.push(resolver.resolve(carrier, { ...setting, enclosing: null }).who);
    return found;
  };

  for (const step of steps) {
    if (step.kind === "source") {
      const found = speak(step.index);
      const raw = attributions[step.index];
      if (!found || !raw) continue;
      const sentence = step.span ? resolver.sentenceOf(step.span) : -1;
      const now = { raw, found, sentence };
      if (step.span && saysWho(analysis, last, now, found.who.count === 0)) {
        became.set(last.found.who, found.who);
        become(last.found.who, found.who, discourse);
      }
      if (step.span) last = now;
      if (step.span && found.means !== "unresolved") {
        if (!seen.has(`${step.span.start} ${step.span.end}`))
          discourse.add({
            who: found.who,
            span: step.span,
            sentence,
            subject: true,
            quoted: inQuotation(step.at),
            governed: false,
          });
        mention(step.span, found.who);
        coveredTo = Math.max(coveredTo, step.span.end);
      }
      if (/\/(?:turn|interview)$/.test(raw.rule) && found.who.kind === "person") resolver.floor = found.who;
      if (
        raw.parent === null &&
        found.means !== "author" &&
        found.means !== "unnamed" &&
        found.means !== "asker" &&
        !raw.reproduced &&
        !inPassing(analysis, raw)
      ) {
        discourse.lastSpeaker = found.who;
        discourse.lastSpeakerSentence = resolver.sentenceOf(raw.cue.span ?? raw.content[0] ?? { start: 0, end: 0 });
      }
    } else if (step.kind === "name") {
      const who = roster.byName.get(step.name);
      if (!who) continue;
      if (step.name.kind === "place" || step.name.kind === "other") continue;
      mention(step.name, who);
      const deprel = relationOf(analysis, language, step.name);
      discourse.add({
        who,
        span: step.name,
        sentence: step.name.sentence,
        subject: deprel.startsWith("nsubj"),
        quoted: inQuotation(step.at),
        governed: step.at < coveredTo || deprel.startsWith("nmod") || deprel.startsWith("compound"),
      });
    } else {
      if (step.at < coveredTo) continue;
      const quoted = inQuotation(step.at);
      const phrase = resolver.phrase(step.span, step.ref);
      if (phrase.pronoun) {
        const found = discourse.pronoun(phrase, quoted, null, quoted ? null : discourse.lastSpeaker);
        if (!found || found.score < 0) continue;
        mention(step.span, found.who);
        discourse.add({
          who: found.who,
          span: step.span,
          sentence: step.ref.sentence,
          subject: true,
          quoted,
          governed: false,
        });
        continue;
      }
      if (!phrase.noun || phrase.name) continue;
      // Somebody without a name may be spoken of first and speak later: `La ministre est arrivée. Elle a promis`.
      const source: Source = { kind: "phrase", span: step.span, head: step.ref };
      const found = resolver.resolve(source, { quoted, enclosing: null, direct: false, previous: null });
      if (found.means !== "phrase") mention(step.span, found.who);
      discourse.add({
        who: found.who,
        span: step.span,
        sentence: step.ref.sentence,
        subject: step.object !== true,
        quoted,
        governed: false,
      });
    }
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return became.size === 0 ? { speakers, carriers, mentions } : renamed({ speakers, carriers, mentions }, became);
}

/** The pass with everybody under the name that the text gives later. */
function renamed({ speakers, carriers, mentions }: Pass, became: ReadonlyMap<Referent, Referent>): Pass {
  const now = (who: Referent): Referent => became.get(who) ?? who;
  const ids = new Map([...became].map(([old, who]) => [old.id, who.id]));
  return {
    speakers: speakers.map((one) => (one === undefined ? one : { ...one, who: now(one.who) })),
    carriers: carriers.map((chain) => chain.map(now)),
    mentions: mentions.map((one) => ({ ...one, actor: ids.get(one.actor) ?? one.actor })),
  };
}

/** `une foule que la police évalue à mille personnes`: a relative clause with a subject of its own says it in passing. */
function inPassing(analysis: Analysis, { cue, source }: RawAttribution): boolean {
  if (cue.head === null || source.kind !== "phrase" || source.head === null) return false;
  const words = analysis.sentences[cue.head.sentence]?.words;
  const verb = words?.[cue.head.word];
  if (!verb?.deprel.startsWith("acl:relcl") || source.head.sentence !== cue.head.sentence) return false;
  const subject = words?.[source.head.word];
  return subject?.head === verb.index && subject.index < verb.index && subject.feats.PronType !== "Rel";
}
