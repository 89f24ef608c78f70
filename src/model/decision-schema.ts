import { z } from "zod";
import { consistencies, credibilities, reliabilities, verdicts } from "./decision.ts";
import { actorKinds, acts, factualities, modes } from "./statement.ts";

// What comes from outside (a surface, an imported file) is read with these, once. Lists and texts have limits, so that a
// line of the log stays a line.

/** Longest line of the log, in characters. */
export const longestLine = 1_000_000;

const words = (most: number) => z.string().min(1).max(most);
const id = words(500);
const documentId = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const instant = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const positionSelector = z
  .strictObject({ type: z.literal("TextPositionSelector"), start: offset, end: offset })
  .refine(({ start, end }) => start < end);
const quoteSelector = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: words(20_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});
const selectorSchema = z.tuple([positionSelector, quoteSelector]);
/** https://www.w3.org/TR/annotation-model/#selectors: a specific resource with two selectors. */
export const anchorSchema = z.strictObject({ source: documentId, selector: selectorSchema });

const kind = z.enum(actorKinds);
export const actorSchema = z.strictObject({ id, name: words(500) });
export const speakerSchema = z.strictObject({ id, name: words(500), kind });
const name = words(500);

/** A statement as it was when it was meant, so that it is found again in another reading. */
const statementRef = z.strictObject({ statement: id, anchor: anchorSchema });
/** A claim by some of the positions that made it up. */
const claimRef = z.strictObject({
  claim: id,
  proposition: z.string().max(2_000),
  positions: z.array(statementRef).min(1).max(500),
});
const storyRef = z.strictObject({
  story: id,
  title: z.string().max(2_000),
  documents: z.array(documentId).min(1).max(5_000),
});

export const targetSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("statement"),
    document: documentId,
    statement: id,
    /** The words that carried it: they tell statements of the same content apart. */
    cue: anchorSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal("document"), document: documentId }),
  z.strictObject({ kind: z.literal("claim"), claim: id }),
  z.strictObject({ kind: z.literal("story"), story: id }),
  z.strictObject({ kind: z.literal("actor"), actor: id }),
  z.strictObject({ kind: z.literal("source"), source: words(500) }),
  z.strictObject({ kind: z.literal("question"), question: id }),
]);

const content = z.array(anchorSchema).min(1).max(20);
const correctable = {
  speaker: speakerSchema,
  speaksFor: actorSchema.nullable(),
  /** Outermost carrier first, the speaker last. */
  chain: z.array(actorSchema).min(1).max(20),
  act: z.enum(acts),
  factuality: z.enum(factualities),
};

export const bodySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("correct-statement"),
    changes: z
      .strictObject({ ...correctable, content })
      .partial()
      .refine((changes) => Object.values(changes).some((value) => value !== undefined)),
  }),
  z.strictObject({ kind: z.literal("confirm-statement") }),
  z.strictObject({
    kind: z.literal("add-statement"),
    /** The id that it is known by. */
    statement: id,
    content,
    source: anchorSchema.nullable(),
    cue: anchorSchema.nullable(),
    ...correctable,
    anonymous: z.boolean(),
    mode: z.enum(modes),
  }),
  z.strictObject({ kind: z.literal("delete-statement") }),
  z.strictObject({ kind: z.literal("check-document") }),
  z.strictObject({ kind: z.literal("merge-claims"), claims: z.array(claimRef).min(2).max(50) }),
  z.strictObject({
    kind: z.literal("split-claim"),
    claim: claimRef,
    /** Those that make up the new claim. */
    positions: z.array(statementRef).min(1).max(500),
    proposition: z.string().max(2_000).nullable(),
  }),
  z.strictObject({ kind: z.literal("merge-stories"), stories: z.array(storyRef).min(2).max(50) }),
  z.strictObject({
    kind: z.literal("split-story"),
    story: storyRef,
    /** Those that make up the new story. */
    documents: z.array(documentId).min(1).max(5_000),
    title: z.string().max(2_000).nullable(),
  }),
  z.strictObject({ kind: z.literal("merge-actors"), actors: z.array(actorSchema).min(2).max(50) }),
  z.strictObject({
    kind: z.literal("split-actor"),
    actor: actorSchema,
    /** Those in which it is somebody else. */
    documents: z.array(documentId).min(1).max(5_000),
    as: speakerSchema,
  }),
  z.strictObject({
    kind: z.literal("set-actor"),
    actor: actorSchema,
    changes: z
      .strictObject({
        name,
        kind,
        /** Further names. */
        names: z.array(name).max(50),
        roles: z.array(name).max(50),
        /** The party it belongs to. */
        side: name.nullable(),
      })
      .partial()
      .refine((changes) => Object.values(changes).some((value) => value !== undefined)),
  }),
  z.strictObject({
    kind: z.literal("collapse-origins"),
    claim: claimRef,
    /** Those that rest on one origin. */
    positions: z.array(statementRef).min(2).max(500),
    root: name.nullable(),
  }),
  z.strictObject({
    kind: z.literal("separate-origins"),
    claim: claimRef,
    /** Those that rest on an origin of their own. */
    positions: z.array(statementRef).min(1).max(500),
    root: name.nullable(),
  }),
  z
    .strictObject({
      kind: z.literal("rate-source"),
      reliability: z.enum(reliabilities).nullable(),
      credibility: z.literal(credibilities).nullable(),
    })
    .refine(({ reliability, credibility }) => reliability !== null || credibility !== null),
  z.strictObject({ kind: z.literal("note"), text: words(20_000) }),
  z.strictObject({ kind: z.literal("verdict"), verdict: z.enum(verdicts), text: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal("pose-question"), text: words(5_000), story: id.nullable() }),
  z.strictObject({
    kind: z.literal("add-hypothesis"),
    hypothesis: id,
    text: words(5_000),
    claim: claimRef.nullable(),
  }),
  z.strictObject({ kind: z.literal("add-evidence"), evidence: id, text: words(5_000), claim: claimRef.nullable() }),
  z.strictObject({
    kind: z.literal("rate-consistency"),
    evidence: id,
    hypothesis: id,
    rating: z.enum(consistencies),
  }),
  z.strictObject({ kind: z.literal("undo"), decision: id }),
]);

/** The parts that a person gives; the rest is made when the line is appended. */
export const givenSchema = z
  .strictObject({
    author: words(200),
    time: instant,
    reason: z.string().max(20_000).nullable(),
    target: targetSchema,
    anchor: anchorSchema.nullable(),
    body: bodySchema,
  })
  .refine(wellFormed, "a character is only half there");

export const decisionSchema = z
  .strictObject({
    seq: z.number().int().min(1),
    id,
    ...givenSchema.shape,
    before: hash,
    hash,
  })
  .refine(wellFormed, "a character is only half there");

/** Whether every string in a value can be written as UTF-8 and read back the same. */
export function wellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(wellFormed);
}
