import type { ActorNoun, Actors, Determiner, Gender, Pronoun } from "../../languages/actors.ts";
import type { Analysis, Name, Span, Word } from "../../model/index.ts";
import type { WordRef } from "../attribution.ts";
import { actorNounAt, isPersonal } from "./nouns.ts";
import { lemmaOf, lower, namesIn, sentenceAt, wordsIn } from "./words.ts";

/** A noun phrase or pronoun taken apart: what resolution looks at. */
export type Phrase = {
  readonly span: Span;
  readonly text: string;
  readonly sentence: number;
  readonly words: readonly Word[];
  readonly head: Word | null;
  readonly pronoun: Pronoun | null;
  readonly determiner: Determiner | null;
  /** `même`, `same`. */
  readonly same: boolean;
  /** `l'intéressé`, `l'ancien maire`: takes up somebody just named. */
  readonly epithet: boolean;
  /** `les deux parties`. */
  readonly dual: boolean;
  readonly noun: ActorNoun | null;
  readonly number: "singular" | "plural";
  readonly gender: Gender;
  readonly names: readonly Name[];
  /** The name the phrase is of: its head or in apposition to it; not a complement's. */
  readonly name: Name | null;
  /** State that an adjective or name of nationality ties the head to. */
  readonly state: string | null;
  /** What follows `de`, `of`, `for`, or precedes the head in English: whom the head serves or belongs to. */
  readonly complement: Span | null;
};

/** Where no parse tells: the first noun, name or pronoun that no preposition within the phrase governs. */
function guessHead(actors: Actors, words: readonly Word[]): Word | null {
  let governed = false;
  for (const [at, word] of words.entries()) {
    // `le`, `its` are articles and possessives before a noun, pronouns only alone.
    if (word.upos !== "ADP" && at < words.length - 1 && actors.determiners.has(lower(word.form))) continue;
    if (word.upos === "ADP" && at > 0) governed = true;
    else if (word.upos === "PUNCT") governed = false;
    else if (
      word.upos === "NOUN" ||
      (actors.nouns.has(lower(word.form)) && precedesNoun(actors, words[at - 1])) ||
      word.upos === "PROPN" ||
      word.upos === "PRON" ||
      actors.pronouns.has(lower(word.form))
    ) {
      if (governed || (at < words.length - 1 && actors.determiners.get(lower(word.form))?.kind === "possessive"))
        continue;
      const next = words[at + 1];
      const compound = word.upos !== "PRON" && next && (next.upos === "NOUN" || next.upos === "PROPN");
      if (compound && !actorNounAt(actors, words, at)) continue;
      return word;
    }
  }
  return words.find((word) => word.upos === "NOUN" || word.upos === "PROPN") ?? words[0] ?? null;
}

/** A determiner, an adjective or `même` before a word makes it a noun, whatever its tag. */
function precedesNoun(actors: Actors, word: Word | undefined): boolean {
  if (!word) return false;
  const form = lower(word.form);
  return (
    word.upos === "ADJ" || actors.determiners.has(form) || actors.sameWords.has(form) || actors.formerWords.has(form)
  );
}

function nameOf(
  actors: Actors,
  words: readonly Word[],
  head: Word | null,
  noun: ActorNoun | null,
  names: readonly Name[],
): Name | null {
  const headAt = head ? words.indexOf(head) : -1;
  const bearing = names.filter(({ kind }) => kind !== "nationality" && kind !== "event");
  const own = bearing.find((name) => head && name.start <= head.start && head.end <= name.end);
  if (own && !(isPersonal(noun) && own.kind !== "person")) return own;
  for (const name of bearing) {
    const at = words.findIndex((word) => word.start >= name.start);
    if (at <= headAt || at < 0) continue;
    if (isPersonal(noun) && name.kind !== "person") continue;
    if (noun && !isPersonal(noun) && name.kind !== "organization" && name.kind !== "outlet" && noun.class !== "state")
      continue;
    let before = at - 1;
    while (before > headAt && /^(?:ADJ|DET|PROPN)$/.test(words[before]?.upos ?? "")) before--;
    const previous = words[before];
    if (!previous) continue;
    if (previous.upos === "PUNCT") return name;
    if (previous.upos === "ADP" || actors.ofWords.has(lower(previous.form))) continue;
    if (/^['’]s?$/.test(words.find((word) => word.start >= name.end)?.form ?? "")) continue;
    if (before !== headAt) {
      const between = actorNounAt(actors, words, before);
      // `le patron de la compagnie Navistel`, `l'avocat du président Aydin`: the name goes with the nearer noun.
      if (between && !isPersonal(between) && isPersonal(noun) && bearing.some((other) => other.start > name.start))
        continue;
      if (isPersonal(between) && (words[before - 1]?.upos === "ADP" || words[before - 2]?.upos === "ADP")) continue;
    }
    return name;
  }
  return null;
}

function complementOf(actors: Actors, words: readonly Word[], head: Word | null, end: number): Span | null {
  const headAt = head ? words.indexOf(head) : -1;
  if (headAt < 0) return null;
  for (let at = headAt + 1; at < words.length; at++) {
    const word = words[at];
    if (!word || word.upos === "PUNCT" || word.upos === "VERB") break;
    if (!actors.ofWords.has(lower(word.form)) && !(word.upos === "ADP" && actors.ofWords.has(lemmaOf(word)))) continue;
    let last = at + 1;
    // A capitalised "verb" is an unknown name.
    while (
      last < words.length &&
      words[last]?.upos !== "PUNCT" &&
      (words[last]?.upos !== "VERB" || /^\p{Lu}/u.test(words[last]?.form ?? ""))
    )
      last++;
    const first = words[at + 1];
    const final = words[last - 1];
    return first && final && final.end > first.start ? { start: first.start, end: Math.min(final.end, end) } : null;
  }
  return null;
}

/** `Interrogé par l'agence, le maire`: the phrase begins behind what goes before it. */
function withoutParticiple(words: Word[]): Word[] {
  // `ce que certains responsables (considèrent)`
  if (words.length > 2 && words[0]?.upos === "PRON" && /^(?:que|qu'|what)$/.test(lower(words[1]?.form ?? "")))
    return words.slice(2);
  if (words[0]?.upos !== "VERB") return words;
  const comma = words.findIndex((word) => word.form === ",");
  return comma > 0 && comma < words.length - 1 ? words.slice(comma + 1) : words;
}

/**
 * A source cut short is read to its end: complements and conjuncts that hang on the phrase and stand right behind it
 * (`l'avocat | de Marta Oliveira`, `Kyiv | and its allies`). Not what sets the scene, nor anything beyond the cue (`limit`).
 */
export function toItsEnd(
  analysis: Analysis,
  actors: Actors,
  span: Span,
  { settings, limit }: { readonly settings: ReadonlySet<string>; readonly limit: number },
): Span {
  const words = wordsIn(analysis, span);
  const last = words.at(-1);
  const sentence = sentenceAt(analysis, span.start);
  if (!last || !sentence) return span;
  const inside = new Set(words.map((word) => word.index));
  const hangs = (word: Word | undefined): boolean => {
    for (let at = word, steps = 0; at && steps < 4; steps++) {
      const above = sentence.words[at.head];
      if (!above) return false;
      if (inside.has(above.index)) return /^(?:nmod|conj|flat|appos|amod)/.test(at.deprel);
      at = above;
    }
    return false;
  };
  let end = last.index + 1;
  // `a former United States | ambassador`: the span stops before the noun its last word belongs to.
  for (let at = last, steps = 0; steps < 3 && /^(?:compound|amod|nmod:desc|nummod|det)/.test(at.deprel); steps++) {
    const above = sentence.words[at.head];
    if (!above || above.index < at.index || above.index > last.index + 4 || above.upos === "VERB") break;
    if (above.end > limit) break;
    for (; end <= above.index; end++) inside.add(end);
    at = above;
  }
  // `deux personnes familières | avec les pourparlers`
  let genitive = actors.closeWords.has(lower(last.form));
  while (end < sentence.words.length && end - last.index <= 10) {
    const word = sentence.words[end];
    // `a person | briefed on the terms`: how an unnamed source knows.
    if (end === last.index + 1 && word && knows(actors, last, word)) {
      genitive = true;
      inside.add(end++);
      continue;
    }
    if (!word || word.end > limit || /^(?:PUNCT|VERB|AUX|SCONJ|PRON|ADV)$/.test(word.upos)) break;
    // `le chef du gouvernement | devant les députés`
    if (word.upos === "ADP" && settings.has(lower(word.form))) break;
    // `selon l'opposition et 45 selon un hôpital`: a figure is no speaker.
    if (word.upos === "CCONJ" && sentence.words[end + 1]?.upos === "NUM") break;
    // A genitive right behind a noun belongs to it even where the tree says otherwise.
    if (actors.closeWords.has(lower(word.form))) genitive = true;
    else if (word.upos === "ADP" && !genitive)
      genitive = end === last.index + 1 && /^(?:de|du|des|d'|of)$/.test(lower(word.form));
    if (!genitive && !hangs(word)) break;
    inside.add(end);
    end++;
  }
  // A trailing article, preposition or conjunction belongs to nothing.
  while (end > last.index + 1 && /^(?:ADP|DET|CCONJ)$/.test(sentence.words[end - 1]?.upos ?? "")) end--;
  const final = sentence.words[end - 1];
  return final && final.end > span.end ? { start: span.start, end: final.end } : span;
}

/** A participle behind the noun of a source that says what it has seen or heard. */
const knows = (actors: Actors, noun: Word, word: Word): boolean =>
  word.upos === "VERB" && noun.upos === "NOUN" && actors.closeWords.has(lower(word.form));

/** Takes a noun phrase or pronoun apart. Linear in its length, which is bounded; needs no correct tree. */
export function readPhrase(analysis: Analysis, actors: Actors, span: Span, ref: WordRef | null): Phrase {
  const words = withoutParticiple(wordsIn(analysis, span));
  const named = ref ? analysis.sentences[ref.sentence]?.words[ref.word] : undefined;
  const usable = named && words.includes(named) && /^(?:NOUN|PROPN|PRON|NUM|X)$/.test(named.upos);
  let head = usable ? named : guessHead(actors, words);
  // `union leader Marta Oliver`, with the first noun given: its own head stands in the phrase too.
  for (let steps = 0; head && steps < 3 && /^(?:compound|amod|nmod:desc)/.test(head.deprel); steps++) {
    const above = words.find((word) => word.index === head?.head);
    if (!above) break;
    head = above;
  }
  if (head && actors.determiners.has(lower(head.form))) {
    const at = words.indexOf(head);
    const after = words.findIndex(
      (word, index) =>
        index > at && index <= at + 3 && word.upos !== "ADJ" && actorNounAt(actors, words, index) !== null,
    );
    head = words[after] ?? head;
  }
  // `l'ancien maire`, `cette même source`, with the adjective taken for the noun.
  const afterHead = head ? words[words.indexOf(head) + 1] : undefined;
  if (head && afterHead && !actorNounAt(actors, words, words.indexOf(head)))
    if (precedesNoun(actors, head) && actorNounAt(actors, words, words.indexOf(afterHead))) head = afterHead;
  // `a source close to the matter`, with the adjective taken for the noun.
  const beforeHead = head ? words[words.indexOf(head) - 1] : undefined;
  if (head && beforeHead && head.upos === "NOUN" && !actorNounAt(actors, words, words.indexOf(head)))
    if (beforeHead.upos === "NOUN" && isPersonal(actorNounAt(actors, words, words.indexOf(beforeHead))))
      head = beforeHead;
  // `la plupart des observateurs`: the head that matters is the second noun.
  let quantity = false;
  if (head && (actors.quantityNouns.has(lemmaOf(head)) || head.upos === "NUM")) {
    const at = words.indexOf(head);
    const inner = words.slice(at + 1).find((word) => word.upos === "NOUN" || word.upos === "PROPN");
    if (inner) {
      quantity = head.upos !== "NUM";
      head = inner;
    }
  }
  const headAt = head ? words.indexOf(head) : -1;
  const form = lower(head ? head.form : analysis.text.slice(span.start, span.end)).replace(/^-(?:t-)?/, "");
  const noun = actorNounAt(actors, words, headAt);
  const content = words.filter((word) => word.upos !== "PUNCT" && word.upos !== "ADP");
  const lone =
    content.length <= 1 || (content.length === 2 && (form === "dernier" || form === "dernière" || form === "latter"));
  const opener = words.find((word) => word.upos !== "PUNCT" && word.upos !== "ADP") ?? null;
  const determiner = opener && opener !== head ? (actors.determiners.get(lower(opener.form)) ?? null) : null;
  const pronoun =
    lone ||
    head?.upos === "PRON" ||
    // `Celui-ci, absent des débats`
    (head === words[0] && words[1]?.form === "," && actors.pronouns.get(form)?.kind === "latter") ||
    (determiner === null && content.length > 1 && actors.pronouns.get(form)?.kind === "indefinite")
      ? (actors.pronouns.get(form) ?? null)
      : null;
  // `les comptes, que La Vigie a consultés`: whoever a relative clause names is another.
  const relative = words.find(
    ({ form, feats }, at) =>
      words[at - 1]?.form === "," && (feats.PronType === "Rel" || /^(?:que|qu['’]|qui|dont|où|who|which)$/i.test(form)),
  );
  const names = namesIn(analysis.names, span).filter(({ start }) => relative === undefined || start < relative.start);
  const tagged = head?.feats.Number;
  const genderTag = head?.feats.Gender;
  const number =
    pronoun?.number ??
    determiner?.number ??
    (quantity
      ? "plural"
      : tagged === "Plur"
        ? "plural"
        : tagged === "Sing"
          ? "singular"
          : /[sx]$/.test(form) && noun
            ? "plural"
            : "singular");
  const gender =
    pronoun?.gender ??
    determiner?.gender ??
    (genderTag === "Fem" ? "f" : genderTag === "Masc" ? "m" : (noun?.gender ?? null));
  const middle = words.slice(0, Math.max(headAt, 0)).map((word) => lower(word.form));
  const complement = complementOf(actors, words, head, span.end);
  return {
    span,
    text: analysis.text.slice(span.start, span.end),
    sentence: sentenceAt(analysis, span.start)?.index ?? -1,
    words,
    head,
    pronoun: noun && !lone ? null : pronoun,
    determiner: quantity ? { kind: "quantifier", number: "plural", gender: null } : determiner,
    same: middle.some((word) => actors.sameWords.has(word)),
    epithet:
      determiner?.kind === "definite" &&
      (middle.some((word) => actors.formerWords.has(word)) ||
        actors.epithets.has(head ? lemmaOf(head) : "") ||
        actors.epithets.has(form) ||
        // `l'ex-ministre`
        (noun !== null && form.includes("-") && actors.formerWords.has(form.slice(0, form.indexOf("-"))))),
    dual:
      middle.some((word) => actors.dualWords.has(word)) ||
      (noun === null && words.length <= 3 && words.some((word) => actors.dualWords.has(lower(word.form)))) ||
      (lone && actors.dualWords.has(form)),
    noun,
    number: quantity ? "plural" : number,
    gender,
    names,
    name: nameOf(actors, words, head, noun, names),
    state:
      names.find((name) => name.kind === "nationality" && (!complement || name.start < complement.start))?.entity ??
      names.find((name) => name.kind === "nationality")?.entity ??
      null,
    complement,
  };
}
