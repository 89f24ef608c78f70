/**
 * Names, times and quantities against our own cases (`test/cases/LANG/{names,times,quantities}.txt`) and against the
 * figures and times of the gold documents. Half of the cases is held out: rules are written against the other half.
 * `node eval/entities.ts names fr` lists what is missed and what is too much in the half that is worked on.
 */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { analyse } from "../src/analysis/index.ts";
import type { Analysis, Name, Quantity, TimeExpression } from "../src/model/index.ts";
import { type Case, casesOf, type Kind } from "./entity-cases.ts";
import { percent, precisionRecall, type Scores, type Suite } from "./suite.ts";

const kinds: readonly Kind[] = ["names", "times", "quantities"];
const languages = ["fr", "en"];
const signs = { exact: "", about: " ~", "at-least": " >", "at-most": " <" } as const;

/** `person:Ada Lovelace` and, beside what must agree, `=entity` and `(title)`. */
const nameItem = ({ kind, text, entity, title }: Name) =>
  `${kind}:${text}${entity === null ? "" : `=${entity}`}${title === null ? "" : ` (${title.text})`}`;
const timeItem = ({ text, value, anchor }: TimeExpression) => `${text}=${value ?? "-"} ${anchor[0]}`;
const quantityItem = ({ text, value, upper, unit, bound }: Quantity) =>
  `${text}=${round(value)}${upper === null ? "" : `..${round(upper)}`} ${unit || "-"}${signs[bound]}`;
const round = (n: number) => String(Math.round(n * 1000) / 1000);

export function found(kind: Kind, analysis: Analysis): string[] {
  if (kind === "names") return analysis.names.map(nameItem);
  return kind === "times" ? analysis.times.map(timeItem) : analysis.quantities.map(quantityItem);
}

/** What must agree for a hit: kind and span of a name, span of a time, value, range and bound of a quantity. */
function keyOf(kind: Kind, item: string): string {
  if (kind === "names") return item.replace(/ \(.*\)$/, "").replace(/=[a-z-]+:[^=]*$/, "");
  const cut = item.lastIndexOf("=");
  if (kind === "times") return item.slice(0, cut);
  return item.slice(cut + 1).replace(/^(\S+) \S+/, "$1");
}

type Tally = { hits: number; system: number; gold: number; full: number };

function judge(kind: Kind, expected: readonly string[], got: readonly string[]): Tally & { wrong: string[] } {
  const left = [...got];
  const wrong: string[] = [];
  let [hits, full] = [0, 0];
  for (const item of expected) {
    const exact = left.indexOf(item);
    const at = exact >= 0 ? exact : left.findIndex((other) => keyOf(kind, other) === keyOf(kind, item));
    if (at < 0) {
      wrong.push(`- ${item}`);
      continue;
    }
    hits++;
    if (exact >= 0) full++;
    else wrong.push(`~ ${item}   got ${left[at]}`);
    left.splice(at, 1);
  }
  return {
    hits,
    full,
    system: got.length,
    gold: expected.length,
    wrong: [...wrong, ...left.map((item) => `+ ${item}`)],
  };
}

export function judgeCase(kind: Kind, language: string, item: Case): ReturnType<typeof judge> {
  const analysis = analyse(item.text, { language, published: item.published });
  return judge(kind, item.expected, found(kind, analysis));
}

function half(kind: Kind, language: string, heldOut: boolean, report?: (line: string) => void): Scores {
  const sum: Tally = { hits: 0, system: 0, gold: 0, full: 0 };
  const cases = casesOf(language, kind).filter((item) => item.heldOut === heldOut);
  for (const item of cases) {
    const tally = judgeCase(kind, language, item);
    sum.hits += tally.hits;
    sum.system += tally.system;
    sum.gold += tally.gold;
    sum.full += tally.full;
    if (tally.wrong.length > 0) report?.(`${item.line}: ${item.text}\n    ${tally.wrong.join("\n    ")}`);
  }
  return {
    cases: cases.length,
    ...precisionRecall(sum.hits, sum.system, sum.gold),
    detail: percent(sum.full, sum.hits),
  };
}

type Gold = { span: string; occurrence?: number; value?: number | string | null; anchor?: string };

/** Figures: same value, spans that overlap. Times: spans that overlap; the anchor apart. */
function gold(data: string): Scores {
  const figures: Tally = { hits: 0, system: 0, gold: 0, full: 0 };
  const times: Tally = { hits: 0, system: 0, gold: 0, full: 0 };
  for (const file of readdirSync(resolve(data, "gold"))
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()) {
    const annotated = JSON.parse(readFileSync(resolve(data, "gold", file), "utf8"));
    const text = readFileSync(resolve(data, "seeds", file.replace(/json$/, "txt")), "utf8").replace(/^\uFEFF/, "");
    const analysis = analyse(text, { language: annotated.language, published: null });
    match(
      text,
      annotated.figures ?? [],
      [...analysis.quantities],
      figures,
      (g, s) => g.value === s.value,
      () => true,
    );
    match(
      text,
      annotated.times ?? [],
      [...analysis.times],
      times,
      () => true,
      (g, s) => g.anchor === s.anchor,
    );
  }
  const scores = (tally: Tally): Scores => ({
    gold: tally.gold,
    ...precisionRecall(tally.hits, tally.system, tally.gold),
    detail: percent(tally.full, tally.hits),
  });
  return { figures: scores(figures), times: scores(times) };
}

function match<T extends { start: number; end: number }>(
  text: string,
  annotated: readonly Gold[],
  got: T[],
  tally: Tally,
  same: (gold: Gold, system: T) => boolean,
  full: (gold: Gold, system: T) => boolean,
): void {
  tally.gold += annotated.length;
  tally.system += got.length;
  for (const item of annotated) {
    let start = -1;
    for (let i = 0; i < (item.occurrence ?? 1); i++) start = text.indexOf(item.span, start + 1);
    const end = start + item.span.length;
    const at = got.findIndex((other) => other.start < end && start < other.end && same(item, other));
    if (at < 0) continue;
    const [hit] = got.splice(at, 1);
    tally.hits++;
    if (hit !== undefined && full(item, hit)) tally.full++;
  }
}

export const suite: Suite = {
  needs: ["gold", "seeds"],
  async measure(data) {
    const scores: Record<string, Scores> = {};
    for (const kind of kinds)
      scores[kind] = Object.fromEntries(
        languages.map((language) => [
          language,
          { worked: half(kind, language, false), "held-out": half(kind, language, true) },
        ]),
      );
    scores.gold = gold(data);
    return scores;
  },
};

if (import.meta.main) {
  const [kind = "names", language = "fr"] = process.argv.slice(2);
  console.log(half(kind as Kind, language, false, (line) => console.log(line)));
}
