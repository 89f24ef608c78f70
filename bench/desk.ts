/**
 * A desk's ledger at work: `node bench/desk.ts [--ledger PLACE] [--documents 10000] [--seconds 60]`. Without `--ledger` one
 * is made in a temporary folder; PLACE is a folder or the address of a PostgreSQL database, filled when it is empty. Tells
 * how long opening takes, the 95th percentile of every list and search page from a warm process, what memory it takes,
 * and how many answers fifty readers get in a minute while one writer adds. Ends with 1 where a limit is not kept.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Filter, Ledger, PageAsk } from "../src/ledger/index.ts";
import { article } from "../src/ledger/testing.ts";
import { addBytes } from "../src/operations/add-bytes.ts";
import { openToAdd, openToAsk } from "../src/operations/ledger.ts";
import { pageOrigins } from "../src/operations/origins.ts";
import { pageActors, pageClaims, pageDocuments, pageFigures, pageStories } from "../src/operations/pages.ts";
import { pagePositions } from "../src/operations/positions-page.ts";
import { searchLedger } from "../src/operations/search.ts";
import { makeDesk } from "./desk-ledger.ts";

const { values } = parseArgs({
  options: {
    ledger: { type: "string" },
    documents: { type: "string", default: "10000" },
    seconds: { type: "string", default: "60" },
    runs: { type: "string", default: "20" },
  },
});
const limits = { page: 150, opening: 500, memory: 500 };
const count = Number(values.documents);
const folder = mkdtempSync(join(tmpdir(), "selon-desk-"));
const place = values.ledger ?? join(folder, "ledger");
let kept = true;

try {
  await fill();
  await opening();
  const ledger = await openToAsk(place);
  try {
    await pages(ledger);
    const memory = process.memoryUsage().rss / 1024 / 1024;
    tell("memory of the process that asked", memory, "MB", limits.memory);
    await load(ledger);
  } finally {
    await ledger.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = kept ? 0 : 1;

async function fill(): Promise<void> {
  const ledger = await openToAdd(place);
  const { n } = await ledger.db
    .selectFrom("documents")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  await ledger.close();
  if (Number(n) === 0) {
    const begin = performance.now();
    await makeDesk(place, count);
    console.log(`made a ledger of ${count} documents in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  }
}

async function opening(): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const begin = performance.now();
    const ledger = await openToAsk(place);
    await pageStories(ledger, {}, { limit: 1 });
    times.push(performance.now() - begin);
    await ledger.close();
  }
  tell("opening, with the first story", Math.max(...times), "ms", limits.opening);
}

async function pages(ledger: Ledger): Promise<void> {
  const story = (await pageStories(ledger, {}, { limit: 1 })).items[0]?.id ?? "";
  const actor = (await pageActors(ledger, {}, { limit: 5 })).items[4]?.name ?? "";
  const filters = {
    all: {},
    "one story": { story },
    "part of a name": { actor: "morv" },
    "an actor": { actor },
    contested: { contested: true },
    since: { since: "2030-11-01" },
    "all four": { story, actor, contested: true, since: "2030-01-01" },
  };
  const lists = {
    stories: pageStories,
    claims: pageClaims,
    figures: pageFigures,
    actors: pageActors,
    documents: pageDocuments,
    origins: pageOrigins,
    positions: pagePositions,
    "claims by what is said": (on: Ledger, filter: Filter, ask: PageAsk) =>
      pageClaims(on, { ...filter, saying: "fermer" }, ask),
  };
  for (const [name, page] of Object.entries(lists)) {
    for (const [narrowed, filter] of Object.entries(filters)) {
      await measure(`${name}, ${narrowed}`, async () => (await page(ledger, filter, { limit: 100 })).items.length);
    }
    let after: string | undefined;
    for (let n = 0; n < 20; n += 1) after = (await page(ledger, {}, { limit: 100, after })).next ?? after;
    await measure(`${name}, far on`, async () => (await page(ledger, {}, { limit: 100, after })).items.length);
  }
  await measure(
    "stories, newest first",
    async () => (await pageStories(ledger, {}, { limit: 100, order: "newest" })).items.length,
  );
  for (const query of [
    "pont",
    "bridge inspected",
    '"maisons évacuées"',
    "craquement",
    "speaker:morv",
    "act:deny",
    "status:contested pont",
    "speaker:morv act:deny since:2030-06 language:fr",
    "10123",
    "xyzzy",
    "since:2032",
  ]) {
    await measure(`search ${query}`, async () => (await searchLedger(ledger, query, 50)).length);
  }
}

async function measure(name: string, ask: () => Promise<number>): Promise<void> {
  let found = await ask();
  const [times, work]: number[][] = [[], []];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const [begin, used] = [performance.now(), process.cpuUsage()];
    found = await ask();
    times?.push(performance.now() - begin);
    const { user, system } = process.cpuUsage(used);
    work?.push((user + system) / 1000);
  }
  const cpu = `  (${p95(work ?? []).toFixed(1)} ms of this process's processor time)`;
  tell(`${name} (${found})`, p95(times ?? []), "ms", limits.page, cpu);
}

/** Fifty who read one page after the other, and one who adds articles with new stories. */
async function load(ledger: Ledger): Promise<void> {
  const writer = await openToAdd(place);
  const end = performance.now() + Number(values.seconds) * 1000;
  const times: number[] = [];
  let [written, failures] = [0, 0];
  const asks: (() => Promise<unknown>)[] = [
    () => pageStories(ledger, {}, { limit: 50 }),
    () => pageClaims(ledger, { contested: true }, { limit: 50 }),
    () => pageActors(ledger, {}, { limit: 50 }),
    () => pageDocuments(ledger, { since: "2030-11-01" }, { limit: 50 }),
    () => searchLedger(ledger, '"maisons évacuées"', 50),
  ];
  const failed = (error: unknown): void => {
    failures += 1;
    console.error(error);
  };
  const reader = async (first: number): Promise<void> => {
    for (let n = first; performance.now() < end; n += 1) {
      const begin = performance.now();
      await (asks[n % asks.length] ?? (async () => {}))().catch(failed);
      times.push(performance.now() - begin);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const write = async (): Promise<void> => {
    for (let n = 1_000_000; performance.now() < end; n += 1) {
      const about = { uri: `added/${n}.txt`, language: "fr", published: "2033-05-04" };
      await addBytes(writer, new TextEncoder().encode(article(n)), about).then(() => (written += 1), failed);
      // A ledger in a folder answers without ever waiting; whoever writes lets others have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all([...Array.from({ length: 50 }, (_, n) => reader(n)), write()]);
  await writer.close();
  console.log(
    `50 readers and a writer, ${values.seconds} s: ${times.length} pages, 95 % within ${p95(times).toFixed(0)} ms; ${written} articles added; ${failures} errors`,
  );
  if (failures > 0) kept = false;
}

function p95(times: number[]): number {
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.95) - 1] ?? 0;
}

function tell(what: string, figure: number, unit: string, limit: number, more = ""): void {
  if (figure > limit) kept = false;
  console.log(
    `${what.padEnd(62)} ${figure.toFixed(1).padStart(8)} ${unit}${more}${figure > limit ? `  NOT under ${limit}` : ""}`,
  );
}
