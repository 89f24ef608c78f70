import { type Called, classOf, leading, type Phrase, stem } from "./phrases.ts";

/** Who speaks in somebody's name: counsel, staff, spokespeople. */
const voices: ReadonlySet<string> = new Set(["spokesperson", "adviser", "justice"]);
const deputies: ReadonlySet<string> = new Set(
  "adjoint adjointe deputy vice assistant assistante assistante substitut".split(" ").map(stem),
);

/**
 * Whether one of the two is the other's: `l'avocat de Lia Bram`, `le camp Bram`, `Lia Bram's campaign`. Not: `la sœur de
 * Lia Bram`, who speaks for herself.
 */
export function isSomebodysOwn(one: Called, person: Called): boolean {
  const [, ...further] = person.own;
  const surname = further.at(-1);
  if (!person.named || surname === undefined || one.own.includes(surname)) return false;
  const group = /^(?:group|organization|org):/.test(one.id);
  return one.phrases.some(({ words, nouns, houses, before }) => {
    if (before || !(group ? words.has(surname) : person.own.every((word) => words.has(word)))) return false;
    return group
      ? nouns.some((noun) => classOf(noun) === "group" || classOf(noun) === "organization")
      : houses.has("counsel") || nouns.some((noun) => voices.has(classOf(noun)));
  });
}

/**
 * Whether two people with names speak for one body: two who lead the same firm, the mayor and a deputy, a commissioner and
 * a policewoman. `houses`: those that both are of. Not: two who have the same office, each somewhere else.
 */
export function arePeopleOfOne(a: Called, b: Called, houses: readonly string[]): boolean {
  return a.phrases.some((x) => b.phrases.some((y) => !x.before && !y.before && areOfOne(x, y, houses)));
}

function areOfOne(x: Phrase, y: Phrase, houses: readonly string[]): boolean {
  const [first, second] = [x.nouns[0] ?? "", y.nouns[0] ?? ""];
  if (houses.some((house) => x.houses.has(house) && y.houses.has(house))) {
    const deputy = [x, y].some(({ words }) => [...words].some((word) => deputies.has(word)));
    return stem(first) !== stem(second) || deputy;
  }
  const lead = ({ nouns }: Phrase): boolean => nouns.some((noun) => leading.has(classOf(noun)));
  return lead(x) && lead(y) && x.which.size > 0 && [...x.which].some((word) => y.which.has(word));
}
