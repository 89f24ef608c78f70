import type { Diagnostic } from "../../model/index.ts";
import { guessEncoding, looksLikeUtf16 } from "./guess.ts";

export type Decoded = {
  readonly text: string;
  /** Name as in the WHATWG Encoding Standard: `utf-8`, `windows-1252`. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Bytes to text. In this order: byte-order mark; UTF-16 by its pattern; the declared encoding, unless the bytes are
 * plainly something else; UTF-8 when valid; UTF-8 with damage; the eight-bit encoding the text reads best in.
 * Never fails: what cannot be decoded becomes U+FFFD and a diagnostic.
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return finish(bytes, marked, []);
  const wide = looksLikeUtf16(bytes);
  if (wide !== null) return finish(bytes, wide, []);
  const label = declared === null ? null : canonical(declared);
  const valid = validUtf8(bytes);
  if (label !== null && label !== "utf-8" && !(valid.ok && valid.multibyte > 0)) return finish(bytes, label, []);
  const diagnostics: Diagnostic[] = [];
  if (declared !== null && label === null)
    diagnostics.push({
      code: "encoding-unknown",
      message: `The declared encoding “${declared.slice(0, 40)}” is not known; it was detected instead.`,
    });
  if (valid.ok) {
    if (label !== null && label !== "utf-8")
      diagnostics.push({
        code: "encoding-disagrees",
        message: `Declared as ${label}, but the bytes are valid UTF-8; read as UTF-8.`,
      });
    return finish(bytes, "utf-8", diagnostics);
  }
  if (valid.multibyte > valid.invalid) return finish(bytes, "utf-8", diagnostics);
  const guess = guessEncoding(bytes);
  diagnostics.push({
    code: "encoding-detected",
    message: `Not UTF-8; read as ${guess}, in which the text reads best.`,
  });
  return finish(bytes, guess, diagnostics);
}

function finish(bytes: Uint8Array, encoding: string, before: readonly Diagnostic[]): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.indexOf("\uFFFD");
  if (broken < 0) return { text, encoding, diagnostics: before };
  const diagnostic = {
    code: "encoding-invalid",
    message: `Some bytes are not valid ${encoding}; they are shown as U+FFFD (first at character ${broken}).`,
    start: broken,
    end: broken + 1,
  };
  return { text, encoding, diagnostics: [...before, diagnostic] };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** The standard's name of an encoding label, or null when there is no such encoding. */
export function canonical(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** Whether bytes are UTF-8, with how many multi-byte sequences are well-formed and how many bytes are not. */
export function validUtf8(bytes: Uint8Array): { ok: boolean; multibyte: number; invalid: number } {
  let multibyte = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i += 1;
      continue;
    }
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    if (length > 0 && followsUtf8(bytes, i, byte, length)) {
      multibyte += 1;
      i += length;
    } else {
      invalid += 1;
      i += 1;
    }
  }
  return { ok: invalid === 0, multibyte, invalid };
}

function followsUtf8(bytes: Uint8Array, at: number, lead: number, length: number): boolean {
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return false;
  for (let k = 2; k < length; k += 1) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
