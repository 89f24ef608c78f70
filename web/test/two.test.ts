import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addUser } from "../../src/operations/access/users.ts";
import { decide } from "../../src/operations/decisions/index.ts";
import { barriers, browserPath, type Desk, examples, openDesk, visit, whyNot, wordsIn } from "./harness.ts";

type Listed<T> = { items: T[] };
type Line = { author: string; body: { kind: string; changes?: { speaker?: { name: string } } } };

const password = "une phrase de passe assez longue";
const { app } = wordsIn.en;

/** Three people before one ledger, each signed in, in browsers that share nothing. */
describe.skipIf(browserPath === undefined)(`several at once${browserPath === undefined ? ` (${whyNot})` : ""}`, () => {
  let desk: Desk;
  let ana: Page;
  let bo: Page;
  let path: string;

  const signIn = async (name: string): Promise<Page> => {
    const page = await desk.page("en");
    await page.goto(desk.url);
    await page.getByLabel(app.login.name).fill(name);
    await page.getByLabel(app.login.password).fill(password);
    await page.getByRole("button", { name: app.login.go }).click();
    await page.getByText(app.login.as(name)).waitFor();
    return page;
  };

  beforeAll(async () => {
    desk = await openDesk([`${examples}/01-depeche-agence-boreale.html`], {
      prepare: async (ledger) => {
        for (const [name, role] of [
          ["Ana", "analyst"],
          ["Bo", "analyst"],
          ["Zoe", "reader"],
        ] as const) {
          await addUser(ledger, "test", { name, role, password });
        }
      },
    });
    // Whoever is not signed in yet is told so.
    desk.expected.add(401);
    ana = await signIn("Ana");
    bo = await signIn("Bo");
    const documents = await ana.evaluate(async () => (await fetch("/api/documents")).json());
    path = `/documents/${encodeURIComponent((documents as Listed<{ id: string }>).items[0]?.id ?? "")}`;
  }, 180_000);
  afterAll(async () => {
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  const open = async (page: Page): Promise<void> => {
    await visit(page, desk, path);
    const note = page.locator(".note").first();
    await note.locator("details > summary").click();
    await note.getByRole("button", { name: app.review.speaker }).click();
    await page.getByRole("dialog").getByLabel(app.review.speaker).waitFor();
    // The dialog has asked what was decided before.
    await page.waitForLoadState("load");
    await page.waitForTimeout(300);
  };
  const save = async (page: Page, name: string): Promise<void> => {
    await page.getByRole("dialog").getByLabel(app.review.speaker).fill(name);
    await page.getByRole("dialog").getByRole("button", { name: app.review.save }).click();
  };

  test("the page that asks who one is keeps no barrier", async () => {
    const page = await desk.page("en");
    await page.goto(desk.url);
    await page.getByLabel(app.login.name).waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 60_000);

  test("both correct the same statement from the same version: the second is shown the first, and loses nothing", async () => {
    await open(ana);
    await open(bo);
    await save(ana, "Irma Vael");
    await ana.getByRole("dialog").waitFor({ state: "detached" });
    // The first one's correction appears behind the second one's open dialog.
    await expect.poll(() => bo.locator(".note").first().textContent(), { timeout: 20_000 }).toContain("Irma Vael");
    desk.expected.add(409);
    await save(bo, "Hugo Marne");
    const alert = bo.getByRole("dialog").getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("Ana");
    expect(await alert.textContent()).toContain("Irma Vael");
    expect(await bo.getByRole("dialog").getByLabel(app.review.speaker).inputValue()).toBe("Hugo Marne");
    await bo.getByRole("dialog").getByRole("button", { name: app.review.anyway }).click();
    await bo.getByRole("dialog").waitFor({ state: "detached" });
    const note = bo.locator(".note.decided").first();
    await expect.poll(() => note.textContent(), { timeout: 20_000 }).toContain("Hugo Marne");
    expect(await note.textContent()).toContain(app.review.conflict);
    const log = (await bo.evaluate(async () => (await fetch("/api/decisions")).json())) as Listed<Line>;
    expect(log.items.map(({ author, body }) => `${author}: ${body.changes?.speaker?.name}`)).toEqual([
      "Bo: Hugo Marne",
      "Ana: Irma Vael",
    ]);
    await expect
      .poll(() => ana.locator(".note.decided").first().textContent(), { timeout: 20_000 })
      .toContain("Hugo Marne");
  }, 120_000);

  /** Opens a page that hears of nothing, as when its connection is slow. */
  const openDeaf = async (page: Page, address: string): Promise<void> => {
    await page.route("**/api/events", (route) => route.abort());
    await visit(page, desk, address);
    await page.waitForLoadState("networkidle");
  };
  const decisions = (page: Page, about = ""): Promise<Listed<Line & { id: string }>> =>
    page.evaluate(async (query) => (await fetch(`/api/decisions${query}`)).json(), about);

  test("a key each on the same reading: the second is shown the first, and nothing is lost", async () => {
    await openDeaf(bo, "/review");
    await visit(ana, desk, "/review");
    const words = (page: Page): Promise<string | null> => page.locator(".review.here mark").textContent();
    expect(await words(ana)).toBe(await words(bo));
    await ana.keyboard.press("y");
    await expect.poll(async () => (await decisions(ana)).items[0]?.body.kind).toBe("confirm-statement");
    desk.expected.add(409);
    await bo.keyboard.press("x");
    const alert = bo.getByRole("dialog").getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("Ana");
    expect(await alert.textContent()).toContain(app.review.kinds["confirm-statement"]);
    expect((await decisions(bo)).items[0]?.author).toBe("Ana");
    await bo.getByRole("dialog").getByRole("button", { name: app.review.anyway }).click();
    await bo.getByRole("dialog").waitFor({ state: "detached" });
    const [last, before] = (await decisions(bo)).items;
    expect([last?.author, last?.body.kind]).toEqual(["Bo", "delete-statement"]);
    expect([before?.author, before?.body.kind]).toEqual(["Ana", "confirm-statement"]);
    await bo.unroute("**/api/events");
  }, 120_000);

  test("what another decides while one looks at it stays in its place, so that no key falls on the next", async () => {
    await visit(bo, desk, "/review");
    await visit(ana, desk, "/review");
    const [statement, next] = await bo.locator(".review mark").allTextContents();
    await ana.keyboard.press("y");
    await bo.locator(".review.here").getByText(app.review.gone).waitFor();
    expect(await bo.locator(".review.here mark").textContent()).toBe(statement);
    expect(await bo.locator(".review.here").textContent()).toContain("Ana");
    await bo.keyboard.press("j");
    await expect.poll(() => bo.locator(".review.here mark").textContent()).toBe(next);
  }, 120_000);

  test("both rate the same cell of a matrix: the second is shown the first's, and both stand", async () => {
    const by = { author: "test", reason: null };
    const posed = await decide(desk.ledger, { kind: "pose-question", text: "What happened?" }, by);
    const question = posed.target.kind === "question" ? posed.target.question : "";
    for (const text of ["An accident", "An attack"])
      await decide(desk.ledger, { kind: "add-hypothesis", question, text }, by);
    for (const text of ["Smoke was seen", "Drones were heard"])
      await decide(desk.ledger, { kind: "add-evidence", question, text }, by);
    const address = `/hypotheses/${encodeURIComponent(question)}`;
    await openDeaf(bo, address);
    await visit(ana, desk, address);
    const cell = (page: Page, label: string) => page.getByRole("combobox", { name: label });
    await cell(ana, "Smoke was seen / An accident").selectOption("CC");
    await expect.poll(async () => (await decisions(ana)).items[0]?.body.kind).toBe("rate-consistency");
    // Another cell is no conflict, though it is of the same question.
    await cell(bo, "Drones were heard / An attack").selectOption("C");
    await expect.poll(async () => (await decisions(bo)).items[0]?.author).toBe("Bo");
    expect(await bo.getByRole("dialog").count()).toBe(0);
    await visit(bo, desk, "/claims");
    await openDeaf(bo, address);
    await cell(bo, "Drones were heard / An accident").focus();
    await cell(bo, "Smoke was seen / An attack").focus();
    await cell(ana, "Smoke was seen / An attack").selectOption("II");
    await expect.poll(async () => (await decisions(ana)).items[0]?.author).toBe("Ana");
    await cell(bo, "Smoke was seen / An attack").selectOption("C");
    const alert = bo.getByRole("dialog").getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("Ana");
    await bo.getByRole("dialog").getByRole("button", { name: app.review.anyway }).click();
    await bo.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => bo.locator(".matrix").textContent()).toContain(app.hypotheses.disagree);
    await bo.unroute("**/api/events");
  }, 120_000);

  test("a reader reads, and is offered nothing to change", async () => {
    const zoe = await signIn("Zoe");
    await visit(zoe, desk, "/");
    expect(await zoe.locator(".add").count()).toBe(0);
    expect(await zoe.getByRole("link", { name: app.nav.review, exact: true }).count()).toBe(0);
    await visit(zoe, desk, path);
    await zoe.locator(".note details > summary").first().click();
    expect(await zoe.locator(".corrections").count()).toBe(0);
    const claims = (await zoe.evaluate(async () => (await fetch("/api/claims")).json())) as Listed<{ id: string }>;
    await visit(zoe, desk, `/claims/${encodeURIComponent(claims.items[0]?.id ?? "")}`);
    for (const name of [app.review.merge, app.review.split, app.review.apart, app.review.verdict]) {
      expect(await zoe.getByRole("button", { name }).count(), name).toBe(0);
    }
    await visit(zoe, desk, "/sources");
    expect(await zoe.getByRole("button", { name: new RegExp(app.sources.unrated) }).count()).toBe(0);
    await visit(zoe, desk, "/hypotheses");
    expect(await zoe.getByRole("button", { name: app.hypotheses.add }).count()).toBe(0);
    await zoe.getByRole("button", { name: app.login.out }).click();
    await zoe.getByLabel(app.login.password).waitFor();
  }, 120_000);
});
