import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onEachEngine, type TestEngine } from "../ledger/contract.ts";
import { alignmentOf, claimsOf, keepDocument, type Ledger, openLedger, readingsOf } from "../ledger/index.ts";
import { captureOf } from "../ledger/testing.ts";
import { verifyLedger } from "../ledger/verify.ts";
import { readCapture } from "../pipeline.ts";
import { backupLedger, exportLedger, importInto, restoreLedger } from "./carry.ts";
import { decide } from "./decisions/decide.ts";
import { findClaim } from "./find.ts";
import { freshen, openToAdd } from "./ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-carry-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Articles, and decisions of every sort about them. */
async function fill(ledger: Ledger): Promise<void> {
  for (let n = 0; n < 4; n += 1) await keepDocument(ledger, captureOf(n), readCapture(captureOf(n)));
  await freshen(ledger);
  const [a, b] = (await readingsOf(ledger)).flatMap(({ statements }) => statements);
  const { claims } = await alignmentOf(ledger);
  const [c, d] = claims;
  if (!a || !b || !c || !d) throw new Error("the articles give too little");
  const by = { author: "ada", reason: "« as heard »\u2028\u0000" };
  const line = await decide(ledger, { kind: "correct-statement", statement: a.id, changes: { act: "warn" } }, by);
  await decide(ledger, { kind: "merge-claims", claims: [c.id, d.id] }, by);
  await decide(ledger, { kind: "merge-actors", actors: [a.speaker.id, b.speaker.id] }, { author: "bob" });
  await decide(ledger, { kind: "undo", decision: line.id }, { author: "bob" });
  await decide(ledger, { kind: "delete-statement", statement: b.id }, by);
  await decide(ledger, { kind: "note", on: { kind: "source", source: "Le Phare" }, text: "😀 a note" }, by);
  await freshen(ledger);
}

async function textOf(ledger: Ledger): Promise<string> {
  let text = "";
  for await (const line of exportLedger(ledger)) text += line;
  return text;
}

async function* pieces(text: string | Uint8Array, size = 700): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function faultsOf(ledger: Ledger): Promise<string[]> {
  const found: string[] = [];
  for await (const event of verifyLedger(ledger)) {
    if (event.kind === "fault") found.push(`${event.fault.code} ${Object.values(event.fault.details).join(" ")}`);
  }
  return found;
}

let exported = "";
beforeAll(async () => {
  const ledger = await openToAdd(join(folder, "source"));
  await fill(ledger);
  exported = await textOf(ledger);
  await ledger.close();
});

onEachEngine("a ledger that is carried", (engine: TestEngine) => {
  afterAll(() => engine.remove());

  test("exported and imported again it is the same to the letter, and verifies", async () => {
    const place = await engine.place();
    expect(await importInto(place, pieces(exported))).toEqual({ documents: 4, decisions: 6 });
    const ledger = await openLedger(place, "read");
    expect(await faultsOf(ledger)).toEqual([]);
    expect(await textOf(ledger)).toBe(exported);
    await expect(importInto(place, pieces(exported))).rejects.toMatchObject({ code: "ledger-not-empty" });
    expect(await textOf(ledger)).toBe(exported);
    await ledger.close();
  });

  test("what ids that vanished became is carried along; an export of version 1 does without", async () => {
    const lines = exported.trimEnd().split("\n");
    const kept = lines.filter((line) => !line.startsWith('{"kind":"former"'));
    const end = kept.pop() ?? "";
    const first = await engine.place();
    const old = [kept[0]?.replace('"version":2', '"version":1'), ...kept.slice(1), end.replace(/"former":\d+,/, "")];
    await importInto(first, pieces(`${old.join("\n")}\n`));
    const one = await openLedger(first, "read");
    const [claim] = await claimsOf(one);
    await one.close();
    const led = JSON.stringify({ kind: "former", of: "claim", id: "claim-0000000000000000", now: claim?.id });
    const now = `${[...kept, led, end.replace(/"former":\d+/, '"former":1')].join("\n")}\n`;
    const place = await engine.place();
    await importInto(place, pieces(now));
    const ledger = await openLedger(place, "read");
    expect((await findClaim(ledger, "claim-0000000000000000"))?.id).toBe(claim?.id);
    expect(await textOf(ledger)).toBe(now);
    await ledger.close();
    const twice = `${[...kept, led, led, end.replace(/"former":\d+/, '"former":2')].join("\n")}\n`;
    await expect(importInto(await engine.place(), pieces(twice))).rejects.toMatchObject({ code: "bad-export" });
    const lost = `${[...kept, end.replace(/"former":\d+/, '"former":1')].join("\n")}\n`;
    await expect(importInto(await engine.place(), pieces(lost))).rejects.toMatchObject({ code: "bad-export" });
  });

  test("what is shown of an import is what is shown of the ledger aligned afresh", { timeout: 120_000 }, async () => {
    const [one, two] = [await engine.place(), join(folder, `other-${engine.kind}`)];
    await importInto(one, pieces(exported));
    await importInto(two, pieces(exported, 100_000));
    const [a, b] = [await openLedger(one, "read"), await openLedger(two, "read")];
    expect(JSON.stringify(await alignmentOf(a))).toBe(JSON.stringify(await alignmentOf(b)));
    expect(JSON.stringify(await readingsOf(a))).toBe(JSON.stringify(await readingsOf(b)));
    await a.close();
    await b.close();
  });

  test("a file that is not whole, or was changed, is refused with its line, and leaves nothing", {
    timeout: 180_000,
  }, async () => {
    const lines = exported.trimEnd().split("\n");
    const changed = (n: number, from: string | RegExp, to: string): string =>
      `${lines.map((line, at) => (at === n ? line.replace(from, to) : line)).join("\n")}\n`;
    const without = (n: number): string => `${lines.filter((_, at) => at !== n).join("\n")}\n`;
    const decision = lines.findIndex((line) => line.startsWith('{"kind":"decision"'));
    const hostile: (string | Uint8Array)[] = [
      "",
      "\n",
      "{}\n",
      "not json\n",
      "[".repeat(200_000),
      `${lines[0]}\n{"kind":"reading","document":"sha256:${"0".repeat(64)}","body":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}\n`,
      new Uint8Array([0xff, 0xfe, 0x0a]),
      exported.slice(0, exported.length / 2),
      `${lines.slice(0, -1).join("\n")}\n`,
      `${exported}${exported}`,
      without(0),
      without(1),
      without(2),
      without(decision),
      changed(0, '"version":2', '"version":99'),
      changed(1, /"bytes":"..../, '"bytes":"AAAA'),
      changed(2, '"start":0', '"start":999999'),
      changed(2, '"act":"assert"', '"act":"sing"'),
      changed(decision, '"author":"ada"', '"author":"eve"'),
      changed(decision, '"act":"warn"', '"act":"deny"'),
      [lines[0], lines[3], lines[4], lines[1], lines[2], ...lines.slice(5)].join("\n"),
    ];
    const place = await engine.place();
    for (const [n, text] of hostile.entries()) {
      const failed = await importInto(place, pieces(text, 65_536)).catch((error: unknown) => error);
      expect(failed, `hostile file ${n}`).toMatchObject({ code: "bad-export" });
      expect(existsSync(place), "no folder is left").toBe(false);
    }
    expect(await importInto(place, pieces(exported))).toMatchObject({ documents: 4 });
  });
});

describe("verifying", () => {
  const open = async (name: string, change: (database: DatabaseSync) => void): Promise<string[]> => {
    const place = join(folder, name);
    await importInto(place, pieces(exported, 65_536));
    const database = new DatabaseSync(join(place, "ledger.sqlite"));
    change(database);
    database.close();
    const ledger = await openLedger(place, "read");
    const found = await faultsOf(ledger);
    await ledger.close();
    return found;
  };
  const one = (database: DatabaseSync, query: string): Record<string, unknown> =>
    database.prepare(query).get() as Record<string, unknown>;

  test("a changed byte in a capture is named", async () => {
    let id = "";
    const found = await open("capture", (database) => {
      const row = one(database, "select hash, bytes from captures order by hash limit 1 offset 1");
      id = String(row.hash);
      const bytes = Buffer.from(row.bytes as Uint8Array);
      bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 1;
      database.prepare("update captures set bytes = ? where hash = ?").run(bytes, id);
    });
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(new RegExp(`^capture-(altered|unreadable) ${id}`));
  });

  test("a changed, missing or foreign line of the log is named, and so is one cut off at the end", async () => {
    const changes: [string, (database: DatabaseSync) => void, RegExp[]][] = [
      [
        "word",
        (d) => d.exec(`update decisions set line = replace(line, '"warn"', '"deny"') where seq = 1`),
        [/^line-altered 1 d-/],
      ],
      ["column", (d) => d.exec("update decisions set author = 'eve' where seq = 3"), [/^line-columns 3 d-.* author$/]],
      ["junk", (d) => d.exec("update decisions set line = '{]' where seq = 2"), [/^line-unreadable 2$/]],
      [
        "gone",
        (d) => d.exec("pragma foreign_keys = off; delete from decisions where seq = 2"),
        [/^line-missing 2$/, /^chain-broken 3/],
      ],
      ["end", (d) => d.exec("pragma foreign_keys = off; delete from decisions where seq = 6"), [/^head-differs /]],
      [
        "swap",
        (d) => d.exec("update decisions set line = (select line from decisions where seq = 5) where seq = 4"),
        [/^line-altered 4/],
      ],
    ];
    for (const [name, change, faults] of changes) {
      const found = await open(`log-${name}`, change);
      expect(found.length, `${name}: ${found.join("; ")}`).toBe(faults.length);
      for (const [n, fault] of faults.entries()) expect(found[n]).toMatch(fault);
    }
  });

  test("a changed byte in the file itself is named, wherever it is in a line or a capture", async () => {
    const place = join(folder, "bytes");
    await importInto(place, pieces(exported, 65_536));
    const file = join(place, "ledger.sqlite");
    const database = new DatabaseSync(file);
    database.exec("pragma wal_checkpoint(truncate)");
    database.close();
    const whole = readFileSync(file);
    const at = whole.indexOf('"author":"bob"');
    expect(at).toBeGreaterThan(0);
    const changed = Buffer.from(whole);
    // A page may stand in the file more than once: what a page held before it was moved is left there.
    const line = whole.subarray(at, at + 40);
    for (let copy = at; copy >= 0; copy = whole.indexOf(line, copy + 1)) changed[copy + 10] = "B".charCodeAt(0);
    writeFileSync(file, changed);
    const ledger = await openLedger(place, "read");
    const found = await faultsOf(ledger);
    await ledger.close();
    expect(
      found.some((fault) => /^line-altered \d+ d-/.test(fault)),
      found.join("; "),
    ).toBe(true);
  });
});

describe("copies", () => {
  test("a backup is the ledger of one moment, checked; restored it is the same", async () => {
    const [copy, back] = [join(folder, "copies", "one"), join(folder, "back")];
    const ledger = await openLedger(join(folder, "source"), "write");
    await backupLedger(ledger, copy);
    await keepDocument(ledger, captureOf(9), readCapture(captureOf(9)));
    await expect(backupLedger(ledger, copy)).rejects.toMatchObject({ code: "ledger-not-empty" });
    await ledger.close();
    expect(readdirSync(copy)).toEqual(["ledger.sqlite"]);
    await restoreLedger(copy, back);
    const restored = await openLedger(back, "read");
    expect(await textOf(restored)).toBe(exported);
    await restored.close();
    await expect(restoreLedger(copy, back)).rejects.toMatchObject({ code: "ledger-not-empty" });
    await expect(restoreLedger(join(folder, "nowhere"), join(folder, "x"))).rejects.toMatchObject({
      code: "no-backup",
    });
    expect(existsSync(join(folder, "x"))).toBe(false);
  });

  test("a copy that was altered is not put back", async () => {
    const copy = join(folder, "copies", "two");
    const ledger = await openLedger(join(folder, "source"), "read");
    await backupLedger(ledger, copy);
    await ledger.close();
    const database = new DatabaseSync(join(copy, "ledger.sqlite"));
    database.exec(`update decisions set line = replace(line, '"ada"', '"eve"') where seq = 1`);
    database.close();
    await expect(restoreLedger(copy, join(folder, "y"))).rejects.toMatchObject({ code: "bad-copy" });
    expect(existsSync(join(folder, "y"))).toBe(false);
    writeFileSync(join(copy, "ledger.sqlite"), "no database");
    await expect(restoreLedger(copy, join(folder, "y"))).rejects.toMatchObject({ code: "ledger-damaged" });
  });
});
