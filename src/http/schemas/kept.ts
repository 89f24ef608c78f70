import { z } from "@hono/zod-openapi";
import { actorKind, count, decided, nullable, positionKind, status, strings } from "./parts.ts";
import { diagnostic, reading } from "./reading.ts";

// Documents and actors as the ledger keeps them.

export const keptActor = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: actorKind,
    names: strings,
    documents: count,
    statements: count,
    positions: z.record(positionKind, count),
    roles: strings.optional(),
    side: nullable.optional(),
    decided: decided.optional(),
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
    statements: count,
    figures: count,
    stories: strings,
  })
  .openapi("Document");

/** What a statement of the document takes a position on. */
export const stand = z
  .object({ statement: z.string(), claim: z.string(), proposition: z.string(), status, position: positionKind })
  .openapi("Stand");

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

export const known = z.object({ kind: z.literal("known"), id: z.string(), uri: z.string(), title: nullable });
export const kept = known.extend({
  kind: z.literal("kept"),
  language: z.string(),
  statements: count,
  figures: count,
  diagnostics: z.array(diagnostic),
});
/** What became of one document that was sent. */
export const added = z.discriminatedUnion("kind", [kept, known]).openapi("Added");
