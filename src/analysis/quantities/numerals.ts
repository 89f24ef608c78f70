import type { Language } from "../../languages/index.ts";
import { remembered } from "../../text/remembered.ts";
import type { Token } from "../surface.ts";

/** A number as read from tokens, end exclusive. `words`: written without digits; `rough`: of an order of magnitude only. */
export type Numeral = {
  readonly value: number;
  readonly to: number;
  readonly words: boolean;
  readonly rough: boolean;
};

/** The value of digits with this language's marks: `1 000`, `440.000`, `1,12`, `1,234.5`; null where it is no plain number. */
export function digits(text: string, decimal: "." | ","): number | null {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]/g, "");
  const group = decimal === "." ? "," : ".";
  if (/^\d+$/.test(plain)) return Number(plain);
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`);
  if (grouped.test(plain)) return Number(plain.replaceAll(group, "").replace(decimal, "."));
  const other = new RegExp(`^\\d{1,3}(?:\\${decimal}\\d{3}){2,}$`);
  if (other.test(plain)) return Number(plain.replaceAll(decimal, ""));
  const parts = plain.split(/[.,]/);
  if (parts.length === 2) return Number(`${parts[0]}.${parts[1]}`);
  return null;
}

const begins = new WeakMap<Language["quantities"], (key: string) => boolean>();

/** Whether a number may begin with a word; false for nearly all of them, told once for each. */
export function mayBeginNumber(key: string, { quantities }: Language): boolean {
  let test = begins.get(quantities);
  if (test === undefined) {
    const { numerals, multipliers, one } = quantities;
    const part = (word: string): boolean =>
      /^(?:un|une|one|et|and|an?)$/.test(word) ||
      own(numerals, word) !== undefined ||
      own(multipliers, word) !== undefined;
    test = remembered((word) => one.includes(word) || word.split("-").some(part));
    begins.set(quantities, test);
  }
  return test(key);
}

/** The number that begins at `at`, digits or words, with its multipliers: `3,5 millions`, `six milliards`, `deux cent mille`. */
export function numeralAt(tokens: readonly Token[], at: number, language: Language): Numeral | null {
  const { quantities } = language;
  const first = tokens[at];
  if (first === undefined) return null;
  let value: number | null = null;
  let to = at;
  let words = true;
  let last: Token | undefined = first;
  if (first.kind === "number") {
    value = digits(first.text, quantities.decimal);
    if (value === null) return null;
    words = false;
    to = at + 1;
  } else if (first.kind === "word") {
    const read = mayBeginNumber(first.key, language) ? wordsAt(tokens, at, language) : null;
    if (read === null) return null;
    value = read.value;
    to = read.to;
  } else return null;
  for (;;) {
    last = tokens[to];
    const factor = last?.kind === "word" ? own(quantities.multipliers, last.key) : undefined;
    const amount = last?.key === "m" && /^[$€£]$/.test(tokens[to + 1]?.text ?? "") && tokens[to + 1]?.glued === true;
    if (amount) {
      value *= 1e6;
      to++;
      break;
    }
    if (factor === undefined || last === undefined) break;
    if (last.key.length <= 2 && !last.glued && !/^(?:md|mn|bn|tn)$/.test(last.key)) break;
    if (last.key === "m" && !/^[$€£]$/.test(tokens[at - 1]?.text ?? "")) break;
    value *= factor;
    to++;
  }
  const rounded = Number.isSafeInteger(value) && value < 1e15 ? value : Number(value.toPrecision(15));
  return { value: rounded, to, words, rough: false };
}

export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Number words, hyphenated or not: `quatre-vingt-dix-neuf`, `two hundred and six`, `trois cent mille`. */
function wordsAt(tokens: readonly Token[], at: number, language: Language): { value: number; to: number } | null {
  const { numerals, multipliers, and, one, single } = language.quantities;
  let total = 0;
  let current = 0;
  let to = at;
  let seen = false;
  for (let i = at; i < tokens.length && i < at + 12; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== "word") break;
    if (token.capital && i > at) break;
    if (seen && and.includes(token.key)) {
      const next = tokens[i + 1]?.key.split("-")[0] ?? "";
      const small = own(numerals, next) ?? (one.includes(next) ? 1 : undefined);
      const tens = /^(?:cent|cents|mille|hundred|thousand|million)$/.test(tokens[i - 1]?.key ?? "");
      if (
        small === undefined ||
        (!tens && !(current % 100 >= 20 && (next === "un" || next === "une" || next === "onze")))
      )
        break;
      continue;
    }
    let valid = true;
    let [t, c] = [total, current];
    for (const part of token.key.split("-")) {
      const unit = own(numerals, part);
      const factor = own(multipliers, part);
      if ((part === "et" || part === "and") && token.key.includes("-")) continue;
      if (unit !== undefined)
        c = unit === 20 && c % 100 === 4 && /^vingts?$/.test(part) ? c + 76 : clash(c, unit) ? Number.NaN : c + unit;
      else if (
        (part === "un" || part === "une" || part === "one") &&
        (c % 100 >= 20 || token.key.includes("-") || (i > at && and.includes(tokens[i - 1]?.key ?? "")))
      )
        c += 1;
      else if (factor === 100 && part.length > 2) c = (c === 0 ? 1 : c) * 100;
      else if (factor !== undefined && part.length > 2 && (c > 0 || (factor === 1000 && part === "mille"))) {
        t += (c === 0 ? 1 : c) * factor;
        c = 0;
      } else valid = false;
      if (Number.isNaN(c)) valid = false;
    }
    if (!valid) {
      if (i === at && one.includes(token.key) && token.key !== "a" && token.key !== "an") {
        const next = tokens[i + 1];
        if (next !== undefined && own(multipliers, next.key) !== undefined && next.key.length > 3) {
          current = 1;
          seen = true;
          to = i + 1;
          continue;
        }
        if (next !== undefined && single.includes(next.key)) return { value: 1, to: i + 1 };
      }
      if (i === at && (token.key === "a" || token.key === "an")) {
        const next = tokens[i + 1];
        if (next !== undefined && (own(multipliers, next.key) ?? 0) >= 100 && next.key.length > 3) {
          current = 1;
          seen = true;
          to = i + 1;
          continue;
        }
      }
      break;
    }
    if (token.key === "second" || (i === at && token.key === "dozen")) return null;
    seen = true;
    [total, current] = [t, c];
    to = i + 1;
  }
  return seen ? { value: total + current, to } : null;
}

/** Whether a unit cannot follow what was read: `dix onze`, but not `soixante dix` or `twenty two`. */
function clash(current: number, unit: number): boolean {
  const rest = current % 100;
  if (rest === 0) return false;
  if (rest >= 20 && rest % 10 === 0) return unit >= 20 || (unit >= 10 && rest !== 60 && rest !== 80);
  return !(rest === 10 && unit >= 7 && unit <= 9) && !(rest % 20 === 10 && rest > 60 && unit < 10);
}

/** A rough number: `une vingtaine`, `des dizaines de milliers`, `hundreds`; its opening word included. */
export function roughAt(tokens: readonly Token[], at: number, language: Language): Numeral | null {
  const { rough, roughOpeners, of } = language.quantities;
  let to = at;
  if (roughOpeners.includes(tokens[to]?.key ?? "")) to++;
  if (to === at + 1 && tokens[to]?.key === "bonne") to++;
  const opened = to > at;
  let value: number | null = null;
  for (;;) {
    const token = tokens[to];
    const factor = token?.kind === "word" ? own(rough, token.key) : undefined;
    if (factor === undefined || token === undefined) break;
    const plural = token.key.endsWith("s") || token.key.endsWith("aine");
    if (value === null && !opened && !plural) return null;
    if (
      value === null &&
      !plural &&
      language.quantities.one.includes(tokens[at]?.key ?? "") &&
      (own(language.quantities.multipliers, token.key) ?? 0) >= 100
    )
      return null;
    value = (value ?? 1) * factor;
    to++;
    const link = tokens[to];
    if (link !== undefined && of.includes(link.key) && own(rough, tokens[to + 1]?.key ?? "") !== undefined) to++;
    else break;
  }
  return value === null ? null : { value, to, words: true, rough: true };
}
