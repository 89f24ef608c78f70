import { languageCodes, languageOf } from "../languages/index.ts";
import type { Reading } from "../model/index.ts";
import { foldPhrase, nameKey } from "../statements/speakers/fold.ts";

/** Whether two actors, by id, are one under several names. `words`: the sets of words an actor is called by. */
export type Namings = {
  readonly same: (a: string, b: string) => "certain" | "possible" | null;
  /** Whether what `part` is called stands in what `whole` is called: `Tarsia` in `the army of Tarsia`. */
  readonly within: (part: string, whole: string) => boolean;
};

/** Kinds whose names are told apart by their words alone, whatever a document took them for. */
const bodies = /^(?:org|organization|group|name|outlet|person|anonymous|document):/;
const small = new Set("de du des la le les of the and et aux au en à in for pour d l s a an un une".split(" "));

type Name = { readonly exact: string; readonly meant: ReadonlySet<string> };

/**
 * Names of actors made equal across documents, kinds and languages. `L'association Aune Vive` and `the group Aune Vive`
 * are one for certain, since the same words name them; `l'armée de Tarsie` and `Tarsia's army` perhaps, since their words
 * mean the same. People are one when they share their surname and no first name tells them apart. Not:
 * `le syndicat des marins` and `le syndicat des dockers`.
 */
export function namingsOf(readings: readonly Reading[]): Namings {
  const named = new Map<string, Map<string, Name>>();
  for (const { actors } of readings) {
    for (const { id, name, names, kind } of actors) {
      if (!bodies.test(id)) continue;
      const own = named.get(id) ?? new Map<string, Name>();
      named.set(id, own);
      // A person's further names are roles, which others have too.
      const proper = /\p{Lu}/u.test(name);
      for (const one of kind === "person" ? [name] : [name, ...names]) {
        // What it is beside its name, others are too: `Norvane`, `la société`.
        if (proper && !/\p{Lu}/u.test(one.replace(/^\p{L}/u, "")) && !/\p{Lu}/u.test(one.slice(0, 1))) continue;
        const read = nameOf(one);
        if (read !== null && own.size < 12) own.set(read.exact, read);
      }
    }
  }
  const namesOf = (id: string): Name[] => [...(named.get(id)?.values() ?? [])];
  return {
    same(a, b) {
      if (a === b) return "certain";
      if (!bodies.test(a) || !bodies.test(b)) return null;
      const people = samePerson(a, b);
      if (people !== null) return people ? "certain" : null;
      const withheld = a.startsWith("anonymous:") || b.startsWith("anonymous:");
      let found: "possible" | null = null;
      for (const x of namesOf(a))
        for (const y of namesOf(b)) {
          if (x.exact === y.exact && !withheld) return "certain";
          if (equal(x.meant, y.meant)) found = "possible";
        }
      return found;
    },
    within: (part, whole) =>
      namesOf(part).some(({ meant }) =>
        namesOf(whole).some(
          (other) => meant.size < other.meant.size && [...meant].every((word) => other.meant.has(word)),
        ),
      ),
  };
}

function nameOf(name: string): Name | null {
  const words = foldPhrase(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !small.has(word));
  if (words.length === 0 || words.length > 8 || !words.some((word) => word.length > 2)) return null;
  const exact = words
    .map((word) => nameKey(word).join(""))
    .sort()
    .join(" ");
  return { exact, meant: new Set(words.map(meaningOf)) };
}

/** People by surname and first name, read off their ids; null where one of them is none. */
function samePerson(a: string, b: string): boolean | null {
  const [x, y] = [parts(a), parts(b)];
  if (x === null || y === null) return null;
  const [[surname, first], [other, second]] = [x, y];
  if (surname !== other || surname.length < 3) return false;
  return first === "" || second === "" || first.slice(0, 2) === second.slice(0, 2);
}

/** A person's surname and first name, or null for whatever one word might be: a firm, a country. */
function parts(id: string): readonly [string, string] | null {
  if (!id.startsWith("person:")) return null;
  const [surname = "", first = ""] = id.slice("person:".length).split("-");
  return [surname, first];
}

let meanings: ReadonlyMap<string, string> | null = null;

/** Lemmas of all languages, folded, to the concept they stand for. */
function lexicon(): ReadonlyMap<string, string> {
  if (meanings !== null) return meanings;
  const found = new Map<string, string>();
  for (const code of languageCodes)
    for (const [lemma, concept] of languageOf(code)?.events.concepts ?? [])
      if (!found.has(foldPhrase(lemma))) found.set(foldPhrase(lemma), concept);
  meanings = found;
  return found;
}

/** What a word of a name means in any language; a proper name by its sound, without the ending that languages give it. */
function meaningOf(word: string): string {
  const known = lexicon();
  const concept = known.get(word) ?? known.get(word.replace(/(?:s|x)$/u, ""));
  if (concept !== undefined) return concept;
  const sound = nameKey(word).join("");
  return sound.length > 4 ? sound.replace(/(?:ia|ie|e|a|o|s)$/u, "") : sound;
}

const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));
