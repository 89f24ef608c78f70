import type { Analysis, Features, MentionKind, Name, Quotation, Sentence, Upos, Word } from "../../src/model/index.ts";

/**
 * An analysis from hand-written parses. One block a sentence, one word a line: form, lemma, tag, head (from 1, 0 for the
 * root), relation, features. A form that starts with `+` stands against the word before it without a space.
 */
export function byHand(
  language: string,
  blocks: readonly string[],
  names: readonly (readonly [text: string, kind: MentionKind, entity: string | null])[] = [],
): Analysis {
  let text = "";
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    if (text !== "") text += " ";
    const start = text.length;
    const words: Word[] = [];
    for (const line of block.trim().split("\n")) {
      const [raw = "", lemma = "", upos = "X", head = "0", deprel = "dep", features = ""] = line.trim().split(/\s+/);
      const glued = raw.startsWith("+");
      const form = glued ? raw.slice(1) : raw;
      if (!glued && words.length > 0) text += " ";
      const at = text.length;
      text += form;
      const feats: Features = Object.fromEntries(
        features.split("|").flatMap((pair) => {
          const [key, value] = pair.split("=");
          return key && value ? [[key, value]] : [];
        }),
      );
      words.push({
        index: words.length,
        start: at,
        end: text.length,
        form,
        lemma,
        upos: upos as Upos,
        feats,
        head: Number(head) - 1,
        deprel,
      });
    }
    sentences.push({ index: sentences.length, paragraph: 0, start, end: text.length, words });
  }
  const found: Name[] = [];
  for (const [name, kind, entity] of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (found.some((other) => at < other.end && other.start < at + name.length)) continue;
      const sentence = sentences.find(({ start, end }) => start <= at && at < end);
      const word = sentence?.words.findIndex((one) => one.start >= at) ?? 0;
      found.push({
        start: at,
        end: at + name.length,
        text: name,
        kind,
        sentence: sentence?.index ?? 0,
        word,
        entity,
        title: null,
      });
    }
  found.sort((a, b) => a.start - b.start);
  const quotations: Quotation[] = [...text.matchAll(/« ?([^»]*?) ?»/g)].map((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    return {
      outer: { start: match.index, end: match.index + match[0].length },
      inner: { start, end: start + (match[1] ?? "").length },
      depth: 0,
      closed: true,
      matched: true,
    };
  });
  return {
    text,
    language,
    published: null,
    paragraphs: [{ start: 0, end: text.length }],
    sentences,
    quotations,
    names: found,
    times: [],
    quantities: [],
  };
}
