import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeArticles } from "../ledger/testing.ts";
import { environment, examples, lines, program, run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
const good = join(folder, "good");
let paths: string[] = [];

beforeAll(() => {
  chmodSync(folder, 0o755);
  paths = writeArticles(folder, 1, 4);
  expect(run(folder, ["add", "--ledger", good, ...paths]).status).toBe(0);
});
afterAll(() => place.remove());

/** A copy of the good ledger to be spoiled. */
function copy(name: string): { ledger: string; file: string } {
  const ledger = join(folder, name);
  mkdirSync(ledger);
  const file = join(ledger, "ledger.sqlite");
  copyFileSync(join(good, "ledger.sqlite"), file);
  return { ledger, file };
}

/** One line that says what, why and what to do; nothing on standard output; exit code 3. */
function refused(args: readonly string[], words: RegExp): void {
  const ran = run(folder, args);
  expect(ran.stderr).toMatch(words);
  expect(ran.stderr.trim().split("\n").length).toBe(1);
  expect(ran.stdout).toBe("");
  expect(ran.status).toBe(3);
}

describe("a ledger that cannot be opened", () => {
  test("is not there", () => {
    refused(
      ["claims", "--ledger", join(folder, "nowhere")],
      /There is no ledger in .*Add articles first, for instance: selon add/,
    );
  });

  test("is not there, in French", () => {
    const ran = run(folder, ["claims", "--ledger", "nulle-part"], { env: { LC_ALL: "fr_FR.UTF-8" } });
    expect(ran.stderr).toMatch(/^selon: Il n’y a pas de registre dans nulle-part\./);
    expect(ran.status).toBe(3);
  });

  test("is a file", () => {
    refused(["add", "--ledger", paths[0] ?? "", ...paths], /It is a file, and a ledger is a folder/);
  });

  test("was written by a newer program", () => {
    const { ledger, file } = copy("newer");
    const database = new DatabaseSync(file);
    database.exec("update ledger set value = '999' where key = 'schema'");
    database.close();
    const before = readFileSync(file);
    for (const args of [["claims"], ["add", ...paths], ["report"]]) {
      refused(
        [...args, "--ledger", ledger],
        /written by a newer Selon\. Its schema is version 999; this program knows versions up to \d+/,
      );
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("is another program's database", () => {
    const ledger = join(folder, "foreign");
    mkdirSync(ledger);
    const database = new DatabaseSync(join(ledger, "ledger.sqlite"));
    database.exec("pragma application_id = 12345; create table theirs (x)");
    database.close();
    refused(["add", "--ledger", ledger, ...paths], /is not a ledger of Selon/);
  });

  test("has a damaged head", () => {
    const { ledger, file } = copy("headless");
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, 0);
    refused(["claims", "--ledger", ledger], /is damaged/);
    refused(["add", "--ledger", ledger, ...paths], /is damaged/);
  });

  test("has damaged pages", () => {
    const { ledger, file } = copy("pages");
    const size = readFileSync(file).length;
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(size - 4096, 0xff), 0, size - 4096, 4096);
    refused(["claims", "--ledger", ledger], /is damaged/);
  });

  test("is cut short", () => {
    const { ledger, file } = copy("short");
    truncateSync(file, 8192);
    refused(["claims", "--ledger", ledger], /is damaged/);
  });

  test("is held by another process for too long", () => {
    const { ledger, file } = copy("held");
    const database = new DatabaseSync(file);
    database.exec("begin immediate");
    try {
      const fresh = writeArticles(folder, 50, 1);
      const ran = run(folder, ["add", "--ledger", ledger, ...fresh], { env: { SELON_BUSY_TIMEOUT: "300" } });
      expect(ran.stderr).toMatch(/is busy\. Another process has been writing/);
      expect(ran.status).toBe(3);
      expect(run(folder, ["claims", "--ledger", ledger]).status, "readers need not wait").toBe(0);
    } finally {
      database.close();
    }
  });

  test("is in a folder that may only be read", () => {
    const { ledger, file } = copy("read-only");
    chmodSync(file, 0o444);
    chmodSync(ledger, 0o555);
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const as = (args: readonly string[]) =>
      spawnSync(program, [...args, "--ledger", ledger], {
        cwd: folder,
        encoding: "utf8",
        env: { ...environment(), HOME: "/nonexistent" },
        ...nobody,
      });
    const added = as(["add", ...paths]);
    expect(added.stderr).toMatch(/cannot be written to\. The folder or its file is read-only/);
    expect(added.status).toBe(3);
    const claims = as(["claims"]);
    expect(claims.stderr).toBe("");
    expect(claims.stdout).toBe(run(folder, ["claims", "--ledger", good]).stdout);
    expect(claims.status).toBe(0);
    chmodSync(file, 0o000);
    const hidden = as(["claims"]);
    expect(hidden.stderr).toMatch(/cannot be opened\. The folder or its file may not be read/);
    expect(hidden.status).toBe(3);
  });
});

describe("documents that cannot be read", () => {
  test("each is one line, the others are done, the exit code is 1", () => {
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(join(folder, "picture.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]));
    const bad = ["empty.txt", "picture.txt", "nowhere.txt", "http://127.0.0.1:9/x"];
    const ran = run(folder, ["read", ...bad.slice(0, 2), paths[0] ?? "", ...bad.slice(2)]);
    expect(lines(ran.stdout).length).toBe(1);
    expect(ran.stderr.trim().split("\n").length).toBe(4);
    for (const line of ran.stderr.trim().split("\n")) expect(line).toMatch(/^selon: /);
    expect(ran.status).toBe(1);
    const added = run(folder, ["add", "--ledger", join(folder, "some"), ...bad, ...paths]);
    expect(added.status).toBe(1);
    expect(lines(added.stdout).filter(({ kind }) => kind === "kept").length).toBe(paths.length);
  });

  test.each([
    ["on one line", (size: number) => "a".repeat(size)],
    ["in many lines", (size: number) => `${"Otrelle".repeat(40)} is closed.\n`.repeat(Math.ceil(size / 292))],
  ])("50 MB of text %s is read as far as an article can be, and it is said", { timeout: 240_000 }, (_, make) => {
    const text = make(50_000_000);
    writeFileSync(join(folder, "huge.txt"), text);
    const ran = run(folder, ["read", "--language", "en", "huge.txt"]);
    expect(ran.stderr).toBe("");
    expect(ran.status).toBe(0);
    const [reading] = lines(ran.stdout) as {
      document: { text: string };
      diagnostics: { code: string; end: number }[];
    }[];
    expect(reading?.document.text.length).toBe(text.length);
    expect(reading?.diagnostics).toContainEqual(expect.objectContaining({ code: "text-too-long", end: text.length }));
  });

  test("an address of this machine is refused, unless it is allowed", async () => {
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        "<html><body><article><p>The mayor of Harrowgate said the bridge is closed.</p></article></body></html>",
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const read = async (args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
      const child = spawn(program, ["read", `http://127.0.0.1:${port}/a`, ...args], {
        cwd: folder,
        env: environment(),
      });
      const told = { stdout: "", stderr: "" };
      for (const stream of ["stdout", "stderr"] as const) {
        child[stream].setEncoding("utf8").on("data", (chunk: string) => {
          told[stream] += chunk;
        });
      }
      const [status] = (await once(child, "close")) as [number];
      return { status, ...told };
    };
    try {
      const refused = await read([]);
      expect(refused).toMatchObject({ status: 1, stdout: "" });
      const allowed = await read(["--allow-private"]);
      expect(allowed).toMatchObject({ status: 0, stderr: "" });
      expect(allowed.stdout).toContain("bridge is closed");
    } finally {
      server.close();
    }
  });

  test("a title cannot steer the terminal", () => {
    writeFileSync(
      join(folder, "escape.html"),
      "<html><head><title>Red \u001b[31malert\u0007</title></head><body><p>The mayor of Harrowgate said \u001b[2Jthe bridge is closed.</p></body></html>",
    );
    const { stdout } = run(folder, ["read", "--format", "table", "escape.html"]);
    expect(stdout).toContain("bridge");
    expect(stdout).not.toMatch(/[\u001b\u0007]/);
  });
});

describe("a wrong command line", () => {
  test.each([
    [["nonsense"], /nonsense/],
    [["claims", "--nonsense"], /--nonsense/],
    [["claims", "--since", "yesterday"], /“yesterday” is not a date/],
    [["claims", "--since", "2031-02-30"], /is not a date/],
    [["claims", "--format", "xml"], /xml/],
    [["read"], /<input> is missing/],
    [["read", "--language", "not a tag", "x.txt"], /is not a language/],
    [["completion", "cmd"], /cmd/],
    [["--lang-ui", "xx", "claims"], /xx/],
  ])("%j", (args, words) => {
    const ran = run(folder, args);
    expect(ran.stderr).toMatch(words);
    expect(ran.stdout).toBe("");
    expect(ran.status).toBe(2);
  });
});

describe("at a shell", () => {
  test("a reader that has seen enough ends it quietly", async () => {
    const child = spawn("sh", ["-c", '"$0" read "$@" | head -c 100 >/dev/null', program, ...Array(20).fill(examples)], {
      cwd: folder,
      env: environment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let told = "";
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      told += chunk;
    });
    await once(child, "close");
    expect(told).toBe("");
  });

  test("no colour without a terminal; nothing found says what was searched", () => {
    const ran = run(folder, ["claims", "--ledger", good, "--format", "table", "--actor", "Nobody At All"]);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toMatch(/^Nothing found\. Searched the ledger in .* for --actor Nobody At All\.\n$/);
    expect(ran.status).toBe(0);
  });

  test("every command has help with examples, in both languages", () => {
    const names = [...run(folder, ["--help"]).stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name ?? "");
    expect(names).toEqual(expect.arrayContaining(["read", "add", "claims", "report", "completion"]));
    for (const name of names.filter((one) => one !== "help")) {
      expect(run(folder, [name, "--help"]).stdout).toMatch(/Examples:\n {2}selon /);
      expect(run(folder, [name, "--help", "--lang-ui", "fr"]).stdout).toMatch(/Exemples :\n {2}selon /);
    }
  });

  test.for(["bash", "zsh", "fish"])("the completion of %s is a script that shell accepts", (shell, context) => {
    const script = run(folder, ["completion", shell]).stdout;
    expect(script).toContain("claims");
    const found = spawnSync(shell, ["-n"], { input: script, encoding: "utf8" });
    if (found.error !== undefined) {
      context.skip(`${shell} is not on this machine`);
      return;
    }
    expect(found.stderr).toBe("");
    if (shell !== "bash") return;
    const complete = 'eval "$(cat)"; COMP_WORDS=(selon cla); COMP_CWORD=1; _selon; echo $COMPREPLY';
    expect(spawnSync("bash", ["-c", complete], { input: script, encoding: "utf8" }).stdout.trim()).toBe("claims");
  });
});
