import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { alignLedger, keepDocument, openLedger } from "../src/ledger/index.ts";
import { alignmentOf } from "../src/ledger/views.ts";
import { relatePart } from "../src/pipeline.ts";
import { generatedDocuments, token } from "./generated.ts";
import { agreement, pairsOfStories, readGenerated, storyTruth } from "./truth.ts";

/**
 * What adding a document costs in a large ledger against a small one: `node bench/growth.ts [DOCUMENTS] [COPIES] [PROBES]`.
 *
 * The small ledger holds generated stories, read and aligned by the program. The large one is the same many times over,
 * multiplied in the database with other names of people and places: reading a hundred thousand texts would take hours.
 * Its rows are such as the program wrote; words that are not names are shared by all copies, so that keys grow frequent.
 * Then the same documents are added to both, one by one: kept and aligned, without their reading, which costs the same.
 */
const count = Number(process.argv[2] ?? 1000);
const copies = Number(process.argv[3] ?? 100);
const probes = Number(process.argv[4] ?? 30);
const folder = mkdtempSync(join(tmpdir(), "selon-growth-"));

try {
  const documents = generatedDocuments(count + 3 * probes, 20310504);
  const read = documents.map(readGenerated);
  const small = join(folder, "small");
  const ledger = await openLedger(small, "write");
  const begin = performance.now();
  for (const { capture, reading } of read.slice(0, count)) await keepDocument(ledger, capture, reading);
  const kept = performance.now();
  await alignLedger(ledger, relatePart);
  const aligned = performance.now();
  const ids = read.slice(0, count).map(({ reading }) => reading.document.id);
  const truth = storyTruth(
    ids,
    documents.slice(0, count).map(({ story }) => story),
  );
  const stories = agreement(pairsOfStories(await alignmentOf(ledger)), truth);
  await ledger.close();
  console.log(
    `${count} documents: kept in ${(kept - begin).toFixed(0)} ms, aligned in ${(aligned - kept).toFixed(0)} ms`,
  );
  console.log(`pairwise F of stories on the generated corpus: ${(100 * stories).toFixed(1)}`);
  const large = join(folder, "large");
  mkdirSync(large);
  multiply(join(small, "ledger.sqlite"), join(large, "ledger.sqlite"), copies);
  // Texts that are there word for word are known already, and nothing is aligned for them.
  const known = new Set(ids);
  const more = read.slice(count).filter(({ reading: { document } }) => !known.has(document.id));
  more.length = Math.min(more.length, probes);
  const [a, b] = await add([small, large], more);
  console.log(line(count, a, small));
  console.log(line(count * copies, b, large));
  console.log(
    `median ratio ${(median(b.wall) / median(a.wall)).toFixed(2)}, of processor time ${(median(b.work) / median(a.work)).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Times = { readonly wall: number[]; readonly work: number[] };

/** Adds each document to both ledgers in turn: what the machine does besides, and what it learns, befalls both alike. */
async function add(
  places: readonly [string, string],
  more: readonly ReturnType<typeof readGenerated>[],
): Promise<readonly [Times, Times]> {
  const ledgers = [await openLedger(places[0], "write"), await openLedger(places[1], "write")] as const;
  const times: readonly [Times, Times] = [
    { wall: [], work: [] },
    { wall: [], work: [] },
  ];
  try {
    for (const { capture, reading } of more) {
      for (const at of [0, 1] as const) {
        const [begin, before] = [performance.now(), process.cpuUsage()];
        await keepDocument(ledgers[at], capture, reading);
        await alignLedger(ledgers[at], relatePart);
        const used = process.cpuUsage(before);
        times[at].wall.push(performance.now() - begin);
        times[at].work.push((used.user + used.system) / 1000);
      }
    }
  } finally {
    for (const ledger of ledgers) await ledger.close();
  }
  return times;
}

function line(size: number, { wall, work }: Times, place: string): string {
  const megabytes = statSync(join(place, "ledger.sqlite")).size / 1_000_000;
  return `adding to ${size} documents (${megabytes.toFixed(0)} MB): median ${median(wall).toFixed(1)} ms, worst ${Math.max(...wall).toFixed(1)} ms; processor ${median(work).toFixed(1)} ms`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Writes a ledger that holds another one many times over, each time with other names. */
function multiply(from: string, to: string, times: number): void {
  copyFileSync(from, to);
  const database = new DatabaseSync(to);
  database.exec("pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off");
  database.exec(`attach '${from}' as base`);
  const tables =
    "captures documents readings statements figures actors propositions document_keys passages passage_statements " +
    "stories story_documents story_members claims claim_members positions claim_actors figure_groups figure_actors";
  for (const table of tables.split(" ")) {
    const columns = database.prepare(`pragma base.table_info(${table})`).all() as { name: string; type: string }[];
    const own = columns.filter(({ name }) => table !== "passages" || name !== "id");
    const values = own.map(({ name, type }) => (/text/i.test(type) ? renamed(`"${name}"`) : `"${name}"`));
    const insert = database.prepare(
      `insert into main.${table} (${own.map(({ name }) => `"${name}"`).join()}) select ${values.join()} from base.${table}`,
    );
    database.exec("begin");
    for (let copy = 1; copy < times; copy++) insert.run({ mark: mark(copy), name: name(copy) });
    database.exec("commit");
  }
  database.exec("analyze");
  database.close();
}

/** The text of a column with the ids and names of a copy. */
function renamed(column: string): string {
  let text = column;
  for (const prefix of ["sha256:", "story-", "claim-", "figures-"]) {
    text = `replace(${text}, '${prefix}', '${prefix}' || :mark)`;
  }
  return `replace(${text}, '${token}', :name)`;
}

function mark(copy: number): string {
  return copy.toString(16).padStart(4, "0");
}

/** Three syllables for a number. */
function name(copy: number): string {
  const part = (number: number): string => `${"bdlmnrtv"[number % 8]}${"aeo"[Math.floor(number / 8) % 3]}`;
  return `${part(copy)}${part(Math.floor(copy / 24))}ba`;
}
