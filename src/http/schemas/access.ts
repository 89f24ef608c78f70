import { z } from "@hono/zod-openapi";
import { accessActions, roles, scopes } from "../../model/access.ts";
import { count, nullable } from "./parts.ts";

// Who may do what.

export const user = z
  .object({ id: z.string(), name: z.string(), role: z.enum(roles), created: z.string(), changed: z.string() })
  .openapi("User");

export const token = z
  .object({
    id: z.string(),
    user: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    created: z.string(),
    used: nullable,
    expires: nullable,
    revoked: nullable,
  })
  .openapi("Token");

export const accessLine = z
  .object({
    seq: count,
    time: z.string(),
    author: z.string(),
    action: z.enum(accessActions),
    subject: z.string(),
    detail: z.record(z.string(), z.string()),
    before: z.string(),
    hash: z.string(),
  })
  .openapi("AccessLine");
