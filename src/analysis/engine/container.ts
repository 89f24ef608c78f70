import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

export type Section = Uint8Array;
/** Named byte arrays: what a file of weights holds. */
export type Sections = ReadonlyMap<string, Section>;

/** Packs sections into one compressed file: a JSON directory line, then the bytes one after another. */
export function packSections(sections: Sections): Uint8Array {
  const directory = JSON.stringify([...sections].map(([name, bytes]) => [name, bytes.length]));
  const head = new TextEncoder().encode(`${directory}\n`);
  const total = [...sections.values()].reduce((sum, bytes) => sum + bytes.length, head.length);
  const all = new Uint8Array(total);
  all.set(head);
  let at = head.length;
  for (const bytes of sections.values()) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return brotliCompressSync(all, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** Reads what `packSections` wrote. */
export function readSections(file: Uint8Array): Sections {
  const all = new Uint8Array(brotliDecompressSync(file));
  const end = all.indexOf(10);
  const directory = JSON.parse(new TextDecoder().decode(all.subarray(0, end))) as [string, number][];
  const sections = new Map<string, Section>();
  let at = end + 1;
  for (const [name, length] of directory) {
    sections.set(name, all.subarray(at, at + length));
    at += length;
  }
  return sections;
}

/** The JSON value kept in a section. */
export function jsonSection<T>(sections: Sections, name: string): T {
  return JSON.parse(new TextDecoder().decode(sections.get(name) ?? new Uint8Array())) as T;
}
