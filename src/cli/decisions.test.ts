import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspect, writeArticles } from "../ledger/testing.ts";
import type { Decision } from "../model/index.ts";
import { listClaims } from "../operations/claims.ts";
import { decide } from "../operations/decisions/decide.ts";
import { freshen, openToChange } from "../operations/ledger.ts";
import { type DecideOptions, forms as formsOfDeciding, requestOf } from "./decide-words.ts";
import { lines, run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
afterAll(() => place.remove());

type Line = {
  readonly id: string;
  readonly seq: number;
  readonly body: Record<string, unknown>;
  readonly state: string;
};
type Shown = { readonly id: string; readonly positions: readonly { statement: string; speaker: { name: string } }[] };
const decideAt = (args: readonly string[]): Line => {
  const ran = run(folder, ["decide", ...args, "--author", "ada"]);
  expect(ran.stderr).toBe("");
  return lines(ran.stdout)[0] as unknown as Line;
};
const claims = (): Shown[] => lines(run(folder, ["claims"]).stdout) as unknown as Shown[];

beforeAll(() => {
  const paths = writeArticles(folder, 1, 2);
  expect(run(folder, ["add", "--language", "fr", "--published", "2031-05-04", ...paths]).status).toBe(0);
});

test("what a merge would change is told, and nothing is kept", () => {
  const [one, other] = claims();
  const args = ["decide", "merge", one?.id ?? "", other?.id ?? "", "--preview"];
  const log = run(folder, ["decisions"]).stdout;
  const told = run(folder, [...args, "--format", "jsonl"]);
  expect([told.stderr, told.status]).toEqual(["", 0]);
  const [found] = lines(told.stdout) as unknown as { claims: { before: Shown[]; after: Shown[] } }[];
  expect(found?.claims.after.map(({ id }) => id)).toEqual([one?.id]);
  expect(found?.claims.after[0]?.positions.length).toBe(
    found?.claims.before.reduce((sum, { positions }) => sum + positions.length, 0),
  );
  const table = run(folder, [...args, "--format", "table"]).stdout;
  expect(table).toMatch(/^As it is\n\n.*claim-.*As it would be\n\n.*claim-/s);
  expect(run(folder, ["decisions"]).stdout).toBe(log);
  const note = run(folder, ["decide", "note", one?.id ?? "", "seen", "--preview"]);
  expect([note.status, note.stderr]).toEqual([1, expect.stringContaining("can't be shown before")]);
});

test("from a correction at a shell to what is shown, back, and its history", () => {
  const speaks = claims().find(({ positions }) => positions.some(({ speaker }) => speaker.name === "Odile Brun"));
  const { statement } = speaks?.positions[0] ?? { statement: "" };
  const line = decideAt(["speaker", statement, "Ada Lovell", "--because", "she signs it"]);
  expect(line).toMatchObject({ seq: 1, author: "ada", reason: "she signs it", body: { kind: "correct-statement" } });
  const shown = claims()
    .flatMap(({ positions }) => positions)
    .find((one) => one.statement === statement);
  expect(shown).toMatchObject({ speaker: { name: "Ada Lovell" }, decided: { by: "ada", decision: line.id } });
  const stale = run(folder, ["decide", "act", statement, "warn", "--expected", "none"]);
  expect([stale.status, stale.stdout]).toEqual([1, ""]);
  expect(stale.stderr).toMatch(/^selon: Somebody else has decided about this meanwhile\. ada did, at .*\(d-/);
  expect(run(folder, ["undo", "1", "--author", "bob"]).status).toBe(0);
  const history = lines(run(folder, ["decisions", statement]).stdout) as unknown as Line[];
  expect(history.map(({ body, state }) => [body.kind, state])).toEqual([
    ["correct-statement", "undone"],
    ["undo", "stands"],
  ]);
  const again = run(folder, ["undo", line.id]);
  expect(again.stderr).toMatch(/is undone already\. bob did so/);
  expect(
    claims()
      .flatMap(({ positions }) => positions)
      .find((one) => one.statement === statement)?.speaker.name,
  ).toBe("Odile Brun");
});

test("every form of deciding at a shell is understood, and kept", async () => {
  const ledger = await openToChange(join(folder, ".selon"));
  try {
    const keep = async ([what = "", ...words]: readonly string[], options: DecideOptions = {}): Promise<Decision> => {
      const request = requestOf(what, words, options);
      if (request === null) throw new Error(`${what} is not understood`);
      return await decide(ledger, request, { author: "ada" });
    };
    const all = await listClaims(ledger);
    const [a, b] = all;
    const crowded = all.find(({ positions }) => new Set(positions.map(({ statement }) => statement)).size > 1);
    const s =
      all.flatMap(({ positions }) => positions).find(({ statement }) => statement.startsWith("s:"))?.statement ?? "";
    if (!a || !b || !crowded) throw new Error("the articles give too few claims");
    const [one = "", two = ""] = new Set(crowded.positions.map(({ statement }) => statement));
    const document = a.positions[0]?.document ?? "";
    const asked = await keep(["question", "Who closed the bridge?"]);
    const question = asked.target.kind === "question" ? asked.target.question : "";
    const hypothesis = await keep(["hypothesis", question, "The town did"]);
    const evidence = await keep(["evidence", question], { claim: a.id });
    const of = (line: Decision, key: string): string => String((line.body as Readonly<Record<string, unknown>>)[key]);
    const forms: [string[], DecideOptions?][] = [
      [["collapse", crowded.id, one, two], { root: "one letter" }],
      [["separate", crowded.id, one]],
      [["merge", a.id, b.id]],
      [["split", crowded.id, one], { title: "said apart" }],
      [["verdict", a.id, "probable", "two letters say so"]],
      [["speaks-for", s, "none"]],
      [["chain", s, "Le Phare", "Odile Brun"]],
      [["act", s, "announce"]],
      [["factuality", s, "PS+"]],
      [["span", s, "3", "20", "25-40"]],
      [["confirm", s]],
      [["checked", document]],
      [["add", document, "0", "20"], { speaker: "Odile Brun", act: "warn", cue: "3-7" }],
      [["actor", "Odile Brun"], { role: ["maire"], alias: ["O. Brun"], kind: "person" }],
      [["side", "Odile Brun", "town"]],
      [["merge", "Odile Brun", "son directeur"]],
      [["split", "Odile Brun", document], { name: "Another Brun" }],
      [["rate", "Le Phare", "B2"]],
      [["rate", document, "3"]],
      [["note", s, "ask her"]],
      [["note", question, "open"]],
      [["consistency", question, of(evidence, "evidence"), of(hypothesis, "hypothesis"), "II"]],
      [["delete", s]],
    ];
    const used = new Set(["question", "hypothesis", "evidence", "speaker"]);
    for (const [words, options] of forms) {
      expect((await keep(words, options)).id, words.join(" ")).toMatch(/^d-[0-9a-f]{16}$/);
      used.add(words[0] ?? "");
    }
    expect([...used].sort()).toEqual(Object.keys(formsOfDeciding).sort());
    await freshen(ledger);
  } finally {
    await ledger.close();
  }
  const table = run(folder, ["decisions", "--format", "table"], { env: { COLUMNS: "200" } });
  expect(table.stdout).toMatch(/rate-source +Le Phare +B2/);
  expect(run(folder, ["verify"]).status).toBe(0);
});

describe("what can't be decided", () => {
  test.each([
    [["decide", "sing", "x"], 2, /“sing” can't be decided\. Known: speaker/],
    [["decide", "act", "s:1"], 2, /is written: selon decide act STATEMENT ACT/],
    [["decide", "act", "s:none", "warn"], 2, /There is no statement “s:none”/],
    [["decide", "rate", "Le Phare", "G9"], 2, /is written: selon decide rate/],
    [["decide", "verdict", "claim-none", "probable"], 2, /There is no claim/],
    [["decide", "note", "--on", "moon", "x", "y"], 2, /can't be decided so/],
    [["undo", "d-none"], 2, /There is no decision “d-none”/],
    [["decisions", "--limit", "many"], 2, /is not a number/],
    [["decide", "act", "s:1", "warn", "--ledger", "nowhere"], 3, /There is no ledger in nowhere/],
    [["restore", "nowhere", "--ledger", "new"], 1, /There is no copy in nowhere/],
    [["import", "nowhere.jsonl", "--ledger", "new"], 1, /nowhere\.jsonl could not be read/],
  ])("%j", (args, status, words) => {
    const ran = run(folder, args);
    expect(ran.stderr).toMatch(words);
    expect([ran.status, ran.stdout]).toEqual([status, ""]);
    expect(existsSync(join(folder, "new"))).toBe(false);
  });
});

test("out, in, copied, put back, read anew, and measured", () => {
  const exported = run(folder, ["export"]).stdout;
  expect(run(folder, ["import", "-", "--ledger", "second"], { input: exported }).status).toBe(0);
  expect(run(folder, ["export", "--ledger", "second"]).stdout).toBe(exported);
  const cut = run(folder, ["import", "-", "--ledger", "third"], { input: exported.slice(0, -200) });
  expect([cut.status, existsSync(join(folder, "third"))]).toEqual([1, false]);
  expect(cut.stderr).toMatch(/^selon: That is not an exported ledger.*Nothing was kept\./);
  expect(run(folder, ["backup", "copies"]).status).toBe(0);
  expect(run(folder, ["restore", "copies", "--ledger", "fourth"]).status).toBe(0);
  expect(run(folder, ["export", "--ledger", "fourth"]).stdout).toBe(exported);
  expect(lines(run(folder, ["reread"]).stdout).at(-1)).toMatchObject({ kind: "done", documents: 2, changed: 0 });
  expect(run(folder, ["export"]).stdout).toBe(exported);
  expect(run(folder, ["gold", "gold", "--checked"]).stderr).toMatch(/^Wrote 1 gold file/);
  expect(readdirSync(join(folder, "gold")).length).toBe(2);
  const measured = JSON.parse(
    run(folder, ["eval", "gold", "gold", "--language", "fr", "--published", "2031-05-04"]).stdout,
  ) as {
    statements: { all: { gold: number; overlap: { f: number } } };
  };
  expect(measured.statements.all.gold).toBeGreaterThan(0);
  expect(measured.statements.all.overlap.f).toBeLessThan(100);
  const database = new DatabaseSync(join(folder, "second", "ledger.sqlite"));
  database.exec(`update decisions set line = replace(line, '"ada"', '"eve"') where seq = 1`);
  database.close();
  const altered = run(folder, ["verify", "--ledger", "second", "--format", "table"]);
  expect([altered.status, altered.stdout]).toEqual([
    1,
    expect.stringMatching(/^decision 1 \(d-[0-9a-f]{16}\): the line was altered/),
  ]);
  expect(altered.stderr).toBe("1 fault found.\n");
}, 120_000);

describe("a disk that takes no decision", () => {
  const disk = join(folder, "disk");
  const mount = (...args: string[]): string | null => {
    const ran = spawnSync("mount", args, { encoding: "utf8" });
    return ran.status === 0 ? null : (ran.stderr?.trim() ?? "") || String(ran.error?.message);
  };

  test("full: a plain error, nothing acknowledged is lost, and it goes on when there is room", (context) => {
    mkdirSync(disk);
    const refused = mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", disk);
    if (refused !== null) {
      context.skip(`no small disk can be mounted here: ${refused}`);
      return;
    }
    try {
      const ledger = join(disk, "ledger");
      expect(run(folder, ["add", "--ledger", ledger, "article-1.txt"]).status).toBe(0);
      // All but a little of the room is taken.
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, "filler"), new Uint8Array(Math.max(0, bavail * bsize - 400_000)));
      const kept: string[] = [];
      const text = "x".repeat(19_000);
      const note = ["decide", "note", "Le Phare", text, "--on", "source", "--because", text, "--ledger", ledger];
      let ran = run(folder, note);
      for (let n = 0; n < 60 && ran.status === 0; n += 1) {
        kept.push(String(lines(ran.stdout)[0]?.id));
        ran = run(folder, note);
      }
      expect(ran.status, ran.stderr).toBe(3);
      expect(ran.stderr).toMatch(/The disk is full\. Free some space/);
      expect(ran.stderr.trim().split("\n").length).toBe(1);
      expect(kept.length).toBeGreaterThan(1);
      expect(mount("-o", "remount,size=32m", disk)).toBeNull();
      expect(inspect(ledger).integrity).toBe("ok");
      expect(run(folder, ["verify", "--ledger", ledger]).status).toBe(0);
      const there = lines(run(folder, ["decisions", "--ledger", ledger]).stdout).map(({ id }) => id);
      expect(there.slice(0, kept.length)).toEqual(kept);
      expect(run(folder, ["decide", "note", "Le Phare", "y", "--on", "source", "--ledger", ledger]).status).toBe(0);
      // The same disk, now for reading only.
      expect(mount("-o", "remount,ro", disk)).toBeNull();
      const before = run(folder, ["decisions", "--ledger", ledger]).stdout;
      const readOnly = run(folder, ["decide", "note", "Le Phare", "z", "--on", "source", "--ledger", ledger]);
      expect([readOnly.status, readOnly.stdout]).toEqual([3, ""]);
      expect(readOnly.stderr).toMatch(/cannot be written to\./);
      expect(run(folder, ["decisions", "--ledger", ledger]).stdout).toBe(before);
      expect(run(folder, ["verify", "--ledger", ledger]).status).toBe(0);
    } finally {
      spawnSync("umount", [disk]);
    }
  }, 180_000);

  test("a folder for a copy that can't be written to: a plain error", () => {
    writeFileSync(join(folder, "a-file"), "");
    const ran = run(folder, ["backup", join("a-file", "copy")]);
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(/^selon: /);
    expect(ran.stderr.trim().split("\n").length).toBe(1);
  });
});
