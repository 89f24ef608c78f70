import type { Name, Span } from "../../model/index.ts";
import type { Source } from "../attribution.ts";
import { type Draft, draftOf } from "../draft.ts";
import { nameAt, type Reader, sentenceAt } from "../reader.ts";
import { say } from "../reasons/index.ts";

/** Name of whoever speaks, a colon, and what is said, at the head of a paragraph. */
const labelled = /^([^\n:;«»“”"?!]{2,60}?)\s?:\s+(?=[^\s])/u;
const initials = /^(?:\p{Lu}\.[\s-]?){1,4}$/u;

type Turn = { readonly paragraph: Span; readonly label: Span; readonly text: string; readonly name: Name | null };

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((part) => part[0] ?? "")
    .join("")
    .toUpperCase();

function turnsOf(reader: Reader): Turn[] {
  const turns: Turn[] = [];
  for (const paragraph of reader.analysis.paragraphs) {
    const match = labelled.exec(reader.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 80)));
    const text = match?.[1]?.trim() ?? "";
    if (match === null || text === "") continue;
    const name = nameIn(reader, paragraph.start, text.length);
    const asks = /\?[\s"»”]*$/.test(reader.text.slice(paragraph.start, paragraph.end));
    const paper = asks && /^\p{Lu}/u.test(text) && text.split(/\s+/).length < 7;
    if (name === null && !initials.test(text) && !paper) continue;
    turns.push({
      paragraph: { start: paragraph.start + match[0].length, end: paragraph.end },
      label: { start: paragraph.start, end: paragraph.start + text.length },
      text,
      name,
    });
  }
  return turns;
}

/** The name that a label is, an article before it apart. */
function nameIn(reader: Reader, start: number, length: number): Name | null {
  for (const from of [start, start + 3, start + 2, start + 4]) {
    const name = nameAt(reader, from);
    if (name === null || name.start > start + 4 || name.end > start + length + 1) continue;
    if (name.end >= start + length - 1 && /^(person|outlet|organization)$/.test(name.kind)) return name;
  }
  return null;
}

/** An exchange: a label returns, or somebody asks and somebody else is named. */
function isExchange(reader: Reader, turns: readonly Turn[]): boolean {
  if (turns.length < 2) return false;
  const labels = new Set(turns.map(({ text }) => text));
  const returns = turns.length > 2 && labels.size > 1 && labels.size < turns.length;
  const asks =
    returns || turns.some(({ paragraph }) => /\?[\s"»”]*$/.test(reader.text.slice(paragraph.start, paragraph.end)));
  return asks && turns.some(({ text, name }) => name?.kind === "person" || initials.test(text));
}

/**
 * A turn of an interview or a transcript.
 *
 * `Le Courrier : Partez-vous ?` · `Odile Brassac : Non. Mes sols sont vivants.` · `O. B. : C'est le travail d'une vie.`
 * ==> content: the paragraph behind the colon, direct speech of whoever is named
 * Not: `Football : Dumont est incertain` (a topic), a single line with a name and a colon (a headline).
 *
 * Radar de Parité and GenderGapTracker drop interviews: they have neither marks nor verbs.
 */
export function turns(reader: Reader): Draft[] {
  const found = turnsOf(reader);
  if (!isExchange(reader, found)) return [];
  const drafts: Draft[] = [];
  for (const { paragraph, label, text, name } of found) {
    const named = (initials.test(text) ? personOf(reader, text) : null) ?? name;
    const colon = reader.text.indexOf(":", label.end);
    const head = named === null ? null : { sentence: sentenceAt(reader, named.start), word: named.word };
    const source: Source = { kind: "phrase", span: named ?? label, head };
    const draft = draftOf(reader, {
      rule: "statements/rules/turn",
      reason: say("turn"),
      content: [paragraph],
      head: null,
      source,
      cue: {
        span: { start: colon, end: colon + 1 },
        head: null,
        kind: "mark",
        lemma: ":",
        entry: null,
        negated: false,
      },
      score: 0.8,
    });
    // What is said keeps its last full stop.
    if (draft !== null) drafts.push({ ...draft, mode: "direct", content: [paragraph], quoted: [paragraph] });
  }
  return drafts;
}

/** The person whose name has these initials. */
function personOf(reader: Reader, text: string): Name | null {
  const letters = text.replace(/[^\p{L}]/gu, "").toUpperCase();
  return reader.names.find((name) => name.kind === "person" && initialsOf(name.text) === letters) ?? null;
}
