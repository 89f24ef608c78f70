import { z } from "@hono/zod-openapi";

const step = z
  .looseObject({
    item: z.number().int().nullable(),
    kind: z.enum(["kept", "known", "failed", "aligned"]),
  })
  .openapi("Step", { description: "What became of one item; `aligned` at the end is of no item." });

export const addition = z
  .object({
    id: z.string(),
    state: z.enum(["waiting", "running", "done"]),
    began: z.string(),
    total: z.number().int(),
    done: z.number().int(),
    steps: z.array(step),
  })
  .openapi("Addition");
