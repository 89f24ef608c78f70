import type { Span } from "../../model/index.ts";
import {
  type AttributionGold,
  type GoldAttribution,
  type GoldProblem,
  type GoldProblemCode,
  type Parsed,
  shown,
} from "./gold.ts";

type Role = "Source" | "Cue" | "Content";
const roles: readonly Role[] = ["Source", "Cue", "Content"];
type Marked = { readonly label: string; readonly spans: readonly Span[] };
type Note = (line: number, where: string, code: GoldProblemCode, found: string, known?: readonly string[]) => void;

/**
 * Brat standoff: text-bound annotations (`T1⇥Content 12 40;52 60⇥words`) and events that give them the roles Source,
 * Cue and Content (`E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1`). Other layers of the file (other labels, relations,
 * attributes, notes) are left alone.
 */
export function readBrat(ann: string, text: string): Parsed<AttributionGold> {
  const problems: GoldProblem[] = [];
  const note: Note = (line, where, code, found, known) => {
    problems.push({ line, where, code, found: shown(found), ...(known === undefined ? {} : { known }) });
  };
  const lines = ann.replace(/^\ufeff/, "").split(/\r?\n/);
  const marked = new Map<string, Marked>();
  const units = unitsOf(text);
  for (const [n, line] of lines.entries())
    if (/^T/.test(line)) {
      const [id, one] = textBound(line, n + 1, text, units, note);
      if (one !== null) marked.set(id, one);
    }
  const attributions: GoldAttribution[] = [];
  for (const [n, line] of lines.entries()) if (/^E/.test(line)) attributions.push(eventOf(line, n + 1, marked, note));
  return { gold: { kind: "attributions", attributions }, problems };
}

function textBound(line: string, at: number, text: string, units: Units, note: Note): [string, Marked | null] {
  const [id = "", bounds = "", words] = line.split("\t");
  const found = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(bounds);
  if (found === null) {
    note(at, id, "bad-line", line);
    return [id, null];
  }
  const [, label = "", ends = ""] = found;
  const spans = ends.split(";").map((pair) => {
    const [start = 0, end = 0] = pair.split(" ").map(Number);
    return { start, end };
  });
  if (spans.some(({ end }) => end > units.length)) note(at, id, "outside", ends);
  else if (spans.some(({ start, end }) => start >= end)) note(at, id, "empty-span", ends);
  const inUnits = spans.map(({ start, end }) => ({ start: units.at(start), end: units.at(end) }));
  const there = inUnits.map(({ start, end }) => text.slice(start, end)).join(" ");
  const known = roles.some((role) => label.startsWith(role));
  if (known && words !== undefined && evened(words) !== evened(there)) note(at, id, "not-verbatim", words);
  return [id, { label, spans: inUnits }];
}

/** Brat writes a line break inside a span as a space. */
const evened = (words: string): string => words.replace(/\s+/gu, " ").trim();

function eventOf(line: string, at: number, marked: ReadonlyMap<string, Marked>, note: Note): GoldAttribution {
  const [id = "", parts = ""] = line.split("\t");
  const [, ...given] = parts.trim().split(/ +/);
  const spans: Record<Role, Span[]> = { Source: [], Cue: [], Content: [] };
  for (const part of given) {
    const [name = "", target = ""] = part.split(":");
    const role = roles.find((one) => one === name.replace(/\d+$/, ""));
    const one = marked.get(target);
    if (role === undefined) note(at, id, "unknown-label", name, roles);
    else if (one === undefined) note(at, `${id}.${name}`, "unknown-reference", target);
    else {
      if (one.label !== role) note(at, `${id}.${name}`, "unknown-label", one.label, [role]);
      spans[role].push(...one.spans);
    }
  }
  if (spans.Content.length === 0) note(at, `${id}.Content`, "missing", "");
  return { content: spans.Content, source: spans.Source, cue: spans.Cue };
}

type Units = { readonly length: number; at(point: number): number };

/** Brat counts code points, JavaScript UTF-16 units: one table a document, none where they are the same. */
function unitsOf(text: string): Units {
  if (!/[\ud800-\udfff]/.test(text)) return { length: text.length, at: (point) => Math.min(point, text.length) };
  const table: number[] = [];
  let unit = 0;
  for (const sign of text) {
    table.push(unit);
    unit += sign.length;
  }
  const length = table.length;
  return { length, at: (point) => table[point] ?? unit };
}
