import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { CaptureError } from "../../capture/index.ts";
import { onEachEngine } from "../../ledger/contract.ts";
import { documentsOf, type Ledger, openLedger } from "../../ledger/index.ts";
import { isLasting, nextTry } from "./again.ts";
import { feedOf, pageOf, type TestSite, testSite } from "./testing.ts";
import { type WatchEvent, type WatchOptions, watch } from "./watch.ts";

onEachEngine("watching", (engine) => {
  let site: TestSite;
  let ledger: Ledger;
  beforeEach(async () => {
    site = await testSite();
    ledger = await openLedger(await engine.place(), "write");
  });
  afterEach(async () => {
    await ledger.close();
    await site.close();
  });
  afterAll(() => engine.remove());

  const options: WatchOptions = { every: 3_600_000, once: true, allowPrivate: true, pace: 0 };
  async function round(paths: readonly string[], given: Partial<WatchOptions> = {}): Promise<WatchEvent[]> {
    site.asked.splice(0);
    const found: WatchEvent[] = [];
    const addresses = paths.map((path) => site.base + path);
    for await (const event of watch(ledger, addresses, { ...options, ...given })) found.push(event);
    return found;
  }
  const told = (events: readonly WatchEvent[]): string[] =>
    events.flatMap((event) => {
      if (event.kind === "aligned") return [];
      const uri = event.kind === "failed" ? event.failure.uri : event.uri;
      const more = event.kind === "checked" ? ` ${event.fresh}/${event.entries}` : "";
      const code = event.kind === "failed" ? ` ${event.failure.code}${event.next === null ? "" : " again"}` : "";
      const name = event.kind === "kept" && event.revision ? "revision" : event.kind;
      return [`${name} ${uri.replace(site.base, "")}${more}${code}`];
    });
  const asked = (): string[] => site.asked.filter((path) => path !== "/robots.txt");

  test("a feed's pages are fetched once, and what is new in it later", async () => {
    site.pages.set("/a", pageOf("Le pont", "La maire de Vellac dément avoir fermé le pont."));
    site.pages.set("/b", pageOf("Le quai", "Le préfet de Vellac annonce la fermeture du quai."));
    site.pages.set("/feed", feedOf(site.base, ["/a", "/b", "/gone"]));
    expect(told(await round(["/feed"]))).toEqual([
      "checked /feed 3/3",
      "kept /a",
      "kept /b",
      "failed /gone http-status",
    ]);
    expect(told(await round(["/feed"]))).toEqual(["checked /feed 0/0"]);
    expect(asked()).toEqual(["/feed 304"]);
    site.pages.set("/c", pageOf("Le port", "La capitaine du port de Vellac confirme la fermeture."));
    site.pages.set("/feed", feedOf(site.base, ["/c", "/a", "/b", "/gone"]));
    expect(told(await round(["/feed"]))).toEqual(["checked /feed 1/4", "kept /c"]);
    expect(asked()).toEqual(["/feed", "/c"]);
    expect((await documentsOf(ledger)).map(({ uri }) => uri.replace(site.base, "")).sort()).toEqual(["/a", "/b", "/c"]);
  });

  test("each version of a page is kept; furniture that changes makes none", async () => {
    site.pages.set("/a", pageOf("Le pont", "La maire de Vellac affirme que le pont est sûr."));
    expect(told(await round(["/a"]))).toEqual(["kept /a"]);
    expect(told(await round(["/a"]))).toEqual(["checked /a 0/0"]);
    site.pages.set("/a", pageOf("Le pont", "La maire de Vellac affirme que le pont est sûr.", "jeton 2"));
    expect(told(await round(["/a"]))).toEqual(["unchanged /a"]);
    site.pages.set("/a", pageOf("Le pont", "La maire de Vellac affirme que le pont est fermé."));
    expect(told(await round(["/a"]))).toEqual(["revision /a"]);
    expect((await documentsOf(ledger)).length).toBe(2);
  });

  test("a page that can't be had now is tried again, and its feed is read again for it", async () => {
    site.pages.set("/a", 503);
    site.pages.set("/feed", feedOf(site.base, ["/a"]));
    const soon = { every: 1 };
    expect(told(await round(["/feed"], soon))).toEqual(["checked /feed 1/1", "failed /a http-status again"]);
    // The server wants to be left alone for a second.
    expect(told(await round(["/feed"], soon))).toEqual(["checked /feed 0/1"]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    site.pages.set("/a", pageOf("Le pont", "La maire de Vellac dément avoir fermé le pont."));
    expect(told(await round(["/feed"], soon))).toEqual(["checked /feed 1/1", "kept /a"]);
    expect(told(await round(["/feed"], soon))).toEqual(["checked /feed 0/1"]);
    expect(told(await round(["/feed"], soon))).toEqual(["checked /feed 0/0"]);
  });

  test("an index of sitemaps is followed, so many pages at a time, and pages that change are fetched again", async () => {
    const entry = (path: string, date: string): string =>
      `<url><loc>${site.base}${path}</loc><lastmod>${date}</lastmod></url>`;
    const paths = ["/a", "/b", "/c"];
    for (const [n, path] of paths.entries())
      site.pages.set(path, pageOf(`Titre ${n}`, `La maire dément le point ${n}.`));
    const map = (dates: readonly string[]): string =>
      `<urlset>${paths.map((path, n) => entry(path, dates[n] ?? "")).join("")}</urlset>`;
    site.pages.set("/one.xml", map(["2031-05-01", "2031-05-03", "2031-05-02"]));
    site.pages.set("/index.xml", `<sitemapindex><sitemap><loc>${site.base}/one.xml</loc></sitemap></sitemapindex>`);
    const few = { most: 2 };
    expect(told(await round(["/index.xml"], few))).toEqual([
      "checked /index.xml 1/1",
      "checked /one.xml 3/3",
      "kept /b",
      "kept /c",
    ]);
    expect(told(await round(["/index.xml"], few))).toEqual([
      "checked /index.xml 1/1",
      "checked /one.xml 1/3",
      "kept /a",
    ]);
    site.pages.set("/c", pageOf("Titre 2", "La maire confirme le point 2."));
    site.pages.set("/one.xml", map(["2031-05-01", "2031-05-03", "2031-05-04"]));
    expect(told(await round(["/index.xml"]))).toContain("revision /c");
  });

  test("what robots.txt forbids is told once and not fetched", async () => {
    site.pages.set("/robots.txt", "User-agent: *\nDisallow: /secret\n");
    site.pages.set("/feed", feedOf(site.base, ["/secret/a"]));
    site.pages.set("/secret/a", pageOf("Le pont", "La maire dément."));
    expect(told(await round(["/feed", "/secret/a"]))).toEqual([
      "checked /feed 1/1",
      "failed /secret/a robots",
      "failed /secret/a robots",
    ]);
    expect(asked()).toEqual(["/feed"]);
  });

  test("goes on until it is stopped, and one that is begun again keeps the schedule", async () => {
    site.pages.set("/a", pageOf("Le pont", "La maire de Vellac affirme que le pont est sûr."));
    const ending = new AbortController();
    const given = { once: false, every: 100, signal: ending.signal };
    let visits = 0;
    for await (const event of watch(ledger, [`${site.base}/a`], { ...options, ...given })) {
      if (event.kind === "aligned") continue;
      visits += 1;
      if (visits === 2) site.pages.set("/a", pageOf("Le pont", "La maire de Vellac dément que le pont soit sûr."));
      if (event.kind === "kept" && event.revision) ending.abort();
    }
    expect((await documentsOf(ledger)).length).toBe(2);
    const again = AbortSignal.timeout(400);
    site.asked.splice(0);
    await round(["/a"]);
    expect(asked().length).toBe(1);
    for await (const _ of watch(ledger, [`${site.base}/a`], { ...options, once: false, signal: again })) visits += 1;
    expect(asked().length).toBe(1);
  });
});

test("each failure doubles the time to the next try, up to a day, and the server's wish comes first", () => {
  const minutes = (failures: number, after: number | null = null, random = 0.5): number =>
    Math.round((nextTry(900_000, failures, after, () => random) - Date.now()) / 60_000);
  expect([0, 1, 2, 3].map((n) => minutes(n))).toEqual([15, 30, 60, 120]);
  expect(minutes(50)).toBe(24 * 60);
  expect([minutes(0, null, 0), minutes(0, null, 1)]).toEqual([14, 17]);
  expect(minutes(0, 7_200)).toBe(120);
});

test.each([
  [404, true],
  [403, true],
  [429, false],
  [503, false],
])("an answer of status %d is lasting: %s", (status, expected) => {
  const failure = { code: "http-status", uri: "", what: "", why: "", todo: "" } as const;
  expect(isLasting(new CaptureError(failure, { status }))).toBe(expected);
});
