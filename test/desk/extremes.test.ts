import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { crowd } from "../../bench/crowd.ts";
import type { GeneratedDocument } from "../../bench/generated.ts";
import { readGenerated } from "../../bench/truth.ts";
import { alignLedger, keepDocument, type Ledger, openLedger } from "../../src/ledger/index.ts";
import {
  dossierData,
  listClaims,
  listFigures,
  listOrigins,
  listStories,
  listTimeline,
} from "../../src/operations/index.ts";
import { relatePart } from "../../src/pipeline.ts";
import { dossierOf, renderMarkdown } from "../../src/report/index.ts";

// Ledgers that no desk plans for, asked what a desk asks. Costs are compared with those of a smaller ledger of the same
// kind, in processor time, since the machine may be busy: in proportion, with room for noise.

const folder = mkdtempSync(join(tmpdir(), "selon-extremes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Counts = { readonly [command: string]: number };
type Asked = { readonly found: Counts; readonly ms: Counts };

const commands: Readonly<Record<string, (ledger: Ledger) => Promise<number>>> = {
  stories: async (ledger) => (await listStories(ledger)).length,
  claims: async (ledger) => (await listClaims(ledger)).length,
  figures: async (ledger) => (await listFigures(ledger)).length,
  origins: async (ledger) => (await listOrigins(ledger)).length,
  timeline: async (ledger) => (await listTimeline(ledger)).length,
  dossier: async (ledger) => {
    const [story] = await listStories(ledger);
    const { alignment, readings } = await dossierData(ledger, story?.id);
    const dossier = dossierOf(alignment, readings, { generated: "2031-03-09T12:00:00Z" });
    return renderMarkdown(dossier, { language: "en" }).length;
  },
};

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

let made = 0;

/** Keeps and aligns documents in a new ledger and asks it everything. */
async function ask(documents: readonly GeneratedDocument[]): Promise<Asked> {
  made += 1;
  const ledger = await openLedger(join(folder, `ledger-${made}`), "write");
  try {
    for (const { capture, reading } of documents.map(readGenerated)) await keepDocument(ledger, capture, reading);
    const found: Record<string, number> = {};
    const ms: Record<string, number> = {};
    const begin = spent();
    await alignLedger(ledger, relatePart);
    ms.align = spent() - begin;
    for (const [name, run] of Object.entries(commands)) {
      const before = spent();
      found[name] = await run(ledger);
      ms[name] = spent() - before;
    }
    return { found, ms };
  } finally {
    await ledger.close();
  }
}

/** At four times the documents, at most so many times the cost; below some milliseconds nothing can be told. */
const [room, least] = [9, 40];

async function proportionate(make: (count: number) => GeneratedDocument[], few: number): Promise<Asked> {
  await ask(make(10));
  const [small, large] = [await ask(make(few)), await ask(make(4 * few))];
  for (const [name, ms] of Object.entries(large.ms))
    expect(ms, `${name}: ${ms.toFixed(0)} ms`).toBeLessThan(room * Math.max(small.ms[name] ?? 0, least));
  return large;
}

const told = (number: number, text: string, published = "2031-03-05T08:00:00Z"): GeneratedDocument => ({
  name: `told-${number}.txt`,
  story: 0,
  text,
  language: "fr",
  published,
  outlet: `Le Courrier ${number}`,
});

const many = (make: (number: number) => GeneratedDocument) => (count: number) =>
  Array.from({ length: count }, (_, number) => make(number));

describe("what a desk asks is answered", { timeout: 180_000 }, () => {
  test("of an empty ledger", async () => {
    const { found } = await ask([]);
    expect(found).toMatchObject({ stories: 0, claims: 0, figures: 0, origins: 0, timeline: 0 });
  });

  test("of one document", async () => {
    const { found } = await ask(crowd(1, 7));
    expect(found.stories).toBe(1);
    expect(found.claims).toBeGreaterThan(0);
    expect(found.timeline).toBeGreaterThan(0);
    expect(found.dossier).toBeGreaterThan(200);
  });

  test("of a thousand copies of one document, in proportion", async () => {
    const text =
      "Le maire de Sorville, Paul Merin, a démenti mardi que le pont ait été fermé. Douze personnes ont été blessées, selon les pompiers.\n";
    // The same article, printed by a thousand papers under their own names.
    const { found } = await proportionate(
      many((number) => told(number, `Le Courrier ${number}\n\n${text}`)),
      250,
    );
    expect(found.stories).toBe(1);
    expect(found.claims).toBeLessThan(10);
  });

  test("of documents in which nobody says anything, in proportion", async () => {
    const { found } = await proportionate(
      many((number) => told(number, `Recette ${number}\n\nFarine : 200 g. Sucre : ${number} g.\n\n***\n`)),
      50,
    );
    expect(found.dossier).toBeGreaterThan(0);
  });

  test("of documents whose dates contradict one another, in proportion", async () => {
    const day = (number: number): string => `${(number % 27) + 1} mars ${1990 + (number % 60)}`;
    const { found } = await proportionate(
      many((number) =>
        told(
          number,
          `Le pont de Sorville s'est effondré le ${day(number)}. Il s'effondrera le ${day(number * 7 + 1)}, a dit le maire Paul Merin. Le 31 février, rien n'avait été annoncé.\n`,
          number % 3 === 0 ? "0001-01-01T00:00:00Z" : `20${String(number % 90).padStart(2, "0")}-12-31T23:59:59Z`,
        ),
      ),
      50,
    );
    expect(found.stories).toBeGreaterThan(1);
    expect(found.claims).toBeGreaterThan(0);
  });

  test("of one story of very many, in proportion", async () => {
    const { found } = await proportionate((count) => crowd(count, 20310504), 75);
    expect(found.stories).toBeLessThan(5);
    expect(found.figures).toBeGreaterThan(0);
  });
});
