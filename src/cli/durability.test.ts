import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inspect, writeArticles } from "../ledger/testing.ts";
import { killRounds, randomNumbers } from "./durability.ts";
import { environment, lines, program, run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
afterAll(() => place.remove());

function start(args: readonly string[]): {
  child: ChildProcess;
  text: () => string;
  seen: (count: number) => Promise<void>;
} {
  const child = spawn(program, [...args], { cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  let wake = (): void => {};
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    wake();
  });
  child.stderr?.resume();
  const seen = async (count: number): Promise<void> => {
    while (text.split("\n").length - 1 < count && child.exitCode === null && child.signalCode === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        child.once("exit", () => resolve());
      });
    }
  };
  return { child, text: () => text, seen };
}

/** Ids told on whole lines; half a line is no acknowledgement. */
function acknowledged(text: string): string[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return lines(whole)
    .filter(({ kind }) => kind === "kept" || kind === "known")
    .map(({ id }) => String(id));
}

test("kill -9 while adding, 50 times: nothing acknowledged is lost, the ledger opens", {
  timeout: 300_000,
}, async () => {
  const random = randomNumbers(20310504);
  const articles = join(folder, "killed");
  mkdirSync(articles);
  const ledger = join(folder, "killed.ledger");
  const told = new Set<string>();
  let killed = 0;
  for (let round = 0; round < 50; round += 1) {
    const paths = writeArticles(articles, round * 6, 8);
    const { child, text, seen } = start(["add", "--ledger", ledger, ...paths]);
    // Some rounds end before the first document, some among them, some while all is aligned.
    await seen(Math.floor(random() * 9));
    await new Promise((resolve) => setTimeout(resolve, random() * 12));
    const gone = child.exitCode !== null ? Promise.resolve() : once(child, "close");
    if (child.kill("SIGKILL")) killed += 1;
    await gone;
    for (const id of acknowledged(text())) told.add(id);
    const { integrity, whole, documents } = inspect(ledger);
    expect(integrity).toBe("ok");
    expect(whole.size, "documents are there as a whole or not at all").toBe(documents);
    expect([...told].filter((id) => !whole.has(id))).toEqual([]);
  }
  expect(killed).toBeGreaterThan(40);
  expect(told.size).toBeGreaterThan(50);
  const after = run(folder, ["documents", "--ledger", ledger]);
  expect(after.status).toBe(0);
  expect(lines(after.stdout).length).toBe(inspect(ledger).documents);
  expect(lines(run(folder, ["claims", "--ledger", ledger]).stdout).length).toBeGreaterThan(0);
});

test("kill -9 while adding and deciding: nothing acknowledged is lost or doubled, and the log verifies", {
  timeout: 300_000,
}, async () => {
  // `bench/kill.ts` does the same 200 times.
  const survived = await killRounds(join(folder, "decided.ledger"), 8);
  expect(survived.faults).toEqual([]);
  expect(survived.killed).toBeGreaterThan(6);
  expect(survived.decisions).toBeGreaterThan(0);
});

test("processes that make and fill one ledger at once lose nothing and keep nothing twice", {
  timeout: 120_000,
}, async () => {
  const articles = join(folder, "together");
  mkdirSync(articles);
  const paths = writeArticles(articles, 1000, 24);
  const ledger = join(folder, "together.ledger");
  const begun = [paths.slice(0, 16), paths.slice(8), paths].map((some) => start(["add", "--ledger", ledger, ...some]));
  const codes = await Promise.all(begun.map(async ({ child }) => (await once(child, "close"))[0] as number));
  expect(codes).toEqual([0, 0, 0]);
  const kept = begun.flatMap(({ text }) => lines(text()).filter(({ kind }) => kind === "kept"));
  expect(kept.length).toBe(24);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(24);
  expect(inspect(ledger)).toMatchObject({ integrity: "ok", documents: 24 });
  // The alignment has seen all of them, whoever aligned last.
  const listed = lines(run(folder, ["stories", "--ledger", ledger]).stdout) as unknown as { documents: string[] }[];
  expect(new Set(listed.flatMap(({ documents }) => documents)).size).toBeGreaterThan(0);
});

describe("a disk that takes no more", () => {
  const articles = join(folder, "full");
  mkdirSync(articles);
  const paths = writeArticles(articles, 2000, 60);

  test("a limit on the size of files: a plain error, nothing acknowledged is lost", () => {
    const ledger = join(folder, "limited.ledger");
    // Blocks of 512 bytes: the ledger's files stop growing at 800 kB.
    const ran = spawnSync(
      "sh",
      ["-c", 'ulimit -f 1600; exec "$@"', "sh", program, "add", "--ledger", ledger, ...paths],
      {
        cwd: folder,
        encoding: "utf8",
        env: environment(),
      },
    );
    expect(ran.status, ran.stderr).toBe(3);
    expect(ran.stderr).toMatch(/^selon: The ledger in .* could not be/);
    expect(ran.stderr.trim().split("\n").length).toBe(1);
    const told = acknowledged(ran.stdout);
    expect(told.length).toBeGreaterThan(0);
    const { integrity, whole } = inspect(ledger);
    expect(integrity).toBe("ok");
    expect(told.filter((id) => !whole.has(id))).toEqual([]);
    expect(run(folder, ["add", "--ledger", ledger, ...paths]).status, "goes on when there is room").toBe(0);
    expect(inspect(ledger).documents).toBe(60);
  });

  test("a full disk: a plain error, nothing acknowledged is lost", (context) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1200k", "tmpfs", disk], { encoding: "utf8" });
    if (mounted.status !== 0) {
      context.skip(`no small disk can be mounted here: ${mounted.stderr?.trim() || mounted.error?.message}`);
      return;
    }
    try {
      const ledger = join(disk, "ledger");
      const ran = run(folder, ["add", "--ledger", ledger, ...paths]);
      expect(ran.status, ran.stderr).toBe(3);
      expect(ran.stderr).toMatch(/The disk is full\. Free some space/);
      const told = acknowledged(ran.stdout);
      expect(told.length).toBeGreaterThan(0);
      expect(spawnSync("mount", ["-o", "remount,size=32m", disk]).status).toBe(0);
      const { integrity, whole } = inspect(ledger);
      expect(integrity).toBe("ok");
      expect(told.filter((id) => !whole.has(id))).toEqual([]);
      expect(run(folder, ["add", "--ledger", ledger, ...paths]).status).toBe(0);
      expect(inspect(ledger).documents).toBe(60);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
