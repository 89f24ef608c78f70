import { z } from "@hono/zod-openapi";
import { credibilities, positionKinds, reliabilities } from "../model/index.ts";
import { actor, claim, keptActor, keptDocument, nullable, span, story } from "./schemas.ts";

// Answers about one thing with all that belongs to it.

const count = z.number().int();
const status = claim.shape.status;

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
  .object({ story: countedStory, documents: z.array(keptDocument), summary })
  .openapi("WholeStory");

export const documentRef = keptDocument
  .pick({ id: true, uri: true, title: true, outlet: true, language: true, published: true })
  .openapi("DocumentRef");

export const wholeClaim = claim
  .extend({
    documents: z.array(documentRef),
    rivalClaims: z.array(z.object({ id: z.string(), proposition: z.string(), status })),
  })
  .openapi("WholeClaim");

const actorPosition = z
  .object({
    claim: z.string(),
    story: nullable,
    proposition: z.string(),
    status,
    position: z.enum(positionKinds),
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
    nothingLeft: z.boolean(),
  })
  .openapi("Fallen");

export const timedPosition = z
  .looseObject({
    speaker: actor,
    when: nullable,
    position: z.enum(positionKinds),
    claim: z.string(),
    proposition: z.string(),
    story: nullable,
    document: z.string(),
    uri: z.string(),
    statement: z.string(),
    evidence: span,
  })
  .openapi("TimedPosition");
