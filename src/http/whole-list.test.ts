import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bench, bench, examples, refused } from "./testing.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench([examples]);
}, 300_000);
afterAll(() => desk.close());

const text = async (path: string): Promise<string> => {
  const answer = await desk.ask(path);
  expect(answer.status, path).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z]+\.(csv|json|jsonl)"$/);
  // The mark before a table is for spreadsheets.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
};

/** Rows of a table as a spreadsheet reads it. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

const lists = ["stories", "claims", "figures", "timeline", "origins", "positions", "actors", "documents", "sources"];
const others = ["review", "revisions", "decisions", "questions", "search?q=Port-Aubry"];

describe.each([...lists, ...others])("all of /api/%s", (name) => {
  const path = `/api/${name}${name.includes("?") ? "&" : "?"}`;

  test("is the pages one after the other, in each form", async () => {
    const paged: unknown[] = [];
    const paging = name === "questions" ? "limit=500" : "limit=7";
    for (let cursor = ""; ; ) {
      type Page = { items: unknown[]; next: string | null };
      const page = (await (await desk.ask(`${path}${paging}${cursor}`)).json()) as Page;
      paged.push(...page.items);
      if (page.next === null) break;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(JSON.parse(await text(`${path}format=json`))).toEqual(paged);
    const lines = (await text(`${path}format=jsonl`)).split("\n").slice(0, -1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(paged);
    const csv = await text(`${path}format=csv`);
    expect(csv.startsWith("\ufeff")).toBe(true);
    const [head = [], ...rows] = rowsOf(csv.slice(1));
    // A group of figures is a row for each of them, a side of a claim one for each of its origins.
    const parts = (item: unknown): number => {
      const { members, groups } = item as { members?: unknown[]; groups?: unknown[] };
      return (members ?? groups ?? [item]).length;
    };
    expect(rows.length).toBe(paged.reduce<number>((sum, item) => sum + parts(item), 0));
    const nested = rows.flat().filter((cell) => /^[[{]["{[]/.test(cell));
    expect(nested.length === 0 || ["revisions", "decisions", "questions"].includes(name), nested[0]).toBe(true);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set(paged.length === 0 ? [] : [head.length]));
  });
});

test("search results and readings to review say in their rows who says what how", async () => {
  const [head, first] = rowsOf((await text("/api/search?q=Port-Aubry&format=csv")).slice(1));
  expect(head?.slice(0, 3)).toEqual(["text", "speakers", "acts"]);
  expect(first?.[0]).toMatch(/Port-Aubry/);
  const [titles = [], least = []] = rowsOf((await text("/api/review?format=csv")).slice(1));
  const cell = (name: string): string => least[titles.indexOf(name)] ?? "";
  expect(Number(cell("confidence"))).toBeGreaterThan(0);
  expect(cell("rule")).toMatch(/^statements\//);
  expect(first?.length).toBe(head?.length);
});

test("what can't be asked is told before anything is sent", async () => {
  await refused(await desk.ask("/api/search?q=act:sing&format=csv"), 400, "bad-query");
  await refused(await desk.ask("/api/claims?story=none&format=csv"), 404, "no-such-story");
  await refused(await desk.ask("/api/claims?format=xlsx"), 400, "bad-request");
});
