import type { Role } from "../../model/index.ts";
import { isEmpty, meets, named } from "../fillers.ts";
import { isSymmetric } from "../happening.ts";
import { sound } from "../names.ts";
import type { Node } from "../node.ts";
import { stem } from "../propositions/concepts.ts";
import { senseMatch } from "../senses.ts";

/**
 * `Ostrel a attaqué Belmar`, `Belmar a attaqué Ostrel`; `Le bailleur doit de l'argent au locataire`, `Le locataire doit de
 * l'argent au bailleur`. Not: `Ana Veld a rencontré Oto Marn`, the other way round; `X a payé Y`, `Y a été payé par X`.
 */
export function reversed(a: Node, b: Node): string | null {
  if (isSymmetric(a.event)) return null;
  // `Deux ouvriers ont trouvé la mort`: who dies does nothing.
  if (a.classes.has("die") !== b.classes.has("die")) return null;
  // `Ada Lind lent money to Odo Karst`, `Ada Lind borrowed money from Odo Karst`
  if (areConverse(a, b) && meets(doers(a), doers(b))) return why;
  if (!meets(a.classes, b.classes) && !isOneDeed(a, b)) return null;
  const [givers, others] = [doers(a), doers(b)];
  const [takers, takenBy] = [filling(a, "recipient"), filling(b, "recipient")];
  if (meets(givers, others) || meets(takers, takenBy)) return null;
  if (givers.size > 0 && others.size > 0)
    return meets(givers, all(b, others, a)) && meets(others, all(a, givers, b)) ? why : null;
  // Of what passes from one to another, one may say only who gets it (`a racheté`). Not: `a coûté la vie à deux ouvriers`.
  if (a.classes.has("kill") || a.classes.has("die") || b.classes.has("kill") || b.classes.has("die")) return null;
  if (givers.size > 0) return meets(givers, takenBy) ? why : null;
  if (others.size > 0) return meets(others, takers) ? why : null;
  return takers.size > 0 && meets(takers, beside(b, takenBy)) && meets(takenBy, beside(a, takers)) ? why : null;
}

const why = "the same roles the other way round";

/** One verb, or one that says the same: `succède à`, `succeeds`. */
function isOneDeed(a: Node, b: Node): boolean {
  if (a.proposition.predicate === b.proposition.predicate) return true;
  const [x, y] = [a.core[0], b.core[0]];
  if (x === undefined || y === undefined || x.weight < 1 || y.weight < 1) return false;
  const match = senseMatch(x.senses, y.senses);
  return match !== null && !match.contrary && !match.converse;
}

/** The predicates tell one fact from two sides. */
function areConverse(a: Node, b: Node): boolean {
  const [x, y] = [a.core[0], b.core[0]];
  if (x === undefined || y === undefined || x.word === y.word || x.weight < 1 || y.weight < 1) return false;
  return a.classes.size === 0 && b.classes.size === 0 && senseMatch(x.senses, y.senses)?.converse === true;
}

/** Who fills a role, by id and by each word of the name: `à Tomas Reyk` may have been read as `Tomas` alone. */
function filling({ roles, proposition }: Node, role: Role): Set<string> {
  const own = proposition.arguments.filter((one) => one.role === role);
  return new Set([
    ...named(roles.get(role)),
    ...own.flatMap(({ actor, lemma }) => (actor === null && isEmpty(lemma) ? [] : wordsOf(actor ?? lemma))),
  ]);
}

/** Words of a name as they sound, whole and as stems: `person:reik-tomas` has `reik` and `tomas`. */
const wordsOf = (name: string): string[] =>
  /^(?:state|joint|group|anonymous):/.test(name)
    ? []
    : (name.replace(/^[a-z]+:/, "").match(/\p{L}{4,}/gu) ?? []).flatMap((word) => [
        `~${sound(word)}`,
        `~${sound(stem(word))}`,
      ]);

const doers = (node: Node): Set<string> => {
  const [agents, patients] = [filling(node, "agent"), filling(node, "patient")];
  const own = new Set([...agents].filter((agent) => !patients.has(agent)));
  return own.size > 0 ? own : agents;
};

/** The same of everything that is spoken of, where both have one verb: `owes the painter money`. */
const all = (node: Node, some: ReadonlySet<string>, other: Node): Set<string> =>
  node.occurrence || node.proposition.predicate !== other.proposition.predicate
    ? beside(node, some)
    : new Set([
        ...beside(node, some),
        ...[...node.topic].map((thing) => `#${thing}`).filter((thing) => !some.has(thing)),
      ]);

/** Everybody in a proposition besides some. */
function beside(node: Node, some: ReadonlySet<string>): Set<string> {
  const { actors, cast } = node;
  const goals = [
    ...filling(node, "patient"),
    ...filling(node, "recipient"),
    ...[...filling(node, "other")].filter((word) => cast.names.has(word.slice(1))),
    ...actors,
    ...[...actors].flatMap(wordsOf),
  ];
  return new Set(goals.filter((goal) => !some.has(goal)));
}
