/**
 * Learns how likely two propositions of one affair are one claim: `node training/joining.ts [FILE...]` prints the
 * weights of `alone` in `src/alignment/joining/chance.ts`; once they stand there, `node training/joining.ts together
 * [FILE...]` prints those of `together`, and once these do, `node training/joining.ts unions [FILE...]` those of
 * `src/alignment/joining/union.ts`; once these do, `node training/joining.ts again [FILE...]` prints better ones.
 *
 * All are logistic models: two of the measures of a bond, the last of the measures of two groups, as they are met when
 * groups are joined by the mean of the chances that the first two give, and with `again` also as they are met when the
 * weights that stand there join them: what a model has to judge is what its own choices lead to (Ross et al. 2011, "A
 * reduction of imitation learning and structured prediction to no-regret online learning").
 *
 * They learn from the invented events of `training/stances` of which nearly all that is said is marked (files that end in 5,
 * 6 and 7, unless some are named, as `../articles/mixed.txt`; none that the encoder's vectors have learnt from): a pair is one claim where marks of one
 * claim overlap both; a pair of which only one side is marked is another claim, and counts half, since not every clause is.
 * Of two groups it is learnt which part of their marked pairs are of one claim; they count by the root of how many these are.
 */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { clustersOf } from "../src/alignment/claims.ts";
import type { Watch } from "../src/alignment/joining/bench.ts";
import { measuresOf, measuresTogether } from "../src/alignment/joining/chance.ts";
import { identities } from "../src/alignment/names.ts";
import { type Node, nodesOf } from "../src/alignment/node.ts";
import type { Reading } from "../src/model/index.ts";
import { type Invented, inventedIn, readingsOf } from "./invented.ts";
import { type Case, learn, print } from "./logistic.ts";
import { isMarked } from "./overlap.ts";

const mode = ["together", "unions", "again"].find((one) => one === process.argv[2]);
const named = process.argv.slice(mode === undefined ? 2 : 3);
const all = readdirSync(resolve(import.meta.dirname, "stances")).filter((file) => /[567]\.txt$/u.test(file));
const cases = (named.length > 0 ? named : all).flatMap((file) => {
  const found = inventedIn(file).flatMap((event) => casesOf(event, readingsOf(event)));
  console.error(`${file}: ${found.length} cases`);
  return found;
});
const weightOf = (some: readonly Case[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
const share = weightOf(cases.filter(({ one }) => one === 1)) / weightOf(cases);
console.log(`${cases.length} cases, by weight ${(100 * share).toFixed(1)} % of one claim`);
print(learn(cases));

/** The pairs of an event's propositions of which something is known, all of them being told in one affair. */
function casesOf({ marks }: Invented, readings: readonly Reading[]): Case[] {
  const identity = identities(readings);
  const nodes = readings.flatMap((reading) => nodesOf(reading, identity));
  const marked = new Map(nodes.map((node) => [node, marks.filter((mark) => isMarked(node, mark))]));
  const found: Case[] = [];
  const claims = new Map(nodes.map((node) => [node, new Set(marked.get(node)?.flatMap((mark) => mark.claims))]));
  const isOfClaim = (node: Node): boolean => claims.get(node)?.size !== 0;
  const isOne = (a: Node, b: Node): boolean => claims.get(a)?.isDisjointFrom(claims.get(b) ?? new Set()) === false;
  const bond: Watch["bond"] = (a, b, { bond, chance, mutual }) => {
    if (!isOfClaim(a) && !isOfClaim(b)) return;
    const measures = mode === "together" ? measuresTogether(bond, chance, mutual) : measuresOf(bond);
    const weight = marked.get(a)?.length === 0 || marked.get(b)?.length === 0 ? 0.5 : 1;
    found.push({ measures, one: isOne(a, b) ? 1 : 0, weight });
  };
  const union: Watch["union"] = (group, other, measures) => {
    const own = group.filter(isOfClaim);
    const pairs = other.filter(isOfClaim).flatMap((b) => own.map((a) => isOne(a, b)));
    if (pairs.length === 0) return;
    const share = pairs.filter(Boolean).length / pairs.length;
    const weight = Math.sqrt(pairs.length);
    found.push({ measures, one: 1, weight: weight * share }, { measures, one: 0, weight: weight * (1 - share) });
  };
  const joinings: Watch[] =
    mode === "unions"
      ? [{ union, byMean: true }]
      : mode === "again"
        ? [{ union, byMean: true }, { union }]
        : [{ bond }];
  for (const watch of joinings) clustersOf(nodes, [], () => 0, undefined, nodes, watch);
  return found;
}
