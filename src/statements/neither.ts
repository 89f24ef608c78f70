import type { Language } from "../languages/language.ts";
import type { Analysis } from "../model/index.ts";
import type { RawAttribution } from "./attribution.ts";
import { lemmaOf } from "./speakers/words.ts";

/** `n'a ni confirmé ni infirmé cette information`, `would neither confirm nor deny the report`: no stand, by either verb. */
export function isNeither({ cue }: RawAttribution, { sentences }: Analysis, language: Language): boolean {
  if (cue.head === null || cue.kind !== "verb" || (cue.entry?.act !== "deny" && cue.entry?.act !== "confirm"))
    return false;
  const words = sentences[cue.head.sentence]?.words ?? [];
  const near = words.slice(Math.max(0, cue.head.word - 5), cue.head.word);
  return (
    near.some(({ form }) => /^(?:ni|nor|neither)$/i.test(form)) &&
    near.some((word) => language.events.withholding.has(lemmaOf(word)) || lemmaOf(word) === "deny")
  );
}
