import type { Claim, Proposition, Reading } from "../model/index.ts";
import type { Root } from "./roots.ts";

/** Who takes part in what a claim says, by id: agents, patients and recipients of its propositions. */
export function partiesTo(
  { positions }: Pick<Claim, "positions">,
  propositions: ReadonlyMap<string, Proposition>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { document, statement } of positions) {
    const proposition = propositions.get(`${document} ${statement}`);
    for (const { role, actor } of proposition?.arguments ?? [])
      if (actor !== null && (role === "agent" || role === "patient" || role === "recipient")) found.add(actor);
  }
  found.delete("author");
  found.delete("unnamed");
  return found;
}

/** Propositions by document and the id under which positions name them. */
export function propositionsBy(readings: readonly Reading[]): Map<string, Proposition> {
  const found = new Map<string, Proposition>();
  for (const { document, propositions } of readings)
    for (const one of propositions) {
      const key = `${document.id} ${one.statement ?? one.id}`;
      if (!found.has(key)) found.set(key, one);
    }
  return found;
}

/** Whether a root speaks of its own doing: it takes part itself, or speaks for who does. */
export function isParty(
  root: Root,
  parties: ReadonlySet<string>,
  principals: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (root.kind === "author" || root.kind === "unnamed") return false;
  const own = root.position.speaker.id;
  if (parties.has(own)) return true;
  for (const principal of principals.get(own) ?? []) if (parties.has(principal)) return true;
  return false;
}
