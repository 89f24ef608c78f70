import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { searchPage, suggestions } from "./schemas/search.ts";
import { type Bench, bench, examples, refused } from "./testing.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench([examples]);
}, 300_000);
afterAll(() => desk.close());

const find = async (q: string, more = ""): Promise<z.infer<typeof searchPage>> => {
  const answer = await desk.ask(`/api/search?q=${encodeURIComponent(q)}${more}`);
  expect(answer.status, q).toBe(200);
  return searchPage.parse(await answer.json());
};

test("pages hold every sentence once, in the same order", async () => {
  const all = await find("act:assert", "&limit=200");
  const paged: unknown[] = [];
  for (let more = ""; ; ) {
    const page = await find("act:assert", `&limit=7${more}`);
    expect(page.total).toBe(all.total);
    paged.push(...page.items);
    if (page.next === null) break;
    more = `&cursor=${page.next}`;
  }
  expect(paged).toEqual(all.items);
  expect(all.items.length).toBe(all.total);
});

test("counts say what narrowing by each value leaves", async () => {
  const all = await find("port", "&facets=true");
  const { facets } = all;
  expect(facets?.counted).toBe(all.total);
  expect(all.total).toBeGreaterThan(5);
  for (const field of ["language", "outlet", "act", "speaker"] as const) {
    const [first] = facets?.[field] ?? [];
    const narrowed = await find(`port ${field}:"${first?.value}"`);
    if (field === "outlet") expect(narrowed.total).toBeGreaterThanOrEqual(first?.count ?? 1);
    else expect(narrowed.total, field).toBe(first?.count);
  }
  expect((await find("port")).facets).toBeNull();
});

test("what is typed finds already what it may become", async () => {
  expect((await find("explos")).items).toEqual([]);
  const found = await find("explos", "&typing=true");
  expect(found.items.length).toBeGreaterThan(0);
  for (const { marks } of found.items) expect(marks.some(({ text }) => /^explos/i.test(text))).toBe(true);
  const phrase = await find("deux explos", "&typing=true");
  expect(phrase.items.length).toBeGreaterThan(0);
});

test("names are suggested with what to look for", async () => {
  const ask = async (q: string) =>
    suggestions.parse(await (await desk.ask(`/api/suggest?q=${encodeURIComponent(q)}`)).json()).items;
  const [first] = await ask("kolv");
  expect(first).toMatchObject({ kind: "actor", name: expect.stringContaining("Kolvane") });
  expect((await find(first?.query ?? "")).total).toBeGreaterThan(0);
  expect((await ask("GAZET")).some(({ kind }) => kind === "outlet")).toBe(true);
  expect(await ask("%")).toEqual([]);
  expect(await ask("olvane"), "no word begins so").toEqual([]);
});

test("what can't be meant", async () => {
  await refused(await desk.ask("/api/search"), 400, "bad-request");
  await refused(await desk.ask("/api/search?q=act:sing"), 400, "bad-query");
  await refused(await desk.ask("/api/search?q=port&cursor=x"), 400, "bad-cursor");
  expect((await find('port" OR 1=1; drop table passages; --')).items).toEqual([]);
  expect((await find("port")).total).toBeGreaterThan(5);
});
