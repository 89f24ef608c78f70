import { lower } from "../../text/normal.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { invertedSubject } from "../inversion.ts";
import { phraseSource, phraseWords } from "../phrases.ts";
import { say } from "../reasons/index.ts";
import { subjectOf } from "../sources.ts";
import { spanOf } from "../tree.ts";

/**
 * A comparison that says whose words the sentence is.
 *
 * `Comme l'a souligné le maire, rien n'est joué.` · `As the mayor said, nothing is decided.`
 * ==> content: the sentence without the comparison
 * Not: `Comme le maire dormait, le pont a fermé.` (a reason: no cue).
 *
 * Quotation-based systems need marks.
 */
export const aside: CueRule = (reader, tree, cue) => {
  if (cue.kind !== "verb" || cue.form !== "finite" || cue.negated || !cue.match.entry.frames.has("that")) return null;
  const opener = tree.words
    .slice(Math.max(tree.body, cue.first - 6), cue.first)
    .find(({ form }) => reader.language.comparisons?.has(lower(form)));
  if (opener === undefined || opener.index > tree.body + 1) return null;
  const clitic = tree.words.slice(opener.index + 1, cue.first).some(({ form }) => /^(l'|le)$/.test(lower(form)));
  if (!reader.language.bareThat && !clitic) return null;
  let behind = invertedSubject(reader, tree, cue);
  if (behind < 0 && !reader.language.bareThat)
    behind =
      tree.words.slice(cue.last + 1, cue.last + 5).find(({ upos }) => upos === "NOUN" || upos === "PROPN")?.index ?? -1;
  const from = behind >= 0 ? Math.max(cue.last, phraseWords(tree, behind).last) : cue.last;
  const comma = tree.words.slice(from + 1, from + 12).find(({ form }) => form === ",");
  if (comma === undefined || comma.index + 3 >= tree.words.length) return null;
  const source = behind >= 0 ? phraseSource(tree, behind) : subjectOf(reader, tree, cue.word, cue);
  if (source === null || source.kind !== "phrase") return null;
  return draftOf(reader, {
    rule: "statements/rules/aside",
    reason: say("aside", shown(reader, tree, cue)),
    content: [spanOf(tree, comma.index + 1, tree.words.length - 1)],
    head: null,
    source,
    cue: cueOf(tree, cue),
    score: 0.7,
  });
};
