/**
 * The HTTP API under load: `node bench/http.ts --ledger PLACE [--seconds 60] [--readers 50]`. A real server over a ledger
 * that is there (`bench/desk.ts` makes one of 10,000 documents); so many readers ask for lists, searches and single things
 * as fast as they are answered while one writer adds articles. Tells the answers, the 50th and 95th percentile of each
 * kind with all readers at once, and the errors; ends with 1 where there is one. Readers and server share the process.
 */
import { Agent, request } from "node:http";
import { parseArgs } from "node:util";
import { serveLedger } from "../src/http/index.ts";
import { openToAdd } from "../src/operations/index.ts";

const { values } = parseArgs({
  options: {
    ledger: { type: "string", default: "./.selon" },
    seconds: { type: "string", default: "60" },
    readers: { type: "string", default: "50" },
  },
});
const ledger = await openToAdd(values.ledger);
const errors: unknown[] = [];
const log = (error: unknown): void => {
  errors.push(error);
};
const serving = await serveLedger(ledger, { host: "127.0.0.1", port: 0, log });
const agent = new Agent({ keepAlive: true, maxSockets: 100 });

type Answer = { readonly status: number; readonly body: string };
function ask(path: string, body?: string): Promise<Answer> {
  const headers = body === undefined ? {} : { "content-type": "text/plain; charset=utf-8" };
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, serving.url), { agent, headers, method: body === undefined ? "GET" : "POST" });
    asked.on("error", reject).on("response", (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }));
    });
    asked.end(body);
  });
}

const first = async (list: string): Promise<string> => {
  const { items } = JSON.parse((await ask(`/api/${list}?limit=1`)).body) as { items: { id: string }[] };
  return encodeURIComponent(items[0]?.id ?? "none");
};
const kinds: readonly string[] = [
  "/api/stories?limit=50",
  "/api/claims?limit=50",
  "/api/documents?limit=50",
  "/api/actors?limit=50",
  "/api/search?q=fermer&limit=20",
  "/api/search?q=ferm&typing=true&limit=6",
  "/api/suggest?q=pa",
  "/api/claims?q=fermer&limit=50",
  "/api/positions?limit=50",
  "/api/origins?limit=50",
  `/api/stories/${await first("stories")}`,
  `/api/claims/${await first("claims")}`,
  `/api/documents/${await first("documents")}`,
];
// A warm server: each kind was asked once, and one article added.
for (const path of kinds) await ask(path);
await ask("/api/documents?language=fr&published=2031-05-04&uri=bench", "Le pont est fermé, a annoncé la préfecture.");
const times = new Map<string, number[]>([...kinds, "POST /api/documents"].map((kind) => [kind, []]));
const end = Date.now() + Number(values.seconds) * 1_000;

async function timed(kind: string, path: string, body?: string): Promise<void> {
  const begin = performance.now();
  try {
    const { status } = await ask(path, body);
    if (status >= 400) errors.push(`${kind}: ${status}`);
  } catch (error) {
    errors.push(error);
  }
  times.get(kind)?.push(performance.now() - begin);
}

async function read(reader: number): Promise<void> {
  for (let n = reader; Date.now() < end; n += 1) {
    const kind = kinds[n % kinds.length] ?? "";
    await timed(kind, kind);
  }
}

async function write(): Promise<void> {
  for (let n = 0; Date.now() < end; n += 1) {
    const text = `Le pont ${Date.now()} de Vellac a été fermé, a annoncé la préfecture. Selon la maire, ${n} maisons sont vides.`;
    await timed("POST /api/documents", `/api/documents?language=fr&published=2031-05-04&uri=bench-${n}`, text);
  }
}

await Promise.all([...Array.from({ length: Number(values.readers) }, (_, reader) => read(reader)), write()]);
for (const [kind, all] of times) {
  all.sort((a, b) => a - b);
  const at = (share: number): string => (all[Math.floor((all.length - 1) * share)] ?? 0).toFixed(0);
  console.log(`${String(all.length).padStart(6)} answers, ${at(0.5)} ms, 95th ${at(0.95)} ms: ${kind.slice(0, 60)}`);
}
const memory = (process.memoryUsage().rss / 1024 / 1024).toFixed(0);
console.log(`${errors.length} errors; ${memory} MB, readers included`);
for (const error of errors.slice(0, 5)) console.error(error);
await serving.close();
await ledger.close();
agent.destroy();
process.exitCode = errors.length > 0 ? 1 : 0;
