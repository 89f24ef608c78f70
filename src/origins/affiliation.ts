import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";

/** What the words around an actor say of where it belongs, by id, over all documents. */
export type Affiliations = ReadonlyMap<string, ReadonlySet<string>>;

/** Words that tell of no house: they stand before every unnamed source. */
const common = new Set(
  "source sources officials official officer officers responsable responsables haut haute senior close proche proches person people personne personnes anonymous anonyme anonymes unnamed spokesman spokeswoman spokesperson porte parole adviser conseiller conseillere diplomat diplomate the des les une aux par with from avec dans who qui near high ranking familiar matter dossier fonctionnaire fonctionnaires cadre member membre".split(
    " ",
  ),
);

/**
 * Words of each actor's names and roles that may tell its house: `une source au ministère de la Défense` and
 * `le ministre de la Défense, Karel Vohn` share theirs. Cut to six letters, so that `ministère`, `ministre` and
 * `minister`, or `préfet` and `préfecture`, are near each other.
 */
export function affiliationsOf(readings: readonly Reading[]): Affiliations {
  const found = new Map<string, Set<string>>();
  for (const { actors } of readings) {
    for (const { id, name, names } of actors) {
      if (id === "author" || id === "unnamed") continue;
      const own = found.get(id) ?? new Set();
      found.set(id, own);
      for (const words of [name, ...names]) for (const word of houseWords(words)) own.add(word);
    }
  }
  return found;
}

export function houseWords(phrase: string): string[] {
  return foldPhrase(phrase)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 5 && !common.has(word))
    .map((word) => word.slice(0, 6));
}

/** Words of one house that two actors share. */
export function sharedHouse(a: Iterable<string>, b: ReadonlySet<string>): string[] {
  return [...new Set(a)].filter(
    (word) => b.has(word) || [...b].some((other) => other.slice(0, 5) === word.slice(0, 5)),
  );
}

/** Whether two instants may be of one night or day; dates that are not known leave it open. */
export function sameNight(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [x, y] = [Date.parse(a.slice(0, 19)), Date.parse(b.slice(0, 19))];
  return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x - y) <= 36 * 3_600_000;
}
