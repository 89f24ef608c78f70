import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { frameAt, quoteAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { spanOf } from "../tree.ts";
import { impersonal, whoSays } from "./clause.ts";

/** Words between a cue and its colon. */
const REACH = 14;

/**
 * Speech after a colon, without marks.
 *
 * `Le syndicat a posé ses conditions : le port doit rouvrir.` · `Her answer was short, she said: the pier is safe.`
 * ==> content: what follows the colon
 * Not: `Il a cité trois ponts : le Vieux, le Neuf, le Petit.` (a list, no verb), `a dit : « … »` (a quotation).
 *
 * Quotation-based systems need marks.
 */
export const colon: CueRule = (reader, tree, cue) => {
  if (
    cue.kind !== "verb" ||
    cue.form === "passive" ||
    cue.match.entry.class !== "speech" ||
    !cue.match.entry.frames.has("direct")
  )
    return null;
  for (let at = cue.last + 1; at < Math.min(tree.words.length - 2, cue.last + REACH); at++) {
    const word = tree.words[at];
    if (word === undefined || word.feats.VerbForm === "Fin") return null;
    if (word.form !== ":") continue;
    const next = tree.words[at + 1];
    if (next === undefined || quoteAt(reader, next.start) !== quoteAt(reader, word.start)) return null;
    // `dit le contraire : selon le maire, …`: somebody else's words.
    if (frameAt(reader, next.start) !== null) return null;
    const verb = tree.words.slice(at + 1, at + 30).find(({ feats }) => feats.VerbForm === "Fin");
    if (verb === undefined) return null;
    const source = whoSays(reader, tree, cue);
    if (source.kind === "unnamed" || impersonal(reader, tree, cue, source)) return null;
    // `« Nous l'avions dit : ils étaient chez nous », a triomphé X`
    const quote = quoteAt(reader, next.start);
    const behind = quote === null ? -1 : tree.words.findIndex(({ start }) => start >= quote.inner.end);
    const last = behind < 0 ? tree.words.length - 1 : behind - 1;
    return draftOf(reader, {
      rule: "statements/rules/colon",
      reason: say("colon", shown(reader, tree, cue)),
      content: [spanOf(tree, at + 1, Math.max(at + 1, last))],
      head: { sentence: tree.sentence.index, word: verb.index },
      source,
      cue: cueOf(tree, cue),
      score: 0.65,
    });
  }
  return null;
};
