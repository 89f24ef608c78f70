import { acts, type Factuality, factualities, modes, type Span } from "../../model/index.ts";
import {
  type GoldFigure,
  type GoldProblem,
  type GoldProblemCode,
  type GoldStatement,
  type Parsed,
  type StatementGold,
  shown,
} from "./gold.ts";
import { linesOfList } from "./json-lines.ts";

type Values = Readonly<Record<string, unknown>>;
type Note = (field: string, code: GoldProblemCode, found: unknown, known?: readonly string[]) => null;

/** A gold file of our own format, its spans looked up in the document's text. What is wrong is told, with its line. */
export function readJsonGold(json: string, text: string): Parsed<StatementGold> {
  const problems: GoldProblem[] = [];
  const top = parsed(json, problems);
  const dispatches = top === null ? [] : strings(top.dispatches ?? [], noteFor("dispatches", null, problems), "");
  const gold: StatementGold = {
    kind: "statements",
    statements: objects(top, "statements", json, problems, (values, note) => statementOf(values, text, note)),
    figures:
      top?.figures === undefined
        ? null
        : objects(top, "figures", json, problems, (values, note) => figureOf(values, text, note)),
    dispatches: dispatches ?? [],
  };
  return { gold, problems };
}

function parsed(json: string, problems: GoldProblem[]): Values | null {
  const note = noteFor("", null, problems);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return note("", "not-json", error instanceof Error ? error.message : "");
  }
  return isObject(value) && Array.isArray(value.statements) ? value : note("", "not-gold", value);
}

function objects<T>(
  top: Values | null,
  list: string,
  json: string,
  problems: GoldProblem[],
  make: (values: Values, note: Note) => T | null,
): T[] {
  const items = top?.[list];
  if (items === undefined) return [];
  if (!Array.isArray(items)) {
    noteFor(list, null, problems)("", "wrong-type", items);
    return [];
  }
  const made: T[] = [];
  // Entries that are no objects or lists have no line of their own; then none is told rather than a wrong one.
  const lines = linesOfList(json, list);
  for (const [n, item] of items.entries()) {
    const line = lines.length === items.length ? (lines[n] ?? null) : null;
    const id = isObject(item) && typeof item.id === "string" ? shown(item.id) : `${list}[${n}]`;
    const note = noteFor(id, line, problems);
    const one = isObject(item) ? make(item, note) : note("", "wrong-type", item);
    if (one !== null) made.push(one);
  }
  return made;
}

function statementOf(values: Values, text: string, note: Note): GoldStatement | null {
  const content = contentOf(values, text, note);
  const source = verbatim(values.source ?? null, "source", text, note);
  verbatim(values.cue ?? null, "cue", text, note);
  for (const part of strings(values.quoted ?? [], note, "quoted") ?? []) verbatim(part, "quoted", text, note);
  const speaker = stringOf(values, "speaker", note);
  const chain = values.chain === undefined ? note("chain", "missing", "") : strings(values.chain, note, "chain");
  if (chain !== null && speaker !== null && chain.at(-1) !== speaker) note("chain", "chain-end", chain);
  if (values.mode !== undefined) label(values, "mode", modes, note);
  const act = label(values, "act", acts, note);
  const factuality = label(values, "factuality", factualities, note) as Factuality | null;
  if (content === null || speaker === null || chain === null || act === null || factuality === null) return null;
  return { content, source, speaker, chain, act, factuality };
}

/** The words of a statement, and further parts where the narrator interrupts. */
function contentOf(values: Values, text: string, note: Note): Span[] | null {
  const content = spanOf(values, "content", text, note, values.occurrence ?? 1);
  const parts = values.parts ?? [];
  if (!Array.isArray(parts) || !parts.every(isObject)) return note("parts", "wrong-type", parts);
  const further = parts.map((part) => spanOf(part, "content", text, note, part.occurrence ?? 1));
  if (content === null || further.includes(null)) return null;
  return [content, ...further.filter((span) => span !== null)].sort((a, b) => a.start - b.start);
}

function figureOf(values: Values, text: string, note: Note): GoldFigure | null {
  const span = spanOf(values, "span", text, note, values.occurrence ?? 1);
  const { value } = values;
  if (typeof value !== "number") return note("value", value === undefined ? "missing" : "wrong-type", value);
  return span === null ? null : { ...span, value };
}

function spanOf(values: Values, field: string, text: string, note: Note, occurrence: unknown): Span | null {
  const words = stringOf(values, field, note);
  if (words === null || verbatim(words, field, text, note) === null) return null;
  if (typeof occurrence !== "number" || !Number.isInteger(occurrence) || occurrence < 1)
    return note("occurrence", "wrong-type", occurrence);
  let start = -1;
  for (let n = 0; n < occurrence; n += 1) {
    start = text.indexOf(words, start + 1);
    if (start === -1) return note("occurrence", "no-occurrence", occurrence);
  }
  return { start, end: start + words.length };
}

function verbatim(words: unknown, field: string, text: string, note: Note): string | null {
  if (words === null) return null;
  if (typeof words !== "string") return note(field, "wrong-type", words);
  if (words === "") return note(field, "empty-span", words);
  return text.includes(words) ? words : note(field, "not-verbatim", words);
}

function label<T extends string>(values: Values, field: string, known: readonly T[], note: Note): T | null {
  const value = values[field];
  if (value === undefined || value === null) return note(field, "missing", "", known);
  return known.find((one) => one === value) ?? note(field, "unknown-label", value, known);
}

function stringOf(values: Values, field: string, note: Note): string | null {
  const value = values[field];
  if (value === undefined || value === null) return note(field, "missing", "");
  if (typeof value !== "string") return note(field, "wrong-type", value);
  return value === "" ? note(field, "empty-span", value) : value;
}

function strings(value: unknown, note: Note, field: string): string[] | null {
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  return note(field, "wrong-type", value);
}

function noteFor(id: string, line: number | null, problems: GoldProblem[]): Note {
  return (field, code, found, known) => {
    const where = [id, field].filter((part) => part !== "").join(".");
    problems.push({ line, where, code, found: shown(found), ...(known === undefined ? {} : { known }) });
    return null;
  };
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
