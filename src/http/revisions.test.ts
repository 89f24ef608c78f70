import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, bench } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-revisions-"));
const page = (time: string, text: string): string =>
  `<!doctype html><html lang="fr"><head><title>Pont de Vellac</title><link rel="canonical" href="https://journal.example/pont"><meta property="article:published_time" content="2031-05-04T08:00:00+02:00"><meta property="article:modified_time" content="2031-05-04T${time}:00+02:00"></head><body><article><h1>Pont de Vellac</h1>${text}</article></body></html>`;
const first =
  "<p>Le pont de Vellac est fermé depuis dimanche soir, et les riverains attendent des explications de la mairie.</p><p>« Le pont rouvrira lundi », a affirmé le maire, Yvan Coste, devant les habitants réunis.</p>";
const denial = "<p>La préfecture a démenti que le pont rouvrirait lundi, sans donner d'autre date.</p>";

let desk: Bench;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "a.html"), page("08:00", first));
  writeFileSync(join(folder, "b.html"), page("10:20", first + denial));
  desk = await bench([join(folder, "a.html"), join(folder, "b.html")]);
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a later version of a page tells what it added, with its words", async () => {
  const { items } = (await (await desk.ask("/api/revisions")).json()) as {
    items: { to: { document: string }; changes: { kind: string; after: { spans: { text: string }[] } | null }[] }[];
  };
  expect(items.length).toBe(1);
  const [added] = items[0]?.changes ?? [];
  expect(added?.kind).toBe("denial");
  expect(added?.after?.spans[0]?.text).toContain("rouvrir");
  const of = encodeURIComponent(items[0]?.to.document ?? "");
  expect(await (await desk.ask(`/api/revisions?page=${of}`)).json()).toMatchObject({ total: 1 });
  expect(await (await desk.ask("/api/revisions?page=elsewhere")).json()).toMatchObject({ total: 0, items: [] });
});

test("steps made since", async () => {
  expect(await (await desk.ask("/api/revisions?since=2031-05-04")).json()).toMatchObject({ total: 1 });
  expect(await (await desk.ask("/api/revisions?since=2031-05-05")).json()).toMatchObject({ total: 0 });
});
