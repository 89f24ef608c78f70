import type { PositionKind } from "../model/index.ts";
import type { Cluster } from "./claims.ts";
import { type Logistic, likelihood } from "./logistic.ts";
import type { Node } from "./node.ts";
import { positionKind } from "./positions.ts";

/** What a proposition shows of denying its claim, in the order of the weights. */
export const measuresOf = ({ proposition, statement }: Node, kind: PositionKind): readonly number[] => {
  const [affirms, denies] = proposition.leaning ?? even;
  return [
    Math.log((denies + 1) / (affirms + 1)),
    kind === "deny" ? 1 : 0,
    proposition.negated ? 1 : 0,
    statement?.act === "deny" ? 1 : 0,
  ];
};

const even = [1, 1] as const;

/** Made by `training/leaning.ts`. */
const denial: Logistic = { weights: [0.67, 0.661, 1.403, 2.689], bias: -1.185 };

/** How likely a proposition denies its claim, 0..1, where the rules read `kind` in it: a logistic model of its measures. */
export const denialOf = (node: Node, kind: PositionKind): number => likelihood(measuresOf(node, kind), denial);

/** From here on what reads as if it affirmed denies, and below it what reads as if it denied affirms. */
const leastDenied = 0.45;
const leastAffirmed = 0.2;
/** From here on what a document tells in its own voice refutes what it seems to affirm. */
const leastRefuted = 0.7;
/** In hundredths, from here on words leave open what they seem to affirm. */
const leastOpen = 85;

/** Whether a proposition answers somebody. What a document tells in its own voice hardly does. */
export const mayAnswer = ({ statement }: Node, kind: PositionKind): boolean => kind === "deny" || statement !== null;

/** Whether the stance of a proposition may be told by how its words lean: nobody decided it, and it takes a side. */
export const mayLean = ({ proposition, statement }: Node, kind: PositionKind): boolean =>
  (kind === "affirm" || kind === "deny") && proposition.leaning !== undefined && statement?.decided === undefined;

/** How words lean that do not stand where by themselves they seem to: the other way, or nowhere. */
export type Lean = "other" | "open";

/**
 * Propositions of a claim that say, where they stand, something else than their words by themselves: `Flour and blankets,
 * that was the cargo`, where others say that it was arms; `Certainement pas`; `opinion was divided`. Only in a claim that
 * somebody else still states: alone, such words are a claim of their own.
 */
export function leaningOtherwise({ nodes, turned }: Cluster, flipped: boolean): ReadonlyMap<Node, Lean> {
  const found = new Map<Node, Lean>();
  if (flipped || nodes.length < 2) return found;
  let stated = false;
  for (const node of nodes) {
    const kind = positionKind(node, turned.has(node));
    const lean = mayLean(node, kind) ? leanOf(node, kind) : null;
    if (lean !== null) found.set(node, lean);
    if (kind === (lean === "other" ? "deny" : "affirm")) stated = true;
  }
  return stated ? found : new Map();
}

function leanOf(node: Node, kind: PositionKind): Lean | null {
  const denial = denialOf(node, kind);
  const least = mayAnswer(node, kind) ? leastDenied : leastRefuted;
  if (kind === "affirm" ? denial >= least : denial < leastAffirmed) return "other";
  return kind === "affirm" && (node.proposition.leaning?.[2] ?? 0) >= leastOpen ? "open" : null;
}
