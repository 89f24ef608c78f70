import type { PositionKind, Reading } from "../../model/index.ts";
import type { Groups } from "../groups.ts";
import type { Node } from "../node.ts";
import type { Likeness } from "../similarity.ts";
import type { Bond } from "./chance.ts";

/** What is being joined: propositions by index, and the groups they are in so far. */
export type Bench = {
  readonly own: readonly Node[];
  readonly groups: Groups;
  /** All that a document says, what is in claims that stay as they are too. */
  readonly saidIn: (reading: Reading) => readonly Node[];
  /** The same for all that say the same in the same words. */
  readonly wordingOf: (node: Node) => string;
  /** By which others are found that may be of one claim with it. */
  readonly keysOf: (node: Node) => readonly string[];
  /** The first of those with the same words: copies speak for one another. */
  readonly copyOf: readonly number[];
  readonly compare: (a: Node, b: Node) => Likeness;
  /** They are of happenings that are told apart. */
  readonly areApart: (a: Node, b: Node) => boolean;
  /** Whether it is in a claim that stays. */
  readonly isSettled: (index: number) => boolean;
  /** With `turned`, one says the contrary of what the other says. */
  readonly join: (i: number, j: number, turned: boolean) => void;
  /** Takes how likely each is one claim with the others of its group on average, 0..1. */
  readonly held: Map<Node, number>;
  readonly watch?: Watch | undefined;
};

/** Is told of what is weighed: what weights are learnt from. */
export type Watch = {
  readonly bond?: (
    a: Node,
    b: Node,
    weighed: { readonly bond: Bond; readonly chance: number; readonly mutual: number },
  ) => void;
  /** Two groups that may be one, in numbers. */
  readonly union?: (a: readonly Node[], b: readonly Node[], measures: readonly number[]) => void;
  /** Groups are joined by the mean of their chances, as they are before anything is learnt of groups. */
  readonly byMean?: true;
  /** A proposition of a claim, and the stand that its words by themselves take. */
  readonly side?: (node: Node, kind: PositionKind) => void;
};

/** Members that stand for a group: eight at most, each of another wording. */
export function delegates({ groups, copyOf }: Bench, index: number): readonly number[] {
  const members = groups.members(index);
  if (members.length <= most) return members;
  const seen = new Set<number | undefined>();
  const worded: number[] = [];
  for (const member of members) {
    if (seen.has(copyOf[member])) continue;
    seen.add(copyOf[member]);
    if (worded.push(member) === most) break;
  }
  return worded;
}

const most = 8;
