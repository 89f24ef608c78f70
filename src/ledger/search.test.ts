import { afterAll, beforeAll, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { addBytes } from "../operations/add-bytes.ts";
import { pageSearch, suggest } from "../operations/search.ts";
import { onEachEngine } from "./contract.ts";
import { type Ledger, openLedger } from "./ledger.ts";

/** A page with its outlet, as papers print it. */
const page = (outlet: string, title: string, text: string): Uint8Array =>
  new TextEncoder().encode(
    `<html lang="fr"><head><title>${title}</title><meta property="og:site_name" content="${outlet}"></head>
<body><article><h1>${title}</h1>${text
      .split("\n")
      .map((line) => `<p>${line}</p>`)
      .join("")}</article></body></html>`,
  );
const articles = [
  [
    "Le Télégramme d’Ombrelle",
    "La digue cède à Vellac",
    "La digue de Vellac a cédé dans la nuit, a annoncé mardi la préfecture de la région.\nSelon la maire, Odile Brun, quarante maisons ont été évacuées avant l’aube.",
  ],
  [
    "Gazette du Levant",
    "La préfecture dément une rupture",
    "La préfecture a démenti mercredi toute rupture de la digue.\n« Les maisons évacuées sont vides par précaution », a déclaré son porte-parole, Émile Ardent.",
  ],
] as const;

onEachEngine("search", (engine) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await engine.place(), "write");
    for (const [n, [outlet, title, text]] of articles.entries()) {
      const origin = { uri: `https://papers.example/${n}`, mediaType: "text/html; charset=utf-8", language: "fr" };
      const published = `2031-05-0${n + 4}`;
      const bytes = page(outlet, title, text);
      expect(captureBytes(bytes, origin).document.outlet).toBe(outlet);
      expect((await addBytes(ledger, bytes, { ...origin, published })).kind).toBe("kept");
    }
  }, 300_000);
  afterAll(async () => {
    await ledger.close();
    await engine.remove();
  });
  const found = async (query: string, more: object = {}): Promise<string[]> =>
    (await pageSearch(ledger, query, { limit: 20, ...more })).items.map(({ snippet }) => snippet);

  test("a paper is told by part of its name, accents and case aside", async () => {
    expect((await found("outlet:telegramme digue")).length).toBeGreaterThan(0);
    expect((await found('outlet:"GAZETTE DU LEVANT" maisons')).length).toBe(1);
    expect(await found("outlet:% digue")).toEqual([]);
    expect(await found('outlet:"x\' or 1=1" digue')).toEqual([]);
  });

  test("a word that is still typed may go on, the others are whole", async () => {
    expect(await found("évac")).toEqual([]);
    const typed = await found("maisons évac", { typing: true });
    expect(typed.length).toBe(2);
    for (const snippet of typed) expect(snippet).toMatch(/⟦maisons⟧.*⟦évacuées⟧/);
    expect(await found("mais évacuées", { typing: true })).toEqual([]);
    expect(await found("évac ", { typing: true }), "a space ends the word").toEqual([]);
    for (const odd of ["évac'", "évac:*", "évac*", "\\évac", "évac & !x"]) await found(odd, { typing: true });
  });

  test("pages go on where the one before ended; counts are those of narrowing", async () => {
    const all = await found("digue");
    const first = await pageSearch(ledger, "digue", { limit: 1, facets: true });
    expect(first.total).toBe(all.length);
    const second = await pageSearch(ledger, "digue", { limit: 20, after: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ snippet }) => snippet)).toEqual(all);
    const { facets } = first;
    expect(facets?.language).toEqual([{ value: "fr", name: "fr", count: all.length }]);
    expect(facets?.outlet.map(({ value }) => value).sort()).toEqual(articles.map(([outlet]) => outlet).sort());
    for (const { value, count } of facets?.act ?? []) expect((await found(`digue act:${value}`)).length).toBe(count);
    for (const { value, count } of facets?.status ?? [])
      expect((await found(`digue status:${value}`)).length).toBe(count);
    expect(facets?.act.length).toBeGreaterThan(0);
    await expect(pageSearch(ledger, "digue", { limit: 1, after: "x" })).rejects.toMatchObject({ code: "bad-cursor" });
  });

  test("a field alone finds the same as beside a word that stands everywhere", async () => {
    const denied = await found("act:deny");
    expect(denied.length).toBeGreaterThan(0);
    expect((await found("act:deny digue")).length).toBeLessThanOrEqual(denied.length);
    const status = (await pageSearch(ledger, "digue", { limit: 1, facets: true })).facets?.status[0]?.value ?? "";
    const alone = await found(`status:${status}`);
    for (const one of await found(`status:${status} digue`)) expect(alone).toContain(one.replaceAll(/[⟦⟧]/g, ""));
  });

  test("names are suggested by the beginning of a word", async () => {
    expect((await suggest(ledger, "bru")).map(({ name }) => name)).toContainEqual(expect.stringContaining("Brun"));
    expect((await suggest(ledger, "telegr")).map(({ kind }) => kind)).toContain("outlet");
    for (const typed of ["%", "_", "\\", "", "\0", "'", "igue"])
      expect(await suggest(ledger, typed), typed).toEqual([]);
  });
});
