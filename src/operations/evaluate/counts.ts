/** Precision, recall and F1 in percent with one decimal; null where there is nothing to measure. */
export type Prf = { readonly p: number | null; readonly r: number | null; readonly f: number | null };

/** A share in percent with one decimal; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Number(((100 * part) / whole).toFixed(1));
}

/** Precision, recall and F1 in percent; null where there is nothing to divide by. */
export function prfOf(hits: number, system: number, gold: number): Prf {
  return { p: percentOf(hits, system), r: percentOf(hits, gold), f: percentOf(2 * hits, system + gold) };
}

/** Adds up counts key by key. */
export function added<K extends string>(
  counts: readonly Readonly<Record<K, number>>[],
  none: Readonly<Record<K, number>>,
): Record<K, number> {
  const total: Record<K, number> = { ...none };
  for (const one of counts) for (const key in none) total[key] += one[key];
  return total;
}
