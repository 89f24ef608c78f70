import { z } from "@hono/zod-openapi";
import { changeKinds } from "../../alignment/revisions.ts";
import { factualities } from "../../model/index.ts";
import { actor, count, nullable, paged, span } from "./parts.ts";

// Pages that stand in several versions.

const told = z
  .object({
    document: z.string(),
    statement: z.string(),
    speaker: actor,
    factuality: z.enum(factualities),
    spans: z.array(span),
  })
  .openapi("Told");

const version = z
  .object({
    document: z.string(),
    uri: z.string(),
    canonical: nullable,
    title: nullable,
    outlet: nullable,
    published: nullable,
    modified: nullable,
    captured: z.string(),
  })
  .openapi("Version");

export const revision = z
  .object({
    page: z.string(),
    title: nullable,
    outlet: nullable,
    from: version,
    to: version,
    at: z.string(),
    version: count,
    versions: count,
    changes: z.array(
      z.object({
        kind: z.enum(changeKinds),
        before: z.union([told, z.null()]),
        after: z.union([told, z.null()]),
        because: z.string(),
      }),
    ),
  })
  .openapi("Revision");

export const revisionPage = z.object({ items: z.array(revision), ...paged });
