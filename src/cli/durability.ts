import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { decisionsIn } from "../ledger/decisions/index.ts";
import { keepDocument, openLedger, readingsOf } from "../ledger/index.ts";
import { captureOf, inspect } from "../ledger/testing.ts";
import { verifyLedger } from "../ledger/verify.ts";
import { acts } from "../model/index.ts";
import { decide } from "../operations/decisions/decide.ts";
import { freshen } from "../operations/ledger.ts";

// A process that adds and decides until it is ended, and whoever ends it, again and again: for a test and for `bench/kill.ts`.

/** The same numbers at every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Adds articles and decides about them, and tells of each on a line of its own once it is kept. */
async function work(place: string, seed: number): Promise<void> {
  const random = randomNumbers(seed);
  const { readCapture } = await import("../pipeline.ts");
  const ledger = await openLedger(place, "write");
  const tell = (line: string): void => void process.stdout.write(`${line}\n`);
  // Models are loaded before the clock runs.
  readCapture(captureOf(seed * 1_000));
  tell("ready");
  for (let n = seed * 1_000; ; n += 1) {
    const capture = captureOf(n);
    await keepDocument(ledger, capture, readCapture(capture));
    tell(`document ${capture.document.id}`);
    const [reading] = await readingsOf(ledger, [capture.document.id]);
    for (const { id } of reading?.statements ?? []) {
      const act = acts[Math.floor(random() * acts.length)] ?? "assert";
      const line = await decide(
        ledger,
        { kind: "correct-statement", statement: id, changes: { act } },
        { author: "ada" },
      );
      tell(`decision ${line.id}`);
      if (random() < 0.3) {
        const undo = await decide(ledger, { kind: "undo", decision: line.id }, { author: "bob" });
        tell(`decision ${undo.id}`);
      }
    }
    if (random() < 0.4) await freshen(ledger);
  }
}

export type Survived = {
  readonly rounds: number;
  /** Rounds in which the process was ended while it worked. */
  readonly killed: number;
  readonly documents: number;
  readonly decisions: number;
  /** What was acknowledged and is gone, or is there twice, or is not whole. */
  readonly faults: readonly string[];
};

/**
 * Starts the process, ends it with SIGKILL at a random moment, and looks at what it left: everything acknowledged is there
 * once and whole, the log and the captures verify, and the next process goes on with it.
 */
export async function killRounds(
  place: string,
  rounds: number,
  tell: (round: number, faults: number) => void = () => {},
): Promise<Survived> {
  const random = randomNumbers(20310505);
  const acknowledged = { document: new Set<string>(), decision: new Set<string>() };
  const faults: string[] = [];
  let killed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const child = spawn(process.execPath, [import.meta.filename, place, String(round)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const gone = once(child, "close");
    const said = listen(child);
    // Some are ended before they keep anything, some between two lines, some within.
    await said.lines(Math.floor(random() * 16));
    await new Promise((resolve) => setTimeout(resolve, random() * 25));
    if (child.exitCode === null && child.kill("SIGKILL")) killed += 1;
    await gone;
    // Half a line is no acknowledgement.
    const lines = said.text().split("\n").slice(0, -1);
    for (const line of lines) {
      const [kind, id = ""] = line.split(" ");
      if (kind === "document" || kind === "decision") acknowledged[kind].add(id);
    }
    if (said.errors() !== "") faults.push(`round ${round}: ${said.errors().slice(0, 400)}`);
    faults.push(...(await look(place, acknowledged)).map((fault) => `round ${round}: ${fault}`));
    tell(round, faults.length);
  }
  // Whoever comes next takes everything in.
  const ledger = await openLedger(place, "write");
  await freshen(ledger);
  const decisions = (await decisionsIn(ledger.db)).length;
  await ledger.close();
  faults.push(...(await look(place, acknowledged)));
  return { rounds, killed, documents: inspect(place).documents, decisions, faults };
}

/** What a process says. `lines` waits for so many, or for its end. */
function listen(child: ChildProcess): {
  lines: (count: number) => Promise<void>;
  text: () => string;
  errors: () => string;
} {
  let [text, errors, ended] = ["", "", false];
  let wake = (): void => {};
  child.once("close", () => {
    ended = true;
    wake();
  });
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    wake();
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  const lines = async (count: number): Promise<void> => {
    while (!ended && text.split("\n").length - 1 < count) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { lines, text: () => text, errors: () => errors };
}

async function look(
  place: string,
  acknowledged: { readonly document: ReadonlySet<string>; readonly decision: ReadonlySet<string> },
): Promise<string[]> {
  const faults: string[] = [];
  const { integrity, whole, documents } = inspect(place);
  if (integrity !== "ok") faults.push(`integrity: ${integrity}`);
  if (whole.size !== documents) faults.push(`${documents - whole.size} documents are not whole`);
  for (const id of acknowledged.document) if (!whole.has(id)) faults.push(`lost ${id}`);
  const ledger = await openLedger(place, "read");
  try {
    const ids = (await decisionsIn(ledger.db)).map(({ id }) => id);
    const there = new Set(ids);
    if (there.size !== ids.length) faults.push("a decision is there twice");
    for (const id of acknowledged.decision) if (!there.has(id)) faults.push(`lost ${id}`);
    for await (const event of verifyLedger(ledger))
      if (event.kind === "fault") faults.push(`verify: ${event.fault.code}`);
  } finally {
    await ledger.close();
  }
  return faults;
}

if (import.meta.main) await work(process.argv[2] ?? "", Number(process.argv[3]));
