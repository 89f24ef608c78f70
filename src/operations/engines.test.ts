import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { missing, postgresEngine, sqliteEngine, testServer } from "../ledger/contract.ts";
import type { Filter, Ledger } from "../ledger/index.ts";
import { addInputs } from "./add.ts";
import { exportLedger, importInto } from "./carry.ts";
import { listActors, listClaims, listDocuments, listFigures, listOrigins, listStories, listTimeline } from "./index.ts";
import { openToAdd, openToAsk } from "./ledger.ts";
import { pageActors, pageClaims, pageDocuments, pageFigures, pageStories } from "./pages.ts";
import { searchLedger } from "./search.ts";

const examples = resolve(import.meta.dirname, "../../examples/port-aubry");

async function exported(ledger: Ledger): Promise<string> {
  let text = "";
  for await (const line of exportLedger(ledger)) text += line;
  return text;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Everything a ledger answers, as text. */
async function answers(ledger: Ledger): Promise<Record<string, string>> {
  const [story] = await listStories(ledger);
  const filters: Record<string, Filter> = {
    all: {},
    story: { story: story?.id },
    actor: { actor: "valdorie" },
    since: { since: "2025-03-15" },
    contested: { contested: true },
  };
  const lists = { listStories, listClaims, listFigures, listTimeline, listOrigins, listActors, listDocuments };
  const pages = { pageStories, pageClaims, pageFigures, pageActors, pageDocuments };
  const found: Record<string, string> = {};
  for (const [narrowed, filter] of Object.entries(filters)) {
    for (const [name, list] of Object.entries(lists)) {
      found[`${name} ${narrowed}`] = JSON.stringify(await list(ledger, filter));
    }
    for (const [name, page] of Object.entries(pages)) {
      const first = await page(ledger, filter, { limit: 3 });
      const after = first.next ?? undefined;
      found[`${name} ${narrowed}`] = JSON.stringify([
        first,
        after && (await page(ledger, filter, { limit: 3, after })),
      ]);
    }
  }
  for (const query of [
    "président",
    '"la frontière"',
    "fermer frontière",
    "speaker:valdorie act:deny",
    "status:contested",
  ]) {
    found[`search ${query}`] = JSON.stringify(await searchLedger(ledger, query, 50));
  }
  return found;
}

describe.skipIf(testServer === null)(testServer === null ? missing() : "both engines", () => {
  const [sqlite, postgres] = [sqliteEngine(), postgresEngine(testServer ?? "postgres://none")];
  afterAll(async () => {
    await sqlite.remove();
    await postgres.remove();
  });

  test("a ledger carried from one to the other and back answers every list byte for byte", {
    timeout: 300_000,
  }, async () => {
    const first = await openToAdd(await sqlite.place());
    const paths = readdirSync(examples)
      .sort()
      .map((name) => join(examples, name));
    for await (const event of addInputs(first, paths)) expect(event.kind).not.toBe("failed");
    const lines = await exported(first);
    const expected = await answers(first);
    expect(Object.values(expected).filter((text) => text.length > 100).length).toBeGreaterThan(30);
    await first.close();
    let carried = lines;
    for (const engine of [postgres, sqlite, postgres]) {
      const place = await engine.place();
      await importInto(place, bytesOf(carried));
      const ledger = await openToAsk(place);
      try {
        carried = await exported(ledger);
        expect(carried === lines, `${engine.kind} exports the same`).toBe(true);
        const told = await answers(ledger);
        for (const [name, text] of Object.entries(expected))
          expect(told[name] === text, `${name} on ${engine.kind}`).toBe(true);
      } finally {
        await ledger.close();
      }
    }
  });
});
