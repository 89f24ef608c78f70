import type { HedgeValue } from "../../languages/factuality.ts";
import type { Language } from "../../languages/language.ts";
import type { Analysis } from "../../model/index.ts";
import type { RawAttribution } from "../attribution.ts";
import { lower, wordsIn } from "../speakers/words.ts";

/** What an epistemic frame says by its own words: `il est peu probable que` → improbable. Null where it holds no hedge. */
export function frameStrength(raw: RawAttribution, analysis: Analysis, language: Language): HedgeValue | null {
  if (!raw.cue.span) return null;
  const forms = wordsIn(analysis, raw.cue.span, 16).map((word) => lower(word.form));
  for (let length = 5; length > 0; length--)
    for (let at = 0; at + length <= forms.length; at++) {
      const value = language.factuality.hedges.get(
        forms
          .slice(at, at + length)
          .join(" ")
          .replace(/' /g, "'"),
      );
      if (value) return value;
    }
  if (raw.cue.kind === "epistemic" && raw.cue.entry === null) {
    if (raw.cue.lemma === "pouvoir") return "possible";
    if (language.attribution.seeming.has(raw.cue.lemma)) return "probable";
  }
  return null;
}
