import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../ledger/migrate.ts";
import { migrations } from "../ledger/migrations/index.ts";
import type { Schema } from "../ledger/schema.ts";
import { sqliteDialect } from "../ledger/sqlite/dialect.ts";
import { types } from "../ledger/sqlite/index.ts";
import { openDatabase } from "../ledger/sqlite/open.ts";
import { captureOf, writeArticles } from "../ledger/testing.ts";
import type { Found } from "../operations/search.ts";
import { readCapture } from "../pipeline.ts";
import { lines, run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
afterAll(() => place.remove());
const find = (...query: string[]): Found[] => {
  const ran = run(folder, ["search", ...query]);
  expect(ran.stderr).toBe("");
  return lines(ran.stdout) as unknown as Found[];
};
const marked = (found: readonly Found[]): string[] => found.flatMap(({ marks }) => marks.map(({ text }) => text));

beforeAll(() => {
  const added = run(folder, ["add", "--language", "fr", "--published", "2031-05-04", ...writeArticles(folder, 0, 5)]);
  expect(added.status).toBe(0);
});

test("words are found in any form, with or without accents, and marked where they stand", () => {
  for (const query of ["fermer", "fermée", "FERMEES", "fermons"]) {
    const found = find(query);
    expect(found.length, query).toBe(5);
    expect(marked(found), query).toEqual(Array(5).fill("fermé"));
    for (const { text, start, snippet, marks } of found) {
      expect(snippet.replaceAll(/[⟦⟧]/g, "")).toBe(text);
      for (const mark of marks) expect(text.slice(mark.start - start, mark.end - start)).toBe(mark.text);
    }
  }
  expect(marked(find("prefecture"))).toEqual(Array(10).fill("préfecture").slice(0, 5));
  expect(marked(find("habitant évacuer Ombrelle"))).toEqual(["Ombrelle", "habitants", "évacués"]);
});

test("a phrase stands together, in any form", () => {
  expect(find('"maires de Vellac"').length).toBe(1);
  expect(find('"Vellac maire"')).toEqual([]);
  expect(marked(find('"toutes négligences"'))).toEqual(Array(5).fill(["toute", "négligence"]).flat());
});

test("fields narrow what is found, and hold of one statement", () => {
  const all = find("act:deny");
  expect(all.length).toBeGreaterThan(0);
  for (const { statements } of all) expect(statements.some(({ act }) => act === "deny")).toBe(true);
  const brun = find("speaker:brun");
  expect(brun.length).toBe(5);
  for (const { statements } of brun) expect(statements.some(({ speaker }) => speaker.name.includes("Brun"))).toBe(true);
  expect(find("speaker:brun act:deny")).toEqual([]);
  expect(find("since:2031-05-05 pont")).toEqual([]);
  expect(find("since:2031-05 pont").length).toBe(5);
  expect(find("language:en pont")).toEqual([]);
  expect(find("language:FR pont").length).toBe(5);
  const claims = lines(run(folder, ["claims"]).stdout) as { status: string }[];
  const statuses = new Set(claims.map(({ status }) => status));
  for (const status of ["contested", "corroborated", "single-source", "uncontested"]) {
    if (!statuses.has(status)) expect(find(`status:${status}`)).toEqual([]);
  }
  expect(find(`status:${[...statuses][0]}`).length).toBeGreaterThan(0);
});

test("what is typed is never read as a query of the engine", () => {
  const hostile = [
    `'; drop table passages; --`,
    `" OR 1=1`,
    `lemmas:fermer`,
    `pont NEAR(x`,
    `pont AND NOT`,
    `fer*`,
    `{forms} : pont`,
    `^pont`,
    `speaker:"%' or '1'='1"`,
    `"pont\u0000fermer`,
    `((((`.concat("pont"),
    `speaker:%`,
    `speaker:_`,
  ];
  for (const query of hostile) {
    const ran = run(folder, ["search", "--", query.replaceAll("\u0000", "\u0001")]);
    expect([0, 2], `${query}: ${ran.stderr}`).toContain(ran.status);
    expect(ran.stderr).not.toMatch(/SQL|fts5|at .*\.ts/);
  }
  expect(find("speaker:%")).toEqual([]);
  expect(find("pont").length).toBe(5);
});

test("what can't be meant is refused with what is known", () => {
  for (const query of ["act:sing", "status:maybe", "since:soon", "language:!", "...", "x ".repeat(2000)]) {
    const ran = run(folder, ["search", query]);
    expect([ran.status, ran.stdout], query).toEqual([2, ""]);
  }
  expect(run(folder, ["search", "act:sing"]).stderr).toContain("deny");
  expect(run(folder, ["search", "--limit", "0", "pont"]).status).toBe(2);
  expect(find("--limit", "2", "pont").length).toBe(2);
});

test("a table, JSON and CSV", () => {
  expect(run(folder, ["search", "--format", "table", "fermer"]).stdout).toContain("⟦fermé⟧");
  expect((JSON.parse(run(folder, ["search", "--format", "json", "fermer"]).stdout) as unknown[]).length).toBe(5);
  expect(run(folder, ["search", "--format", "csv", "fermer"]).stdout.split("\r\n").length).toBe(7);
});

test("a ledger of the first schema is brought forward, and its sentences are found", async () => {
  const old = join(folder, "old");
  const { database } = await openDatabase(old, "write");
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database, old) });
  const nothing = async (): Promise<void> => {};
  const begun = async (): Promise<boolean> =>
    database.prepare("select 1 from sqlite_schema where name = 'ledger'").get() !== undefined;
  await migrate(db, { folder: old, types, begun, copy: nothing, steps: migrations.slice(0, 1) });
  const capture = captureOf(3);
  const { id, uri, language } = capture.document;
  const body = JSON.stringify(readCapture(capture));
  await sql`insert into captures values (${id}, ${capture.bytes}, 'identity', ${capture.bytes.length}, '2031-05-05')`.execute(
    db,
  );
  await sql`insert into documents (id, uri, media_type, authors, language, captured, added)
    values (${id}, ${uri}, 'text/plain', '[]', ${language}, '2031-05-05', '2031-05-05')`.execute(db);
  await sql`insert into readings values (${id}, 'old', '2031-05-05', ${body})`.execute(db);
  await db.destroy();
  const ran = run(folder, ["search", "--ledger", old, "fermer"]);
  expect([ran.status, lines(ran.stdout).map(({ document }) => document)], ran.stderr).toEqual([0, [id]]);
}, 120_000);
