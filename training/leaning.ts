/**
 * Learns how likely a proposition denies its claim: `node training/leaning.ts`. It prints the weights for
 * `src/alignment/leaning.ts`, and how well the leaning alone tells who denies.
 *
 * A logistic model of what the rules read in a proposition and how its words lean. It learns from the events of our own that
 * are worked on (`test/events`, the seen and the later ones): propositions that the rules hold for affirming or denying,
 * and that the gold has as one of the two; of what a document tells in its own voice, only what seems to deny. Of the other
 * events it tells one figure for all, as `eval/events.ts` does.
 */
import { fresh, heldOut, later, seen, unseen } from "../eval/events.ts";
import { align } from "../src/alignment/index.ts";
import { mayAnswer, mayLean, measuresOf } from "../src/alignment/leaning.ts";
import type { PositionKind } from "../src/model/index.ts";
import { eventOf } from "./events.ts";
import { type Case, learn, print } from "./logistic.ts";

type Told = Case & { readonly kind: PositionKind };

const groups = { seen, later, "held out": heldOut, fresh, unseen };
const told = new Map(Object.entries(groups).map(([group, names]) => [group, names.flatMap(casesOf)]));
const cases = [...(told.get("seen") ?? []), ...(told.get("later") ?? [])];
console.log(`${cases.length} propositions, ${cases.filter(({ one }) => one === 1).length} that deny`);
print(learn(cases));
for (const [group, all] of told) {
  const seemToAffirm = all.filter(({ kind }) => kind === "affirm");
  console.log(`${group}: area under the curve ${areaOf(seemToAffirm).toFixed(2)} of ${seemToAffirm.length}`);
}

function casesOf(name: string): Told[] {
  const { readings, goldOf } = eventOf(name);
  const found: Told[] = [];
  align(readings, undefined, {
    side: (node, kind) => {
      const kinds = new Set(goldOf(node).map(({ kind: own }) => own));
      if (!mayLean(node, kind) || !mayAnswer(node, kind) || kinds.has("affirm") === kinds.has("deny")) return;
      found.push({ measures: measuresOf(node, kind), one: kinds.has("deny") ? 1 : 0, weight: 1, kind });
    },
  });
  return found;
}

/** Of what seems to affirm, how often what denies leans further to denying than what affirms. */
function areaOf(all: readonly Told[]): number {
  const [deny, affirm] = [1, 0].map((one) =>
    all.filter((own) => own.one === one).map(({ measures: [leaning] }) => leaning ?? 0),
  );
  const pairs = (deny ?? []).flatMap((x) => (affirm ?? []).map((y) => (x > y ? 1 : x === y ? 0.5 : 0)));
  return pairs.reduce((sum: number, value) => sum + value, 0) / Math.max(1, pairs.length);
}
