import { remembered } from "./remembered.ts";

/**
 * Whether every normal form of a text is the text itself: letters of western Europe in lower case, digits and common
 * signs, as nearly all words are. Told from the characters, which is quicker than looking the word up.
 */
function isNormal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kept = code < 0x41 || (code > 0x60 && code < 0xad) || (code > 0xde && code < 0x100);
    if (!kept) return false;
  }
  return true;
}

const inLowerCase = remembered((word) => word.toLowerCase());

/** Lower case. */
export const lowerCase = (word: string): string => (isNormal(word) ? word : inLowerCase(word));

const lowerWord = remembered((word) => word.toLowerCase().replaceAll("’", "'"));

/** Lower case with the typographic apostrophe made plain; empty where there is no word. */
export const lower = (form: string | undefined): string =>
  form === undefined ? "" : isNormal(form) ? form : lowerWord(form);

/** The form of a word so; empty where there is none. */
export const lowerOf = (word: { readonly form: string } | undefined): string => lower(word?.form);

/** Straight apostrophes for every kind that stands in press text. */
export const straightApostrophes = (text: string): string => text.replace(/[\u2019\u2018\u02bc\u2032\u00b4`]/g, "'");

/** Lower case with straight apostrophes and plain hyphens: how words are looked up. */
export const lookupForm = (text: string): string => (isNormal(text) ? text : lookedUp(text));

const lookedUp = remembered((text) => {
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code > 0x7f && code !== 0xe9) return straightApostrophes(lower).replace(/[\u2010\u2011\u00ad]/g, "-");
  }
  return lower.includes("`") ? straightApostrophes(lower) : lower;
});

/** Letters without their accents, `œ` and `æ` as two letters. */
export const withoutAccents = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "OE")
    .replaceAll("æ", "ae")
    .replaceAll("Æ", "AE")
    .normalize("NFC");
