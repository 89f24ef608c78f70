import type { z } from "zod";
import type { anchorSchema, bodySchema, decisionSchema, targetSchema } from "./decision-schema.ts";

/** Reliability of a source in the Admiralty code (NATO STANAG 2511): A completely reliable … E unreliable, F cannot be judged. */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof reliabilities)[number];

/** Credibility of information in the Admiralty code: 1 confirmed by others … 5 improbable, 6 cannot be judged. */
export const credibilities = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof credibilities)[number];

/** What a person holds of a claim. Selon itself never says what is true. */
export const verdicts = ["confirmed", "probable", "undetermined", "doubtful", "refuted"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Consistency of evidence with a hypothesis in the Analysis of Competing Hypotheses (Heuer 1999): very consistent,
 * consistent, neutral, inconsistent, very inconsistent, not applicable.
 */
export const consistencies = ["CC", "C", "N", "I", "II", "NA"] as const;
export type Consistency = (typeof consistencies)[number];

/**
 * A document and the characters meant in it, by position and by quotation with what stands around it: selectors of the W3C
 * Web Annotation data model, offsets in UTF-16 code units.
 */
export type Anchor = z.infer<typeof anchorSchema>;
/** What a decision is about. */
export type Target = z.infer<typeof targetSchema>;
/** What was decided: a closed union. */
export type DecisionBody = z.infer<typeof bodySchema>;
export type DecisionKind = DecisionBody["kind"];
export type BodyOf<K extends DecisionKind> = Extract<DecisionBody, { kind: K }>;

/** A line of the log, as it is kept and exported. Appended, never changed: undo is a further decision. */
export type Decision = z.infer<typeof decisionSchema>;

export const decisionKinds = [
  "correct-statement",
  "confirm-statement",
  "add-statement",
  "delete-statement",
  "check-document",
  "merge-claims",
  "split-claim",
  "merge-stories",
  "split-story",
  "merge-actors",
  "split-actor",
  "set-actor",
  "collapse-origins",
  "separate-origins",
  "rate-source",
  "note",
  "verdict",
  "pose-question",
  "add-hypothesis",
  "add-evidence",
  "rate-consistency",
  "undo",
] as const satisfies readonly DecisionKind[];

/** Whose work a thing is, where it is not the machine's alone. */
export type Mark = {
  /** Author of the decision. */
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Id of the decision. */
  readonly decision: string;
};

/** What people decided about a thing: the last decision, and for each part of it the one that holds. */
export type Decided = Mark & {
  readonly fields?: Readonly<Record<string, Mark>>;
  /** What the machine had read in these fields. */
  readonly was?: Readonly<Record<string, unknown>>;
  /** Decisions of other people on the same that say otherwise and still stand: a conflict to be settled. */
  readonly against?: readonly string[];
};

/** The name under which decisions about one thing are kept together. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case "statement":
      return `statement ${target.statement}`;
    case "document":
      return `document ${target.document}`;
    case "claim":
      return `claim ${target.claim}`;
    case "story":
      return `story ${target.story}`;
    case "actor":
      return `actor ${target.actor}`;
    case "source":
      return `source ${target.source}`;
    case "question":
      return `question ${target.question}`;
  }
}
