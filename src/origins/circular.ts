import type { Alignment, Circle, DocumentId, Position, Reading } from "../model/index.ts";
import { entityOf } from "./agencies.ts";

/** Circular reporting on a claim. */
export type CircularReport = Circle & { readonly claim: string };

/** Every claim with circular reporting. */
export function circularReports(alignment: Pick<Alignment, "claims">, readings: readonly Reading[]): CircularReport[] {
  const known = new Map(readings.map((reading) => [reading.document.id as string, reading]));
  return alignment.claims.flatMap(({ id, positions }) =>
    circlesOf(positions, known).map((circle) => ({ claim: id, ...circle })),
  );
}

/**
 * Outlets that rest a claim on one another: A's article cites B and B's cites A (through any number between), or one
 * article's own chain comes back to where it began. Credits count as citing. An outlet that quotes itself is no circle.
 */
export function circlesOf(positions: readonly Position[], readings: ReadonlyMap<string, Reading>): Circle[] {
  const cites = new Map<string, Map<string, Set<DocumentId>>>();
  const names = new Map<string, string>();
  const put = (from: string, to: string, document: DocumentId): void => {
    if (from === to) return;
    const own = cites.get(from) ?? new Map<string, Set<DocumentId>>();
    cites.set(from, own);
    own.set(to, (own.get(to) ?? new Set()).add(document));
  };
  for (const { document, chain, speaker } of positions) {
    const reading = readings.get(document);
    const outlet = reading?.document.outlet ?? null;
    const links = [...chain.filter(({ id }) => id !== speaker.id), speaker].filter(
      ({ id }) => id !== "author" && id !== "unnamed",
    );
    const keys = links.map(({ id, name }) => nodeOf(id, name));
    for (const [at, link] of links.entries()) names.set(keys[at] ?? "", link.name);
    for (let at = 1; at < keys.length; at++) put(keys[at - 1] ?? "", keys[at] ?? "", document);
    if (outlet === null) continue;
    const own = nodeOf("", outlet);
    names.set(own, outlet);
    // What is said through others rests on the first of them; the rest of the chain is theirs.
    const first = keys[0];
    if (first !== undefined) put(own, first, document);
    for (const { kind, name } of chain.length === 0 ? (reading?.credits ?? []) : []) {
      if (kind === "translation") continue;
      names.set(nodeOf("", name), name);
      put(own, nodeOf("", name), document);
    }
  }
  const circles: Circle[] = [];
  const told = new Set<string>();
  for (const start of [...cites.keys()].sort()) {
    const circle = pathBack(start, cites);
    if (circle === null) continue;
    const key = [...circle].sort().join("|");
    if (told.has(key)) continue;
    told.add(key);
    const outlets = circle.map((node) => names.get(node) ?? node);
    const documents = new Set(
      circle.flatMap((node, at) => [...(cites.get(node)?.get(circle[(at + 1) % circle.length] ?? "") ?? [])]),
    );
    const because = `Each gives the next as its source: ${[...outlets, outlets[0]].join(" → ")}.`;
    circles.push({ outlets, documents: [...documents].sort(), because });
  }
  return circles;
}

/** One outlet under its id or any of its names. */
function nodeOf(id: string, name: string): string {
  if (id.startsWith("outlet:")) return id;
  return entityOf(name) ?? fold(name);
}

const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:the|le|la|les|l['’])\s*/u, "");

/** The shortest way from an outlet back to itself, or null. */
function pathBack(start: string, cites: ReadonlyMap<string, ReadonlyMap<string, unknown>>): readonly string[] | null {
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (const path of queue) {
    const last = path.at(-1) ?? start;
    for (const next of cites.get(last)?.keys() ?? []) {
      if (next === start) return path;
      if (seen.has(next) || !cites.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return null;
}
