import type { Reading } from "../model/index.ts";
import { nameKey } from "../statements/speakers/fold.ts";

/** Names one id stands under in every document: `person:dmitri peskov` and `person:dmitry peskov` are one actor. */
export type Identity = (actor: string) => string;

/** A name as it sounds, whichever way it was transcribed: `Poutine` and `Putin`, `Zelenskyj` and `Zelensky`. */
export const sound = (name: string): string => nameKey(name).join(" ");

/**
 * Joins actors across documents. Ids that a list knows are compared as they are; people by surname in any
 * transcription, with a first name or initial that does not differ. A bare surname joins only when one person bears it.
 */
export function identities(readings: readonly Reading[]): Identity {
  const known = new Map<string, string>();
  const full = new Map<string, Set<string>>();
  const bare: [string, string][] = [];
  const placed: [string, string[]][] = [];
  const ids = new Set<string>();
  for (const { actors, propositions } of readings) {
    for (const { id } of actors) ids.add(id);
    for (const { actors: named, places } of propositions) for (const id of [...named, ...places]) ids.add(id);
  }
  for (const id of [...ids].sort()) {
    const at = id.indexOf(":");
    const [kind, name] = [id.slice(0, at), id.slice(at + 1)];
    if (kind === "place") {
      known.set(id, `name:${sound(name)}`);
      placed.push([id, sound(name).split(" ")]);
    }
    if (kind !== "person" && kind !== "name") continue;
    const parts = sound(name).split(" ");
    // Ids of people begin with the surname; names as they stand in the text end with it.
    const [surname = "", first = ""] = kind === "person" ? parts : [parts.at(-1), parts[0]];
    if (surname.length < 3) continue;
    if (parts.length === 1) {
      bare.push([id, surname]);
      continue;
    }
    const key = `person:${surname} ${first.slice(0, 2)}`;
    known.set(id, key);
    const bearers = full.get(surname) ?? new Set();
    full.set(surname, bearers.add(key));
  }
  for (const [id, surname] of bare) {
    const bearers = full.get(surname);
    if (bearers?.size === 1) known.set(id, [...bearers][0] ?? id);
    else if (bearers === undefined) known.set(id, `name:${surname}`);
  }
  // `à Tomas Reyk` was taken for a place, where another document tells that it is somebody.
  for (const [id, parts] of placed) {
    const key = `person:${parts.at(-1)} ${(parts[0] ?? "").slice(0, 2)}`;
    if (parts.length > 1 && full.get(parts.at(-1) ?? "")?.has(key) === true) known.set(id, key);
  }
  return (actor) => known.get(actor) ?? actor;
}
