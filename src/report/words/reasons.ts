import { frenchReasons } from "./reasons-fr.ts";
import type { Words } from "./words.ts";

/** A reason as a reader is shown it, and the language it ended up in. */
export type ShownReason = { readonly text: string; readonly language: "en" | "fr" };

const quoted = /«[\s\u00a0\u202f]*([^«»]*?)[\s\u00a0\u202f]*»/g;

/**
 * The engine gives its reasons in English, with what it quotes between « ». Here they are said in the dossier's language:
 * the sentence is looked up with its quotations and numbers taken out, which are then put back. One that nobody has
 * translated stays as it is and is marked as English.
 */
export function showReason(words: Words, reason: string): ShownReason {
  const [open, close] = words.quote;
  if (!words.locale.startsWith("fr")) {
    return { text: reason.replace(quoted, (_, inner: string) => `${open}${inner}${close}`), language: "en" };
  }
  const slots: string[] = [];
  const pattern = reason
    .replace(quoted, (_, inner: string) => {
      slots.push(`${open}${inner}${close}`);
      return "{}";
    })
    .replace(/\d+(?:[.,]\d+)*/g, (number) => {
      slots.push(number);
      return "{}";
    });
  const french = frenchReasons.get(pattern);
  if (french === undefined) return { text: reason, language: "en" };
  let next = 0;
  return { text: french.replace(/\{\}/g, () => slots[next++] ?? ""), language: "fr" };
}
