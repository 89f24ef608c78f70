import type { Act, Factuality } from "../model/index.ts";

/**
 * What a cue reports: `speech` (say, write, show), `thought` (believe, expect), `feeling` (fear, hope, be angry),
 * `intention` (want, plan, vow to oneself), `knowledge` (know, learn, find out), `evidence` (a video shows, a treaty provides).
 */
export type CueClass = "speech" | "thought" | "feeling" | "intention" | "knowledge" | "evidence";

/**
 * How a cue takes its content:
 * `that` finite clause, `wh` indirect question, `direct` quotation, `inf` infinitive or gerund, `obj` noun phrase that is
 * the content (`a démenti l'attaque`), `obl` prepositional phrase that is the content (`se réjouit de la nouvelle`),
 * `as` object and predicate (`qualifie X de Y`, `describe X as Y`), `np` object that is only a topic unless it names a content itself,
 * `objinf` infinitive controlled by the person addressed (`ordonner à X de`, `urge X to`).
 */
export const complementFrames = ["that", "wh", "direct", "inf", "obj", "obl", "as", "objinf", "np"] as const;
export type ComplementFrame = (typeof complementFrames)[number];

/** One cue of the lexicon. */
export type CueEntry = {
  /** Lemma, several words joined by spaces: `déclarer`, `se réjouir`, `faire part`, `point out`. */
  readonly lemma: string;
  readonly class: CueClass;
  /** The act the cue names; `assert` when it is neutral. */
  readonly act: Act;
  /** What the source commits itself to about the content, when nothing else is said. */
  readonly factuality: Factuality;
  readonly frames: ReadonlySet<ComplementFrame>;
};

/** Filled by the stage that needs it. */
export type Attribution = { readonly [key: string]: unknown };
