import { isConcept } from "../languages/events.ts";
import type { Role } from "../model/index.ts";
import { meets, named } from "./fillers.ts";
import { nearness } from "./near.ts";
import type { Node } from "./node.ts";
import { senseMatch, sensesOf } from "./senses.ts";

const roles: readonly Role[] = ["agent", "patient", "recipient", "about", "other"];

/** Words so wide that what they name may have any other name. */
const wide = new Set(
  (
    "people man woman person personn child thing group site place building company firm business vehicle authority " +
    "government country city town village area region part element object project measure plan decision case matter affair " +
    "fact event incident body organisation organization institution resident victim suspect worker member official " +
    // Writings are called by many names, and who got nothing got none of them.
    "report note letter study document warning text message paper file rapport etude lettre mise alerte warn rien nothing " +
    "anything everything something tout bien everyone nobody personne"
  ).split(" "),
);

/**
 * Whether one deed has in one place of the one what is certainly not in the other: `a annulé le concert`, `a annulé le
 * défilé`; `died of malaria`, `died of a stroke`. Not: `a saisi la voiture`, `a saisi le véhicule`; nor words that no list
 * knows.
 */
export function isOtherwise(a: Node, b: Node, oneStory = false): boolean {
  const one = a.proposition.predicate === b.proposition.predicate;
  if (!one && (oneStory || !meets(a.classes, b.classes))) return false;
  return (oneStory ? roles.slice(1, 2) : roles).some((role) => {
    const [x, y] = [things(a, role), things(b, role)];
    if (x.length === 0 || y.length === 0) return false;
    return x.every((one) => !isIn(one, b) && y.every((other) => !isIn(other, a) && differ(one, a, other, b)));
  });
}

/** What fills a role, without whoever has a name. */
const things = ({ proposition }: Node, role: Role): readonly string[] =>
  proposition.arguments
    .filter((argument) => argument.role === role && argument.of !== true)
    .map(({ lemma, actor }) =>
      actor === null && !wide.has(lemma) && named(new Set([`#${lemma}`])).size > 0 ? lemma : "",
    )
    .filter((lemma, _, all) => lemma !== "" && !all.includes(""));

const isIn = (thing: string, { bag, core }: Node): boolean => bag.has(thing) || core.some(({ word }) => word === thing);

function differ(x: string, a: Node, y: string, b: Node): boolean {
  if (x === y) return false;
  const [from, to] = [a.reading.document.language, b.reading.document.language];
  const [left, right] = [sensesOf(from, [], x), sensesOf(to, [], y)];
  if (senseMatch(left, right)?.contrary === false) return false;
  const one = from.slice(0, 2) === to.slice(0, 2);
  const { knows, near } = nearness(from);
  if (one && near(x, y) > 0) return false;
  const isKnown = (word: string, senses: ReadonlyMap<string, unknown>): boolean =>
    isConcept(word) || senses.size > 0 || (one && knows(word));
  return isKnown(x, left) && isKnown(y, right);
}
