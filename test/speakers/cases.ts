import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { analyse } from "../../src/analysis/index.ts";
import type { Document, Statement } from "../../src/model/index.ts";
import { statementsOf } from "../../src/statements/index.ts";
import { foldPhrase } from "../../src/statements/speakers/fold.ts";

/** `==> words of the content | key=value …` */
export type Expectation = { readonly content: string; readonly wanted: ReadonlyMap<string, string> };
export type Case = { readonly language: string; readonly text: string; readonly expected: readonly Expectation[] };
export type Verdict = {
  readonly text: string;
  readonly content: string;
  readonly found: Statement | null;
  /** Key, what was wanted, what was given. */
  readonly judged: readonly {
    readonly key: string;
    readonly wanted: string;
    readonly given: string;
    readonly right: boolean;
  }[];
};

const folder = resolve(import.meta.dirname, "../cases");

export function casesOf(language: string, name: string): Case[] {
  const blocks = readFileSync(resolve(folder, language, `${name}.txt`), "utf8").split(/\n\s*\n/);
  return blocks.flatMap((block): Case[] => {
    const lines = block.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
    const text = lines.filter((line) => !line.startsWith("==>")).join("\n");
    const expected = lines
      .filter((line) => line.startsWith("==>"))
      .map((line) => {
        const [content = "", ...keys] = line
          .slice(3)
          .split("|")
          .map((part) => part.trim());
        return { content, wanted: new Map(keys.map((pair) => pair.split("=") as [string, string])) };
      });
    return text === "" ? [] : [{ language, text, expected }];
  });
}

const given = (statement: Statement, key: string): string => {
  switch (key) {
    case "speaker":
      return statement.speaker.name;
    case "kind":
      return statement.speaker.kind;
    case "chain":
      return statement.chain.map(({ name }) => name).join(" > ");
    case "for":
      return statement.speaksFor?.name ?? "";
    case "anonymous":
      return String(statement.anonymous);
    case "act":
      return statement.act;
    default:
      return statement.factuality;
  }
};

export function readText(language: string, text: string): readonly Statement[] {
  const document = { id: "sha256:case", uri: "-", language, text, outlet: null } as unknown as Document;
  return statementsOf(document, analyse(text, { language, published: null })).statements;
}

/** Reads a case and judges each expectation on the statement whose content agrees most. */
export function judge({ language, text, expected }: Case): Verdict[] {
  const statements = readText(language, text);
  return expected.map(({ content, wanted }) => {
    const start = text.indexOf(content);
    const end = start + content.length;
    const overlap = (statement: Statement): number => {
      let shared = 0;
      let size = 0;
      for (const span of statement.content) {
        shared += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
        size += span.end - span.start;
      }
      return shared / (size + content.length - shared);
    };
    const agrees = (statement: Statement): number =>
      [...wanted].filter(([key, value]) => foldPhrase(given(statement, key)) === foldPhrase(value)).length;
    const ranked = statements
      .map((statement) => ({ statement, share: overlap(statement) }))
      .filter(({ share }) => share >= 0.45)
      // Two statements may share a content (a report and its denial): the one that is meant comes first.
      .sort((a, b) => Math.round((b.share - a.share) * 10) || agrees(b.statement) - agrees(a.statement));
    const found = ranked[0]?.statement ?? null;
    const judged = [...wanted].map(([key, value]) => {
      const name = found ? given(found, key) : "";
      return { key, wanted: value, given: name, right: found !== null && foldPhrase(name) === foldPhrase(value) };
    });
    return { text, content, found, judged };
  });
}
