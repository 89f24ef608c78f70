import { isConcept } from "../languages/events.ts";
import type { Argument, Role } from "../model/index.ts";
import { meets, named } from "./fillers.ts";
import { isSymmetric } from "./happening.ts";
import { nearness } from "./near.ts";
import type { CoreWord, Node } from "./node.ts";
import { senseMatch, sensesOf } from "./senses.ts";
import { traitsOf } from "./traits.ts";

const roles: readonly Role[] = ["agent", "patient", "recipient", "about", "other"];
const inStory: readonly Role[] = ["agent", "patient", "recipient"];

/** Words so wide that what they name may have any other name. */
const wide = new Set(
  (
    "people man woman person personn child thing group site place building company firm business vehicle authority " +
    "government country city town village area region part element object project measure plan decision case matter affair " +
    "fact event incident body organisation organization institution resident victim suspect worker member official " +
    "officer agent staff employee crew team force service office operator management direction utility " +
    // Writings are called by many names, and who got nothing got none of them.
    "report note letter study document warning text message paper file rapport etude lettre mise alerte warn rien nothing " +
    "anything everything something tout bien everyone nobody personne"
  ).split(" "),
);

/**
 * Whether one deed has in one place of the one what is certainly not in the other: `a annulé le concert`, `a annulé le
 * défilé`; `died of malaria`, `died of a stroke`; `le maire de Saldac`, `le maire de Belmar`. Not: `a saisi la voiture`, `a
 * saisi le véhicule`; nor words that no list knows.
 */
export function isOtherwise(a: Node, b: Node, oneStory = false): boolean {
  if (!oneStory && haveOtherNames(a, b)) return true;
  const one = a.proposition.predicate === b.proposition.predicate;
  if (!one && (oneStory || !meets(a.classes, b.classes))) return false;
  if (isOtherKind(a, b)) return true;
  if (isMutual(a) && isMutual(b)) return false;
  return (oneStory ? inStory : roles).some(
    (role) => areApart(things(a, role), a, things(b, role), b) || hasOtherOf(a, b, role),
  );
}

/** Whoever does it does it with the others. Not: `approved the vaccine`. */
const isMutual = ({ event }: Node): boolean => isSymmetric(event) && event !== "agree";

/** Whether nothing that fills a place of one may be what fills it in the other, nor is anywhere in it. */
function areApart(x: readonly string[], a: Node, y: readonly string[], b: Node): boolean {
  if (x.length === 0 || y.length === 0) return false;
  return x.every((one) => !isIn(one, b) && y.every((other) => !isIn(other, a) && differ(one, a, other, b)));
}

/** The same word in one place of each, with whom or what it is of: `le maire de Saldac`, `a gas deal`. */
function hasOtherOf(a: Node, b: Node, role: Role): boolean {
  const [x, y] = [fillers(a, role), fillers(b, role)];
  const heads = (all: readonly Argument[]) => new Set(all.filter(({ of }) => of !== true).map(({ lemma }) => lemma));
  if (!meets(heads(x), heads(y))) return false;
  const [own, others] = [x, y].map((all) => all.filter(({ of }) => of === true).map(({ lemma }) => lemma));
  if (own === undefined || others === undefined || own.length === 0 || others.length === 0) return false;
  return own.every((one) => others.every((other) => isOtherName(one, a, other, b)));
}

const names = /^(?:person|org|organization|institution|name|place|city|region):/;

/** Each names somebody or some place that the other does not: `closes its plant in Ostley`, `… in Brevanes`. */
function haveOtherNames(a: Node, b: Node): boolean {
  const parts = ({ bag }: Node) =>
    [...bag.keys()]
      .filter((item) => names.test(item))
      .map((item) =>
        item
          .slice(item.indexOf(":") + 1)
          .split(/[\s-]+/u)
          .filter((part) => part.length >= 3),
      );
  const [x, y] = [parts(a), parts(b)];
  const lacks = (own: readonly string[][], others: readonly string[][]) =>
    own.some((one) => !others.some((other) => one.some((part) => other.includes(part))));
  return lacks(x, y) && lacks(y, x);
}

/** `signed a gas deal`, `signed a fishing deal`. */
function isOtherKind(a: Node, b: Node): boolean {
  const others = (traitsOf(b).get("kind") ?? []).map((one) => one.split(" "));
  return (traitsOf(a).get("kind") ?? []).some((one) => {
    const [kind = "", of] = one.split(" ");
    const same = others.filter(([, thing]) => thing === of);
    return (
      same.length > 0 && !isIn(kind, b) && same.every(([other = ""]) => !isIn(other, a) && differ(kind, a, other, b))
    );
  });
}

/** `sowed maize`, `harvested maize`: what each says at heart is known, and nothing of the other. */
export function isOtherDeed(a: Node, b: Node): boolean {
  if (meets(a.classes, b.classes)) return false;
  const heads = ({ core }: Node) => core.filter(({ weight, word }) => weight >= 1 && !word.startsWith("@"));
  const [x, y] = [heads(a), heads(b)];
  if (x.length === 0 || y.length === 0) return false;
  // `porter plainte`, `porter un toast`: of one verb, an idiom and something else.
  const idioms = [...x, ...y].some(({ word }) => word.includes(" "));
  if (a.proposition.predicate === b.proposition.predicate && !idioms) return false;
  // A contrary tells of the same: `sûr`, `dangereux`.
  if (x.some((one) => y.some((other) => senseMatch(one.senses, other.senses) !== null))) return false;
  return (
    x.every((one) => b.core.every((other) => differWords(one, a, other, b))) &&
    y.every((one) => a.core.every((other) => differWords(other, a, one, b)))
  );
}

const isOtherName = (x: string, a: Node, y: string, b: Node): boolean =>
  x !== y && !isIn(x, b) && !isIn(y, a) && ((isNamed(x, a) && isNamed(y, b)) || differ(x, a, y, b));

/** Whether it is a name in the proposition, and no word that its lists know. */
const isNamed = (lemma: string, { reading, bag }: Node): boolean =>
  !isConcept(lemma) &&
  sensesOf(reading.document.language, [], lemma).size === 0 &&
  [...bag.keys()].some((item) => item.includes(":"));

const fillers = ({ proposition }: Node, role: Role): readonly Argument[] =>
  proposition.arguments.filter((argument) => argument.role === role);

/** What fills a role, without whoever has a name. */
const things = (node: Node, role: Role): readonly string[] =>
  fillers(node, role)
    .filter(({ of }) => of !== true)
    .map(({ lemma, actor }) =>
      actor === null && !wide.has(lemma) && named(new Set([`#${lemma}`])).size > 0 ? lemma : "",
    )
    .filter((lemma, _, all) => lemma !== "" && !all.includes(""));

const isIn = (thing: string, { bag, core }: Node): boolean => bag.has(thing) || core.some(({ word }) => word === thing);

function differ(x: string, a: Node, y: string, b: Node): boolean {
  const senses = (word: string, { reading }: Node) => sensesOf(reading.document.language, [], word);
  return differWords({ word: x, senses: senses(x, a) }, a, { word: y, senses: senses(y, b) }, b);
}

type Meant = Pick<CoreWord, "word" | "senses">;

function differWords({ word: x, senses: left }: Meant, a: Node, { word: y, senses: right }: Meant, b: Node): boolean {
  if (x === y) return false;
  const [from, to] = [a.reading.document.language, b.reading.document.language];
  if (senseMatch(left, right)?.contrary === false) return false;
  const one = from.slice(0, 2) === to.slice(0, 2);
  const { knows, near } = nearness(from);
  if (one && near(x, y) > 0) return false;
  const isKnown = (word: string, senses: ReadonlyMap<string, unknown>): boolean =>
    isConcept(word) || senses.size > 0 || (one && knows(word));
  return isKnown(x, left) && isKnown(y, right);
}
