import type { Language } from "../languages/index.ts";
import type { Actor, ActorKind, ActorRef, Analysis, Mention, Name, Quantity, Sentence, Word } from "../model/index.ts";
import { lowerCase } from "../text/normal.ts";
import { personId, phraseId } from "./speakers/fold.ts";
import { actorNounAt, isPersonal } from "./speakers/nouns.ts";
import { kindOfName } from "./speakers/referent.ts";

export type Counters = {
  /** Who gives a quantity that no statement holds, or null where nobody is said to; asked in the order of the text. */
  of(quantity: Quantity): ActorRef | null;
  /** Tells who gave a quantity otherwise, so that `la CGT 700` after it is understood. */
  told(quantity: Quantity, speaker: ActorRef): void;
};

/** Words of a clause looked at on each side of a quantity: keeps long sentences linear. */
const reach = 24;

/**
 * Who counts: whoever stands before a verb of counting and the quantity in its clause (`La CGT a dénombré 700
 * manifestants`, `the union put the figure at 700`); after it behind a comma (`700 manifestants, a indiqué la
 * préfecture`); or right before a bare number beside a count of somebody else (`la préfecture 300, la CGT 700`).
 * Read off the words in their order, since a headline's tree is seldom right. Not `La grève a fait 700 mécontents`: a
 * strike counts nothing.
 */
export function countersOf(
  { sentences, names, quantities, text }: Analysis,
  mentions: readonly Mention[],
  actors: readonly Actor[],
  language: Language,
): Counters {
  const { counting, counts } = language.figures;
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const named = Map.groupBy(names, ({ sentence }) => sentence);
  const edges = new Map(quantities.map((quantity, index) => [quantity, quantities[index - 1]] as const));
  const resolved = new Map(mentions.map((mention) => [mention.end, mention] as const));
  let last: { readonly quantity: Quantity; readonly speaker: ActorRef } | null = null;

  const isCounting = ({ lemma, form }: Word): boolean =>
    counting.has(lowerCase(lemma)) || counting.has(lowerCase(form));

  /** Who is named by the words that end at an index: a name, a noun that can speak, a pronoun for whoever counted last. */
  const actorAt = (sentence: Sentence, at: number, subject = false): ActorRef | null => {
    const word = sentence.words[at];
    if (word === undefined) return null;
    const name = named.get(sentence.index)?.find(({ start, end }) => start <= word.start && word.end <= end);
    if (name !== undefined) return byName(name);
    if (word.upos === "PRON") return pronouns.has(lowerCase(word.form)) ? (last?.speaker ?? null) : null;
    if ((word.upos !== "NOUN" && word.upos !== "PROPN") || counts.has(word.lemma)) return null;
    const noun = actorNounAt(language.actors, sentence.words, at);
    // A subject that no list knows (`les secours`) counts too, unless it happens.
    if (noun === null && (!subject || language.events.nouns.has(word.lemma))) return null;
    if (noun?.class === "document" || noun?.class === "citizen") return null;
    const phrase = phraseOf(sentence, at);
    const kind: ActorKind =
      noun === null
        ? "group"
        : isPersonal(noun)
          ? isPlural(word)
            ? "group"
            : "person"
          : noun?.class === "outlet"
            ? "organization"
            : ((noun?.class ?? "group") as ActorKind);
    const same = [...known.values()].find(
      ({ names: own, kind: other }) => other !== "author" && own.some((one) => bare(one) === bare(phrase)),
    );
    return same === undefined ? { id: phraseId(kind, phrase), name: bare(phrase) } : { id: same.id, name: same.name };
  };
  const byName = (name: Name): ActorRef | null => {
    if (name.kind === "place" || name.kind === "nationality" || name.kind === "event") return null;
    const mention = resolved.get(name.end);
    const actor = mention === undefined ? undefined : known.get(mention.actor);
    if (actor !== undefined) return { id: actor.id, name: actor.name };
    const id =
      name.entity ?? (name.kind === "person" ? personId(name.text) : phraseId(kindOfName[name.kind], name.text));
    return { id, name: name.text };
  };
  /** A noun with what stands before it and one complement behind: `the dockers' union`, `le collectif d'avocats`. */
  const phraseOf = ({ words }: Sentence, at: number): string => {
    let from = at;
    while (
      from > 0 &&
      at - from < 4 &&
      /^(?:NOUN|ADJ|PROPN|PART)$/.test(words[from - 1]?.upos ?? "") &&
      !isCounting(words[from - 1] as Word)
    )
      from--;
    const [link, next] = [words[at + 1], words[at + 2]];
    const to =
      link !== undefined && /^(?:d'|d’|de|of)$/iu.test(link.form) && /^(?:NOUN|PROPN)$/.test(next?.upos ?? "")
        ? at + 2
        : at;
    return text.slice(words[from]?.start ?? 0, words[to]?.end ?? 0);
  };
  const before = (sentence: Sentence, quantity: Quantity): ActorRef | null => {
    const { words } = sentence;
    const at = words.findIndex(({ end }) => end > quantity.start);
    const edge = edges.get(quantity);
    let cue = -1;
    let only = true;
    for (let i = at - 1; i >= 0 && i > at - reach; i--) {
      const word = words[i] as Word;
      if (edge !== undefined && word.start < edge.end) break;
      if (/^[;:.!?(]$/.test(word.form)) break;
      if (cue < 0 && isCounting(word)) {
        cue = i;
        continue;
      }
      if (cue >= 0 || only) {
        const actor = actorAt(sentence, i, cue >= 0 && /^nsubj(?!:pass)/.test(word.deprel));
        if (actor !== null && (cue >= 0 || (only && last?.quantity.sentence === sentence.index))) return actor;
      }
      if (!/^(?:DET|ADP|CCONJ|PUNCT)$/.test(word.upos)) only = false;
    }
    return null;
  };
  const behind = (sentence: Sentence, quantity: Quantity): ActorRef | null => {
    const { words } = sentence;
    let cue = -1;
    let comma = false;
    for (let i = words.findIndex(({ start }) => start >= quantity.end); i >= 0 && i < words.length; i++) {
      const word = words[i] as Word;
      if (/^[;:.!?(]$/.test(word.form) || word.start > quantity.end + 160) return null;
      if (word.form === ",") comma = true;
      else if (comma && cue < 0) cue = isCounting(word) ? i : /^(?:AUX|PRON)$/.test(word.upos) ? -1 : -2;
      else if (cue >= 0) {
        const actor = actorAt(sentence, i);
        if (actor !== null) return actor;
        if (i > cue + 4) return null;
      }
      if (cue === -2) {
        comma = false;
        cue = -1;
      }
    }
    return null;
  };
  return {
    of(quantity) {
      const sentence = sentences[quantity.sentence];
      if (sentence === undefined) return null;
      const found = before(sentence, quantity) ?? behind(sentence, quantity);
      if (found !== null) last = { quantity, speaker: found };
      return found;
    },
    told(quantity, speaker) {
      last = { quantity, speaker };
    },
  };
}

const pronouns = new Set("il elle ils elles it they he she".split(" "));
const isPlural = ({ feats, form }: Word): boolean => feats.Number === "Plur" || /[sx]$/u.test(form);

const bare = (phrase: string): string => phrase.trim().replace(/^(?:(?:le|la|les|the|un|une|des|an?)\s+|l['’])/iu, "");
