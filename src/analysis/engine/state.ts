import { type Encoded, PAD } from "./lookups.ts";

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/**
 * A configuration of the arc-hybrid system. Words are counted from 1; 0 is the root at the bottom of the stack, and
 * the only word attached to it is the last one left, so every sentence is a tree with one root.
 */
export class State {
  readonly length: number;
  readonly stack: Int32Array;
  depth = 1;
  next = 1;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Leftmost, second leftmost, rightmost, second rightmost dependent; 0 for none. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Labels of the dependents as bits. */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;
  /** Word hash of the preposition or conjunction that introduces the word. */
  readonly marker: Int32Array;

  constructor(length: number) {
    this.length = length;
    const make = () => new Int32Array(length + 2);
    this.stack = make();
    this.heads = make().fill(-1);
    this.labels = make().fill(-1);
    this.left = make();
    this.left2 = make();
    this.right = make();
    this.right2 = make();
    this.leftCount = make();
    this.rightCount = make();
    this.leftSet = make();
    this.rightSet = make();
    this.marker = make();
  }

  get done(): boolean {
    return this.next > this.length && this.depth === 1;
  }

  canShift(): boolean {
    return this.next <= this.length;
  }

  canLeft(): boolean {
    return this.depth > 1 && this.next <= this.length;
  }

  canRight(): boolean {
    return this.depth > 2 || (this.depth === 2 && this.next > this.length);
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Attaches the top of the stack to the next word (LEFT) or to the word below it (RIGHT), and removes it. */
  reduce(action: number, label: number, s: Encoded, markers: Uint8Array): void {
    const dependent = this.stack[this.depth - 1]!;
    const head = action === LEFT ? this.next : this.stack[this.depth - 2]!;
    this.depth--;
    this.heads[dependent] = head;
    this.labels[dependent] = label;
    const bit = 1 << (label % 31);
    if (markers[label] === 1 && this.marker[head] === 0) this.marker[head] = s.words[dependent - 1 + PAD]!;
    if (action === LEFT) {
      this.left2[head] = this.left[head]!;
      this.left[head] = dependent;
      this.leftCount[head]!++;
      this.leftSet[head]! |= bit;
    } else {
      this.right2[head] = this.right[head]!;
      this.right[head] = dependent;
      this.rightCount[head]!++;
      this.rightSet[head]! |= bit;
    }
  }
}

/** Running counts over a sentence's words: punctuation, verbs, conjunctions before each position. */
export type Context = { readonly marks: Int32Array; readonly verbs: Int32Array; readonly joins: Int32Array };
