import { loadWeights } from "../analysis/engine/weights.ts";
import { analyse } from "../analysis/index.ts";
import type { Upos } from "../model/index.ts";
import type { Wanted } from "./query.ts";
import { foldWords } from "./search.ts";

/** Parts of speech that people look for, whose forms differ from their lemma. */
const inflected: readonly Upos[] = ["NOUN", "VERB", "ADJ"];
const mostRows = 64;

/**
 * A word or phrase as written, and as lemmas in each language. A word that stands alone does not tell its part of
 * speech, so `ferme` finds the farm, the firm and what closes.
 */
export function wantedOf(term: string, languages: readonly string[], open = false): Wanted {
  const rows = new Map<string, string[]>();
  for (const language of languages) {
    let grown: string[][] = [[]];
    for (const { words } of analyse(term, { language, published: null }).sentences) {
      for (const { form, lemma } of words) {
        const choices = lemmasOf(form, lemma, language);
        if (choices.length === 0) continue;
        const longer = grown.flatMap((row) => choices.map((choice) => [...row, ...choice.split(" ")]));
        grown = longer.slice(0, mostRows);
      }
    }
    for (const row of grown) if (row.length > 0) rows.set(row.join(" "), row);
  }
  return { forms: foldWords(term), lemmas: [...rows.values()], ...(open ? { open } : {}) };
}

function lemmasOf(form: string, lemma: string, language: string): string[] {
  const found = new Set([foldWords(lemma).join(" ")]);
  const weights = loadedWeights(language);
  if (weights !== null) {
    for (const upos of inflected) {
      found.add(foldWords(weights.lemmas.lemma(form, upos, weights.upos.indexOf(upos))).join(" "));
    }
  }
  found.add(foldWords(form).join(" "));
  found.delete("");
  return [...found];
}

type Weights = ReturnType<typeof loadWeights>;
const loaded = new Map<string, Weights>();

function loadedWeights(language: string): Weights {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const weights = loadWeights(language);
  loaded.set(language, weights);
  return weights;
}
