/**
 * Pairs of sentences that must meet in one claim and pairs that must not (`test/cases/alignment-pairs.txt`), each
 * sentence read as a document of its own; those of `alignment-pairs-later.txt` and, never looked at, of
 * `alignment-pairs-third.txt` are held out. `node eval/traps.ts` lists the pairs that go wrong among those not held out,
 * with those of `alignment-pairs-fourth.txt`, `alignment-pairs-fifth.txt` and `alignment-pairs-sixth.txt`, which go by
 * class.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { align } from "../src/alignment/index.ts";
import { captureBytes } from "../src/capture/index.ts";
import type { Reading } from "../src/model/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { percent, type Scores, type Suite } from "./suite.ts";

type Pair = { readonly same: boolean; readonly languages: string; readonly sentences: readonly [string, string] };

export function pairs(name = "alignment-pairs"): Pair[] {
  const file = resolve(import.meta.dirname, `../test/cases/${name}.txt`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^[=#]\t/.test(line))
    .map((line) => {
      const [sign, a = "", first = "", b = "", second = ""] = line.split("\t");
      return { same: sign === "=", languages: `${a}-${b}`, sentences: [first, second] };
    });
}

function read(sentence: string, language: string, name: string): Reading {
  const { document, ...rest } = captureBytes(new TextEncoder().encode(sentence), { uri: `${name}.txt` });
  return readCapture({ ...rest, document: { ...document, language } });
}

/** Whether some claim has positions from both documents. */
export function meet({ languages, sentences }: Pair): boolean {
  const [a = "fr", b = "fr"] = languages.split("-");
  const { claims } = align([read(sentences[0], a, "first"), read(sentences[1], b, "second")]);
  return claims.some(({ positions }) => new Set(positions.map(({ document }) => document)).size > 1);
}

export const suite: Suite = {
  needs: [],
  async measure(): Promise<Scores> {
    const scores: Record<string, Scores> = {};
    const measured = (name: string) => pairs(name).map((pair) => ({ ...pair, met: meet(pair) }));
    const all = measured("alignment-pairs");
    const groups = new Map([["all", all]]);
    for (const language of ["fr-fr", "en-en", "fr-en"]) {
      groups.set(
        language,
        all.filter(({ languages }) => languages === language),
      );
    }
    groups.set("held out", measured("alignment-pairs-later"));
    groups.set("third", measured("alignment-pairs-third"));
    groups.set("fourth", measured("alignment-pairs-fourth"));
    groups.set("fifth", measured("alignment-pairs-fifth"));
    groups.set("sixth", measured("alignment-pairs-sixth"));
    for (const [group, own] of groups) {
      const [same, apart] = [own.filter((pair) => pair.same), own.filter((pair) => !pair.same)];
      scores[group] = {
        pairs: own.length,
        "wrong merges": percent(apart.filter(({ met }) => met).length, apart.length),
        "missed merges": percent(same.filter(({ met }) => !met).length, same.length),
      };
    }
    return scores;
  },
};

if (import.meta.main) {
  const worked = ["alignment-pairs", "alignment-pairs-fourth", "alignment-pairs-fifth", "alignment-pairs-sixth"];
  for (const pair of worked.flatMap((name) => pairs(name))) {
    if (meet(pair) !== pair.same)
      console.log(`${pair.same ? "missed" : "wrong "}  ${pair.languages}  ${pair.sentences.join("  |  ")}`);
  }
}
