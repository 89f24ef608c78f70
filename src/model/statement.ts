import type { Bound } from "./analysis.ts";
import type { Decided } from "./decision.ts";
import type { Span, TextSpan } from "./span.ts";

export const actorKinds = ["person", "organization", "state", "group", "document", "anonymous", "author"] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who speaks. `id` is stable across documents and languages where the actor is known (`state:RU`, `person:vladimir putin`). */
export type ActorRef = { readonly id: string; readonly name: string };
export type Speaker = ActorRef & { readonly kind: ActorKind };

export const modes = ["direct", "indirect", "mixed"] as const;
export type Mode = (typeof modes)[number];

export const acts = [
  "assert",
  "deny",
  "confirm",
  "accuse",
  "doubt",
  "suppose",
  "announce",
  "promise",
  "threaten",
  "warn",
  "demand",
  "ask",
  "refuse",
  "praise",
  "condemn",
] as const;
export type Act = (typeof acts)[number];

/** FactBank values (Saurí & Pustejovsky 2009): certain, probable, possible; `+` holds, `-` does not; UU uncommitted. */
export const factualities = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU"] as const;
export type Factuality = (typeof factualities)[number];

/** A sentence as a code and what stands in it, to be said in any language. */
export type Message = { readonly code: string; readonly values: readonly string[] };

/** Why something was read as it was: the rule, the characters it saw, and a sentence fit to be shown. */
export type Because = {
  /** Identifier of the rule: the path of its file below `src/`, without ending. */
  readonly rule: string;
  readonly spans: readonly TextSpan[];
  /** In English. */
  readonly reason: string;
  /** The same, sentence by sentence, for other languages. Absent where a rule has no such sentences yet. */
  readonly messages?: readonly Message[];
};

/** An attribution relation: content presented as said, written, thought or felt by somebody (PARC 3.0, PolNeAR). */
export type Statement = {
  readonly id: string;
  readonly content: readonly TextSpan[];
  readonly source: TextSpan | null;
  readonly cue: TextSpan | null;
  readonly speaker: Speaker;
  readonly speaksFor: ActorRef | null;
  /** Outermost carrier first, the speaker last. */
  readonly chain: readonly ActorRef[];
  readonly anonymous: boolean;
  readonly mode: Mode;
  readonly act: Act;
  readonly factuality: Factuality;
  readonly quoted: readonly TextSpan[];
  /** Id of the statement it is nested in. */
  readonly parent: string | null;
  readonly said: string | null;
  /** Event code of PLOVER for the act, where the ontology has one. */
  readonly plover?: string | null;
  /** What the speaker's word rests on, where the text tells. */
  readonly rests?: { readonly kind: "saw" | "document" | "intercept" | "heard"; readonly span: TextSpan } | null;
  /** The words in which the text says that or why the speaker is not named. */
  readonly anonymityReason?: TextSpan | null;
  /** 0..1, calibrated. */
  readonly confidence: number;
  readonly because: Because;
  /** What people decided about it. Absent where all of it is the machine's. */
  readonly decided?: Decided;
};

/** A quantity with who states it. */
export type Figure = TextSpan & {
  readonly value: number;
  readonly upper: number | null;
  readonly unit: string;
  readonly what: string;
  readonly bound: Bound;
  readonly scope: { readonly place: string | null; readonly time: string | null };
  readonly speaker: ActorRef;
  readonly statement: string | null;
};

/** An actor named or referred to in the text. */
export type Mention = TextSpan & { readonly actor: string };

export type { Span };
