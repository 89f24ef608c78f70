import { countFunctionWords } from "./function-words.ts";
import { readsLike } from "./n-grams.ts";

/** Characters looked at: enough for any article; a stretch from the beginning, the middle and the end of longer texts. */
const sampleSize = 24_000;

/**
 * The language most of a text is written in, as a BCP 47 code; `und` when it cannot be told.
 * Function words decide where they are many and clear; character n-grams decide the rest.
 */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text);
  const { words, best, second } = countFunctionWords(sample);
  if (words >= 12 && best.hits >= 4 && best.hits >= words * 0.15 && second.hits <= best.hits * 0.7)
    return best.language;
  if (words === 0) return "und";
  const guess = readsLike(sample);
  if (guess.language === "und" || !guess.reliable)
    return words >= 3 && best.hits * 2 >= words && second.hits < best.hits ? best.language : "und";
  return enough(sample, words, best.hits) ? guess.language : "und";
}

/** One or two words in Latin letters without a function word (`Kaltenau, Reuters`) are names as likely as not. */
function enough(sample: string, words: number, functionWords: number): boolean {
  return words >= 3 || functionWords > 0 || !/\p{Script=Latin}/u.test(sample);
}

function sampleOf(text: string): string {
  if (text.length <= sampleSize) return text;
  const part = sampleSize / 3;
  const middle = Math.floor(text.length / 2 - part / 2);
  return `${text.slice(0, part)}\n${text.slice(middle, middle + part)}\n${text.slice(-part)}`;
}
