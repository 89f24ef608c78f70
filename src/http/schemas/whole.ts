import { z } from "@hono/zod-openapi";
import { acts, credibilities, factualities, reliabilities } from "../../model/index.ts";
import { claim, story } from "./aligned.ts";
import { keptActor, keptDocument } from "./kept.ts";
import { actor, count, nullable, positionKind, span, status } from "./parts.ts";

// Answers about one thing with all that belongs to it.

export const storyCounts = z
  .object({
    contested: count,
    corroborated: count,
    "single-source": count,
    uncontested: count,
    claims: count,
    figures: count,
    documents: count,
    changed: nullable,
  })
  .openapi("StoryCounts");

export const countedStory = story.extend({ counts: storyCounts }).openapi("CountedStory");

const summaryItem = z
  .object({
    claim: z.string(),
    number: count,
    proposition: z.string(),
    verbatim: z.boolean(),
    sentence: z.string(),
  })
  .openapi("SummaryItem");

export const summary = z
  .object({
    language: z.string(),
    intro: z.string(),
    contested: z.array(summaryItem),
    singleOrigin: z.array(summaryItem),
    undisputed: z.array(summaryItem),
    figures: z.array(
      z.object({ group: z.string(), quantity: z.string(), sentence: z.string(), factor: z.number().nullable() }),
    ),
  })
  .openapi("Summary");

export const wholeStory = z
  .object({ story: countedStory, documents: z.array(keptDocument), sides: z.array(z.string()), summary })
  .openapi("WholeStory");

export const documentRef = keptDocument
  .pick({ id: true, uri: true, title: true, outlet: true, language: true, published: true })
  .openapi("DocumentRef");

export const wholeClaim = claim
  .extend({
    documents: z.array(documentRef),
    told: z.array(
      z.object({ statement: z.string(), act: z.enum(acts), factuality: z.enum(factualities), said: nullable }),
    ),
    rivalClaims: z.array(z.object({ id: z.string(), proposition: z.string(), status })),
  })
  .openapi("WholeClaim");

const actorPosition = z
  .object({
    claim: z.string(),
    story: nullable,
    proposition: z.string(),
    status,
    position: positionKind,
    statement: z.string(),
    document: z.string(),
    uri: z.string(),
    title: nullable,
    outlet: nullable,
    published: nullable,
    evidence: span,
    through: z.array(actor),
  })
  .openapi("ActorPosition");

export const wholeActor = z
  .object({
    actor: keptActor,
    positions: z.array(actorPosition),
    turns: z.array(
      z.object({ claim: z.string(), proposition: z.string(), from: actorPosition, to: actorPosition }).openapi("Turn"),
    ),
  })
  .openapi("WholeActor");

export const source = z
  .object({
    id: z.string(),
    name: z.string(),
    languages: z.array(z.string()),
    documents: count,
    statements: count,
    root: count,
    carrier: count,
    copy: count,
    first: nullable,
    last: nullable,
    rating: z
      .object({ reliability: z.enum(reliabilities).nullable(), credibility: z.literal(credibilities).nullable() })
      .nullable(),
  })
  .openapi("Source");

export const fallen = z
  .object({
    claim: z.string(),
    story: nullable,
    proposition: z.string(),
    before: count,
    after: count,
    denying: z.object({ before: count, after: count }),
    was: status,
    becomes: status,
    gone: z.object({ affirm: z.array(z.string()), deny: z.array(z.string()) }),
    nothingLeft: z.boolean(),
  })
  .openapi("Fallen");

const precision = z.enum(["minute", "hour", "day", "month", "year", "interval"]);

export const timedPosition = z
  .object({
    speaker: actor,
    when: nullable,
    precision: precision.nullable(),
    basis: z.enum(["said", "published"]).nullable(),
    position: positionKind,
    claim: z.string(),
    proposition: z.string(),
    story: nullable,
    document: z.string(),
    uri: z.string(),
    statement: z.string(),
    evidence: span,
    turn: z.object({ from: positionKind, when: nullable, statement: z.string(), document: z.string() }).nullable(),
  })
  .openapi("TimedPosition");

export const moment = z
  .object({
    lane: z.enum(["happened", "said", "published"]),
    when: z.string(),
    precision,
    happened: nullable,
    said: nullable,
    published: nullable,
    text: z.string(),
    speaker: z.union([actor, z.null()]),
    story: nullable,
    claim: nullable,
    document: nullable,
    uri: nullable,
    evidence: z.union([span, z.null()]),
  })
  .openapi("Moment");
