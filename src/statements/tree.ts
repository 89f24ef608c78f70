import type { Sentence, Span, Word } from "../model/index.ts";

/** A sentence with the children of every word and the range of words each word governs. */
export type Tree = {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly children: readonly (readonly number[])[];
  /** First and last word of the subtree, by word. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** First word after a dateline (`WASHINGTON (AP) — `) that opens the sentence, else 0. */
  readonly body: number;
};

/** Builds the tree of a sentence; a head that points nowhere or in a circle makes a root, never a fault. */
export function treeOf(sentence: Sentence): Tree {
  const { words } = sentence;
  const children: number[][] = words.map(() => []);
  const roots: number[] = [];
  for (const { index, head } of words) {
    if (head >= 0 && head < words.length && head !== index) children[head]?.push(index);
    else roots.push(index);
  }
  const left = new Int32Array(words.length);
  const right = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) left[at] = right[at] = words[at]?.index ?? at;
  const order: number[] = [];
  const stack = [...roots];
  while (stack.length > 0) {
    const at = stack.pop() as number;
    order.push(at);
    for (const child of children[at] as number[]) stack.push(child);
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const at = order[i] as number;
    for (const child of children[at] as number[]) {
      left[at] = Math.min(left[at] as number, left[child] as number);
      right[at] = Math.max(right[at] as number, right[child] as number);
    }
  }
  return { sentence, words, children, left, right, body: bodyOf(words) };
}

/** The first word behind a dateline, else 0. One ends with a dash after a bracket or after words in capitals. */
export function bodyOf(words: readonly Word[]): number {
  const stamp = stampOf(words);
  if (stamp > 0) return stamp;
  for (let at = 1; at < Math.min(words.length - 1, 14); at++) {
    const word = words[at] as Word;
    if (!/^(—|–|--?)$/.test(word.form) || word.start === words[at - 1]?.end) continue;
    const capitals = words.slice(0, at).filter(({ form }) => /^\p{Lu}{2,}/u.test(form)).length;
    const bracket = words[at - 1]?.form === ")";
    return capitals > 0 && (bracket || /^\p{Lu}{2,}/u.test(words[0]?.form ?? "")) ? at + 1 : 0;
  }
  return 0;
}

/** `18h42 –`, `21:15.`, `[14 h 05]`: the time of an update in a live report; gives the first word behind it. */
function stampOf(words: readonly Word[]): number {
  let written = "";
  for (let at = 0; at < Math.min(words.length - 1, 6); at++) {
    const word = words[at];
    if (word === undefined) return 0;
    const stamp = /^(?:\[?\d{1,2}[h:]\d{0,2}(?:min)?\]?)$/i.test(written);
    if (stamp && /^\d{1,2}[h:]\d{2}$/i.test(written) && /^\p{Lu}/u.test(word.form)) return at;
    if (stamp && word.upos === "PUNCT" && !/[«“"]/.test(word.form)) {
      const next = words[at + 1];
      return next?.upos === "PUNCT" && !/[«“"]/.test(next.form) ? at + 2 : at + 1;
    }
    written += word.form;
    if (!/^[[\dh:\]min]*$/i.test(written)) return 0;
  }
  return 0;
}

/** The relation without its subtype. */
export const relation = (word: Word | undefined): string => (word === undefined ? "" : withoutSubtype(word.deprel));

function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(":");
  return colon === -1 ? deprel : deprel.slice(0, colon);
}

export const childrenOf = (tree: Tree, at: number): readonly Word[] =>
  (tree.children[at] ?? []).map((child) => tree.words[child] as Word);

/** Children in one of these relations (subtypes included when the plain relation is named). */
export function childrenBy(tree: Tree, at: number, ...relations: string[]): readonly Word[] {
  const found: Word[] = [];
  for (const child of tree.children[at] ?? []) {
    const word = tree.words[child] as Word;
    if (relations.includes(word.deprel) || relations.includes(relation(word))) found.push(word);
  }
  return found;
}

/** Characters of a run of words. */
export function spanOf(tree: Tree, first: number, last: number): Span {
  const a = tree.words[Math.max(0, first)];
  const b = tree.words[Math.min(tree.words.length - 1, last)];
  return { start: a?.start ?? tree.sentence.start, end: b?.end ?? tree.sentence.end };
}

/** True when `at` stands in the subtree of `top`; bounded, so that a broken tree ends. */
export function governs(tree: Tree, top: number, at: number): boolean {
  let cursor = at;
  for (let steps = 0; steps < 200 && cursor >= 0; steps++) {
    if (cursor === top) return true;
    cursor = tree.words[cursor]?.head ?? -1;
  }
  return false;
}

const clausal = new Set(["ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "root", "conj"]);

/** Whether a word heads a clause: a verb, or a predicate with a copula or a subject. */
export function headsClause(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word === undefined) return false;
  if (word.upos === "VERB" && (clausal.has(relation(word)) || word.head < 0)) return true;
  return childrenOf(tree, at).some((child) => ["cop", "nsubj", "csubj"].includes(relation(child)));
}

/** The nearest clause head at or above a word. */
export function clauseOf(tree: Tree, at: number): number {
  let cursor = at;
  for (let steps = 0; steps < 200 && cursor >= 0; steps++) {
    if (headsClause(tree, cursor)) return cursor;
    const head = tree.words[cursor]?.head ?? -1;
    if (head < 0) return cursor;
    cursor = head;
  }
  return Math.max(0, cursor);
}

/** Whether the verb is finite itself or through an auxiliary or copula. */
export function hasFinite(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word?.feats.VerbForm === "Fin") return true;
  return childrenBy(tree, at, "aux", "cop").some(
    (child) => child.feats.VerbForm === "Fin" || child.feats.Mood !== undefined,
  );
}

/** The word that carries tense and mood: the first finite one of a verb group. */
export function finiteWord(tree: Tree, at: number): Word | undefined {
  const word = tree.words[at];
  const finite = (candidate: Word | undefined) =>
    candidate?.feats.VerbForm === "Fin" || candidate?.feats.Mood !== undefined;
  return childrenBy(tree, at, "aux", "cop").find(finite) ?? (finite(word) ? word : undefined);
}
