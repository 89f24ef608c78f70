import { lookupForm } from "../../text/normal.ts";
import { feature, hashString } from "./hash.ts";
import type { Scorer } from "./table.ts";

/** What the tagger and parser know of words: lexicon class and clusters; 0 where a word is not known. */
export type Lookups = {
  lexicon(hash: number): number;
  cluster(hash: number): number;
};

/** Everything about a form that does not depend on where it stands. */
export type Known = {
  readonly hash: number;
  readonly lexicon: number;
  readonly cluster: number;
  readonly shape: number;
  /** Hashes of the last two and three characters. */
  readonly ending2: number;
  readonly ending3: number;
  /** Tagger features of the word alone: its beginnings and endings. */
  readonly affixes: Int32Array;
  /** What the tagger keeps of the word from one sentence to the next. */
  memory: TagMemory | null;
};

/** Sums of weights by place (`tagger.ts`): weights with their classes, or null until they are asked for. */
export type TagMemory = { readonly model: Scorer; readonly sums: (Int32Array | null)[] };

/** A sentence's words as numbers. Every array has two cells of padding before the first word and three after the last. */
export type Encoded = {
  readonly length: number;
  readonly known: readonly Known[];
  readonly words: Int32Array;
  readonly lexicon: Int32Array;
  readonly clusters: Int32Array;
  readonly shapes: Int32Array;
  /** Tag ids, filled by the tagger; for the parser they are the coarser ids of `parserTags`. */
  readonly tags: Int32Array;
  readonly upos: Int32Array;
  /** 1 within quotation marks. */
  readonly quoted: Uint8Array;
};

export const PAD = 2;
const OUTSIDE = 0x5bd1e995;

/** What stands beyond the ends of a sentence. */
export const nothing = (): Known => ({
  hash: OUTSIDE,
  lexicon: -1,
  cluster: -1,
  shape: -1,
  ending2: 0,
  ending3: 0,
  affixes: new Int32Array(0),
  memory: null,
});

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

const caches = new WeakMap<Lookups, Map<string, Known>>();
/** Forms remembered; the memory is emptied when it is full. */
const REMEMBERED = 30_000;

function knownOf(form: string, lookups: Lookups): Known {
  let cache = caches.get(lookups);
  if (cache === undefined) {
    cache = new Map();
    caches.set(lookups, cache);
  }
  const found = cache.get(form);
  if (found !== undefined) return found;
  const key = featureForm(form);
  const { length } = key;
  const hash = hashString(key);
  const affixes: number[] = [];
  for (let k = 1; k <= 6; k++) if (length > k) affixes.push(feature(4, k, hashString(key.slice(-k))));
  for (let k = 1; k <= 4; k++) if (length > k) affixes.push(feature(5, k, hashString(key.slice(0, k))));
  const known: Known = {
    hash,
    lexicon: lookups.lexicon(hash),
    cluster: lookups.cluster(hash),
    shape: shapeOf(form),
    ending2: length > 2 ? hashString(key.slice(-2)) : hash,
    ending3: length > 3 ? hashString(key.slice(-3)) : hash,
    affixes: Int32Array.from(affixes),
    memory: null,
  };
  if (cache.size >= REMEMBERED) cache.clear();
  if (form.length < 40) cache.set(form, known);
  return known;
}

/** What is known of a word; where everything is in capitals its shape says nothing. */
export function wordOf(form: string, shouting: boolean, lookups: Lookups): Known {
  const known = knownOf(form, lookups);
  return shouting && known.shape > SHOUTED ? { ...known, shape: SHOUTED } : known;
}

/** Shapes of words with letters, which say nothing where everything is in capitals. */
const SHOUTED = 5;

export function encode(forms: readonly string[], lookups: Lookups): Encoded {
  const n = forms.length;
  const size = n + PAD + 3;
  const make = (fill: number) => new Int32Array(size).fill(fill);
  const known = forms.map((form) => knownOf(form, lookups));
  const encoded: Encoded = {
    length: n,
    known,
    words: make(OUTSIDE),
    lexicon: make(-1),
    clusters: make(-1),
    shapes: make(-1),
    tags: make(-1),
    upos: make(-1),
    quoted: new Uint8Array(size),
  };
  const shouting = isShouting(forms);
  let inside = 0;
  for (let i = 0; i < n; i++) {
    const form = forms[i] as string;
    const word = known[i] as Known;
    const at = i + PAD;
    encoded.words[at] = word.hash;
    encoded.lexicon[at] = word.lexicon;
    encoded.clusters[at] = word.cluster;
    encoded.shapes[at] = shouting && word.shape > SHOUTED ? SHOUTED : word.shape;
    if (form.length <= 2) {
      if (form === "«" || form === "“" || form === "„" || form === "``") inside = 1;
      else if (form === "»" || form === "”" || form === "''") inside = 0;
      else if (form === '"') inside = 1 - inside;
    }
    encoded.quoted[at] = inside;
  }
  return encoded;
}

/** A headline in capitals: case says nothing in it. */
export function isShouting(forms: readonly string[]): boolean {
  let [upper, words] = [0, 0];
  for (const form of forms) {
    if (form.length < 2 || form.toLowerCase() === form.toUpperCase()) continue;
    words++;
    if (form === form.toUpperCase()) upper++;
  }
  return words >= 4 && upper >= words * 0.8;
}

function shapeOf(form: string): number {
  if (/\d/.test(form)) return /^\d+$/.test(form) ? 1 : /^[\d.,\s%/:-]+$/.test(form) ? 2 : 3;
  const lower = form.toLowerCase();
  if (lower === form.toUpperCase()) return 4;
  if (form === lower) return form.includes("-") ? 6 : 7;
  if (form === form.toUpperCase()) return form.length === 1 ? 8 : 9;
  return form.charAt(0) !== lower.charAt(0) ? (form.includes("-") ? 10 : 11) : 12;
}
