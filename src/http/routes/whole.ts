import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { version } from "../../model/version.ts";
import { exportLedger } from "../../operations/carry.ts";
import { goldOf } from "../../operations/gold.ts";
import { statusOf } from "../../operations/status.ts";
import { verifyLedger } from "../../operations/verify.ts";
import { queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { streamed } from "../follow.ts";
import { replyJson } from "../reply.ts";
import { count } from "../schemas/parts.ts";
import { route } from "./route.ts";

const fault = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });
const verified = z
  .object({ captures: count, decisions: count, head: z.string(), faults: z.array(fault) })
  .openapi("Verified");
const status = z
  .object({
    version: z.string(),
    readOnly: z.boolean(),
    documents: count,
    statements: count,
    stories: count,
    claims: count,
    contested: count,
  })
  .openapi("Status");
const goldQuery = z.strictObject({
  checked: z.enum(["true", "false"]).default("false").openapi({ description: "only documents checked as a whole" }),
});
const lines = { "application/x-ndjson": { schema: z.string() } };

/** Most faults that are told one by one. */
const most = 1_000;

/** What concerns the ledger as a whole: how much it holds, checking, taking it elsewhere. */
export function addWhole(app: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk;
  route(app, "/api/status", {
    get: [
      {
        summary: "What the ledger holds, and which version answers.",
        responses: { 200: { description: "Counts.", content: { "application/json": { schema: status } } } },
      },
      async (c) => {
        await desk.fresh();
        return replyJson(c, { version, readOnly: ledger.frozen, ...(await statusOf(ledger)) });
      },
    ],
  });
  route(app, "/api/gold", {
    get: [
      {
        summary: "What people corrected, as gold that selon eval reads: one document a line.",
        request: { query: goldQuery },
        responses: { 200: { description: "The lines.", content: lines } },
      },
      (c) => {
        const { checked } = queryOf(c, goldQuery);
        return streamed(goldLines(ledger, checked === "true"), "gold.jsonl");
      },
    ],
  });
  route(app, "/api/verify", {
    get: [
      {
        summary: "Checks captures and logs against their hashes.",
        responses: { 200: { description: "What was found.", content: { "application/json": { schema: verified } } } },
      },
      async (c) => {
        const faults: object[] = [];
        for await (const event of verifyLedger(ledger)) {
          if (event.kind === "fault" && faults.length < most) faults.push(event.fault);
          if (event.kind !== "done") continue;
          const { captures, decisions, head } = event;
          return replyJson(c, { captures, decisions, head, faults });
        }
        return replyJson(c, { captures: 0, decisions: 0, head: "", faults });
      },
    ],
  });
  route(app, "/api/export", {
    get: [
      {
        summary: "The whole ledger as JSON Lines, for another ledger on whichever engine; without users and tokens.",
        responses: { 200: { description: "The lines.", content: lines } },
      },
      () => streamed(exportLedger(ledger), "ledger.jsonl"),
    ],
  });
}

async function* goldLines(ledger: Desk["ledger"], checked: boolean): AsyncGenerator<string> {
  for await (const file of goldOf(ledger, { checked })) yield `${JSON.stringify(file)}\n`;
}
