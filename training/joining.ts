/**
 * Learns how likely two propositions of one affair are one claim: `node training/joining.ts [FILE...]` prints the
 * weights of `alone` in `src/alignment/joining/chance.ts`; once they stand there, `node training/joining.ts together
 * [FILE...]` prints those of `together`.
 *
 * Both are logistic models of the measures of a bond. They learn from the invented events of `training/stances` of which
 * nearly all that is said is marked (files that end in 5, 6 and 7, unless some are named; none that the encoder's vectors
 * have learnt from): a pair is one claim where marks of one claim overlap both; a pair of which only one side is marked is
 * another claim, and counts half, since not every clause is.
 */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { clustersOf } from "../src/alignment/claims.ts";
import { measuresOf, measuresTogether } from "../src/alignment/joining/chance.ts";
import { identities } from "../src/alignment/names.ts";
import { nodesOf } from "../src/alignment/node.ts";
import type { Reading } from "../src/model/index.ts";
import { type Invented, inventedIn, readingsOf } from "./invented.ts";
import { type Case, learn, print } from "./logistic.ts";
import { isMarked } from "./overlap.ts";

const together = process.argv[2] === "together";
const named = process.argv.slice(together ? 3 : 2);
const all = readdirSync(resolve(import.meta.dirname, "stances")).filter((file) => /[567]\.txt$/u.test(file));
const cases = (named.length > 0 ? named : all).flatMap((file) => {
  const found = inventedIn(file).flatMap((event) => casesOf(event, readingsOf(event), together));
  console.error(`${file}: ${found.length} pairs`);
  return found;
});
console.log(`${cases.length} pairs, ${cases.filter(({ one }) => one === 1).length} of one claim`);
print(learn(cases));

/** The pairs of an event's propositions of which something is known, all of them being told in one affair. */
function casesOf({ marks }: Invented, readings: readonly Reading[], together: boolean): Case[] {
  const identity = identities(readings);
  const nodes = readings.flatMap((reading) => nodesOf(reading, identity));
  const marked = new Map(nodes.map((node) => [node, marks.filter((mark) => isMarked(node, mark))]));
  const found: Case[] = [];
  clustersOf(nodes, [], () => 0, undefined, nodes, {
    bond: (a, b, { bond, chance, mutual }) => {
      const [x, y] = [marked.get(a) ?? [], marked.get(b) ?? []];
      const [left, right] = [x, y].map((own) => new Set(own.flatMap(({ claims }) => claims)));
      if (left === undefined || right === undefined || (left.size === 0 && right.size === 0)) return;
      const one = [...left].some((claim) => right.has(claim)) ? 1 : 0;
      const measures = together ? measuresTogether(bond, chance, mutual) : measuresOf(bond);
      found.push({ measures, one, weight: x.length > 0 && y.length > 0 ? 1 : 0.5 });
    },
  });
  return found;
}
