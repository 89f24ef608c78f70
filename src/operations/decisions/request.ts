import { z } from "zod";
import {
  actorKinds,
  acts,
  consistencies,
  credibilities,
  factualities,
  reliabilities,
  verdicts,
} from "../../model/index.ts";

// What may be decided, as a person or a program asks for it: with ids and offsets only. `decide` looks up the rest
// (anchors, what stands in the claims meant, who is meant by a name) and appends the whole line.

/** An id, or its beginning where only one id begins so. */
const id = z.string().min(1).max(500);
const text = (most: number) => z.string().trim().min(1).max(most);
const span = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) });
const kind = z.enum(actorKinds);
/** An actor's id, one of its names, or a new name. */
const who = z.union([text(500), z.strictObject({ id, name: text(500), kind: kind.optional() })]);
const content = z.array(span).min(1).max(20);

const fields = {
  speaker: who,
  speaksFor: who.nullable(),
  /** Outermost carrier first, the speaker last. */
  chain: z.array(who).min(1).max(20),
  act: z.enum(acts),
  factuality: z.enum(factualities),
};

/** Positions of a claim, at least so many, and what they are said to rest on. */
const within = (least: number) => ({
  claim: id,
  statements: z.array(id).min(least).max(500),
  root: text(500).nullable().optional(),
});

/** What a note or a rating is on. */
const on = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("statement"), statement: id }),
  z.strictObject({ kind: z.literal("document"), document: id }),
  z.strictObject({ kind: z.literal("claim"), claim: id }),
  z.strictObject({ kind: z.literal("story"), story: id }),
  z.strictObject({ kind: z.literal("actor"), actor: id }),
  z.strictObject({ kind: z.literal("source"), source: text(500) }),
  z.strictObject({ kind: z.literal("question"), question: id }),
]);

export const decisionRequest = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("correct-statement"),
    statement: id,
    changes: z.strictObject({ ...fields, content }).partial(),
  }),
  z.strictObject({ kind: z.literal("confirm-statement"), statement: id }),
  z.strictObject({ kind: z.literal("delete-statement"), statement: id }),
  z.strictObject({
    kind: z.literal("add-statement"),
    document: id,
    content,
    source: span.nullable().optional(),
    cue: span.nullable().optional(),
    speaker: fields.speaker,
    speaksFor: fields.speaksFor.optional(),
    chain: fields.chain.optional(),
    anonymous: z.boolean().optional(),
    act: fields.act.optional(),
    factuality: fields.factuality.optional(),
  }),
  z.strictObject({ kind: z.literal("check-document"), document: id }),
  z.strictObject({ kind: z.literal("merge-claims"), claims: z.array(id).min(2).max(50) }),
  z.strictObject({
    kind: z.literal("split-claim"),
    claim: id,
    /** `statement` of the positions that make up the new claim. */
    statements: z.array(id).min(1).max(500),
    proposition: text(2_000).nullable().optional(),
  }),
  z.strictObject({ kind: z.literal("merge-stories"), stories: z.array(id).min(2).max(50) }),
  z.strictObject({
    kind: z.literal("split-story"),
    story: id,
    documents: z.array(id).min(1).max(5_000),
    title: text(2_000).nullable().optional(),
  }),
  z.strictObject({ kind: z.literal("merge-actors"), actors: z.array(id).min(2).max(50) }),
  z.strictObject({
    kind: z.literal("split-actor"),
    actor: id,
    documents: z.array(id).min(1).max(5_000),
    as: text(500),
    asKind: kind.optional(),
  }),
  z.strictObject({
    kind: z.literal("set-actor"),
    actor: id,
    changes: z
      .strictObject({
        name: text(500),
        kind,
        names: z.array(text(500)).max(50),
        roles: z.array(text(500)).max(50),
        side: text(500).nullable(),
      })
      .partial(),
  }),
  z.strictObject({ kind: z.literal("collapse-origins"), ...within(2) }),
  z.strictObject({ kind: z.literal("separate-origins"), ...within(1) }),
  z.strictObject({
    kind: z.literal("rate-source"),
    on,
    reliability: z.enum(reliabilities).nullable().optional(),
    credibility: z.literal(credibilities).nullable().optional(),
  }),
  z.strictObject({ kind: z.literal("note"), on, text: text(20_000) }),
  z.strictObject({
    kind: z.literal("verdict"),
    claim: id,
    verdict: z.enum(verdicts),
    text: z.string().max(20_000).optional(),
  }),
  z.strictObject({ kind: z.literal("pose-question"), text: text(5_000), story: id.nullable().optional() }),
  z.strictObject({
    kind: z.literal("add-hypothesis"),
    question: id,
    text: text(5_000).optional(),
    claim: id.optional(),
  }),
  z.strictObject({ kind: z.literal("add-evidence"), question: id, text: text(5_000).optional(), claim: id.optional() }),
  z.strictObject({
    kind: z.literal("rate-consistency"),
    question: id,
    evidence: id,
    hypothesis: id,
    rating: z.enum(consistencies),
  }),
  /** Without an id: the author's last decision that still stands. */
  z.strictObject({ kind: z.literal("undo"), decision: id.optional() }),
]);

export type DecisionRequest = z.infer<typeof decisionRequest>;
export type RequestOf<K extends DecisionRequest["kind"]> = Extract<DecisionRequest, { kind: K }>;

/** Who decides, and why. */
export type Deciding = {
  readonly author: string;
  readonly reason?: string | null | undefined;
  /**
   * What the author saw: id of the last decision about the same thing, null for none. Where it is no longer so, nothing
   * is kept and `conflict` is thrown. Left out: kept whatever others decided meanwhile.
   */
  readonly expected?: string | null | undefined;
};
