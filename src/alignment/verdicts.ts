import type { Proposition, Statement } from "../model/index.ts";
import type { Cluster } from "./claims.ts";
import { cosineOf } from "./joining/closeness.ts";
import { type Logistic, likelihood } from "./logistic.ts";
import type { Node } from "./node.ts";
import { eachOnce } from "./wording.ts";

/**
 * The claim that a verdict is about, and how likely it is, 0..1; undefined where its words or the claim's make it sure, and
 * where the verdict has no vector, which leaves it unknown.
 */
export type Target = { readonly cluster: Cluster; readonly held: number | undefined };

/** Sentences back, and ahead, in which a verdict's claim is looked for. */
const reach = 12;
const ahead = 2;

/** Of a claim so many propositions count that lie closest to a verdict, of about so many that are looked at. */
const closest = 3;
const sample = 100;

/**
 * Finds what a verdict is about: `C'est de la pure fiction` judges what was told shortly before in the same document, and lies
 * near to it as the encoder reads it there. Not: what the speaker himself affirms.
 */
export function targetOf(verdict: Node, clusters: readonly Cluster[]): Target | null {
  const taken = takenUp(verdict, clusters);
  if (taken?.isInside === true) return taken;
  const aims = clusters.flatMap((cluster) => {
    const aim = aimOf(verdict, cluster.nodes);
    return aim === null ? [] : [{ cluster, chance: likelihood(aim.measures, aimed), isNamed: aim.isNamed }];
  });
  const named = aims.filter(({ isNamed }) => isNamed);
  const [first, ...others] = named.length > 0 ? named : aims;
  if (first === undefined) return taken;
  const { cluster, chance } = others.reduce((best, aim) => (aim.chance > best.chance ? aim : best), first);
  return { cluster, held: verdict.vector === null ? undefined : chance };
}

/**
 * The claim whose words a verdict takes up, and whether its own sentence has them, which then tells what it judges: `Il est
 * accusé d'avoir volé les fonds, ce qu'il nie`.
 */
function takenUp(
  { reading, proposition: { judges, sentence } }: Node,
  clusters: readonly Cluster[],
): (Target & { readonly isInside: boolean }) | null {
  if (judges === undefined) return null;
  for (const cluster of clusters) {
    const node = cluster.nodes.find((one) => one.reading === reading && one.proposition.id === judges);
    if (node !== undefined)
      return { cluster, held: cluster.held.get(node), isInside: node.proposition.sentence === sentence };
  }
  return null;
}

/** Made by `training/verdicts.ts`. */
const aimed: Logistic = { weights: [4.561, -1.639], bias: -2.97 };

/** What a verdict and a claim show of being about one thing. */
export type Aim = {
  /** How close the verdict lies to what of the claim is closest to it, and how many sentences lie between, as a logarithm. */
  readonly measures: readonly [number, number];
  /** The verdict names who says it: `Le syndicat ment`, `La version du syndicat ne tient pas`. */
  readonly isNamed: boolean;
};

/** Null where the claim is not told near the verdict. */
export function aimOf(verdict: Node, nodes: readonly Node[]): Aim | null {
  const { proposition, reading } = verdict;
  const near = nodes.filter((node) => {
    const distance = proposition.sentence - node.proposition.sentence;
    const isNear = node.reading === reading && distance >= -ahead && distance <= reach;
    return isNear && mayBeJudged(node, verdict);
  });
  if (near.length === 0) return null;
  const distances = near.map((node) => Math.abs(proposition.sentence - node.proposition.sentence));
  const cosines = wordingsOf(nodes).map(({ vector }) => cosineOf(verdict.vector, vector));
  cosines.sort((a, b) => b - a);
  const top = cosines.slice(0, closest);
  return {
    measures: [top.reduce((sum, one) => sum + one, 0) / top.length, Math.log1p(Math.min(...distances))],
    isNamed: near.some(({ statement }) => statement !== null && proposition.actors.includes(statement.speaker.id)),
  };
}

/** What of each claim is looked at. */
const known = new WeakMap<readonly Node[], readonly Node[]>();

/** What a claim says, each wording once: what is reprinted makes it no closer. Of much, some that lie evenly among it. */
function wordingsOf(nodes: readonly Node[]): readonly Node[] {
  const before = known.get(nodes);
  if (before !== undefined) return before;
  const all = eachOnce(nodes, ({ proposition }) => proposition.evidence.text);
  const step = Math.max(1, Math.ceil(all.length / sample));
  const some = all.filter((_, at) => at % step === 0);
  known.set(nodes, some);
  return some;
}

/** Whether what a document tells may be what it judges elsewhere. */
function mayBeJudged({ proposition, statement }: Node, { proposition: verdict, statement: own }: Node): boolean {
  const isBehind = proposition.evidence.start > verdict.evidence.start;
  // What the document goes on to tell was not judged.
  if (statement === null) return !isBehind;
  // `s'est refusé à tout commentaire` says nothing that could be.
  if (statement.act === "refuse") return false;
  const judge = verdict.speaker?.id ?? own?.speaker.id;
  if (statement.speaker.id !== judge && statement.speaker.id !== own?.speaksFor?.id) return true;
  // Nobody judges what he states himself, or how he goes on: `le conteste : la mine n'a pas fui`.
  const goesOn = isBehind && verdict.judges !== undefined && verdict.sentence === proposition.sentence;
  return isDenial(statement, proposition) && !goesOn;
}

const isDenial = ({ act, factuality }: Statement, { negated }: Proposition): boolean =>
  act === "deny" || factuality.endsWith("-") || negated;
