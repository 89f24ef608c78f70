import { lookupForm } from "../../text/normal.ts";
import { feature, hashString } from "./hash.ts";
import type { WordTable } from "./table.ts";

/** Longest ending that decides a lemma. */
export const LONGEST_ENDING = 7;

/** Names keep their case; everything else is looked up in lower case. */
export const lemmaForm = (form: string, upos: string): string => (upos === "PROPN" ? form : lookupForm(form));

/** Key of a whole word with its tag. */
export const wholeKey = (form: string, upos: number): number => feature(900, hashString(form), upos);

/** Key of an ending with its tag; length 0 is the tag alone. */
export const endingKey = (form: string, length: number, upos: number): number =>
  feature(901, length === 0 ? 0 : hashString(form.slice(-length)), length, upos);

/** How a form becomes its lemma: how many characters go, and what comes instead. */
export function scriptOf(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}|${lemma.slice(same)}`;
}

export function applyScript(form: string, script: string): string {
  const bar = script.indexOf("|");
  const strip = Number(script.slice(0, bar));
  return strip > form.length ? form : form.slice(0, form.length - strip) + script.slice(bar + 1);
}

/** Finds lemmas: by whole word and tag where it is an exception, else by the longest known ending. */
export class Lemmas {
  private readonly whole: WordTable;
  private readonly endings: WordTable;
  private readonly scripts: readonly string[];

  constructor(whole: WordTable, endings: WordTable, scripts: readonly string[]) {
    this.whole = whole;
    this.endings = endings;
    this.scripts = scripts;
  }

  lemma(form: string, upos: string, uposId: number): string {
    if (upos === "PUNCT" || upos === "SYM" || form.length > 60) return form;
    const base = lemmaForm(form, upos);
    let script = this.whole.get(wholeKey(base, uposId));
    for (let length = Math.min(LONGEST_ENDING, base.length); script === -1 && length >= 0; length--)
      script = this.endings.get(endingKey(base, length, uposId));
    const found = this.scripts[script];
    const lemma = found === undefined ? base : applyScript(base, found);
    return lemma === "" ? base : lemma;
  }
}
