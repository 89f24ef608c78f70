import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { backupInto, importHere } from "../../operations/carry.ts";
import { freshen } from "../../operations/ledger.ts";
import { realign } from "../../operations/realign.ts";
import { rereadLedger } from "../../operations/reread.ts";
import { ofType, tooLarge } from "../body.ts";
import type { Desk } from "../desk.ts";
import { followed, followedTold, streamed } from "../follow.ts";
import { route } from "./route.ts";

const lines = { 200: { description: followedTold, content: { "application/x-ndjson": { schema: z.string() } } } };
const file = { schema: z.string().openapi({ format: "binary" }) };

/** What only an administrator does with the ledger as a whole: bringing it in, saving it, making it anew. */
export function addCarry(app: OpenAPIHono, desk: Desk): void {
  const { ledger, reader } = desk;
  route(app, "/api/import", {
    post: [
      {
        summary: "Puts an exported ledger into this one, which must be empty: all of it or nothing.",
        description: "What is larger than the server takes at once is imported with `selon import`.",
        request: { body: { required: true, content: { "application/x-ndjson": { schema: z.string() } } } },
        responses: lines,
      },
      async (c) => {
        ofType(c, ["application/x-ndjson"]);
        const folder = await mkdtemp(join(tmpdir(), "selon-import-"));
        const path = join(folder, "ledger.jsonl");
        const gone = (): Promise<void> => rm(folder, { recursive: true, force: true });
        try {
          await spool(c, path, desk.maxImport);
        } catch (error) {
          await gone();
          throw error;
        }
        const work = (tell: (progress: object) => void) =>
          desk.inTurn(async () => {
            const from = createReadStream(path);
            const done = await importHere(ledger, from, ({ documents, decisions }) => tell({ documents, decisions }));
            await freshen(ledger, reader);
            return done;
          });
        return await followed(c, desk, (tell) => work(tell).finally(gone));
      },
      "admin",
    ],
  });
  route(app, "/api/backup", {
    get: [
      {
        summary: "A whole, checked copy of a ledger in a folder, as `selon backup` makes it: the file ledger.sqlite.",
        description: "`selon restore` puts it in place. A ledger in PostgreSQL is saved with the server's own tools.",
        responses: { 200: { description: "The file.", content: { "application/vnd.sqlite3": file } } },
      },
      async () => {
        const folder = await mkdtemp(join(tmpdir(), "selon-backup-"));
        const gone = (): Promise<void> => rm(folder, { recursive: true, force: true });
        try {
          const path = await backupInto(ledger, join(folder, "copy"));
          return streamed(andThen(createReadStream(path), gone), "ledger.sqlite", "application/vnd.sqlite3");
        } catch (error) {
          await gone();
          throw error;
        }
      },
      "admin",
    ],
  });
  route(app, "/api/realign", {
    post: [
      { summary: "Aligns every document afresh, as if all had been added at once.", responses: lines },
      (c) => followed(c, desk, () => desk.inTurn(() => realign(ledger, reader))),
      "admin",
    ],
  });
  route(app, "/api/reread", {
    post: [
      {
        summary: "Reads every document anew from its bytes with today's engine; no decision is lost.",
        responses: lines,
      },
      (c) =>
        followed(c, desk, async (tell) => {
          let [done, last]: [number, object] = [0, {}];
          for await (const event of rereadLedger(ledger, reader)) {
            if (event.kind === "done") last = event;
            else tell({ documents: ++done, of: event.of });
          }
          return last;
        }),
      "admin",
    ],
  });
}

/** Writes a body to a file, as far as it may be long. */
async function spool(c: Context, path: string, most: number): Promise<void> {
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(most);
  let size = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length;
      if (size > most) done(tooLarge(most));
      else done(null, chunk);
    },
  });
  const target = createWriteStream(path, { mode: 0o600 });
  await pipeline(c.req.raw.body ?? [], counted, target);
}

async function* andThen(from: AsyncIterable<Uint8Array>, last: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    yield* from;
  } finally {
    await last();
  }
}
