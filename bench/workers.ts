/**
 * How many documents workers read in a second: `sh scripts/with-postgres.sh node bench/workers.ts [DOCUMENTS] [WORKERS…]`
 * (200; 1 2). For each number of workers, a ledger of its own is filled with the queue and drained; the time runs from the
 * first document that a worker keeps to the last, so that starting and aligning at the end are not in it. Tells the
 * processor time of all workers too: on a machine that does other things it is the better figure.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { missing, postgresEngine, testServer } from "../src/ledger/contract.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { queueCapture } from "../src/ledger/queued.ts";
import { stamps } from "./desk-ledger.ts";

const program = resolve(import.meta.dirname, "../bin/selon");
const [count = 200, ...asked] = process.argv.slice(2).map(Number);
const workers = asked.length > 0 ? asked : [1, 2];

if (testServer === null) console.log(missing());
else {
  const engine = postgresEngine(testServer);
  try {
    let one = 0;
    for (const some of workers) {
      const { rate, cpu } = await measure(await engine.place(), some);
      if (one === 0) one = rate;
      console.log(
        `${some} worker${some === 1 ? "" : "s"}: ${rate.toFixed(2)} documents a second, ${(rate / one).toFixed(2)} times the first; ${cpu.toFixed(0)} ms of processor a document (${availableParallelism()} cores)`,
      );
    }
  } finally {
    await engine.remove();
  }
}

async function measure(address: string, some: number): Promise<{ rate: number; cpu: number }> {
  const ledger = await openLedger(address, "write");
  const queue = await (ledger.queue ?? (() => Promise.reject(new Error("no queue"))))("adds");
  const stamp = stamps();
  for (let n = 0; n < count; n += 1) {
    const { bytes, document } = stamp(n * 10 + (n % 10)).capture;
    const about = { uri: document.uri, language: document.language, published: document.published ?? "2031-05-04" };
    await queueCapture(ledger, queue, captureBytes(bytes, about));
  }
  await queue.close();
  await ledger.close();
  const times: number[] = [];
  const begun = Array.from({ length: some }, () => start(address, () => times.push(performance.now())));
  const used = new Map<ChildProcess, number>();
  const watch = setInterval(() => {
    for (const child of begun) used.set(child, ticksOf(child) ?? used.get(child) ?? 0);
  }, 100);
  while (times.length < count && begun.some(({ exitCode }) => exitCode === null)) {
    await new Promise((done) => setTimeout(done, 50));
  }
  clearInterval(watch);
  const ticks = begun.reduce((sum, child) => sum + (ticksOf(child) ?? used.get(child) ?? 0), 0);
  for (const child of begun) {
    if (child.exitCode !== null) continue;
    const gone = once(child, "close");
    child.kill("SIGTERM");
    await gone;
  }
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  return { rate: (times.length - 1) / ((last - first) / 1000), cpu: (ticks * 10) / times.length };
}

function start(address: string, kept: () => void): ChildProcess {
  const child = spawn(program, ["worker", "--ledger", address], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    for (const _ of text.matchAll(/"kind":"kept"/g)) kept();
  });
  return child;
}

/** Hundredths of a second of processor time that a process has used, where the system tells. */
function ticksOf({ pid }: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return null;
  }
}
