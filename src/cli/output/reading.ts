import type { Reading, Statement } from "../../model/index.ts";
import { reasonIn } from "../../statements/reasons/index.ts";
import type { Context } from "../context.ts";
import { languageOfMessages } from "../messages/index.ts";
import { carriers } from "./claim.ts";
import { plain } from "./style.ts";
import { indent, wrap } from "./text.ts";
import { nameOf, wordsIn } from "./words.ts";

/** A reading for people: the document, then each statement as its sentence with marks, who says it and how firmly. */
export function readingBlock(
  { document, statements, diagnostics }: Reading,
  context: Context,
  explain: boolean,
): string {
  const { messages, paint, width } = context;
  const about = [document.outlet, document.published?.slice(0, 16) ?? messages.noDate, document.language, document.uri];
  const lines = [
    indent(plain(document.title ?? messages.noTitle), width, "", "")
      .split("\n")
      .map(paint.bold)
      .join("\n"),
    paint.dim(
      wrap(
        about
          .filter((part) => part !== null)
          .map(plain)
          .join(" · "),
        width,
      ).join("\n"),
    ),
  ];
  if (statements.length === 0) lines.push("", `  ${messages.noStatements}`);
  const depths = depthsOf(statements);
  for (const statement of statements) {
    lines.push("", statementLines(statement, document.text, depths.get(statement.id) ?? 0, context, explain));
  }
  for (const { message } of diagnostics) lines.push("", indent(plain(messages.failure(message)), width, "! ", "  "));
  return `${lines.join("\n")}\n\n`;
}

/** Depth of nesting; a circle of parents, which must not be, ends at the number of statements. */
function depthsOf(statements: readonly Statement[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of statements) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  return depths;
}

function statementLines(statement: Statement, text: string, depth: number, context: Context, explain: boolean): string {
  const { messages, paint, width } = context;
  const { speaker, speaksFor, chain, act, factuality } = statement;
  const margin = "  ".repeat(Math.min(depth, 6));
  const mark = marks[factuality];
  const name = nameOf(speaker, context);
  const forWhom = speaksFor === null ? "" : ` (${plain(speaksFor.name)})`;
  const head = `${mark} ${name}${forWhom}${carriers(chain, speaker, context)} · ${wordsIn(context).acts[act]} · ${messages.firmness[factuality]}`;
  const lines = [indent(head, width, margin, `${margin}  `).replace(name, paint.bold(name))];
  lines.push(marked(statement, text, width, `${margin}  │ `, context));
  if (explain) {
    const { rule } = statement.because;
    const reason = reasonIn(statement.because, languageOfMessages(messages));
    lines.push(
      paint.dim(indent(`${messages.because} ${plain(reason)} [${rule}]`, width, `${margin}  `, `${margin}  `)),
    );
  }
  return lines.join("\n");
}

/** Firmness by its line, as in the dossier: solid, dashed, dotted; a stroke through what does not hold. */
const marks: Readonly<Record<Statement["factuality"], string>> = {
  "CT+": "━",
  "PR+": "╍",
  "PS+": "┉",
  "CT-": "┿",
  "PR-": "┽",
  "PS-": "┼",
  UU: "◌",
};

type Part = { readonly start: number; readonly end: number; readonly kind: "source" | "cue" | "content" };

/** The words around the statement, with its source in ‹ ›, its cue in ⟨ ⟩ and its content in ⟦ ⟧; colour only adds to them. */
function marked(statement: Statement, text: string, width: number, margin: string, { paint }: Context): string {
  const parts: Part[] = statement.content.map(({ start, end }) => ({ start, end, kind: "content" as const }));
  if (statement.source !== null) parts.push({ ...statement.source, kind: "source" });
  if (statement.cue !== null) parts.push({ ...statement.cue, kind: "cue" });
  const first = Math.min(...parts.map(({ start }) => start));
  const last = Math.max(...parts.map(({ end }) => end));
  const [from, to] = sentenceAround(text, first, last);
  const points: { at: number; sign: string; open: boolean }[] = [];
  for (const { start, end, kind } of parts) {
    points.push({ at: start, sign: opening[kind], open: true }, { at: end, sign: closing[kind], open: false });
  }
  points.sort((a, b) => a.at - b.at || Number(a.open) - Number(b.open));
  let line = "";
  let at = from;
  for (const point of points) {
    line += `${text.slice(at, point.at)}${point.sign}`;
    at = point.at;
  }
  line += text.slice(at, to);
  return wrap(plain(line), Math.max(20, width - margin.length))
    .map((row) => paint.dim(margin) + paintMarks(row, paint.on))
    .join("\n");
}

const opening = { content: "⟦", source: "‹", cue: "⟨" } as const;
const closing = { content: "⟧", source: "›", cue: "⟩" } as const;

function paintMarks(row: string, on: boolean): string {
  return on ? row.replace(/[⟦⟧‹›⟨⟩]/g, (sign) => `\u001b[36m${sign}\u001b[0m`) : row;
}

/** A little of what stands around: back to the line's or sentence's begin, on to its end, never more than 160 characters. */
function sentenceAround(text: string, first: number, last: number): [number, number] {
  let from = first;
  // A point inside a number or an abbreviation (`40.000`) ends no sentence: white space or a mark must follow.
  const ends = (at: number): boolean => text[at] === "\n" || /^[.!?…](?:[\s»”"’)\]]|$)/.test(text.slice(at, at + 2));
  while (from > 0 && first - from < 160 && !ends(from - 1)) from -= 1;
  let to = last;
  while (to < text.length && to - last < 160 && !ends(to)) to += 1;
  if (/[.!?…]/.test(text[to] ?? "")) to += 1;
  return [from, to];
}
