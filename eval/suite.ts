/** Nested figures: percentages with one decimal, counts as integers. Never times: those belong to `bench/`. */
export type Scores = { readonly [key: string]: number | string | Scores };

export type Suite = {
  /** Paths below the data folder that the suite cannot do without. Empty when everything is in the repository. */
  readonly needs: readonly string[];
  /** Runs the suite. Deterministic: the same engine gives the same figures. */
  measure(data: string): Promise<Scores>;
};

/** A share as a percentage with one decimal. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}

/** Precision, recall and F1 in percent, from true positives, system items and gold items. */
export function precisionRecall(hits: number, system: number, gold: number): { p: number; r: number; f: number } {
  return { p: percent(hits, system), r: percent(hits, gold), f: percent(2 * hits, system + gold) };
}
