import { z } from "@hono/zod-openapi";
import { kept, known } from "./kept.ts";
import { count } from "./parts.ts";

const item = count.nullable().openapi({ description: "its place in what was sent; null for `aligned`, at the end" });
const failure = z.object({ code: z.string(), uri: z.string(), what: z.string(), why: z.string(), todo: z.string() });

const step = z
  .discriminatedUnion("kind", [
    kept.extend({ item }),
    known.extend({ item }),
    z.object({ kind: z.literal("failed"), item, failure }),
    z.object({ kind: z.literal("aligned"), item, stories: count, claims: count, contested: count }),
  ])
  .openapi("Step", { description: "What became of one item, and at the end of all." });

export const addition = z
  .object({
    id: z.string(),
    state: z.enum(["waiting", "running", "done"]),
    began: z.string(),
    total: count,
    done: count,
    steps: z.array(step),
  })
  .openapi("Addition");
