import type { Because, Message } from "../../model/index.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";

export type ReasonCode = keyof typeof english;

/** A sentence of a reason: its code, and the words that stand in it. */
export const say = (code: ReasonCode, ...values: string[]): Message => ({ code, values });

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: english, fr: french };

/** Messages as sentences of a language (`fr`, `fr-CA`; English where there is none), or null where one is not known. */
export function sentencesOf(messages: readonly Message[], language: string): string | null {
  const catalogue: Readonly<Record<string, string>> = catalogues[language.slice(0, 2)] ?? english;
  const sentences: string[] = [];
  for (const { code, values } of messages) {
    const template = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
    if (template === undefined) return null;
    let next = 0;
    sentences.push(template.replace(/\{\}/g, () => values[next++] ?? ""));
  }
  return sentences.join(" ");
}

/** Why something was read as it was, in a language where its rule has sentences for it, else in English. */
export function reasonIn({ reason, messages }: Because, language: string): string {
  return messages === undefined ? reason : (sentencesOf(messages, language) ?? reason);
}
