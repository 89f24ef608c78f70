const LETTER = 1;
const UPPER = 2;
const DIGIT = 4;
const SPACE = 8;
const MARK = 16;

/** Class bits of every code unit below the surrogates' end; surrogates count as letters of no case until looked up. */
const classes = new Uint8Array(65536);
const known = new Uint8Array(65536);

function classify(character: string): number {
  let bits = 0;
  if (/\p{L}/u.test(character)) bits |= LETTER;
  if (/\p{Lu}|\p{Lt}/u.test(character)) bits |= UPPER;
  if (/\p{N}/u.test(character)) bits |= DIGIT;
  if (/\s|[\u200b\u2060\ufeff\u180e\u0085]/u.test(character)) bits |= SPACE;
  if (/\p{M}|\u200d/u.test(character)) bits |= MARK;
  return bits;
}

function classOf(text: string, position: number): number {
  const code = text.charCodeAt(position);
  if (Number.isNaN(code)) return 0;
  if (code >= 0xd800 && code < 0xe000) {
    const point = text.codePointAt(code >= 0xdc00 && position > 0 ? position - 1 : position) ?? code;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : 0;
  }
  if (known[code] === 0) {
    known[code] = 1;
    classes[code] = classify(String.fromCharCode(code));
  }
  return classes[code] as number;
}

/** A letter of any script at this position. */
export const isLetterAt = (text: string, position: number): boolean => (classOf(text, position) & LETTER) !== 0;

/** A capital (or title-case) letter at this position. */
export const isUpperAt = (text: string, position: number): boolean => (classOf(text, position) & UPPER) !== 0;

/** A digit or another number character at this position. */
export const isDigitAt = (text: string, position: number): boolean => (classOf(text, position) & DIGIT) !== 0;

/** White space at this position, zero-width space and byte-order mark included. */
export const isSpaceAt = (text: string, position: number): boolean => (classOf(text, position) & SPACE) !== 0;

/** A letter, digit or combining mark at this position: what words are made of. */
export const isWordAt = (text: string, position: number): boolean =>
  (classOf(text, position) & (LETTER | DIGIT | MARK)) !== 0;

/** The position after the character that begins here, combining marks and joiners taken along (at most 32 of them). */
export function characterEnd(text: string, position: number): number {
  let end = position + ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1);
  for (let taken = 0; taken < 32 && end < text.length && (classOf(text, end) & MARK) !== 0; taken++)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}
