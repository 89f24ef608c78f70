/** One line of a lexicon: tab-separated columns, the entry first. */
export type LexiconRow = readonly [entry: string, ...columns: string[]];

/** Rows of a compiled lexicon (see `scripts/compile-lexicons.ts`): one a line, columns tab-separated. */
export function rows(compiled: string): readonly LexiconRow[] {
  if (compiled === "") return [];
  return compiled.split("\n").map((line) => line.split("\t") as unknown as LexiconRow);
}

/** Entry to its columns, for lexicons whose entries are unique. */
export function table(compiled: string): ReadonlyMap<string, readonly string[]> {
  return new Map(rows(compiled).map(([entry, ...columns]) => [entry, columns]));
}
