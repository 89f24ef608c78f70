import type { DocumentId, FigureGroup, Position, PositionKind } from "../model/index.ts";
import type { Node } from "./node.ts";
import { positionKind, positionOf } from "./positions.ts";

/**
 * What stays as it is and yet takes in what is new: stories and claims of so many documents that making them again would
 * cost more than what is added is worth. Only those of their members are known that stand in the readings at hand.
 */
export type Growing = {
  /** Ids of stories that stay and may take in episodes. */
  readonly stories: ReadonlySet<string>;
  /** By `document proposition`, the claim that stays and may take in others. */
  readonly propositions: ReadonlyMap<string, string>;
  /** Positions of those claims, by `claim document statement`. */
  readonly positions: ReadonlyMap<string, PositionKind>;
};

/** What came to a claim that stays. */
export type GrownClaim = {
  readonly id: string;
  readonly positions: readonly Position[];
  /** `document proposition` of what came to it. */
  readonly members: readonly string[];
  readonly rivals: readonly string[];
  /** Positions it has already, of the readings at hand. */
  readonly beside: readonly Position[];
};

/** What came to a story that stays. */
export type GrownStory = {
  readonly id: string;
  readonly documents: readonly DocumentId[];
  /** Ids of episodes. */
  readonly members: readonly string[];
  /** Ids of claims made anew that are of this story. */
  readonly claims: readonly string[];
};

export type Grown = {
  readonly stories: readonly GrownStory[];
  readonly claims: readonly GrownClaim[];
  /** Groups of stories that stay in which a figure is new, made of the readings at hand. */
  readonly figures: readonly FigureGroup[];
};

/** A proposition's place in a claim that stays. */
export type Seat = { readonly claim: string; readonly flipped: boolean };

/** Which claim a proposition stays in, and whether its own words are turned round there; null for all others. */
export function seatOf(node: Node, growing: Growing | undefined): Seat | null {
  const claim = growing?.propositions.get(node.key);
  if (claim === undefined) return null;
  const position = standOf(node, claim, growing);
  return { claim, flipped: positionKind(node, false) !== position && positionKind(node, true) === position };
}

/** The positions that propositions of a claim that stays have there, made again from their readings. */
export function besideOf(nodes: readonly Node[], claim: string, growing: Growing | undefined): Position[] {
  return nodes.flatMap((node) => {
    const position = standOf(node, claim, growing);
    return position === undefined ? [] : [positionOf(node, position, "It stands there already.")];
  });
}

const standOf = (
  { statement, proposition, reading }: Node,
  claim: string,
  growing?: Growing,
): PositionKind | undefined =>
  growing?.positions.get(`${claim} ${reading.document.id} ${statement?.id ?? proposition.id}`);
