import { translatorBy } from "../../text/templates.ts";
import { formatDate } from "./format.ts";
import { localNumber } from "./intl.ts";
import { frenchReasons } from "./reasons-fr.ts";
import type { Words } from "./words.ts";

/** A reason as a reader is shown it, and the language it ended up in. */
export type ShownReason = { readonly text: string; readonly language: "en" | "fr" };

const quoted = /«[\s\u00a0\u202f]*([^«»]*?)[\s\u00a0\u202f]*»/g;
const longest = 2_000;

/** Where a sentence ends: not after the full stop of a title or an initial. */
const ending = String.raw`(?<!(?<!\p{L})(?:Mrs?|Ms|Dr|St|\p{Lu}))[.!?] (?=[\p{Lu}«“])`;
const between = new RegExp(`(?<=${ending.replace(" (?=", ") (?=")}`, "u");
const slot = `((?:(?!${ending}).){1,300}?)`;

const translate = translatorBy(frenchReasons, slot);

/**
 * The engine gives its reasons in English. Here they are said in the dossier's language: each sentence is looked up
 * with its names, numbers and quotations taken out, which are then put back. What nobody has translated stays as it
 * is and is known to be English.
 */
export function showReason(words: Words, reason: string): ShownReason {
  const typeset = withNumbers(words, withDates(words, ownVoice(reason))).replace(
    quoted,
    (_, inner: string) => `${words.quote[0]}${inner}${words.quote[1]}`,
  );
  if (!words.locale.startsWith("fr") || reason.length > longest) return { text: joined(typeset), language: "en" };
  const whole = translate(typeset);
  if (whole !== null) return { text: whole, language: "fr" };
  const sentences = typeset.split(between).map(translate);
  if (sentences.some((sentence) => sentence === null)) return { text: withDates(words, reason), language: "en" };
  return { text: joined(sentences.join(" ")), language: "fr" };
}

/** Several differences of scope are one sentence. */
const joined = (reasons: string): string =>
  reasons
    .replace(/\. These are not of one scope: /g, "; ")
    .replace(/\. Ils n’ont pas la même portée\u00a0: /g, "\u00a0; ");

/** Who is called author is the article itself. */
const ownVoice = (reason: string): string => reason.replace(/(?<=^|[.!?] )author (?=gave |gives )/g, "The article ");

const withNumbers = (words: Words, reason: string): string =>
  reason.replace(/(?<=\bdiffer by |\(factor )\d{1,15}(?:\.\d{1,6})?(?=[.) ])/g, (number) =>
    localNumber(words.locale, Number(number)),
  );

const withDates = (words: Words, reason: string): string =>
  reason.replace(
    /\b\d{4}-\d{2}(?:-\d{2})?(?:T\d{2}:\d{2}\S*)?/g,
    (date) => formatDate(words, date.replace(/[.,;:]$/, "")) + (/[.,;:]$/.exec(date)?.[0] ?? ""),
  );
