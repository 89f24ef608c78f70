import type { Language } from "../../languages/language.ts";
import type { Act, Analysis, Factuality, TextSpan } from "../../model/index.ts";
import type { RawAttribution } from "../attribution.ts";
import { isNeither } from "../neither.ts";
import { lower, wordsIn } from "../speakers/words.ts";
import { frameStrength } from "./frame.ts";
import { judgedBy } from "./judged.ts";
import { isNegated, type Predicate } from "./predicate.ts";
import { strengthOf } from "./strength.ts";

export type Commitment = {
  readonly factuality: Factuality;
  /** Words of the text that decided, beside the cue. */
  readonly words: readonly TextSpan[];
  /** What decided, for the reason. */
  readonly by: "cue" | "hedge" | "negation" | "denial" | "question" | "demand" | "report" | "intention";
};

const uncommitted = new Set<Act>(["ask", "demand"]);
const weaken: Readonly<Record<string, Factuality>> = {
  probable: "PR+",
  possible: "PS+",
  improbable: "PR-",
  impossible: "CT-",
  alleged: "PR+",
};
const order: readonly Factuality[] = ["CT+", "PR+", "PS+"];

/** True when the content says itself that something is not so, or calls something false: the denial is its own words. */
function saysItself(raw: RawAttribution, analysis: Analysis, predicate: Predicate | null, language: Language): boolean {
  // `« La digue a cédé », a dit le maire. La préfecture dément.`: somebody else's words.
  if (raw.rule === "statements/rules/bare" || raw.rule === "statements/rules/comment") return false;
  if (raw.mode === "direct") return true;
  const first = raw.content[0];
  if (!first) return false;
  // `La mairie dément : aucune digue n'a été percée`: behind the colon stand words of her own, not what she denies.
  if (
    analysis.text
      .slice(Math.max(0, first.start - 3), first.start)
      .trimEnd()
      .endsWith(":")
  )
    return true;
  const words = wordsIn(analysis, first, 80);
  if (
    raw.cue.entry?.frames.has("as") &&
    words.slice(1).some((word) => language.factuality.predicatives.has(lower(word.form)))
  )
    return true;
  const nominal = predicate?.head.upos === "NOUN" || predicate?.head.upos === "PROPN";
  if (nominal && words.slice(1, 40).some((word) => language.factuality.predicatives.has(lower(word.form)))) return true;
  return raw.cue.kind === "frame" && predicate !== null && isNegated(predicate, language.factuality);
}

/**
 * FactBank value of a statement: how far its speaker commits to the content as written. The cue's own value comes first,
 * then what the cue's negation, the act and the content's hedges leave of it.
 */
export function commitmentOf(
  analysis: Analysis,
  language: Language,
  raw: RawAttribution,
  act: Act,
  predicate: Predicate | null,
): Commitment {
  const entry = raw.cue.entry;
  if (raw.cue.kind === "hearsay" && raw.source.kind === "unnamed") return { factuality: "UU", words: [], by: "report" };
  if (raw.cue.kind === "epistemic") {
    const value = frameStrength(raw, analysis, language);
    if (value) return { factuality: weaken[value] ?? "CT+", words: [], by: "cue" };
  }
  if (uncommitted.has(act)) return { factuality: "UU", words: [], by: act === "ask" ? "question" : "demand" };
  if (isNeither(raw, analysis, language)) return { factuality: "UU", words: [], by: "negation" };
  // `met en garde contre tout blocage`: against what is not to be.
  const before = analysis.text.slice(Math.max(0, (raw.content[0]?.start ?? 0) - 9), raw.content[0]?.start ?? 0);
  if (act === "warn" && raw.cue.kind === "verb" && /(?:contre|against)\s$/.test(before))
    return { factuality: "UU", words: [], by: "demand" };
  let base: Factuality = entry?.factuality ?? "CT+";
  // The act may have been decided by the content against the cue's own (a neutral cue before a denial).
  const moved = entry !== null && entry.act !== act;
  if (raw.cue.negated)
    return { factuality: entry?.class === "knowledge" ? "UU" : negatedCue(act, base), words: [], by: "negation" };
  if (act === "deny") {
    const own = (moved && entry?.act !== "deny") || saysItself(raw, analysis, predicate, language);
    return {
      factuality: own ? "CT+" : base === "PS-" || base === "PR-" || base === "CT+" ? base : "CT-",
      words: [],
      by: "denial",
    };
  }
  if (moved && (act === "assert" || act === "promise" || act === "announce" || act === "confirm")) base = "CT+";
  // « Nous ne commentons pas »
  if (moved && act === "refuse" && raw.mode === "direct") return { factuality: "UU", words: [], by: "report" };
  if (moved && act === "suppose" && base === "CT+") base = "UU";
  if (base === "UU" || base.endsWith("-"))
    return { factuality: base, words: [], by: entry?.class === "intention" ? "intention" : "cue" };
  // What somebody will think is not thought yet: `Moscou considérera cela comme`.
  if (entry?.class === "thought" && futureCue(analysis, raw)) return { factuality: "UU", words: [], by: "intention" };
  const judged = raw.cue.kind === "verb" && base === "CT+" ? judgedBy(analysis, raw, language) : null;
  if (judged !== null) return { factuality: weaken[judged.value] ?? base, words: judged.words, by: "hedge" };
  const strength = strengthOf(predicate, language.factuality);
  const held = weaken[strength.value];
  if (!held || strength.value === "certain") return { factuality: base, words: [], by: "cue" };
  if (!order.includes(held)) return { factuality: base === "CT+" ? "CT+" : base, words: strength.words, by: "cue" };
  const weaker = order.indexOf(held) > order.indexOf(base) ? held : base;
  return { factuality: weaker, words: strength.words, by: weaker === base ? "cue" : "hedge" };
}

function futureCue(analysis: Analysis, raw: RawAttribution): boolean {
  const ref = raw.cue.head;
  return ref !== null && analysis.sentences[ref.sentence]?.words[ref.word]?.feats.Tense === "Fut";
}

function negatedCue(act: Act, base: Factuality): Factuality {
  if (act === "doubt") return "PR-";
  if (act === "suppose") return base === "UU" ? "UU" : "PS+";
  return "UU";
}
