import type { Language } from "../../languages/index.ts";
import type { Bound, Name, Quantity, Sentence, TimeExpression } from "../../model/index.ts";
import { textSpan } from "../../text/spans.ts";
import { surfaceOf, type Token } from "../surface.ts";
import { isIdentifier } from "./identifiers.ts";
import { type Counted, countedAt } from "./noun.ts";
import { type Numeral, numeralAt, own, roughAt } from "./numerals.ts";
import { phraseAt } from "./phrases.ts";
import { type Reader, readerOf } from "./reader.ts";
import { scopesOf } from "./scope.ts";

/** A quantity as read from tokens: what it counts may still stand elsewhere (`trois autres`, `62 des 145`). */
export type Draft = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly upper: number | null;
  readonly bound: Bound;
  unit: string;
  what: string;
  /** Where the missing noun is to be taken from. */
  readonly noun: "here" | "before" | "next";
  /** It is a mere place or measure of what is said (`dans deux régions`), so that nothing later refers to it. */
  readonly aside: boolean;
};

/**
 * The quantities of a text, in order: numbers in digits or words with bound, range, unit, what they count and scope.
 * Dates, years, clock times, identifiers and ordinals are none. Linear in the length of the text.
 */
export function findQuantities(
  text: string,
  sentences: readonly Sentence[],
  times: readonly TimeExpression[],
  names: readonly Name[],
  language: Language,
): Quantity[] {
  const reader = readerOf(language);
  const dated = times.filter(({ value }) => value === null || !/^P/.test(value));
  const scope = scopesOf(text, names, times, reader);
  const found: Quantity[] = [];
  let passed = 0;
  let outside = 0;
  let last: Draft | null = null;
  for (const sentence of sentences) {
    const tokens = surfaceOf(text, sentence, reader.options);
    while (passed < dated.length && (dated[passed]?.end ?? 0) <= sentence.start) passed++;
    const blocked = new Set<number>();
    while (outside < names.length && (names[outside]?.end ?? 0) <= sentence.start) outside++;
    let within = outside;
    tokens.forEach((token, i) => {
      while (within < names.length && (names[within]?.end ?? 0) <= token.start) within++;
      const name = names[within];
      if (name === undefined || name.start > token.start) return;
      if (name.start < token.start || (name.end > token.end && name.kind !== "person")) blocked.add(i);
    });
    let cursor = passed;
    tokens.forEach((token, i) => {
      while (cursor < dated.length && (dated[cursor]?.end ?? 0) <= token.start) cursor++;
      const time = dated[cursor];
      if (time !== undefined && time.start < token.end) blocked.add(i);
    });
    const drafts = draftsOf(tokens, sentence, text, blocked, reader);
    drafts.forEach((draft, i) => {
      const earlier = () => drafts.slice(0, i).findLast((other) => !other.aside && other.unit !== "") ?? last;
      const lender = draft.noun === "next" ? drafts[i + 1] : draft.noun === "before" ? earlier() : null;
      if (lender) {
        draft.unit ||= lender.unit;
        draft.what ||= lender.what;
      }
    });
    last = drafts.findLast((draft) => !draft.aside && draft.unit !== "") ?? last;
    for (const draft of drafts) {
      const [first, end] = [tokens[draft.from], tokens[draft.to - 1]];
      if (first === undefined || end === undefined) continue;
      const span = textSpan(text, { start: first.start, end: end.end });
      found.push({
        ...span,
        value: draft.value,
        upper: draft.upper,
        unit: draft.unit,
        what: draft.what,
        bound: draft.bound,
        scope: scope(sentence, span),
        sentence: sentence.index,
      });
    }
  }
  return found;
}

function draftsOf(
  tokens: readonly Token[],
  sentence: Sentence,
  text: string,
  blocked: ReadonlySet<number>,
  reader: Reader,
): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token?.kind === "word" && !reader.mayBegin(token.key)) {
      at++;
      continue;
    }
    // `deux tiers des élus` is a share, no count of thirds.
    const share = phraseAt(reader.fractions, tokens, at) === null ? null : shareAt(tokens, at, sentence, text, reader);
    const draft =
      share ??
      draftAt(tokens, at, sentence, text, blocked, reader) ??
      shareAt(tokens, at, sentence, text, reader) ??
      (drafts.some(({ unit, aside }) => unit !== "" && !aside) ? elsewhereAt(tokens, at, blocked, reader) : null);
    if (draft !== null) drafts.push(draft);
    at = draft === null ? at + 1 : Math.max(draft.to, at + 1);
  }
  return drafts;
}

/** `1.200 manifestants selon les organisateurs, 450 selon la police`: a bare number that somebody else gives. */
function elsewhereAt(tokens: readonly Token[], at: number, blocked: ReadonlySet<number>, reader: Reader): Draft | null {
  const numeral = numberAt(tokens, at, reader);
  if (numeral === null || blocked.has(at)) return null;
  if (!reader.language.figures.accordingTo.some((phrase) => startsAt(tokens, numeral.to, phrase))) return null;
  return {
    from: at,
    to: numeral.to,
    value: numeral.value,
    upper: null,
    bound: defaultBound(numeral),
    unit: "",
    what: "",
    noun: "before",
    aside: false,
  };
}

/** A bound, a range's opening, a currency sign, a number, a range's end, a unit or noun, a bound after it. */
function draftAt(
  tokens: readonly Token[],
  start: number,
  sentence: Sentence,
  text: string,
  blocked: ReadonlySet<number>,
  reader: Reader,
): Draft | null {
  let at = start;
  let bound: Bound | null = null;
  for (let i = 0; i < 2; i++) {
    const phrase = phraseAt(reader.before, tokens, at);
    if (phrase === null) break;
    bound = bound === null || phrase.value !== "about" ? phrase.value : bound;
    at = phrase.to;
  }
  const opening = reader.language.quantities.ranges.find(([word]) => word !== "" && tokens[at]?.key === word);
  const opened = opening === undefined ? null : rangeAt(tokens, at + 1, opening[1], reader);
  if (opening !== undefined && opened === null) return null;
  if (opened !== null) at++;
  const sign = tokens[at]?.kind === "mark" || tokens[at]?.key === "us" ? signAt(tokens, at, reader) : null;
  if (sign !== null) at = sign.to;
  const numeral = numberAt(tokens, at, reader);
  if (numeral === null || blocked.has(at)) return null;
  let to = numeral.to;
  let upper: number | null = opened?.upper ?? null;
  if (opened !== null) to = opened.to;
  else
    for (const [word, between] of reader.language.quantities.ranges) {
      if (word !== "") continue;
      const range = rangeAt(tokens, at, between, reader);
      if (range !== null && !blocked.has(range.to - 1)) [upper, to] = [range.upper, range.to];
    }
  const value = opened?.value ?? rangeValue(numeral, upper, tokens, at, reader);
  if (upper === null && isIdentifier(tokens, start, at, numeral, bound !== null || sign !== null, reader)) return null;
  const others =
    reader.others.has(tokens[to]?.key ?? "") ||
    (reader.language.quantities.of.includes(tokens[to]?.key ?? "") && reader.others.has(tokens[to + 1]?.key ?? ""));
  if (others) to += reader.others.has(tokens[to]?.key ?? "") ? 1 : 2;
  const aside = reader.placePrepositions.has(tokens[start - 1]?.key ?? "");
  const big = numeral.rough || isMultiple(tokens[to - 1], reader);
  let unitAt = to;
  if (!others && big && reader.language.quantities.of.includes(tokens[to]?.key ?? "")) unitAt++;
  const measure = sign ?? unitIn(tokens, unitAt, reader);
  if (measure !== null) {
    if (sign === null) to = measure.to;
    else if (reader.currencies.has(tokens[to]?.key ?? "")) to++;
    const object = complementOf(tokens, to, sentence, reader);
    [to, bound] = boundAfter(tokens, to, bound, reader);
    const what = object === null ? "" : slice(text, tokens, object.from, object.to);
    return {
      from: start,
      to,
      value,
      upper,
      bound: bound ?? defaultBound(numeral),
      unit: measure.unit,
      what,
      noun: "here",
      aside: true,
    };
  }
  const counted = countedAt(tokens, unitAt, sentence, reader);
  // `deux autres blessés`, `two others fainted`: what follows is said of them, the noun stands before.
  const said = others && /^(?:VERB|ADJ|AUX)$/.test(tokens[counted?.head ?? -1]?.upos ?? "");
  if (counted !== null && !said) {
    to = counted.head + 1;
    const what = slice(text, tokens, counted.from, counted.to);
    [to, bound] = boundAfter(tokens, to, bound, reader);
    return {
      from: start,
      to,
      value,
      upper,
      bound: bound ?? defaultBound(numeral),
      unit: counted.lemma,
      what,
      noun: "here",
      aside,
    };
  }
  [to, bound] = boundAfter(tokens, to, bound, reader);
  const part =
    reader.partOf.has(tokens[to]?.key ?? "") && [to + 1, to + 2].some((i) => numberAt(tokens, i, reader) !== null);
  const including = reader.including.has(tokens[start - 1]?.key ?? "");
  const sized = numeral.to > at + 1 && !numeral.words;
  const large = numeral.value >= 1000 && (sized || /\d[\s.,\u00a0\u202f]\d{3}/.test(tokens[at]?.text ?? ""));
  const toll = tollBefore(tokens, start, reader);
  const among = reader.language.figures.ofThem.some((phrase) => startsAt(tokens, to, phrase));
  if (
    !part &&
    !others &&
    !including &&
    !among &&
    toll === null &&
    !large &&
    bound === null &&
    !numeral.rough &&
    upper === null
  )
    return null;
  return {
    from: start,
    to,
    value,
    upper,
    bound: bound ?? defaultBound(numeral),
    unit: toll ?? "",
    what: "",
    noun: part ? "next" : "before",
    aside,
  };
}

/** What a noun for a count that opens on this number counts: `le bilan est de 19`, `put the death toll at 19`. */
function tollBefore(tokens: readonly Token[], start: number, reader: Reader): string | null {
  if (!/^(?:à|de|at|of|to)$/.test(tokens[start - 1]?.key ?? "")) return null;
  for (let i = start - 2; i >= 0 && i > start - 8; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === "number" || token.kind === "mark") return null;
    const counted = reader.language.figures.tolls.get(token.key);
    if (counted !== undefined) return counted;
  }
  return null;
}

const startsAt = (tokens: readonly Token[], at: number, phrase: string): boolean =>
  phrase.split(/ |(?<=')/u).every((word, index) => tokens[at + index]?.key === word);

const defaultBound = (numeral: Numeral): Bound => (numeral.rough ? "about" : "exact");
const slice = (text: string, tokens: readonly Token[], from: number, to: number) =>
  text.slice(tokens[from]?.start ?? 0, tokens[Math.max(from, to - 1)]?.end ?? 0);
const isMultiple = (token: Token | undefined, reader: Reader) =>
  token !== undefined && (own(reader.language.quantities.multipliers, token.key) ?? 0) >= 1e6;

/** A rough number where one stands, else a plain one. `deux douzaines` multiplies. */
function numberAt(tokens: readonly Token[], at: number, reader: Reader): Numeral | null {
  const rough = roughAt(tokens, at, reader.language);
  if (rough !== null) return rough;
  const plain = numeralAt(tokens, at, reader.language);
  const more = plain === null ? undefined : own(reader.language.quantities.rough, tokens[plain.to]?.key ?? "");
  if (plain === null || more === undefined) return plain;
  return { ...plain, value: plain.value * more, to: plain.to + 1 };
}

type Range = { readonly value: number; readonly upper: number; readonly to: number };

/** `60.000 et 90.000` after `entre`, `60 à 90`; the multiplier of the second holds for both (`2 à 3 millions`). */
function rangeAt(tokens: readonly Token[], at: number, between: string, reader: Reader): Range | null {
  const from = signAt(tokens, at, reader)?.to ?? at;
  const low = numberAt(tokens, from, reader);
  if (low === null) return null;
  const unit = unitIn(tokens, low.to, reader)?.to ?? low.to;
  const link = [low.to, unit].find((i) => tokens[i]?.key === between);
  if (link === undefined) return null;
  const mark = /^[-–]$/.test(between);
  const high = numberAt(tokens, signAt(tokens, link + 1, reader)?.to ?? link + 1, reader);
  if (high === null || (mark && (!tokens[link]?.glued || low.words))) return null;
  const value = rangeValue(low, high.value, tokens, from, reader);
  return value < high.value ? { value, upper: high.value, to: high.to } : null;
}

/** In `2 à 3 millions` the first number is in millions too. */
function rangeValue(low: Numeral, upper: number | null, tokens: readonly Token[], at: number, reader: Reader): number {
  if (upper === null || isMultiple(tokens[low.to - 1], reader) || low.value >= 1000) return low.value;
  for (const factor of [1e9, 1e6, 1e3]) {
    if (upper < factor || low.value * factor >= upper) continue;
    const single = low.to === at + 1;
    if (
      single &&
      upper / factor < 1000 &&
      low.value < 1000 &&
      upper % factor === 0 &&
      upper >= factor &&
      low.value < upper / factor
    )
      return factor === 1e3 ? low.value : low.value * factor;
  }
  return low.value;
}

function signAt(tokens: readonly Token[], at: number, reader: Reader): { unit: string; to: number } | null {
  const start = tokens[at]?.key === "us" && tokens[at + 1]?.glued ? at + 1 : at;
  const token = tokens[start];
  if (token === undefined || token.kind !== "mark") return null;
  const found = phraseAt(reader.currencies, tokens, start);
  return found === null || tokens[found.to]?.kind !== "number" ? null : { unit: found.value, to: found.to };
}

function unitIn(tokens: readonly Token[], at: number, reader: Reader): { unit: string; to: number } | null {
  const currency = phraseAt(reader.currencies, tokens, at);
  const unit = phraseAt(reader.units, tokens, at);
  const best = (currency?.to ?? 0) >= (unit?.to ?? 0) ? currency : unit;
  if (best === null || best.value === undefined) return null;
  const token = tokens[at];
  if (
    token !== undefined &&
    token.key.length === 1 &&
    token.kind === "word" &&
    /^\p{L}/u.test(tokens[at + 1]?.text ?? "") &&
    tokens[at + 1]?.glued
  )
    return null;
  return { unit: best.value, to: best.to };
}

/** What a measure measures: `six milliards de dollars d'aide`, `40 percent of voters`. */
function complementOf(tokens: readonly Token[], at: number, sentence: Sentence, reader: Reader): Counted | null {
  const link = tokens[at];
  if (link === undefined) return null;
  if (reader.links.has(link.key) || link.key === "in") {
    const skip = /^(?:la|les|l'|the)$/.test(tokens[at + 1]?.key ?? "") ? at + 2 : at + 1;
    return countedAt(tokens, skip, sentence, reader);
  }
  return null;
}

function boundAfter(tokens: readonly Token[], to: number, bound: Bound | null, reader: Reader): [number, Bound | null] {
  const phrase = phraseAt(reader.after, tokens, to);
  if (phrase === null || bound !== null) return [to, bound];
  const next = numberAt(tokens, phrase.to, reader);
  return next !== null ? [to, bound] : [phrase.to, phrase.value];
}

/** `le double`, `la moitié des drones`: a factor of something said elsewhere. */
function shareAt(tokens: readonly Token[], at: number, sentence: Sentence, text: string, reader: Reader): Draft | null {
  const before = phraseAt(reader.before, tokens, at);
  const from = before?.to ?? at;
  const bound = before?.value ?? "exact";
  const fraction = phraseAt(reader.fractions, tokens, from);
  const multiple = fraction === null ? phraseAt(reader.multiples, tokens, from) : null;
  const found = fraction ?? multiple;
  if (found === null) return null;
  const last = tokens[found.to - 1];
  const trailing = last !== undefined && /^(?:of|the|des|du|de|as|that)$/.test(last.key);
  const to = trailing ? found.to - 1 : found.to;
  const skip = reader.links.has(tokens[found.to]?.key ?? "") ? found.to + 1 : found.to;
  const object =
    trailing || skip > found.to
      ? countedAt(tokens, /^(?:la|les|l'|the)$/.test(tokens[skip]?.key ?? "") ? skip + 1 : skip, sentence, reader)
      : null;
  return {
    from: at,
    to,
    value: found.value,
    upper: null,
    bound,
    unit: fraction === null ? "times" : "share",
    what: object === null ? "" : slice(text, tokens, object.from, object.to),
    noun: object === null ? "before" : "here",
    aside: true,
  };
}
