import type { Segmentation } from "../languages/segmentation.ts";
import { lookupForm, lowerCase } from "../text/normal.ts";
import type { Token } from "./tokens.ts";

/** A syntactic word before it is tagged: a token, or one of the words a contraction stands for. */
export type Raw = { readonly start: number; readonly end: number; readonly form: string };

/** Decides for an ambiguous contraction (`du`, `des`) at a position of the sentence whether it stands for two words. */
export type Decide = (tokens: readonly Token[], at: number) => boolean;

/** The syntactic words of a sentence: contractions expanded, the words of one contraction sharing its span. */
export function wordsOf(tokens: readonly Token[], rules: Segmentation, decide: Decide): Raw[] {
  const words: Raw[] = [];
  tokens.forEach((token, at) => {
    const form = lookupForm(token.form);
    const parts = rules.contractions.get(form);
    if (parts === undefined || (rules.ambiguous.has(form) && !decide(tokens, at))) words.push(token);
    else for (const part of cased(token.form, parts)) words.push({ start: token.start, end: token.end, form: part });
  });
  return words;
}

/** `Du` is `De` and `le`, `DES` is `DE` and `LES`. */
function cased(form: string, parts: readonly string[]): string[] {
  if (form === lowerCase(form)) return [...parts];
  if (form.length > 1 && form === form.toUpperCase()) return parts.map((part) => part.toUpperCase());
  return parts.map((part, i) => (i === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part));
}
