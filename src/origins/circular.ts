import type { Alignment, Reading } from "../model/index.ts";

/** Outlets that give one another as the source of one claim. */
export type Circle = { readonly claim: string; readonly outlets: readonly string[]; readonly reason: string };

/** Finds circular reporting: A's article rests the claim on B, and B's article rests it on A. */
export function circularReports(alignment: Alignment, readings: readonly Reading[]): Circle[] {
  const outlets = new Map(readings.map(({ document }) => [document.id as string, document.outlet]));
  const circles: Circle[] = [];
  for (const { id, positions } of alignment.claims) {
    const cites = new Map<string, Set<string>>();
    for (const { document, chain, speaker } of positions) {
      const outlet = outlets.get(document);
      if (outlet === null || outlet === undefined) continue;
      for (const { name } of [...chain, speaker]) {
        if (fold(name) !== fold(outlet))
          cites.set(fold(outlet), (cites.get(fold(outlet)) ?? new Set()).add(fold(name)));
      }
    }
    for (const start of cites.keys()) {
      const circle = pathBack(start, cites);
      if (circle === null || [...circle].sort()[0] !== start) continue;
      circles.push({
        claim: id,
        outlets: circle,
        reason: `Each gives the next as its source: ${[...circle, start].join(" → ")}.`,
      });
    }
  }
  return circles;
}

const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:the|le|la|les|l['’])\s*/u, "");

/** The shortest way from an outlet back to itself, or null. */
function pathBack(start: string, cites: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null {
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (const path of queue) {
    const last = path.at(-1) ?? start;
    for (const next of cites.get(last) ?? []) {
      if (next === start) return path;
      if (seen.has(next) || !cites.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return null;
}
