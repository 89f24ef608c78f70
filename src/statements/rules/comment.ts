import type { Span } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import { openerOf, takesUp } from "../comments.ts";
import type { LocatedCue } from "../cues.ts";
import { cueOf, type Draft, draftOf, shown } from "../draft.ts";
import { phraseSource, speaks } from "../phrases.ts";
import type { Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { agentOf } from "../sources.ts";
import { childrenBy, spanOf, type Tree } from "../tree.ts";
import { impersonal, whoSays } from "./clause.ts";

/** Whoever comments: the agent of a participle, the subject before or behind the verb. */
function commentator(reader: Reader, tree: Tree, cue: LocatedCue, opener: number): Source | null {
  if (cue.form === "passive")
    return childrenBy(tree, cue.word, "aux").length > 0 ? null : agentOf(reader, tree, cue.word);
  // `que réfute le Dr Bel`: the subject behind the verb.
  const behind = childrenBy(tree, cue.word, "nsubj").find(({ index }) => index > cue.last);
  if (behind !== undefined) return phraseSource(tree, behind.index);
  for (let at = cue.first - 1; at > opener; at--) {
    const word = tree.words[at];
    if (word?.upos === "PRON" && /^(que|qu'|which|that|dont)$/.test(lower(word.form))) break;
    if (word?.upos !== "NOUN" && word?.upos !== "PROPN" && word?.upos !== "PRON") continue;
    const source = whoSays(reader, tree, cue);
    const isPointer = source.kind === "phrase" && source.head?.word === opener;
    if (source.kind === "phrase" && !isPointer) return impersonal(reader, tree, cue, source) ? null : source;
    // `ce que la mairie dément`, with the verb taken for another word: who speaks stands right before it.
    return at === cue.first - 1 && word.upos !== "PRON" && speaks(reader, tree, at) ? phraseSource(tree, at) : null;
  }
  for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 5); at++) {
    const word = tree.words[at];
    if (word?.upos === "NOUN" || word?.upos === "PROPN")
      return speaks(reader, tree, at) ? phraseSource(tree, at) : null;
    if (word?.upos !== "DET" && word?.upos !== "ADJ" && word?.upos !== "ADV") return null;
  }
  return null;
}

/** What the comment is about: what was reported last before it, else the clause before the comma. */
function subjectMatter(tree: Tree, opener: number, drafts: readonly Draft[]): Span[] | null {
  const from = tree.words[opener]?.start ?? 0;
  let best: Draft | null = null;
  for (const draft of drafts) {
    const end = draft.content.at(-1)?.end ?? 0;
    if (end > from || end < tree.sentence.start - 400 || draft.reproduced) continue;
    if (best === null || end > (best.content.at(-1)?.end ?? 0)) best = draft;
    else if (end === best.content.at(-1)?.end && (draft.content[0]?.start ?? 0) > (best.content[0]?.start ?? 0))
      best = draft;
  }
  if (opener <= tree.body) {
    // `Des arguments que réfute le maire`: the noun phrase itself; `Information que …` is the report before.
    if (tree.words[opener]?.upos !== "DET") return best === null ? null : [...best.content];
    const relative = tree.words.find(({ index, form }) => index > opener && /^(que|qu'|that|which)$/.test(lower(form)));
    return relative === undefined ? null : [spanOf(tree, opener, relative.index - 1)];
  }
  const near = best?.content.at(-1)?.end ?? -1;
  if (best !== null && from - near < 6) return [...best.content];
  if (!/^(ce|which)$/.test(lower(tree.words[opener]?.form))) return null;
  const before = tree.words.slice(tree.body, opener);
  if (!before.some(({ feats }) => feats.VerbForm === "Fin")) return null;
  return [spanOf(tree, tree.body, opener - 1)];
}

/**
 * A comment on what was just reported, behind a comma or in a sentence of its own.
 *
 * `Le syndicat lui reproche d'avoir menti, ce que le maire conteste.` · `une accusation aussitôt rejetée par Sarn` ·
 * `Information que le parquet n'a pas confirmée.` · `He was convicted of fraud, a charge he denies.`
 * ==> content: what the comment is about, as it was reported
 * Not: `Ce que le maire conteste est clair.` (it opens its sentence), `le pont que la ville a vendu` (no cue).
 *
 * No quotation-based system has it: there is neither mark nor clause behind the cue, and the denial goes unseen.
 */
export function commented(reader: Reader, drafts: readonly Draft[]): Draft[] {
  const result = [...drafts];
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const sentence = draft.head?.sentence ?? draft.cue.head?.sentence;
    if (sentence === undefined) continue;
    const own = bySentence.get(sentence);
    if (own === undefined) bySentence.set(sentence, [draft]);
    else own.push(draft);
  }
  for (const [index, tree] of reader.trees.entries()) {
    for (const cue of reader.cues[index] ?? []) {
      const { act, frames } = cue.match.entry;
      if (cue.kind !== "verb" || !takesUp.has(act) || !(frames.has("obj") || frames.has("that"))) continue;
      const opener = openerOf(reader, tree, cue);
      if (opener < 0) continue;
      const source = commentator(reader, tree, cue, opener);
      if (source === null) continue;
      const near = [...(bySentence.get(index - 1) ?? []), ...(bySentence.get(index) ?? [])].slice(-60);
      const content = subjectMatter(tree, opener, near);
      if (content === null) continue;
      const draft = draftOf(reader, {
        rule: "statements/rules/comment",
        reason: say("comment", shown(reader, tree, cue)),
        content,
        head: null,
        source,
        cue: cueOf(tree, cue),
        score: 0.6,
      });
      if (draft === null) continue;
      // What was found for this cue as a noun phrase is the same in fewer words.
      const plain = result.findIndex(
        ({ cue: other }) => other.head?.sentence === index && other.head.word === cue.word && other.kind === "verb",
      );
      // `, a charge she dismissed as nonsense`: what she makes of it says more.
      if (plain >= 0 && result[plain]?.rule === "statements/rules/predicate") continue;
      if (plain >= 0) result[plain] = draft;
      else result.push(draft);
    }
  }
  return result;
}
