import type { Figures } from "../../languages/figures.ts";
import { languageOf } from "../../languages/index.ts";
import type { Reading } from "../../model/index.ts";
import { fold, type Placed } from "./placed.ts";

/** Figures of one article that make up, or are among, another: places in the list given. */
export type Whole = {
  readonly parts: readonly number[];
  readonly whole: number;
  readonly sum: boolean;
  readonly holds: boolean;
};

const literal = (phrase: string): string => fold(phrase).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const any = (phrases: readonly string[]): string =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join("|") || "(?!)";

type Patterns = {
  readonly including: RegExp;
  readonly ofThem: RegExp;
  readonly outOf: RegExp;
  readonly link: RegExp;
  readonly total: RegExp;
};
const known = new Map<string, Patterns>();

function patternsOf(code: string, { including, ofThem, outOf, total }: Figures): Patterns {
  const made = known.get(code) ?? {
    including: new RegExp(`(?:^|[\\s,(–—-])(?:${any(including)})\\s*,?\\s*$`, "u"),
    ofThem: new RegExp(`^\\s*,?\\s*(?:${any(ofThem)})(?![\\p{L}])`, "u"),
    link: new RegExp(`^\\s*(?:${any(outOf)})\\s*(?:the|les|these|ces|its|ses)?\\s*$`, "u"),
    outOf: new RegExp(
      `(?:^|[.!?\\n,(«“"])\\s*(?:${any(outOf.filter((one) => one !== "des" && one !== "of"))})\\s*$`,
      "u",
    ),
    total: new RegExp(`(?:^|[\\s,(–—:-])(?:${any(total)})\\s*$`, "u"),
  };
  known.set(code, made);
  return made;
}

/**
 * Parts and sums that the words of one article set up: `62 des 145 drones`, `36 morts, dont 5 enfants et 3 femmes`,
 * `douze hommes et cinq femmes, soit 17 personnes`, `48 people (31 men and 17 women)`. Numbers alone never make a sum:
 * `12 témoins et 5 experts. Le procès durera 17 jours` is none.
 */
export function wholesIn(reading: Reading, figures: readonly Placed[]): Whole[] {
  const language = languageOf(reading.document.language);
  if (language === null || figures.length < 2) return [];
  const patterns = patternsOf(language.code, language.figures);
  const text = reading.document.text;
  const gap = (i: number, j: number): string => {
    const [from, to] = [figures[i]?.end ?? 0, figures[j]?.start ?? 0];
    return from <= to && to - from <= 200 ? fold(text.slice(from, to)) : "\n\n";
  };
  const sums = sumsIn(figures, gap, patterns);
  const summed = new Set(sums.flatMap(({ parts, whole }) => [...parts, whole]));
  const wholes = new Map<number, number[]>();
  const partOf = new Map<number, number>();
  const put = (part: number, whole: number): void => {
    const [a, b] = [figures[part], figures[whole]];
    if (a === undefined || b === undefined || partOf.has(part) || a.measure || b.measure) return;
    if (a.value >= (b.upper ?? b.value) && b.bound !== "at-least") return;
    partOf.set(part, whole);
    wholes.set(whole, [...(wholes.get(whole) ?? []), part]);
  };
  for (let j = 1; j < figures.length; j++) {
    const i = j - 1;
    const between = gap(i, j);
    const [a, b] = [figures[i], figures[j]];
    if (a === undefined || b === undefined || /\n\s*\n/u.test(between)) continue;
    const whole = partOf.get(i) ?? i;
    const behind = fold(text.slice(b.end, b.end + 40));
    const words = `${fold(a.text)}${between}`;
    if (patterns.link.test(between) && a.value < (b.upper ?? b.value)) put(i, j);
    else if (
      patterns.including.test(between) ||
      patterns.including.test(headOf(fold(b.text)) === "" ? between : between)
    )
      put(j, whole);
    else if (patterns.ofThem.test(behind) && sameSpan(between)) put(j, i);
    else if (
      patterns.outOf.test(fold(text.slice(Math.max(0, a.start - 20), a.start))) &&
      !/[.!?;\n]/u.test(between) &&
      b.value < a.value
    )
      put(j, i);
    else if (partOf.has(i) && /^[^.;:!?\n()]{0,40}?\s?(?:,|et|and|&)\s*$/u.test(between) && words.length < 90)
      put(j, whole);
  }
  const parts = [...wholes]
    .filter(([whole, own]) => !summed.has(whole) || !own.every((part) => summed.has(part)))
    .map(([whole, own]): Whole => ({ parts: own, whole, sum: false, holds: true }));
  return [...sums, ...parts];
}

const headOf = (text: string): string => /^\p{L}+/u.exec(text)?.[0] ?? "";
/** At most one sentence ends between them. */
const sameSpan = (between: string): boolean => (between.match(/[.!?;](?:\s|$)/gu) ?? []).length <= 1;

/** Runs of two to six counts beside their total, before it with a word for it, or behind it in brackets or after a colon or dash. */
function sumsIn(figures: readonly Placed[], gap: (i: number, j: number) => string, { total }: Patterns): Whole[] {
  const found: Whole[] = [];
  const joined = (i: number): boolean => /^[^.;:!?\n()]{0,60}$/u.test(gap(i, i + 1));
  for (let t = 0; t < figures.length; t++) {
    const whole = figures[t];
    if (whole === undefined || whole.upper !== null) continue;
    const said = t > 1 && total.test(gap(t - 1, t)) && !/[.;!?\n]/u.test(gap(t - 1, t));
    if (said) {
      let from = t - 1;
      while (from > 0 && t - from < 6 && joined(from - 1)) from--;
      const run = best(figures, from, t, whole.value, "end");
      if (run !== null) {
        found.push({ parts: run, whole: t, sum: true, holds: true });
        continue;
      }
      if (t - from === 2 && strict(gap(t - 1, t)))
        found.push({ parts: [from, t - 1], whole: t, sum: true, holds: false });
    }
    if (t + 2 < figures.length && /^[^.;!?\n]{0,40}[(:–—-]\s*$/u.test(gap(t, t + 1))) {
      let to = t + 1;
      while (to + 1 < figures.length && to - t < 6 && joined(to)) to++;
      const run = best(figures, t + 1, to + 1, whole.value, "start");
      if (run !== null) found.push({ parts: run, whole: t, sum: true, holds: true });
    }
  }
  return found;
}

/** Words after which the figures must make the total, so that those that don't are told. */
const strict = (between: string): boolean => /(?:soit|total of|total de)\s*$/u.test(between);

/** The longest run of two or more that ends or begins beside the total and makes it. */
function best(
  figures: readonly Placed[],
  from: number,
  to: number,
  value: number,
  beside: "start" | "end",
): number[] | null {
  for (let size = to - from; size >= 2; size--) {
    const start = beside === "start" ? from : to - size;
    const run = Array.from({ length: size }, (_, index) => start + index);
    if (run.reduce((sum, at) => sum + (figures[at]?.value ?? Number.NaN), 0) === value) return run;
  }
  return null;
}
