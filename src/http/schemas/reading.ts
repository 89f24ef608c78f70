import { z } from "@hono/zod-openapi";
import { acts, bounds, factualities, modes } from "../../model/index.ts";
import { actor, actorKind, because, count, decided, nullable, span, strings } from "./parts.ts";

// What the engine found in one document.

const speaker = actor.extend({ kind: actorKind }).openapi("Speaker");

const document = z
  .object({
    id: z.string(),
    uri: z.string(),
    canonical: nullable,
    mediaType: z.string(),
    title: nullable,
    outlet: nullable,
    authors: strings,
    language: z.string(),
    published: nullable,
    modified: nullable,
    text: z.string(),
  })
  .openapi("ReadDocument");

export const statement = z
  .object({
    id: z.string(),
    content: z.array(span),
    source: z.union([span, z.null()]),
    cue: z.union([span, z.null()]),
    speaker,
    speaksFor: z.union([actor, z.null()]),
    chain: z.array(actor),
    anonymous: z.boolean(),
    mode: z.enum(modes),
    act: z.enum(acts),
    factuality: z.enum(factualities),
    quoted: z.array(span),
    parent: nullable,
    said: nullable,
    plover: nullable.optional(),
    rests: z
      .object({ kind: z.enum(["saw", "document", "intercept", "heard"]), span })
      .nullable()
      .optional(),
    anonymityReason: z.union([span, z.null()]).optional(),
    confidence: z.number(),
    because,
    decided: decided.optional(),
  })
  .openapi("Statement");

export const figure = span
  .extend({
    value: z.number(),
    upper: z.number().nullable(),
    unit: z.string(),
    what: z.string(),
    bound: z.enum(bounds),
    scope: z.object({ place: nullable, time: nullable }),
    speaker: actor,
    statement: nullable,
  })
  .openapi("Figure");

const time = span
  .extend({ value: nullable, anchor: z.enum(["publication", "narrative", "explicit"]) })
  .openapi("TimeExpression");

const readActor = actor
  .extend({
    kind: actorKind,
    names: strings,
    roles: strings.optional(),
    side: nullable.optional(),
    decided: decided.optional(),
  })
  .openapi("ReadActor");

const argument = z.object({
  role: z.enum(["agent", "patient", "recipient", "about", "place", "time", "other"]),
  lemma: z.string(),
  actor: nullable,
  of: z.boolean().optional(),
});

const proposition = z
  .object({
    id: z.string(),
    statement: nullable,
    evidence: span,
    sentence: count,
    paragraph: count,
    predicate: z.string(),
    event: nullable,
    negated: z.boolean(),
    factuality: z.enum(factualities),
    arguments: z.array(argument),
    actors: strings,
    places: strings,
    times: strings,
    quantities: z.array(z.object({ value: z.number(), unit: z.string() })),
    lemmas: strings,
    core: z
      .array(z.object({ concept: z.string(), weight: z.number(), names: z.array(z.string()).optional() }))
      .optional(),
    kind: z.enum(["clause", "presupposed", "verdict"]).optional(),
    events: strings.optional(),
    setting: nullable.optional(),
    occurs: z.boolean().optional(),
    reported: z.boolean().optional(),
    declined: z.boolean().optional(),
    traits: z.array(z.string()).optional(),
    vector: z.string().optional(),
    leaning: z.tuple([z.int(), z.int(), z.int()]).optional(),
    judges: z.string().optional(),
    plain: z.union([z.string(), z.literal(true)]).optional(),
    speaker: speaker.optional(),
    because,
  })
  .openapi("Proposition");

const credit = span
  .extend({
    kind: z.enum(["agency", "translation", "republication"]),
    partly: z.boolean().optional(),
    name: z.string(),
  })
  .openapi("Credit");

export const diagnostic = z
  .object({ code: z.string(), message: z.string(), start: count.optional(), end: count.optional() })
  .openapi("Diagnostic");

export const reading = z
  .object({
    document,
    statements: z.array(statement),
    figures: z.array(figure),
    times: z.array(time),
    mentions: z.array(span.extend({ actor: z.string() }).openapi("Mention")),
    actors: z.array(readActor),
    propositions: z.array(proposition),
    lemmas: strings,
    credits: z.array(credit),
    diagnostics: z.array(diagnostic),
    engine: z.object({ name: z.string(), version: z.string(), models: z.record(z.string(), z.string()) }),
  })
  .openapi("Reading");
