import { lookupForm } from "../../text/normal.ts";
import { hashString } from "./hash.ts";

/** What the tagger and parser know of words: lexicon class and clusters; 0 where a word is not known. */
export type Lookups = {
  lexicon(hash: number): number;
  cluster(hash: number): number;
};

/** A sentence's words as numbers. Every array has two cells of padding before the first word and three after the last. */
export type Encoded = {
  readonly length: number;
  readonly forms: readonly string[];
  readonly words: Int32Array;
  readonly lexicon: Int32Array;
  readonly clusters: Int32Array;
  readonly shapes: Int32Array;
  /** Tag ids, filled by the tagger. */
  readonly tags: Int32Array;
  readonly upos: Int32Array;
  /** 1 within quotation marks. */
  readonly quoted: Uint8Array;
};

export const PAD = 2;
const OUTSIDE = 0x5bd1e995;

/** A word as features see it: lower case, one kind of quotation mark and dash, digits alike. */
export function featureForm(form: string): string {
  const lower = lookupForm(form);
  if (/^[«»“”„"‟〝〞＂]$|^''$|^``$/.test(lower)) return '"';
  if (/^[—–‒―]$/.test(lower)) return "–";
  if (lower === "…") return "...";
  return /\d/.test(lower) ? lower.replace(/\d/g, "0").replace(/[\u00a0\u202f\u2009]/g, " ") : lower;
}

/** Hash under which lexicon and clusters know a word. */
export const wordHash = (form: string): number => hashString(featureForm(form));

export function encode(forms: readonly string[], lookups: Lookups): Encoded {
  const n = forms.length;
  const size = n + PAD + 3;
  const make = () => new Int32Array(size);
  const encoded: Encoded = {
    length: n,
    forms,
    words: make().fill(OUTSIDE),
    lexicon: make().fill(-1),
    clusters: make().fill(-1),
    shapes: make().fill(-1),
    tags: make().fill(-1),
    upos: make().fill(-1),
    quoted: new Uint8Array(size),
  };
  const shouting = isShouting(forms);
  let inside = 0;
  for (let i = 0; i < n; i++) {
    const form = forms[i] as string;
    const hash = wordHash(form);
    const at = i + PAD;
    encoded.words[at] = hash;
    encoded.lexicon[at] = lookups.lexicon(hash);
    encoded.clusters[at] = lookups.cluster(hash);
    encoded.shapes[at] = shapeOf(form, shouting);
    if (/^[«“„]$|^``$/.test(form)) inside = 1;
    else if (/^[»”]$|^''$/.test(form)) inside = 0;
    else if (form === '"') inside = 1 - inside;
    encoded.quoted[at] = inside;
  }
  return encoded;
}

/** A headline in capitals: case says nothing in it. */
function isShouting(forms: readonly string[]): boolean {
  let [upper, words] = [0, 0];
  for (const form of forms) {
    if (form.length < 2 || form.toLowerCase() === form.toUpperCase()) continue;
    words++;
    if (form === form.toUpperCase()) upper++;
  }
  return words >= 4 && upper >= words * 0.8;
}

function shapeOf(form: string, shouting: boolean): number {
  if (/\d/.test(form)) return /^\d+$/.test(form) ? 1 : /^[\d.,\s%/:-]+$/.test(form) ? 2 : 3;
  const lower = form.toLowerCase();
  if (lower === form.toUpperCase()) return 4;
  if (shouting) return 5;
  if (form === lower) return form.includes("-") ? 6 : 7;
  if (form === form.toUpperCase()) return form.length === 1 ? 8 : 9;
  return form.charAt(0) !== lower.charAt(0) ? (form.includes("-") ? 10 : 11) : 12;
}
