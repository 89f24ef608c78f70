import { remembered } from "./remembered.ts";

/** One string for all words of the same characters, so that looking them up again costs little. */
export const sameWord = remembered((word) => word);

/** Lower case, remembered by word. */
export const lowerCase = remembered((word) => word.toLowerCase());

const lowerWord = remembered((word) => word.toLowerCase().replaceAll("’", "'"));

/** Lower case with the typographic apostrophe made plain; empty where there is no word. */
export const lower = (form: string | undefined): string => (form === undefined ? "" : lowerWord(form));

/** Straight apostrophes for every kind that stands in press text. */
export const straightApostrophes = (text: string): string => text.replace(/[\u2019\u2018\u02bc\u2032\u00b4`]/g, "'");

/** Lower case with straight apostrophes and plain hyphens: how words are looked up. */
export const lookupForm = remembered((text) => {
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
