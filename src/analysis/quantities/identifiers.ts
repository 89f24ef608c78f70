import type { Token } from "../surface.ts";
import { type Numeral, numeralAt } from "./numerals.ts";
import type { Reader } from "./reader.ts";

/**
 * Whether a number at `at` names rather than counts: `article 5`, `page 3`, `Boeing 747`, `le 2e tour`, `1999`,
 * `[3]`, `01 23 45 67`, `les deux hommes`. Not `les 24 heures`, `en 3 jours`.
 */
export function isIdentifier(
  tokens: readonly Token[],
  start: number,
  at: number,
  numeral: Numeral,
  bounded: boolean,
  reader: Reader,
): boolean {
  const token = tokens[at];
  const before = tokens[start - 1];
  const after = tokens[numeral.to];
  if (token === undefined) return true;
  const plain = token.kind === "number";
  // `quatre des douze jurés`, `four of the twelve jurors`: the whole of a part is counted.
  let link = start;
  while (link > start - 2 && reader.partOf.has(tokens[link - 1]?.key ?? "")) link--;
  const part = link < start && numeralAt(tokens, link - 1, reader.language) !== null;
  if (plain && before !== undefined && token.glued && start === at && /^[-–/#_:*^@&.]$/.test(before.text)) return true;
  if (
    plain &&
    after?.glued &&
    after.kind === "word" &&
    !reader.units.has(after.key) &&
    !reader.currencies.has(after.key)
  )
    return true;
  if (plain && after?.glued && /^[/:_]$/.test(after.text) && tokens[numeral.to + 1]?.glued) return true;
  if (plain && after?.glued && after.text === "-" && tokens[numeral.to + 1]?.glued) return true;
  if (before !== undefined && /^[[(#]$/.test(before.text) && /^[\])]$/.test(after?.text ?? "")) return true;
  if (plain && at === 0 && /^[.)]$/.test(after?.text ?? "") && after?.glued) return true;
  const owner = before?.text === "." || before?.text === "°" ? tokens[start - 2] : before;
  if (owner !== undefined && reader.identifiers.has(owner.key)) return true;
  if (before?.text === "°") return true;
  if (
    numeral.words &&
    !numeral.rough &&
    numeral.value <= 12 &&
    before !== undefined &&
    reader.definite.has(before.key) &&
    !part
  )
    return true;
  if (reader.notCounted.has(after?.key ?? "")) return true;
  if (bounded) return false;
  if (
    plain &&
    tokens[at + 1]?.kind === "number" &&
    (tokens[at - 1]?.kind === "number" || tokens[at + 2]?.kind === "number")
  )
    return true;
  if (plain && tokens[at - 1]?.kind === "number" && tokens[at - 2]?.kind === "number") return true;
  const finite = after?.upos === "VERB" && after.word?.feats.VerbForm === "Fin";
  const noun =
    after !== undefined && after.kind === "word" && !after.capital && !finite && !reader.breaks.has(after.key);
  const measured = after !== undefined && (reader.units.has(after.key) || reader.currencies.has(after.key));
  if (plain && /^(?:1[0-9]|20)\d\d$/.test(token.text) && !measured) {
    if (!noun || /^(?:en|in|de|depuis|since|d'|l'an|fin|début|mi|année|by|until|dès|of)$/.test(before?.key ?? ""))
      return true;
    return (
      numeral.value > 1900 &&
      numeral.value < 2100 &&
      after?.upos !== null &&
      after?.upos !== "NOUN" &&
      after?.upos !== "ADJ"
    );
  }
  // A number with a word for its size is none: `la CGT 3,5 millions`.
  const sized = numeral.to > at + 1 || /\d[\s.,\u00a0\u202f]\d{3}/u.test(token.text);
  if (plain && before?.capital && (start > 1 || finite) && !noun && !measured && !sized && before.kind === "word")
    return true;
  return plain && before?.text === "," && /^[,.]$/.test(after?.text ?? "") && numeral.value < 120;
}
