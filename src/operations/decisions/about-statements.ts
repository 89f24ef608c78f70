import { randomBytes } from "node:crypto";
import { anchorOf } from "../../ledger/decisions/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { SelonError } from "../../model/error.ts";
import type { ActorRef, Anchor, BodyOf, Reading, Span, Speaker, Statement, Target } from "../../model/index.ts";
import { type FoundStatement, findReading, findStatement, refOf, whoIs } from "./lookup.ts";
import type { RequestOf } from "./request.ts";

/** What a request comes to: the parts of a line that say what is decided about what. */
export type Made<B = unknown> = { readonly target: Target; readonly anchor: Anchor | null; readonly body: B };

const part = (reading: Reading, span: Span): Anchor => anchorOf(reading.document.id, reading.document.text, span);
const hullOf = (spans: readonly Span[]): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 });

function about({ reading, statement }: FoundStatement): Pick<Made, "target" | "anchor"> {
  const cue = statement.cue === null ? null : part(reading, statement.cue);
  return {
    target: { kind: "statement", document: reading.document.id, statement: statement.id, cue },
    anchor: part(reading, hullOf(statement.content)),
  };
}

/** The statement as it is shown was looked at and is right. */
export async function confirmStatement(
  ledger: Ledger,
  { statement }: RequestOf<"confirm-statement">,
): Promise<Made<BodyOf<"confirm-statement">>> {
  return { ...about(await findStatement(ledger, statement)), body: { kind: "confirm-statement" } };
}

/** The statement is none. */
export async function deleteStatement(
  ledger: Ledger,
  { statement }: RequestOf<"delete-statement">,
): Promise<Made<BodyOf<"delete-statement">>> {
  return { ...about(await findStatement(ledger, statement)), body: { kind: "delete-statement" } };
}

/** Other values for some fields of a statement. */
export async function correctStatement(
  ledger: Ledger,
  { statement: id, changes }: RequestOf<"correct-statement">,
): Promise<Made<BodyOf<"correct-statement">>> {
  const found = await findStatement(ledger, id);
  const { reading } = found;
  const { act, factuality, content } = changes;
  const body: BodyOf<"correct-statement">["changes"] = {};
  if (changes.speaker !== undefined) body.speaker = await whoIs(ledger, changes.speaker, reading);
  if (changes.speaksFor !== undefined) {
    body.speaksFor = changes.speaksFor === null ? null : refOf(await whoIs(ledger, changes.speaksFor, reading));
  }
  if (changes.chain !== undefined) {
    const chain: Speaker[] = [];
    for (const one of changes.chain) chain.push(await whoIs(ledger, one, reading));
    body.chain = chain.map(refOf);
    // Whoever stands last is the speaker.
    const last = chain.at(-1);
    if (body.speaker === undefined && last !== undefined && last.id !== found.statement.speaker.id) body.speaker = last;
  }
  if (act !== undefined) body.act = act;
  if (factuality !== undefined) body.factuality = factuality;
  if (content !== undefined) body.content = spansIn(reading, content).map((span) => part(reading, span));
  if (Object.keys(body).length === 0) throw nothingChanged();
  return { ...about(found), body: { kind: "correct-statement", changes: body } };
}

/** A statement that the machine did not find. */
export async function addStatement(
  ledger: Ledger,
  request: RequestOf<"add-statement">,
): Promise<Made<BodyOf<"add-statement">>> {
  const reading = await findReading(ledger, request.document);
  const content = spansIn(reading, request.content);
  const [source = null, cue = null] = [request.source, request.cue].map((span) =>
    span === null || span === undefined ? null : (spansIn(reading, [span])[0] ?? null),
  );
  const speaker = await whoIs(ledger, request.speaker, reading);
  const given = request.speaksFor ?? null;
  const speaksFor = given === null ? null : refOf(await whoIs(ledger, given, reading));
  let chain: ActorRef[] = [...(holder(reading, content)?.chain ?? []), refOf(speaker)];
  if (request.chain !== undefined) {
    chain = [];
    for (const one of request.chain) chain.push(refOf(await whoIs(ledger, one, reading)));
  }
  const body: BodyOf<"add-statement"> = {
    kind: "add-statement",
    statement: `p:${randomBytes(8).toString("hex")}`,
    content: content.map((span) => part(reading, span)),
    source: source === null ? null : part(reading, source),
    cue: cue === null ? null : part(reading, cue),
    speaker,
    speaksFor,
    chain: chain.slice(-20),
    anonymous: request.anonymous ?? speaker.kind === "anonymous",
    mode: modeOf(reading, content),
    act: request.act ?? "assert",
    factuality: request.factuality ?? "CT+",
  };
  const target: Target = {
    kind: "statement",
    document: reading.document.id,
    statement: body.statement,
    cue: body.cue,
  };
  return { target, anchor: part(reading, hullOf(content)), body };
}

/** Every statement of the document was looked at: what is not there is not in it. */
export async function checkDocument(
  ledger: Ledger,
  { document }: RequestOf<"check-document">,
): Promise<Made<BodyOf<"check-document">>> {
  const { id } = (await findReading(ledger, document)).document;
  return { target: { kind: "document", document: id }, anchor: null, body: { kind: "check-document" } };
}

/** Spans in order, within the text, without white space at their ends. */
function spansIn({ document }: Reading, spans: readonly Span[]): Span[] {
  const { text } = document;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const words = text.slice(start, end);
      const trimmed = words.trim();
      if (end > text.length || start >= end || trimmed === "" || !words.isWellFormed()) throw badSpan(start, end, text);
      const from = start + words.indexOf(trimmed);
      return { start: from, end: from + trimmed.length };
    });
}

function badSpan(start: number, end: number, text: string): SelonError {
  return new SelonError({
    code: "bad-span",
    what: `There are no words from ${start} to ${end}.`,
    why: `The text has ${text.length} characters (UTF-16 code units), and a span holds words and no half of a character.`,
    todo: "Look the offsets up with: selon read --format json.",
    details: { start, end, length: text.length },
  });
}

function nothingChanged(): SelonError {
  return new SelonError({
    code: "nothing-changed",
    what: "Nothing is changed by that.",
    why: "A correction says what is right: speaker, chain, act, factuality or span.",
    todo: "Give at least one of them.",
  });
}

/** The smallest statement that holds these characters. */
function holder(reading: Reading, content: readonly Span[]): Statement | null {
  const own = hullOf(content);
  let best: Statement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const statement of reading.statements) {
    const { start, end } = hullOf(statement.content);
    const size = end - start;
    if (start <= own.start && own.end <= end && size > own.end - own.start && size < least) {
      [best, least] = [statement, size];
    }
  }
  return best;
}

/** Whether the words stand between quotation marks: all of them, some, or none. */
function modeOf({ document }: Reading, content: readonly Span[]): Statement["mode"] {
  const opening = /[«“„"]\s*$/u;
  const closing = /^[.,!?]?\s*[»”“"]/u;
  const all = content.every(
    ({ start, end }) =>
      opening.test(document.text.slice(Math.max(0, start - 3), start)) &&
      closing.test(document.text.slice(end, end + 4)),
  );
  if (all) return "direct";
  return content.some(({ start, end }) => /[«“„"]/u.test(document.text.slice(start, end))) ? "mixed" : "indirect";
}
