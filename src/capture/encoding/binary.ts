import { looksLikeUtf16 } from "./guess.ts";

/** Leading bytes of common files that are not text, and what they are. */
const magic: readonly (readonly [name: string, bytes: readonly number[], offset?: number])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive (or an office document)", [0x50, 0x4b, 0x03, 0x04]],
  ["a ZIP archive", [0x50, 0x4b, 0x05, 0x06]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a bzip2 archive", [0x42, 0x5a, 0x68]],
  ["an xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a WebP image or sound", [0x52, 0x49, 0x46, 0x46]],
  ["a TIFF image", [0x49, 0x49, 0x2a, 0x00]],
  ["a program (ELF)", [0x7f, 0x45, 0x4c, 0x46]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["an MP3 recording", [0x49, 0x44, 0x33]],
  ["an MP4 film", [0x66, 0x74, 0x79, 0x70], 4],
  ["an Ogg recording", [0x4f, 0x67, 0x67, 0x53]],
];

/** Signatures in plain letters that no text begins with. For the others (`ID3`, `RIFF`), a text may. */
const decisive = new Set(["a PDF file", "an RTF document", "an SQLite database"]);

function printable(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** What kind of file that is not text the bytes are, in words; null when they are text as far as can be told. */
export function binaryKind(bytes: Uint8Array): string | null {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  for (const [name, signature, offset = 0] of magic) {
    if (bytes.length < offset + signature.length || !signature.every((byte, i) => bytes[offset + i] === byte)) continue;
    if (decisive.has(name) || signature.some((byte) => byte < 0x20 || byte > 0x7e) || !printable(bytes)) return name;
  }
  if (marked || looksLikeUtf16(bytes) !== null) return null;
  const length = Math.min(bytes.length, 65_536);
  let nul = 0;
  let control = 0;
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) nul += 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) control += 1;
  }
  if (nul > 0 && nul > length / 2_000) return "data with NUL bytes";
  return control > length / 20 ? "data with many control characters" : null;
}
