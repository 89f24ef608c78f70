import type { Language } from "../../languages/index.ts";
import type { Name, Sentence, TimeExpression } from "../../model/index.ts";
import { textSpan } from "../../text/spans.ts";
import { own } from "../quantities/numerals.ts";
import { surfaceOf, surfaceOptionsOf, type Token } from "../surface.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { type Match, matchAt } from "./patterns.ts";
import { resolve } from "./value.ts";

/** Words to the part of a unit that they name. */
const portions: readonly (readonly [RegExp, string])[] = [
  [/^(?:début|start|beginning|early)$/, "start"],
  [/^(?:milieu|mi|middle|mid)$/, "middle"],
];

/**
 * The times of a text, in order: dates, days, clock times, relative and narrative ones, durations. Relative ones are
 * counted from `published`, narrative ones from the last day that the text named; without either the value is null.
 * Each position is matched once against the patterns of the language: linear in the length of the text.
 */
export function findTimes(
  text: string,
  sentences: readonly Sentence[],
  language: Language,
  published: string | null,
  names: readonly Name[] = [],
): TimeExpression[] {
  const options = surfaceOptionsOf(language.names.elided);
  const anchor = calendarOf(published);
  const found: TimeExpression[] = [];
  let narrative: Calendar | null = null;
  let named = -1;
  let passed = 0;
  for (const sentence of sentences) {
    const tokens = surfaceOf(text, sentence, options);
    let at = 0;
    while (at < tokens.length) {
      const match = beforeEvent(matchAt(tokens, at, language), tokens, language);
      while (passed < names.length && (names[passed]?.end ?? 0) <= (tokens[at]?.start ?? 0)) passed++;
      if (match === null || standsAlone(tokens, match, language) || isInside(tokens, match, names[passed])) {
        at++;
        continue;
      }
      const reference = {
        published: anchor,
        narrative,
        sameSentence: named === sentence.index,
        future: looksAhead(tokens, match, language),
      };
      const value = resolve(described(match, tokens, language), reference);
      const [first, last] = [tokens[match.from], tokens[match.to - 1]];
      if (value !== null && first !== undefined && last !== undefined) {
        found.push({
          ...textSpan(text, { start: first.start, end: last.end }),
          value: value.value,
          anchor: value.anchor,
        });
        if (value.day !== undefined) [narrative, named] = [value.day, sentence.index];
      }
      at = Math.max(match.to, at + 1);
    }
  }
  return found;
}

/** `quatre jours après une attaque` measures from an event that has no date here: the duration alone is read. */
function beforeEvent(match: Match | null, tokens: readonly Token[], language: Language): Match | null {
  if (
    match === null ||
    match.action !== "later" ||
    !/^(?:après|avant|after|before)$/.test(tokens[match.to - 1]?.key ?? "")
  )
    return match;
  const next = tokens[match.to];
  if (next === undefined || next.kind === "mark" || language.names.saying.includes(next.key)) return match;
  return { ...match, to: match.to - 1, action: "duration", argument: "narrative" };
}

/** The unit or season and the part of it that the words of a literal pattern name. */
function described(match: Match, tokens: readonly Token[], language: Language): Match {
  const words: Record<string, readonly string[]> = { ...match.captures.words };
  for (let i = match.from; i < match.to; i++) {
    const { key = "" } = tokens[i] ?? {};
    const named = own(language.times.units, key) ?? own(language.times.seasons, key);
    if (named !== undefined) words.named = [named];
    for (const [form, portion] of portions) if (form.test(key)) words.portion = [portion];
  }
  return { ...match, captures: { ...match.captures, words } };
}

/** A word of time that is none where it stands: `March` as a verb's subject, `May` as a name, `second` as an ordinal. */
function standsAlone(tokens: readonly Token[], match: Match, language: Language): boolean {
  const first = tokens[match.from];
  if (first === undefined) return true;
  if (match.action === "day" || match.action === "vague")
    return first.glued && /^[-–]$/.test(tokens[match.from - 1]?.text ?? "");
  const { numbers } = match.captures;
  const bare = match.action === "date" && numbers.day === undefined && numbers.year === undefined;
  if (bare && !language.times.capitalised && match.from > 1)
    return tokens.slice(match.from, match.to).some((token) => token.capital);
  if (
    match.action === "date" &&
    match.to - match.from === 1 &&
    language.times.capitalised &&
    first.kind === "word" &&
    !first.key.includes("-")
  )
    return first.upos === "VERB" || first.upos === "AUX";
  return false;
}

/** A word of time inside a longer name: `Le Journal du dimanche`, `The Sunday Times`. */
function isInside(tokens: readonly Token[], match: Match, name: Name | undefined): boolean {
  const [first, last] = [tokens[match.from], tokens[match.to - 1]];
  if (name === undefined || first === undefined || last === undefined || name.kind === "person") return false;
  return name.start <= first.start && last.end <= name.end && name.end - name.start > last.end - first.start;
}

/** Whether the verb nearest to the expression, or an auxiliary just before it, is of the future. */
function looksAhead(tokens: readonly Token[], match: Match, language: Language): boolean {
  const isAhead = (token: Token | undefined) =>
    token !== undefined &&
    (token.word?.feats.Tense === "Fut" || (!token.capital && language.times.future.test(token.key)));
  for (let distance = 1; distance <= 8; distance++)
    for (const i of [match.from - distance, match.to - 1 + distance]) {
      const token = tokens[i];
      if (isAhead(token)) return true;
      if (token?.upos === "VERB") return isAhead(tokens[i - 1]) || isAhead(tokens[i - 2]);
    }
  return false;
}
