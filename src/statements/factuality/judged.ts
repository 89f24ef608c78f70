import type { HedgeValue } from "../../languages/factuality.ts";
import type { Language } from "../../languages/language.ts";
import type { Analysis, TextSpan } from "../../model/index.ts";
import type { RawAttribution } from "../attribution.ts";
import { lower, wordsIn } from "../speakers/words.ts";

/**
 * How likely a verb's object is called by the words before it: `Le maire juge « peu probable » la piste d'un incendie`,
 * where the noun phrase is what is said and the hedge is all that is said of it. Null elsewhere, and for
 * `Il a promis probablement trop`, where no noun phrase follows.
 */
export function judgedBy(
  analysis: Analysis,
  raw: RawAttribution,
  language: Language,
): { readonly value: HedgeValue; readonly words: readonly TextSpan[] } | null {
  const [first] = raw.content;
  if (first === undefined) return null;
  const words = wordsIn(analysis, first, 10).filter(({ form }) => /[\p{L}\p{N}]/u.test(form));
  for (let length = 4; length > 0; length--) {
    const opening = words.slice(0, length);
    const [start, end, next] = [opening[0], opening.at(-1), words[length]];
    if (start === undefined || end === undefined || opening.length < length || next?.upos !== "DET") continue;
    if (length === 1 && start.upos !== "ADJ") continue;
    const form = opening
      .map((word) => lower(word.form))
      .join(" ")
      .replace(/' /g, "'");
    const value = language.factuality.hedges.get(form);
    if (value === undefined || value === "certain" || value === "alleged") continue;
    const span = { start: start.start, end: end.end, text: analysis.text.slice(start.start, end.end) };
    return { value, words: [span] };
  }
  return null;
}
