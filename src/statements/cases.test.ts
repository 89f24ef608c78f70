import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyse } from "../analysis/index.ts";
import { languageOf } from "../languages/index.ts";
import type { RawAttribution } from "./attribution.ts";
import { findAttributions } from "./find.ts";

/** Share of a file's cases that must be read in full; parsers err, so a single sentence proves nothing. */
const floor = 0.85;

type Case = { readonly text: string; readonly expected: readonly string[] };

function casesOf(file: string): Case[] {
  const cases: Case[] = [];
  let text = "";
  let expected: string[] = [];
  const close = () => {
    if (text !== "") cases.push({ text, expected });
    text = "";
    expected = [];
  };
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("#")) continue;
    if (line.trim() === "") close();
    else if (line.startsWith("==>")) expected.push(line.slice(3).trim());
    else text = text === "" ? line : `${text}\n${line}`;
  }
  close();
  return cases;
}

const bare = (text: string) =>
  text
    .replace(/[\s.,;:!?«»"“”]+/g, " ")
    .trim()
    .toLowerCase();

/** Whether a finding is the statement expected: same content, a source that shares the named words, the same cue. */
function matches(expected: string, raw: RawAttribution, text: string): boolean {
  const [content = "", source = "", cue = ""] = expected
    .split("|")
    .reduce<string[]>((parts, part, at, all) => {
      // `||` parts the pieces of one content.
      const last = parts.length - 1;
      if (part === "" && at > 0 && at < all.length - 1 && all[at - 1] !== undefined && parts.length === 1)
        parts[last] += "||";
      else if (parts[last]?.endsWith("||")) parts[last] += part;
      else parts.push(part);
      return parts;
    }, [])
    .map((part) => part.trim());
  const found = raw.content.map(({ start, end }) => bare(text.slice(start, end))).join(" || ");
  if (found !== content.split("||").map(bare).join(" || ")) return false;
  const who = raw.source.kind === "phrase" ? bare(text.slice(raw.source.span.start, raw.source.span.end)) : "";
  if (source === "" ? who !== "" : !who.includes(bare(source)) && !bare(source).includes(who)) return false;
  return (
    cue === "" ||
    (raw.cue.span !== null &&
      bare(text.slice(raw.cue.span.start, raw.cue.span.end)).includes(bare(cue).split(" ").at(-1) ?? ""))
  );
}

function read(code: string, text: string): RawAttribution[] {
  const language = languageOf(code);
  if (language === null) throw new Error(`no language ${code}`);
  return findAttributions(analyse(text, { language: code, published: null }), language);
}

for (const code of ["fr", "en"]) {
  describe(`statements in ${code}`, () => {
    for (const file of globSync(`test/cases/${code}/statements/*.txt`).sort()) {
      const cases = casesOf(file);
      it(`${file}: ${cases.length} cases`, () => {
        const wrong: string[] = [];
        for (const { text, expected } of cases) {
          const found = read(code, text);
          const wanted = expected.filter((line) => line !== "none");
          const right =
            wanted.every((line) => found.some((raw) => matches(line, raw, text))) &&
            found.length <= wanted.length + (wanted.length > 0 ? 1 : 0);
          if (!right)
            wrong.push(
              `${text}\n      expected ${expected.join(" & ")}\n      found ${found.map((raw) => `${raw.content.map(({ start, end }) => text.slice(start, end)).join(" || ")} | ${raw.source.kind === "phrase" ? text.slice(raw.source.span.start, raw.source.span.end) : ""} | ${raw.cue.span === null ? "" : text.slice(raw.cue.span.start, raw.cue.span.end)} (${raw.rule})`).join(" & ")}`,
            );
        }
        expect(cases.length).toBeGreaterThan(10);
        expect(1 - wrong.length / cases.length, `${wrong.length} wrong:\n${wrong.join("\n")}`).toBeGreaterThanOrEqual(
          floor,
        );
      });
    }
  });
}
