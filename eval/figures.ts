/**
 * Figures of one thing, parts, sums, corrections (`test/cases/figures.txt`), each case read as articles of its own.
 * `node eval/figures.ts` lists what goes wrong in the seen half; the blind half is only ever counted.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { align } from "../src/alignment/index.ts";
import { captureBytes } from "../src/capture/index.ts";
import type { FigureGroup, Reading } from "../src/model/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { percent, precisionRecall, type Scores, type Suite } from "./suite.ts";

type Case = {
  readonly name: string;
  readonly blind: boolean;
  readonly articles: { language: string; published: string; text: string }[];
  /** `same 81000 700000`, `part 62 145`, `sum 12 5 17`, `turn 34 41`, `both 40 65`. */
  readonly expected: Set<string>;
  /** Value to letters of its speaker's name. */
  readonly speakers: Map<string, string>;
};

const signs: Readonly<Record<string, string>> = { "=": "same", "<": "part", "+": "sum", "~": "turn", "!": "both" };
const kinds = ["same", "part", "sum", "turn", "both"] as const;

export function cases(): Case[] {
  const found: Case[] = [];
  const file = resolve(import.meta.dirname, "../test/cases/figures.txt");
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const head = /^## (seen|blind) (.+)$/.exec(line);
    const last = found.at(-1);
    if (head !== null) {
      const blind = head[1] === "blind";
      found.push({ name: head[2] ?? "", blind, articles: [], expected: new Set(), speakers: new Map() });
    } else if (last === undefined || line.trim() === "" || line.startsWith("#")) continue;
    else if (line.startsWith("@ ")) {
      const [, language = "en", published = ""] = line.split(" ");
      last.articles.push({ language, published, text: "" });
    } else if (/^[=<+~!] \d/.test(line)) expect(last, line);
    else {
      const article = last.articles.at(-1);
      if (article !== undefined) article.text += `${line}\n`;
    }
  }
  return found;
}

function expect({ expected, speakers }: Case, line: string): void {
  const values = line
    .slice(2)
    .split(/ (?=\d)/)
    .map((item) => {
      const [value = "", speaker] = item.split("/");
      if (speaker !== undefined) speakers.set(value, speaker);
      return value;
    });
  const kind = signs[line.slice(0, 1)] ?? "";
  if (kind !== "same") expected.add([kind, ...values].join(" "));
  else
    for (const [i, a] of values.entries())
      for (const b of values.slice(i + 1)) expected.add([kind, ...pair(a, b)].join(" "));
}

const pair = (a: string, b: string): string[] => [a, b].sort((x, y) => Number(x) - Number(y));

function found({ articles }: Case): { marks: Set<string>; speakers: Map<string, string> } {
  const readings = articles.map(({ language, published, text }, n): Reading => {
    const { document, ...rest } = captureBytes(new TextEncoder().encode(text), { uri: `${n}.txt` });
    return readCapture({ ...rest, document: { ...document, language, published } });
  });
  const speakers = new Map<string, string>();
  for (const { figures } of readings)
    for (const { value, speaker } of figures) speakers.set(String(value), speaker.name);
  return { marks: new Set(align(readings).figures.flatMap(marksOf)), speakers };
}

function marksOf({ relation, members, parts, flags }: FigureGroup): string[] {
  const value = (at: number): string => String(members[at]?.value ?? "");
  const marks: string[] = [];
  if (relation === "same") {
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1))
        if (a.value !== b.value) marks.push(["same", ...pair(String(a.value), String(b.value))].join(" "));
  }
  if (parts !== undefined) {
    if (parts.sum) marks.push(["sum", ...parts.members.map(value), value(parts.whole)].join(" "));
    else for (const at of parts.members) marks.push(`part ${value(at)} ${value(parts.whole)}`);
  }
  for (const { kind, members: own } of flags ?? [])
    marks.push([kind === "turn" ? "turn" : "both", ...pair(value(own[0] ?? 0), value(own.at(-1) ?? 0))].join(" "));
  return marks;
}

export const suite: Suite = {
  needs: [],
  async measure(): Promise<Scores> {
    const all = cases().map((one) => ({ ...one, ...{ got: found(one) } }));
    const scores: Record<string, Scores> = {};
    for (const half of ["seen", "blind"]) {
      const own = all.filter(({ blind }) => blind === (half === "blind"));
      const table: Record<string, Scores | number> = { cases: own.length };
      for (const kind of kinds) {
        const of = (marks: Iterable<string>): string[] => [...marks].filter((mark) => mark.startsWith(`${kind} `));
        let [hits, system, gold] = [0, 0, 0];
        for (const { expected, got } of own) {
          system += of(got.marks).length;
          gold += of(expected).length;
          hits += of(expected).filter((mark) => got.marks.has(mark)).length;
        }
        table[kind] = { items: gold, ...precisionRecall(hits, system, gold) };
      }
      const asked = own.flatMap(({ speakers, got }) =>
        [...speakers].map(([value, name]) => named(got.speakers, value, name)),
      );
      table["speakers right"] = percent(asked.filter(Boolean).length, asked.length);
      table["cases wholly right"] = percent(own.filter((one) => wrongIn(one, one.got).length === 0).length, own.length);
      scores[half] = table;
    }
    return scores;
  },
};

const named = (speakers: ReadonlyMap<string, string>, value: string, name: string): boolean =>
  (speakers.get(value) ?? "").toLowerCase().includes(name.toLowerCase());

function wrongIn({ expected, speakers }: Case, got: ReturnType<typeof found>): string[] {
  return [
    ...[...expected].filter((mark) => !got.marks.has(mark)).map((mark) => `missed  ${mark}`),
    ...[...got.marks].filter((mark) => !expected.has(mark)).map((mark) => `wrong   ${mark}`),
    ...[...speakers]
      .filter(([value, name]) => !named(got.speakers, value, name))
      .map(([value, name]) => `speaker ${value} is ${got.speakers.get(value)}, not ${name}`),
  ];
}

if (import.meta.main) {
  for (const one of cases()) {
    if (one.blind) continue;
    const wrong = wrongIn(one, found(one));
    if (wrong.length > 0) console.log(`${one.name}\n  ${wrong.join("\n  ")}`);
  }
}
