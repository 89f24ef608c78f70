/**
 * Learns which claim a verdict is about: `node training/verdicts.ts [FILE...]` prints the weights of
 * `src/alignment/verdicts.ts`, and how often what they choose is right.
 *
 * A logistic model of how near a claim lies to the verdict. It learns from the invented events of `training/stances` of which
 * nearly all that is said is marked (files that end in 5, 6 and 7, unless some are named): of each claim that is told near a
 * verdict that is marked, as claims are found, which part of what is marked in it is of one claim with the verdict.
 */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { clustersOf } from "../src/alignment/claims.ts";
import { likelihood } from "../src/alignment/logistic.ts";
import { identities } from "../src/alignment/names.ts";
import { type Node, nodesOf } from "../src/alignment/node.ts";
import { aimOf } from "../src/alignment/verdicts.ts";
import { type Invented, inventedIn, readingsOf } from "./invented.ts";
import { type Case, learn, print } from "./logistic.ts";
import { isMarked } from "./overlap.ts";

const named = process.argv.slice(2);
const all = readdirSync(resolve(import.meta.dirname, "stances")).filter((file) => /[567]\.txt$/u.test(file));
const verdicts = (named.length > 0 ? named : all).flatMap((file) => inventedIn(file).flatMap(casesOf));
const model = learn(verdicts.flat());
const chosen = verdicts.map((cases) => cases.reduce((best, one) => (chance(one) > chance(best) ? one : best)));
const right = chosen.reduce((sum, { one }) => sum + one, 0) / Math.max(1, chosen.length);
console.log(`${verdicts.length} verdicts, ${(100 * right).toFixed(1)} % of what they are put with is of one claim`);
print(model);

function chance({ measures }: Case): number {
  return likelihood(measures, model);
}

/** The claims near each verdict of an event. */
function casesOf(event: Invented): Case[][] {
  const readings = readingsOf(event);
  const identity = identities(readings);
  const nodes = readings.flatMap((reading) => nodesOf(reading, identity));
  const claimsOf = (node: Node): ReadonlySet<string> =>
    new Set(event.marks.filter((mark) => isMarked(node, mark)).flatMap(({ claims }) => claims));
  const clusters = clustersOf(nodes, [], () => 0, undefined, nodes);
  return nodes.flatMap((verdict) => {
    const own = claimsOf(verdict);
    const { kind, judges } = verdict.proposition;
    if (kind !== "verdict" || judges !== undefined || own.size === 0) return [];
    const cases = clusters.flatMap((cluster): Case[] => {
      const aim = aimOf(verdict, cluster.nodes);
      const marked = cluster.nodes.map(claimsOf).filter(({ size }) => size > 0);
      const shared = marked.filter((claims) => !own.isDisjointFrom(claims)).length;
      return aim === null ? [] : [{ measures: aim.measures, one: shared / Math.max(1, marked.length), weight: 1 }];
    });
    return cases.length === 0 ? [] : [cases];
  });
}
