import { isDeed } from "../deeds.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { phraseWords } from "../phrases.ts";
import { say } from "../reasons/index.ts";
import { agentOf } from "../sources.ts";
import { childrenBy, relation, spanOf } from "../tree.ts";

const content = new Set(["obj"]);

/**
 * What is said, confirmed or claimed by somebody named as the agent of a passive.
 *
 * `Cette opération a été confirmée par le ministre.` · `les îles revendiquées par Valmont`
 * ==> content: the subject, or the noun that the participle modifies; source: the agent
 * Not: `Le pont a été fermé par la mairie.` (no cue), `l'accord a été confirmé` (nobody is named).
 *
 * Quotation-based systems see neither agent nor content here.
 */
export const passive: CueRule = (reader, tree, cue) => {
  if (cue.kind !== "verb" || cue.form !== "passive" || ![...cue.match.entry.frames].some((frame) => content.has(frame)))
    return null;
  // `un rapport vu par La Vigie`: who has seen it does not say it.
  if (cue.match.entry.class !== "speech") return null;
  const source = agentOf(reader, tree, cue.word);
  if (source === null) return null;
  const word = tree.words[cue.word];
  const subject = childrenBy(tree, cue.word, "nsubj").find(({ index }) => index < cue.word);
  const head =
    subject?.upos === "PRON" && subject.feats.PronType === "Rel" && relation(word) === "acl"
      ? word?.head
      : (subject?.index ?? (relation(word) === "acl" ? word?.head : undefined));
  if (head === undefined || head < 0) return null;
  const noun = tree.words[head];
  // `Ana Holt was dismissed by the board`
  if (isDeed(reader, tree, cue.word, head)) return null;
  if (noun?.upos === "NOUN" && noun.deprel === "appos" && childrenBy(tree, head, "det").length === 0) return null;
  const { first, last } = phraseWords(tree, head);
  return draftOf(reader, {
    rule: "statements/rules/passive",
    reason: say("passive", shown(reader, tree, cue)),
    content: [spanOf(tree, first, last)],
    head: { sentence: tree.sentence.index, word: head },
    source,
    cue: cueOf(tree, cue),
    score: 0.6,
  });
};
