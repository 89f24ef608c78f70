import { table } from "../../languages/lexicon.ts";
import { knownActors } from "../../languages/lexicons.generated.ts";
import type { ActorKind } from "../../model/index.ts";

const known = table(knownActors);

/** Name in English and kind of a state or institution that the shared list knows, by identifier. */
export function knownActor(id: string): { readonly name: string; readonly kind: ActorKind } | null {
  const entry = known.get(id);
  return entry?.[1] ? { kind: entry[0] === "state" ? "state" : "organization", name: entry[1] } : null;
}
