import type { ActorNoun, Gender } from "../../languages/actors.ts";
import type { ActorKind, Name, Span } from "../../model/index.ts";

/** A role somebody has in the text: `le ministre russe des Affaires étrangères`. */
export type Role = {
  readonly noun: ActorNoun;
  readonly state: string | null;
  /** Whom the role serves (`du Kremlin`), folded; null when not said. */
  readonly of: string | null;
  readonly ofSpan: Span | null;
  readonly text: string;
  /** Offset of the role noun. */
  readonly at: number;
};

/** An actor while a document is being read: what is known of it so far. */
export type Referent = {
  readonly id: string;
  name: string;
  readonly kind: ActorKind;
  gender: Gender;
  readonly number: "singular" | "plural";
  readonly roles: Role[];
  /** Every form used for it. */
  readonly names: Set<string>;
  /** The principal it speaks for. */
  principal: Referent | null;
  readonly anonymous: boolean;
  /** How many mentions so far. */
  count: number;
};

export function referent(
  id: string,
  name: string,
  kind: ActorKind,
  more: Partial<Pick<Referent, "gender" | "number" | "anonymous">> = {},
): Referent {
  return {
    id,
    name,
    kind,
    gender: more.gender ?? null,
    number: more.number ?? "singular",
    roles: [],
    names: new Set([name]),
    principal: null,
    anonymous: more.anonymous ?? false,
    count: 0,
  };
}

export const kindOfName: Readonly<Record<Name["kind"], ActorKind>> = {
  person: "person",
  organization: "organization",
  outlet: "organization",
  state: "state",
  place: "organization",
  nationality: "group",
  event: "organization",
  other: "organization",
};
