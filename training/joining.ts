/**
 * Learns how likely two propositions of one affair are one claim: `node training/joining.ts`. It prints the weights for
 * `src/alignment/joining/chance.ts`.
 *
 * A logistic model of the measures of a bond. It learns from the events of our own that are worked on (`test/events`, the
 * seen and the later ones): a pair is one claim where positions of one claim of the gold overlap both; a pair of which only
 * one side has a position is another claim, and counts half, since the gold does not hold all that is said.
 */
import { later, seen } from "../eval/events.ts";
import { align } from "../src/alignment/index.ts";
import { measuresOf } from "../src/alignment/joining/chance.ts";
import { eventOf } from "./events.ts";
import { type Case, learn, print } from "./logistic.ts";

const cases = [...seen, ...later].flatMap(casesOf);
console.log(`${cases.length} pairs, ${cases.filter(({ one }) => one === 1).length} of one claim`);
print(learn(cases));

function casesOf(name: string): Case[] {
  const { readings, goldOf } = eventOf(name);
  const found: Case[] = [];
  align(readings, undefined, {
    bond: (a, b, bond) => {
      const [x, y] = [a, b].map((node) => new Set(goldOf(node).map(({ claim }) => claim)));
      if (x === undefined || y === undefined || (x.size === 0 && y.size === 0)) return;
      const one = [...x].some((claim) => y.has(claim)) ? 1 : 0;
      found.push({ measures: measuresOf(bond), one, weight: x.size > 0 && y.size > 0 ? 1 : 0.5 });
    },
  });
  return found;
}
