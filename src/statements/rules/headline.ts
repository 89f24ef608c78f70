import type { Name } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { type Draft, draftOf, type SentenceRule } from "../draft.ts";
import { phraseSource, speaks } from "../phrases.ts";
import { nameAt, quoteAt, type Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { spanOf } from "../tree.ts";

/** Longest name before the colon, and longest headline, in words. */
const NAME = 8;
const LINE = 30;

/**
 * A headline, caption or transcript that names who speaks before a colon.
 *
 * `Premier ministre de Valdor : le pont rouvrira en mai` · `Mayor of Port-Vert: Pier Must Close` · `ANNA ROSS: We left.`
 * ==> content: what follows the colon
 * Not: `Trois ponts fermés : la ville s'organise` (nobody who speaks), a line that ends within a paragraph of prose.
 *
 * Quotation-based systems need marks and a verb.
 */
export const headline: SentenceRule = (reader, tree) => {
  const { words, sentence } = tree;
  const paragraph = reader.analysis.paragraphs[sentence.paragraph];
  if (paragraph === undefined || words.length > LINE * 4) return [];
  if (reader.text.slice(paragraph.start, sentence.start).trim() !== "") return [];
  const at = words.findIndex(({ form }) => form === ":");
  const colon = words[at];
  if (colon === undefined || at < 1 || at > NAME || at + 3 >= words.length) return [];
  const before = words.slice(0, at);
  const shouted = before.every(({ form, upos }) => upos === "PUNCT" || form === form.toUpperCase());
  const ended = /[.!?]["”»']?$/.test(reader.text.slice(paragraph.start, paragraph.end).trimEnd());
  const title =
    sentence.paragraph === 0 ||
    words.slice(at + 1).filter(({ form }) => /^\p{Lu}/u.test(form)).length > (words.length - at) / 2;
  if (!shouted && ((ended && !title) || words.length > LINE)) return [];
  if (before.some(({ upos, feats }) => upos === "VERB" || upos === "AUX" || upos === "NUM" || feats.VerbForm === "Fin"))
    return [];
  const head = before.find(
    ({ upos, index, form }) => /^(PROPN|NOUN|X)$/.test(upos) && (/^\p{Lu}/u.test(form) || speaks(reader, tree, index)),
  );
  const name = head === undefined ? null : nameAt(reader, head.start);
  if (name !== null && (name.kind === "place" || name.kind === "state" || name.kind === "event")) return [];
  if (!shouted && name !== null && name.kind === "person" && !isSomebody(reader, name)) return [];
  // `Budget : …` and `Valdor : …` open with a topic: without capitals all through, only who can speak counts.
  if (
    head !== undefined &&
    !reader.language.bareThat &&
    name?.kind !== "person" &&
    ["document", undefined].includes(reader.pack.actors.nouns.get(lowerCase(head.lemma))?.class)
  )
    return [];
  // `Morvens dam: ministry says …`: the last noun tells what the name is, and a dam does not speak.
  const kind = before.at(-1);
  if (
    name?.kind !== "person" &&
    kind?.upos === "NOUN" &&
    /^\p{Ll}/u.test(kind.form) &&
    !speaks(reader, tree, kind.index)
  )
    return [];
  const next = words[at + 1];
  if (head === undefined || next === undefined || quoteAt(reader, next.start)?.outer.start === next.start) return [];
  if (words.length - at < 4) return [];
  const last = before.at(-1);
  const source = phraseSource(tree, head.index);
  const draft = draftOf(reader, {
    rule: "statements/rules/headline",
    reason: say("headline"),
    content: [
      shouted && !ended
        ? spanOf(tree, at + 1, words.length - 1)
        : { start: next.start, end: shouted ? paragraph.end : sentence.end },
    ],
    head: null,
    source:
      source.kind === "phrase" && last !== undefined
        ? { ...source, span: { start: words[0]?.start ?? source.span.start, end: last.end } }
        : source,
    cue: {
      span: { start: colon.start, end: colon.end },
      head: null,
      kind: "mark",
      lemma: ":",
      entry: null,
      negated: false,
    },
    score: 0.55,
  });
  return draft === null ? [] : [draft satisfies Draft];
};

/** Names looked through for a fuller form of one. */
const NAMES = 400;

/** `Morin : « Non »` where the text has Karl Morin. Not: `Ibersk : l'obus venait du nord`, a name alone of which nobody knows more. */
function isSomebody({ names }: Reader, name: Name): boolean {
  if (/\s/.test(name.text.trim()) || name.title !== null) return true;
  return names
    .slice(0, NAMES)
    .some(({ kind, text }) => kind === "person" && text.toLowerCase().endsWith(` ${name.text.toLowerCase()}`));
}
