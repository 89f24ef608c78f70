import { z } from "zod";
import { bounds } from "./analysis.ts";
import { acts, factualities, modes } from "./statement.ts";

// A reading that comes from outside, in an exported ledger: everything that is relied upon is there and of its kind.
// Objects are loose: a newer engine may say more.

const text = z.string();
const nullable = z.string().nullable();
const offset = z.number().int().min(0);
const span = z.looseObject({ start: offset, end: offset, text });
const actor = z.looseObject({ id: text, name: text });
const speaker = actor.extend({ kind: text });
const because = z.looseObject({ rule: text, spans: z.array(span), reason: text });

const statement = z.looseObject({
  id: text,
  content: z.array(span).min(1),
  source: span.nullable(),
  cue: span.nullable(),
  speaker,
  speaksFor: actor.nullable(),
  chain: z.array(actor),
  anonymous: z.boolean(),
  mode: z.enum(modes),
  act: z.enum(acts),
  factuality: z.enum(factualities),
  quoted: z.array(span),
  parent: nullable,
  said: nullable,
  confidence: z.number(),
  because,
});

const figure = span.extend({
  value: z.number(),
  upper: z.number().nullable(),
  unit: text,
  what: text,
  bound: z.enum(bounds),
  scope: z.looseObject({ place: nullable, time: nullable }),
  speaker: actor,
  statement: nullable,
});

const proposition = z.looseObject({
  id: text,
  statement: nullable,
  evidence: span,
  sentence: offset,
  paragraph: offset,
  predicate: text,
  event: nullable,
  negated: z.boolean(),
  factuality: z.enum(factualities),
  arguments: z.array(z.looseObject({ role: text, lemma: text, actor: nullable })),
  actors: z.array(text),
  places: z.array(text),
  times: z.array(text),
  quantities: z.array(z.looseObject({ value: z.number(), unit: text })),
  lemmas: z.array(text),
  because,
});

export const readingSchema = z.looseObject({
  document: z.looseObject({
    id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    uri: text,
    canonical: nullable,
    mediaType: text,
    title: nullable,
    outlet: nullable,
    authors: z.array(text),
    language: text,
    published: nullable,
    modified: nullable,
    text,
  }),
  statements: z.array(statement),
  figures: z.array(figure),
  times: z.array(span.extend({ value: nullable, anchor: text })),
  mentions: z.array(span.extend({ actor: text })),
  actors: z.array(actor.extend({ kind: text, names: z.array(text) })),
  propositions: z.array(proposition),
  lemmas: z.array(text),
  credits: z.array(span.extend({ kind: text, name: text })),
  diagnostics: z.array(z.looseObject({ code: text, message: text })),
  engine: z.looseObject({ name: text, version: text, models: z.record(z.string(), text) }),
});
