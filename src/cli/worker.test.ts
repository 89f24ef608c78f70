import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { missing, postgresEngine, testServer } from "../ledger/contract.ts";
import { actorsOf, alignmentOf, documentsOf } from "../ledger/index.ts";
import { openLedger } from "../ledger/ledger.ts";
import { writeArticles } from "../ledger/testing.ts";
import { environment, lines, program, run, temporary } from "./testing.ts";

const place = temporary();
afterAll(() => place.remove());

test("a ledger in a folder has no queue, and says so", () => {
  for (const args of [
    ["add", "--queue", "-"],
    ["worker", "--drain"],
  ]) {
    const ran = run(place.folder, [...args, "--ledger", "plain"]);
    expect([ran.status, ran.stdout], args.join(" ")).toEqual([2, ""]);
    expect(ran.stderr).toContain("has no queue");
  }
  expect(run(place.folder, ["worker", "--concurrency", "0"]).status).toBe(2);
});

/** What a ledger shows that does not depend on when it was added. */
async function shown(address: string): Promise<unknown> {
  const ledger = await openLedger(address, "read");
  try {
    const documents = (await documentsOf(ledger)).map(({ added: _, captured: __, ...rest }) => rest);
    return { ...(await alignmentOf(ledger)), documents, actors: await actorsOf(ledger) };
  } finally {
    await ledger.close();
  }
}

describe.skipIf(testServer === null)(testServer === null ? missing() : "workers", () => {
  const engine = postgresEngine(testServer ?? "postgres://none");
  afterAll(() => engine.remove());
  const start = (args: readonly string[]): ChildProcess =>
    spawn(program, [...args], {
      cwd: place.folder,
      env: { ...environment(), SELON_WORKER_SILENCE: "10" },
      stdio: ["ignore", "pipe", "inherit"],
    });

  test("what two of them read is what one process would have kept", { timeout: 300_000 }, async () => {
    const articles = join(place.folder, "articles");
    mkdirSync(articles);
    writeArticles(articles, 0, 12);
    const ledger = ["--ledger", await engine.place()];
    const queued = lines(run(place.folder, ["add", "--queue", ...ledger, "articles"]).stdout);
    expect(queued.map(({ kind }) => kind)).toEqual(Array(12).fill("queued"));
    const again = lines(run(place.folder, ["add", "--queue", ...ledger, "articles"]).stdout);
    expect(again.map(({ kind }) => kind)).toEqual(Array(12).fill("known"));
    expect(lines(run(place.folder, ["jobs", ...ledger]).stdout)).toEqual([
      { waiting: 12, reading: 0, failed: 0, workers: [] },
    ]);
    const worker = start(["worker", "--concurrency", "2", "--drain", ...ledger]);
    let told = "";
    worker.stdout?.setEncoding("utf8").on("data", (text: string) => {
      told += text;
    });
    expect((await once(worker, "close"))[0]).toBe(0);
    const kept = lines(told).filter(({ kind }) => kind === "kept");
    expect(new Set(kept.map(({ id }) => id)).size).toBe(12);
    expect(kept.length).toBe(12);
    expect(run(place.folder, ["add", "articles", "--ledger", "plain"]).status).toBe(0);
    const plain = join(place.folder, "plain");
    expect(await shown(ledger[1] ?? "")).toEqual(await shown(plain));
  });

  const rounds = Number(process.env.SELON_KILL_ROUNDS ?? 3);
  test(`kill -9 of two workers and who adds, ${rounds} times: nothing queued is lost, nothing is there twice`, {
    timeout: 60_000 + rounds * 60_000,
  }, async () => {
    const articles = join(place.folder, "killed");
    mkdirSync(articles);
    const address = await engine.place();
    const given = ["--ledger", address];
    const ledger = await openLedger(address, "write");
    const told = new Set<string>();
    const queue = await (ledger.queue ?? (() => Promise.reject(new Error("no queue"))))("works");
    let state = 20310504;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    try {
      for (let round = 0; round < rounds; round += 1) {
        const paths = writeArticles(articles, round * 6, 8);
        const adder = start(["add", "--queue", ...given, ...paths]);
        const workers = [start(["worker", ...given]), start(["worker", ...given])];
        let [text, seen, wake] = ["", 0, (): void => {}];
        for (const { stdout } of [adder, ...workers]) {
          stdout?.setEncoding("utf8").on("data", (part: string) => {
            if (stdout === adder.stdout) text += part;
            seen += part.split("\n").length - 1;
            wake();
          });
        }
        // Some rounds end before the first document waits, some while they are read, some while all is aligned.
        const enough = Math.floor(random() * 17);
        const late = setTimeout(() => wake(), 60_000);
        const end = Date.now() + 60_000;
        while (seen < enough && Date.now() < end) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        clearTimeout(late);
        await new Promise((resolve) => setTimeout(resolve, random() * 50));
        const ends = [adder, ...workers].map(async (child) => {
          if (child.exitCode !== null) return;
          const gone = once(child, "close");
          child.kill("SIGKILL");
          await gone;
        });
        await Promise.all(ends);
        for (const { id } of lines(text.slice(0, text.lastIndexOf("\n") + 1))) told.add(String(id));
      }
      const last = start(["worker", "--drain", ...given]);
      last.stdout?.resume();
      expect((await once(last, "close"))[0]).toBe(0);
      expect(await queue.counts()).toEqual({ waiting: 0, reading: 0, failed: 0 });
      const documents = (await ledger.db.selectFrom("documents").select("id").execute()).map(({ id }) => id);
      expect(told.size).toBeGreaterThan(0);
      expect([...told].filter((id) => !documents.includes(id))).toEqual([]);
      expect(new Set(documents).size).toBe(documents.length);
      for (const table of ["queued", "pending", "actor_changes"] as const) {
        expect(await ledger.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
      }
      const parts = await ledger.db
        .selectFrom("readings as r")
        .leftJoin("statements as s", "s.document", "r.document")
        .select(({ fn }) => ["r.document", "r.body", fn.count<number>("s.id").as("n")])
        .groupBy(["r.document", "r.body"])
        .execute();
      for (const { body, n } of parts)
        expect((JSON.parse(body) as { statements: [] }).statements.length).toBe(Number(n));
      expect(parts.length).toBe(documents.length);
    } finally {
      await queue.close();
      await ledger.close();
    }
  });
});
