import type { Actors } from "./actors.ts";
import type { Attribution } from "./attribution.ts";
import type { Events } from "./events.ts";
import type { Factuality } from "./factuality.ts";
import type { Figures } from "./figures.ts";
import type { Names } from "./names.ts";
import type { Quantities } from "./quantities.ts";
import type { Segmentation } from "./segmentation.ts";
import type { Syntax } from "./syntax.ts";
import type { Times } from "./times.ts";

/**
 * Everything Selon knows of one language, as data. One folder a language, the same file names in each;
 * `index.ts` only assembles. Absence is written (`hedges: none`), never left out.
 */
export type Language = {
  /** BCP 47. */
  readonly code: string;
  /** Sentences, tokens, multiword tokens. */
  readonly segmentation: Segmentation;
  /** What trees are too rarely right about: empty subjects, whose an infinitive is. */
  readonly syntax: Syntax;
  readonly names: Names;
  readonly times: Times;
  readonly quantities: Quantities;
  /** Cues: verbs, nouns and frames that attribute. */
  readonly attribution: Attribution;
  /** Hedges, denials, modals: how firmly. */
  readonly factuality: Factuality;
  /** Pronouns, roles, anonymous sources, seats of power: who. */
  readonly actors: Actors;
  /** Event classes of predicates, for alignment. */
  readonly events: Events;
  /** What is counted, what befell it, parts and totals: how figures compare. */
  readonly figures: Figures;
};
