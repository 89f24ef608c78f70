import { readsLike } from "../language/n-grams.ts";

/** Encodings the press is found in besides UTF-8, the commonest first: on a tie the earlier one is taken. */
const candidates = [
  "windows-1252",
  "windows-1251",
  "koi8-u",
  "windows-1250",
  "iso-8859-2",
  "windows-1254",
  "windows-1253",
  "windows-1257",
  "iso-8859-5",
  "ibm866",
  "macintosh",
  "x-mac-cyrillic",
  "windows-1255",
  "windows-1256",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
];

/** The encoding, other than UTF-8, in which bytes read most like a language. Looks at a bounded sample. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = linesWithHighBytes(bytes, 6_000);
  let best = { encoding: "windows-1252", score: -1 };
  for (const encoding of candidates) {
    const score = plausibility(sample, encoding);
    if (score > best.score + 0.002) best = { encoding, score };
  }
  return best.encoding === "windows-1252" && latin9(bytes) ? "iso-8859-15" : best.encoding;
}

function plausibility(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample);
  let odd = 0;
  for (const [run] of text.matchAll(/[\p{Cc}\p{Co}\p{Cn}\uFFFD]+/gu)) odd += run.replaceAll(/[\t\n\r\f]/g, "").length;
  const clash =
    text.match(
      /\p{Ll}\p{Lu}|\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]|\p{L}[\p{Sc}\p{Sm}]\p{L}/gu,
    )?.length ?? 0;
  return readsLike(text).score - (odd * 3 + clash) / Math.max(20, text.length);
}

/**
 * ISO-8859-15 differs from windows-1252 in eight signs, and has nothing but control characters from 0x80 to 0x9F:
 * `c½ur` is `cœur`, and a currency sign (¤) in the press is a euro.
 */
function latin9(bytes: Uint8Array): boolean {
  let signs = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) return false;
    if (byte === 0xa4) signs += 1;
    else if (
      (byte === 0xbd || byte === 0xbc || byte === 0xa6 || byte === 0xa8 || byte === 0xb4 || byte === 0xb8) &&
      isLetter(bytes[i + 1] ?? 0)
    )
      signs += 1;
  }
  return signs > 0;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

/** The lines that tell: those with bytes above 0x7F, up to a number of bytes. */
function linesWithHighBytes(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  let length = 0;
  for (let i = 0; i < bytes.length && length < most; i += 1) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    let start = i;
    while (start > 0 && bytes[start - 1] !== 0x0a && i - start < 200) start -= 1;
    let end = i;
    while (end < bytes.length && bytes[end] !== 0x0a && end - i < 400) end += 1;
    const part = bytes.subarray(start, Math.min(end, start + most - length));
    out.set(part, length);
    length += part.length;
    if (length < most) out[length++] = 0x0a;
    i = end;
  }
  return out.subarray(0, length);
}

/**
 * UTF-16 without a byte-order mark: NUL bytes on one side only (Latin text), or, for other scripts, white space and
 * full stops that are NUL on one side. Null when the bytes are not UTF-16.
 */
export function looksLikeUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length & ~1, 8_192);
  if (length < 4 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const units = length / 2;
  const side = odd > even ? "utf-16le" : "utf-16be";
  const [most, least] = odd > even ? [odd, even] : [even, odd];
  if (most < units * 0.05 || least > units * 0.01) return null;
  const text = new TextDecoder(side).decode(bytes.subarray(0, length));
  const odds = text.match(/[\0-\x08\x0e-\x1f\uFFFD]|\p{Cn}|\p{Co}/gu)?.length ?? 0;
  return odds <= units * 0.01 ? side : null;
}
