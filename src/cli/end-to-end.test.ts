import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Claim, FigureGroup, Story } from "../model/index.ts";
import { examples, lines, run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
afterAll(() => place.remove());

describe("from articles to claims", () => {
  const articles = readdirSync(examples);
  let added: Record<string, unknown>[] = [];
  beforeAll(() => {
    const ran = run(folder, ["add", examples]);
    expect(ran.stderr).toBe("");
    expect(ran.status).toBe(0);
    added = lines(ran.stdout);
  });

  test("every article is acknowledged, once", () => {
    const kept = added.filter(({ kind }) => kind === "kept");
    expect(kept.length).toBe(articles.filter((name) => name !== "README.md").length);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
    expect(added.at(-1)?.kind).toBe("aligned");
  });

  test("adding again changes nothing", () => {
    const before = ["claims", "stories", "figures", "documents"].map((list) => run(folder, [list]).stdout);
    const again = lines(run(folder, ["add", examples]).stdout);
    expect(again.filter(({ kind }) => kind === "kept")).toEqual([]);
    expect(["claims", "stories", "figures", "documents"].map((list) => run(folder, [list]).stdout)).toEqual(before);
  });

  test("evidence of every position is verbatim in its document", () => {
    const readings = lines(run(folder, ["read", examples]).stdout) as unknown as {
      document: { id: string; text: string };
    }[];
    const texts = new Map(readings.map(({ document }) => [document.id, document.text]));
    const claims = lines(run(folder, ["claims"]).stdout) as unknown as Claim[];
    expect(claims.length).toBeGreaterThan(20);
    for (const { positions } of claims) {
      expect(positions.length).toBeGreaterThan(0);
      for (const { document, evidence } of positions) {
        expect(texts.get(document)?.slice(evidence.start, evidence.end)).toBe(evidence.text);
      }
    }
  });

  test("lists narrow to what is asked for", () => {
    const all = lines(run(folder, ["claims"]).stdout) as unknown as Claim[];
    const contested = lines(run(folder, ["claims", "--contested"]).stdout) as unknown as Claim[];
    expect(contested).toEqual(all.filter(({ status }) => status === "contested"));
    expect(contested.length).toBeGreaterThan(0);

    const speaker = all[0]?.positions[0]?.speaker;
    const byActor = lines(run(folder, ["claims", "--actor", speaker?.id ?? ""]).stdout) as unknown as Claim[];
    expect(byActor.length).toBeGreaterThan(0);
    for (const { positions } of byActor) {
      expect(positions.some((one) => [one.speaker, ...one.chain].some(({ id }) => id === speaker?.id))).toBe(true);
    }

    const stories = lines(run(folder, ["stories"]).stdout) as unknown as Story[];
    const story = stories.find(({ claims }) => claims.length > 0);
    const inStory = lines(run(folder, ["claims", "--story", story?.id ?? ""]).stdout) as unknown as Claim[];
    expect(inStory.map(({ id }) => id).sort()).toEqual(
      all
        .filter((one) => one.story === story?.id)
        .map(({ id }) => id)
        .sort(),
    );

    expect(lines(run(folder, ["claims", "--since", "2999-01-01"]).stdout)).toEqual([]);
    expect(lines(run(folder, ["claims", "--actor", "%"]).stdout)).toEqual([]);
  });

  test("every list prints a table, JSON and CSV", () => {
    for (const list of ["stories", "claims", "figures", "timeline", "origins", "actors", "documents"]) {
      const table = run(folder, [list, "--format", "table"], { env: { COLUMNS: "80" } });
      expect(table.stderr, list).toBe("");
      expect(table.stdout.length, list).toBeGreaterThan(100);
      expect(table.stdout).not.toContain("\u001b");
      expect(Array.isArray(JSON.parse(run(folder, [list, "--format", "json"]).stdout)), list).toBe(true);
      expect(run(folder, [list, "--format", "csv"]).stdout.split("\r\n").length, list).toBeGreaterThan(2);
    }
  });

  test("figures keep their speaker and place", () => {
    const groups = lines(run(folder, ["figures"]).stdout) as unknown as FigureGroup[];
    expect(groups.flatMap(({ members }) => members).length).toBeGreaterThan(1);
  });

  test("the dossier is written in each format", () => {
    for (const ending of ["html", "md", "csv", "json", "jsonld"]) {
      const file = join(folder, `dossier.${ending}`);
      expect(run(folder, ["report", "-o", file]).status).toBe(0);
      expect(readFileSync(file, "utf8").length).toBeGreaterThan(500);
    }
    expect(run(folder, ["report"]).stdout).toMatch(/^<!doctype html>/i);
    expect(run(folder, ["report", "-o", "dossier.doc"]).status).toBe(2);
    expect(run(folder, ["report", "--story", "nothing-begins-so"]).status).toBe(2);
  });
});

describe("reading", () => {
  test("one document a line, and reasons only when asked for", () => {
    const file = join(folder, "note.txt");
    writeFileSync(
      file,
      "Selon la mairie de Vellac, le pont est fermé.\n« Nous rouvrirons lundi », a déclaré la maire Odile Brun.\n",
    );
    const plain = lines(run(folder, ["read", file, "--published", "2031-05-04"]).stdout)[0] as {
      document: { published: string };
      statements: Record<string, unknown>[];
    };
    expect(plain.document.published).toBe("2031-05-04");
    expect(plain.statements.length).toBeGreaterThan(0);
    for (const statement of plain.statements) expect(statement).not.toHaveProperty("because");
    const told = lines(run(folder, ["read", file, "--explain"]).stdout)[0] as { statements: Record<string, unknown>[] };
    for (const statement of told.statements) expect(statement).toHaveProperty("because.rule");
    const table = run(folder, ["read", "--format", "table", "--explain", file], { env: { COLUMNS: "60" } }).stdout;
    expect(table).toContain("⟦");
    for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  test("standard input is a document", () => {
    const ran = run(folder, ["read", "-"], { input: "The mayor of Harrowgate said the bridge is closed.\n" });
    expect(ran.status).toBe(0);
    expect(lines(ran.stdout)[0]).toHaveProperty("document.uri", "-");
    expect(existsSync(join(folder, "-"))).toBe(false);
  });

  test("parse prints CoNLL-U with ten columns", () => {
    const { stdout, status } = run(folder, ["parse", "-"], { input: "Le pont est fermé.\n" });
    expect(status).toBe(0);
    const rows = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(rows.length).toBe(5);
    for (const row of rows) expect(row.split("\t").length).toBe(10);
    const again = run(folder, ["parse", "--language", "fr", "--input", "conllu", "-"], { input: stdout });
    expect(again.stdout.split("\n").filter((line) => line !== "" && !line.startsWith("#")).length).toBe(5);
  });
});
