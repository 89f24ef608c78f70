import { z } from "@hono/zod-openapi";
import { positionKinds } from "../model/index.ts";

// The answers, as the OpenAPI document tells them. A test reads real answers with them.

export const nullable = z.string().nullable();
const strings = z.array(z.string());
export const actor = z.object({ id: z.string(), name: z.string() }).openapi("ActorRef");
export const span = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() }).openapi("Span");
const because = z.object({ rule: z.string(), spans: z.array(span), reason: z.string() }).openapi("Because");
const originGroup = z.object({ root: z.string(), members: strings, because: z.string() }).openapi("OriginGroup");
const bounds = z
  .object({ lower: z.number().int(), upper: z.number().int(), groups: z.array(originGroup) })
  .openapi("OriginBounds");

const position = z
  .object({
    document: z.string(),
    uri: z.string(),
    statement: z.string(),
    speaker: actor,
    chain: z.array(actor),
    position: z.enum(positionKinds),
    evidence: span,
    because,
  })
  .openapi("Position");

export const story = z
  .object({ id: z.string(), title: z.string(), when: nullable, where: nullable, documents: strings, claims: strings })
  .openapi("Story");

export const claim = z
  .object({
    id: z.string(),
    story: nullable,
    proposition: z.string(),
    status: z.enum(["contested", "corroborated", "single-source", "uncontested"]),
    positions: z.array(position),
    origins: z.object({ affirm: bounds, deny: bounds }),
    rivals: strings,
  })
  .openapi("Claim");

const figure = span
  .extend({
    value: z.number(),
    upper: z.number().nullable(),
    unit: z.string(),
    what: z.string(),
    bound: z.enum(["exact", "about", "at-least", "at-most"]),
    scope: z.object({ place: nullable, time: nullable }),
    speaker: actor,
    statement: nullable,
  })
  .openapi("Figure");

export const figureGroup = z
  .object({
    id: z.string(),
    story: nullable,
    quantity: z.string(),
    relation: z.enum(["same", "part-of", "not-comparable"]),
    members: z.array(figure.extend({ document: z.string(), uri: z.string() })),
    because: z.string(),
  })
  .openapi("FigureGroup");

export const moment = z
  .object({
    lane: z.enum(["happened", "said", "published"]),
    when: z.string(),
    text: z.string(),
    speaker: z.union([actor, z.null()]),
    story: nullable,
    claim: nullable,
    document: nullable,
    uri: nullable,
    evidence: z.union([span, z.null()]),
  })
  .openapi("Moment");

export const claimOrigins = z
  .object({
    claim: z.string(),
    story: nullable,
    proposition: z.string(),
    side: z.enum(["affirm", "deny"]),
    lower: z.number().int(),
    upper: z.number().int(),
    documents: z.number().int(),
    groups: z.array(originGroup),
  })
  .openapi("ClaimOrigins");

const kinds = ["person", "organization", "state", "group", "document", "anonymous", "author"] as const;
export const keptActor = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(kinds),
    names: strings,
    documents: z.number().int(),
    statements: z.number().int(),
    positions: z.record(z.enum(positionKinds), z.number().int()),
  })
  .openapi("Actor");

export const keptDocument = z
  .object({
    id: z.string(),
    uri: z.string(),
    title: nullable,
    outlet: nullable,
    authors: strings,
    language: z.string(),
    published: nullable,
    modified: nullable,
    captured: z.string(),
    added: z.string(),
    statements: z.number().int(),
    figures: z.number().int(),
    stories: strings,
  })
  .openapi("Document");

/** What a statement of the document takes a position on. */
export const stand = z
  .object({
    statement: z.string(),
    claim: z.string(),
    proposition: z.string(),
    status: claim.shape.status,
    position: z.enum(positionKinds),
  })
  .openapi("Stand");

const loose = z.array(z.looseObject({}));
export const reading = z
  .looseObject({
    document: z.looseObject({ id: z.string(), uri: z.string(), language: z.string(), text: z.string() }),
    statements: loose,
    figures: z.array(figure),
    times: loose,
    mentions: loose,
    diagnostics: loose,
    engine: z.object({ name: z.string(), version: z.string(), models: z.record(z.string(), z.string()) }),
  })
  .openapi("Reading");

export const heldDocument = z
  .object({
    id: z.string(),
    captured: z.string(),
    added: z.string(),
    stories: strings,
    text: z.string(),
    reading,
    stands: z.array(stand),
  })
  .openapi("HeldDocument");

export const added = z
  .looseObject({ kind: z.enum(["kept", "known"]), id: z.string(), uri: z.string(), title: nullable })
  .openapi("Added");

export const errorShape = z
  .strictObject({
    error: z.strictObject({ code: z.string(), what: z.string(), why: z.string(), todo: z.string() }),
  })
  .openapi("Error");
