import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, type Desk, examples, openDesk, visit, whyNot } from "./harness.ts";

type Listed<T> = { items: T[] };
type Claim = {
  id: string;
  proposition: string;
  positions: { statement: string; document: string }[];
  origins: { affirm: { lower: number; groups: unknown[] } };
};
type Held = { reading: { statements: { id: string; speaker: { name: string }; content: { text: string }[] }[] } };

const article = `VALCOURT, 3 mai 2031 - La maire de Valcourt, Odile Brun, a affirmé mardi que le pont serait fermé jusqu'en août. « Rien n'est décidé », a répondu le préfet, Marc Arnal. Selon le syndicat des transports, 12.000 voyageurs sont touchés.`;

/** A busy machine needs its time. */
const soon = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 20_000 });

/** What a desk does in a day, by one analyst in a real browser. */
describe.skipIf(browserPath === undefined)(`work in the app${browserPath === undefined ? ` (${whyNot})` : ""}`, () => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await openDesk([
      `${examples}/01-depeche-agence-boreale.html`,
      `${examples}/02-gazette-reprise-creditee.md`,
      `${examples}/09-halder-post-tolls.md`,
    ]);
    page = await desk.page("fr");
  }, 120_000);
  afterAll(async () => {
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  const decided = async (title: string): Promise<void> => {
    const dialog = page.getByRole("dialog", { name: title });
    await dialog.getByRole("button", { name: "Décider" }).click();
    await dialog.waitFor({ state: "detached" });
  };

  test("a pasted text is read and found on its page", async () => {
    await visit(page, desk, "/");
    await page.getByLabel("Ou collez un texte").fill(article);
    await page.getByRole("button", { name: "Ajouter" }).click();
    await page.getByRole("link", { name: /^Lu/ }).click();
    await page.getByText("Rien n'est décidé").first().waitFor();
    expect(await page.locator(".note").count()).toBeGreaterThanOrEqual(2);
  });

  test("a corrected speaker bears a name and a reason, and is undone", async () => {
    const note = page.locator(".note").first();
    await note.locator("details > summary").click();
    await note.getByRole("button", { name: "Locuteur" }).click();
    await page.getByRole("dialog").getByLabel("Locuteur").fill("Jeanne Merle");
    await page.getByRole("dialog").getByLabel("Raison").fill("Le texte la nomme plus haut.");
    await decided("Locuteur");
    await page.locator(".note.decided").waitFor();
    expect(await page.locator(".note.decided").textContent()).toContain("Jeanne Merle");
    const document = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    const held = await desk.api<Held>(`/documents/${encodeURIComponent(document)}`);
    expect(held.reading.statements.map(({ speaker }) => speaker.name)).toContain("Jeanne Merle");
    await visit(page, desk, "/review");
    await page.keyboard.press("u");
    await page.getByText("Annulé").first().waitFor();
    const after = await desk.api<Held>(`/documents/${encodeURIComponent(document)}`);
    expect(after.reading.statements.map(({ speaker }) => speaker.name)).not.toContain("Jeanne Merle");
  });

  test("the queue is worked through by keys", async () => {
    await visit(page, desk, "/review");
    const first = await page.locator(".review.here mark").textContent();
    await page.keyboard.press("j");
    await soon(() => page.locator(".review.here mark").textContent()).not.toBe(first);
    await page.keyboard.press("k");
    await soon(() => page.locator(".review.here mark").textContent()).toBe(first);
    await page.keyboard.press("y");
    await soon(() => page.locator(".review.here mark").textContent()).not.toBe(first);
  });

  test("two claims are merged with a preview, and come apart again", async () => {
    const { items } = await desk.api<Listed<Claim>>("/claims?limit=200");
    const [one, other] = items.filter(({ positions }) => positions.length === 1);
    await visit(page, desk, `/claims/${encodeURIComponent(one?.id ?? "")}`);
    await page.getByRole("button", { name: "Fusionner" }).click();
    await page
      .getByRole("dialog")
      .getByLabel("Chercher")
      .fill(other?.proposition ?? "");
    await page.getByRole("dialog").getByRole("radio").first().check();
    await page.getByRole("dialog").getByText("Aperçu").waitFor();
    await decided("Fusionner");
    const count = async (): Promise<number> => (await desk.api<{ total: number }>("/claims?limit=1")).total;
    expect(await count()).toBe(items.length - 1);
    await visit(page, desk, "/review");
    await page.keyboard.press("u");
    await soon(count).toBe(items.length);
  });

  test("a source is rated and an explanation weighed", async () => {
    await visit(page, desk, "/sources");
    await page
      .getByRole("button", { name: /non cotée/ })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("combobox").first().selectOption("C");
    await page.getByRole("dialog").getByRole("button", { name: "Décider" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText("assez fiable").waitFor();
    await visit(page, desk, "/hypotheses");
    await page.getByRole("button", { name: "Poser une question" }).click();
    await page.getByRole("dialog").getByLabel("Question").fill("Qui a frappé le port ?");
    await decided("Poser une question");
    await page.getByRole("link", { name: "Qui a frappé le port ?" }).click();
    for (const text of ["Un accident", "Une attaque"]) {
      await page.getByRole("button", { name: "Ajouter une explication" }).click();
      await page.getByRole("dialog").getByLabel("Explication").fill(text);
      await decided("Ajouter une explication");
      await page.getByRole("columnheader", { name: text }).waitFor();
    }
    await page.getByRole("button", { name: "Ajouter un élément" }).click();
    await page.getByRole("dialog").getByLabel("Éléments").fill("Trois drones ont été vus");
    await decided("Ajouter un élément");
    await page.getByLabel("Trois drones ont été vus / Un accident").selectOption("II");
    await soon(() => page.locator("tfoot td.num").first().textContent()).toBe("2");
    expect(await page.locator("tfoot .least").textContent()).toBe("0");
  });

  test("what another analyst decides appears without asking", async () => {
    const second = await desk.page("en");
    await visit(second, desk, "/hypotheses");
    await page.bringToFront();
    await visit(page, desk, "/hypotheses");
    await page.getByRole("button", { name: "Poser une question" }).click();
    await page.getByRole("dialog").getByLabel("Question").fill("Y a-t-il eu un appel ?");
    await decided("Poser une question");
    await second.getByText("Y a-t-il eu un appel ?").waitFor({ timeout: 10_000 });
  });

  test("the dossier opens and prints", async () => {
    const { items } = await desk.api<Listed<{ id: string }>>("/stories");
    await visit(page, desk, `/stories/${encodeURIComponent(items[0]?.id ?? "")}`);
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Dossier" }).click();
    const dossier = await opened;
    await dossier.waitForSelector("h1");
    const pdf = await dossier.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(pdf.byteLength).toBeGreaterThan(20_000);
  });
});
