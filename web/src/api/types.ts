// The shapes of the API's answers are those of the operations it hands on; nothing of theirs but types comes here.

export type { Found as Hit } from "../../../src/ledger/found.ts";
export type { KeptActor as ActorRow, KeptDocument as DocumentRow } from "../../../src/ledger/lists.ts";
export type {
  ActorRef,
  Claim,
  ClaimStatus,
  FigureGroup,
  OriginGroup,
  Position,
  PositionKind,
  Reading,
  Statement,
  Story,
  TextSpan,
} from "../../../src/model/index.ts";
export type { ActorPosition, Turn, WholeActor } from "../../../src/operations/actor.ts";
export type { Source } from "../../../src/operations/sources.ts";
export type { CountedStory, DocumentRef, HowSaid, Stand, WholeClaim } from "../../../src/operations/story.ts";
export type { Moment } from "../../../src/operations/timeline.ts";
export type { Fallen } from "../../../src/operations/without.ts";
export type { DossierClaim, DossierPosition } from "../../../src/report/dossier.ts";

import type { KeptDocument } from "../../../src/ledger/lists.ts";
import type { Reading } from "../../../src/model/index.ts";
import type { CountedStory, Stand } from "../../../src/operations/story.ts";
import type { Summary } from "../../../src/report/index.ts";

export type { Summary };

/** A page of a list; `next` is the cursor of the page after. */
export type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null };

export type WholeStory = {
  readonly story: CountedStory;
  readonly documents: readonly KeptDocument[];
  /** Of those who take positions in it, where people set them. */
  readonly sides: readonly string[];
  readonly summary: Summary;
};

export type HeldDocument = {
  readonly id: string;
  readonly captured: string;
  readonly added: string;
  readonly stories: readonly string[];
  readonly text: string;
  readonly reading: Reading;
  /** What its statements take positions on. */
  readonly stands?: readonly Stand[];
};

export type Added = { readonly kind: "kept" | "known"; readonly id: string; readonly title: string | null };
