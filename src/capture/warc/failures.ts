import type { Failure } from "../failure.ts";
import type { WarcFault } from "./records.ts";

export type { Failure };

/** Where an archive ends before its end. */
export function failureOfArchive(
  path: string,
  name: string | null,
  { offset, why }: WarcFault,
): { readonly ok: false; readonly failure: Failure } {
  const failure: Failure = {
    code: "bad-archive",
    uri: path,
    what: `${name === null ? path : `${path} (${name})`} was read up to byte ${offset} of its unpacked records.`,
    why,
    todo: "What came before is taken; get the archive anew if it should hold more.",
  };
  return { ok: false, failure };
}

/** A record that is larger than allowed. */
export function tooLargeInArchive(
  uri: string,
  path: string,
  offset: number,
  most: number,
): { readonly ok: false; readonly failure: Failure } {
  const failure: Failure = {
    code: "too-large",
    uri,
    what: `${uri.slice(0, 300)} was not taken from ${path} (byte ${offset}).`,
    why: `It is larger than the limit of ${Math.round(most / 1_048_576)} MB.`,
    todo: "The other records are taken.",
  };
  return { ok: false, failure };
}
