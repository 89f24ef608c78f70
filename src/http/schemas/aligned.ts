import { z } from "@hono/zod-openapi";
import { actor, because, count, decided, mark, nullable, positionKind, span, status, strings } from "./parts.ts";
import { figure } from "./reading.ts";

// Claims, stories and figures, and what they rest on.

const position = z
  .object({
    document: z.string(),
    uri: z.string(),
    statement: z.string(),
    speaker: actor,
    chain: z.array(actor),
    position: positionKind,
    evidence: span,
    because,
    decided: decided.optional(),
    held: z.int().min(0).max(100).optional(),
    side: nullable.optional(),
  })
  .openapi("Position");

const collapsedRoot = z.object({ key: z.string(), name: z.string(), members: strings });
const collapse = z
  .object({
    id: z.string(),
    certain: z.boolean(),
    roots: z.tuple([collapsedRoot, collapsedRoot]),
    because: z.string(),
  })
  .openapi("Collapse");

export const originGroup = z
  .object({
    root: z.string(),
    members: strings,
    because: z.string(),
    decided: mark.optional(),
    key: z.string().optional(),
    party: z.boolean().optional(),
    collapses: z.array(collapse).optional(),
  })
  .openapi("OriginGroup");

const bounds = z.object({ lower: count, upper: count, groups: z.array(originGroup) }).openapi("OriginBounds");
export const circle = z.object({ outlets: strings, documents: strings, because: z.string() }).openapi("Circle");

export const story = z
  .object({
    id: z.string(),
    title: z.string(),
    when: nullable,
    where: nullable,
    documents: strings,
    claims: strings,
    decided: decided.optional(),
    merged: strings.optional(),
  })
  .openapi("Story");

export const claim = z
  .object({
    id: z.string(),
    story: nullable,
    proposition: z.string(),
    worded: position.pick({ document: true, uri: true, statement: true, evidence: true }).optional(),
    status,
    positions: z.array(position),
    origins: z.object({ affirm: bounds, deny: bounds }),
    rivals: strings,
    circles: z.array(circle).optional(),
    decided: decided.optional(),
    merged: strings.optional(),
  })
  .openapi("Claim");

const figureFlag = z
  .object({ kind: z.enum(["contradiction", "turn"]), speaker: actor, members: z.array(count), because: z.string() })
  .openapi("FigureFlag");

export const figureGroup = z
  .object({
    id: z.string(),
    story: nullable,
    quantity: z.string(),
    relation: z.enum(["same", "part-of", "not-comparable"]),
    members: z.array(figure.extend({ document: z.string(), uri: z.string() })),
    because: z.string(),
    scope: figure.shape.scope.optional(),
    apart: z.object({ difference: z.number(), factor: z.number().nullable() }).nullable().optional(),
    parts: z.object({ members: z.array(count), whole: count, sum: z.boolean() }).optional(),
    flags: z.array(figureFlag).optional(),
  })
  .openapi("FigureGroup");

export const claimOrigins = z
  .object({
    claim: z.string(),
    story: nullable,
    proposition: z.string(),
    side: z.enum(["affirm", "deny"]),
    lower: count,
    upper: count,
    documents: count,
    circles: z.array(circle),
    groups: z.array(originGroup),
  })
  .openapi("ClaimOrigins");
