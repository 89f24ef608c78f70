import type { Attribution } from "../languages/attribution.ts";
import type { Word } from "../model/index.ts";
import { lowerOf as lower, lowerCase } from "../text/normal.ts";
import type { LocatedCue } from "./cues.ts";
import type { Tree } from "./tree.ts";

const lemmaOf = (word: Word | undefined) => lowerCase(word?.lemma ?? word?.form ?? "");

/** `juge peu probable que`: what is left of a judgement by the adjective behind its verb. */
export function judged(language: Attribution, tree: Tree, cue: LocatedCue): LocatedCue {
  const { entry } = cue.match;
  if (cue.kind !== "verb" || !(entry.frames.has("as") || entry.class === "thought")) return cue;
  for (let at = cue.last + 1; at < Math.min(tree.words.length - 1, cue.last + 5); at++) {
    const word = tree.words[at];
    const value = language.judgements.get(lemmaOf(word)) ?? language.judgements.get(lower(word));
    if (value === undefined) {
      if (word?.upos !== "ADV" && word?.upos !== "PRON") return cue;
      continue;
    }
    if (!language.that.has(lower(tree.words[at + 1]))) return cue;
    const less = tree.words.slice(cue.last + 1, at).some((other) => language.lessening.has(lower(other)));
    const factuality = less ? (value === "CT+" ? "PS+" : "PR-") : value;
    const act = factuality === "CT+" ? entry.act : factuality.endsWith("-") ? "doubt" : "suppose";
    const frames = new Set(["that"] as const);
    return {
      ...cue,
      last: at,
      match: { ...cue.match, entry: { ...entry, lemma: `${entry.lemma} ${lemmaOf(word)}`, act, factuality, frames } },
    };
  }
  return cue;
}

/** `declined to say how`, `refuse de dire si`: one cue that refuses what the verb of saying would tell. */
export function refused(tree: Tree, outer: LocatedCue, inner: LocatedCue): LocatedCue | null {
  const { entry } = outer.match;
  // `n'a pas voulu dire si`: not to want is to refuse.
  const unwilling = outer.negated && (entry.class === "intention" || entry.class === "feeling");
  const refuses = unwilling || (entry.act === "refuse" && !outer.negated);
  if (outer.kind !== "verb" || !refuses || !entry.frames.has("inf")) return null;
  if (inner.kind !== "verb" || inner.form !== "infinitive" || inner.match.entry.class !== "speech") return null;
  if (inner.first - outer.last > 3 || !inner.match.entry.frames.has("wh")) return null;
  if (tree.words.slice(outer.last + 1, inner.first).some(({ upos }) => upos === "PUNCT" || upos === "NOUN"))
    return null;
  const next = tree.words[inner.last + 1];
  if (next === undefined || !/^(SCONJ|PRON|ADV|DET|ADP)$/.test(next.upos)) return null;
  const told = { ...inner.match.entry, act: "refuse" as const, factuality: "UU" as const };
  return {
    ...inner,
    first: outer.first,
    form: outer.form,
    past: outer.past,
    match: { ...inner.match, entry: told },
  };
}

/** `tient à préciser`: a verb of wishing that only leads in what is said at once. */
export function led(language: Attribution, outer: LocatedCue, inner: LocatedCue): LocatedCue | null {
  if (outer.kind !== "verb" || inner.kind !== "verb" || !language.leading.has(outer.match.entry.lemma)) return null;
  if (outer.negated || inner.form !== "infinitive" || inner.first - outer.last > 2) return null;
  if (inner.match.entry.class !== "speech" || !inner.match.entry.frames.has("direct")) return null;
  return { ...inner, first: outer.first, form: outer.form, past: outer.past };
}
