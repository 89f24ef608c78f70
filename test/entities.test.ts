import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeCase } from "../eval/entities.ts";
import { casesOf } from "../eval/entity-cases.ts";
import { entityOf, findNames } from "../src/analysis/names/index.ts";
import { findQuantities } from "../src/analysis/quantities/index.ts";
import { findTimes } from "../src/analysis/times/index.ts";
import { languageOf } from "../src/languages/index.ts";
import type { Sentence } from "../src/model/index.ts";

const languages = [languageOf("fr"), languageOf("en")].filter((language) => language !== null);

/** Names, times and quantities of a text as one sentence without words: what happens where there are no tags. */
function entitiesOf(text: string, language: (typeof languages)[number]) {
  const sentences: Sentence[] = [{ start: 0, end: text.length, index: 0, paragraph: 0, words: [] }];
  const names = findNames(sentences, text, language);
  const times = findTimes(text, sentences, language, "2024-11-11");
  return { names, times, quantities: findQuantities(text, sentences, times, names, language) };
}

const pieces = fc.constantFrom(
  ..."le président M. Sergueï Lavrov Moscou ministère de la Défense russe plus de entre et 60.000 1 000 milliards vingt-deux % $ € 5 million dozens of il y a trois jours lundi 12 septembre 2022 10h20 p.m. 31/12/99 l’ d' - – ( ) , . « » \n \u00a0 é 😀 \ud800 ﷽ 0 00 99999999999999999999 1e9 quatre-vingt-dix-neuf the first of".split(
    " ",
  ),
);

describe("any string", () => {
  test.each(languages.map((language) => [language.code, language] as const))(
    "%s: no throw, spans valid, in order",
    (_, language) => {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: "binary", maxLength: 200 }),
            fc.array(pieces).map((parts) => parts.join(" ")),
          ),
          (text) => {
            for (const found of Object.values(entitiesOf(text, language))) {
              let end = 0;
              for (const span of found) {
                expect(span.start).toBeGreaterThanOrEqual(end);
                expect(span.end).toBeGreaterThan(span.start);
                expect(text.slice(span.start, span.end)).toBe(span.text);
                end = span.end;
              }
            }
          },
        ),
        { numRuns: 400, seed: 7 },
      );
    },
  );

  test.each(languages.map((language) => [language.code, language] as const))(
    "%s: time grows with length, not its square",
    (_, language) => {
      const piece =
        "Le 12 mai 2022 le président Ada Merle a dit à Moscou que plus de 1 000 drones, 62 des 145, and dozens of tanks l'a'a'a ";
      const time = (times: number) => {
        const text = piece.repeat(times);
        const sentences: Sentence[] = [];
        for (let i = 0; i < times; i++)
          sentences.push({ start: i * piece.length, end: (i + 1) * piece.length, index: i, paragraph: 0, words: [] });
        const begin = performance.now();
        const names = findNames(sentences, text, language);
        const found = findTimes(text, sentences, language, null);
        findQuantities(text, sentences, found, names, language);
        return performance.now() - begin;
      };
      time(200);
      expect(time(4000) / time(400)).toBeLessThan(40);
    },
  );
});

test("one entity in two languages", () => {
  const [fr, en] = languages;
  if (fr === undefined || en === undefined) throw new Error("no languages");
  for (const [a, b] of [
    ["Moscou", "Moscow"],
    ["Russie", "Russia"],
    ["Kremlin", "Kremlin"],
    ["Maison Blanche", "White House"],
    ["OTAN", "NATO"],
    ["Agence France-Presse", "AFP"],
    ["ukrainien", "Ukrainian"],
    ["Ormélie", "Ormelia"],
  ] as const)
    expect(entityOf(a, fr)).toBe(entityOf(b, en));
});

describe.each(["fr", "en"])("cases of %s", (language) => {
  test.each(["names", "times", "quantities"] as const)(
    "%s: at least 150, and nine in ten right where they are worked on",
    (kind) => {
      const cases = casesOf(language, kind);
      expect(cases.length).toBeGreaterThanOrEqual(150);
      let [hits, all] = [0, 0];
      for (const item of cases.filter(({ heldOut }) => !heldOut)) {
        const tally = judgeCase(kind, language, item);
        hits += 2 * tally.hits;
        all += tally.system + tally.gold;
      }
      expect(hits / all).toBeGreaterThan(0.9);
    },
  );
});
