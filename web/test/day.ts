import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { machineReading, refold } from "../../src/ledger/decisions/index.ts";
import { proposer } from "../../src/ledger/decisions/propose.ts";
import { isDoubtful } from "../../src/model/index.ts";
import { rereadLedger } from "../../src/operations/index.ts";
import { freshen } from "../../src/operations/ledger.ts";
import { quotes } from "../../src/report/quotes.ts";
import { browserPath, type Desk, type Language, openDesk, visit, whyNot, wordsIn } from "./harness.ts";

type Listed<T> = { items: T[]; total: number };
type Side = { lower: number; groups: { members: string[]; collapses?: unknown[] }[] };
type Claim = {
  id: string;
  proposition: string;
  positions: { statement: string; document: string; held?: number; evidence: { text: string } }[];
  worded?: { evidence: { text: string } };
  origins: { affirm: Side; deny: Side };
};
type Held = { reading: { statements: { id: string; speaker: { name: string }; content: { text: string }[] }[] } };

const article = `VALCOURT, 3 mai 2031 - La maire de Valcourt, Odile Brun, a affirmé mardi que le pont serait fermé jusqu'en août. « Rien n'est décidé », a répondu le préfet, Marc Arnal. Selon le syndicat des transports, 12.000 voyageurs sont touchés.`;

/** A busy machine needs its time. */
const soon = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 30_000 });

/** What a desk does in a day, by one analyst in a real browser over some articles, in one of the languages. */
export function aDay(name: string, inputs: () => readonly string[], language: Language, skipped: string | null): void {
  const { app, words } = wordsIn[language];
  const why = browserPath === undefined ? whyNot : skipped;
  describe.skipIf(why !== null)(`a day over ${name} (${language})${why === null ? "" : ` ${why}`}`, () => {
    let desk: Desk;
    let page: Page;
    /** Where the pasted text was read. */
    let pasted = "";
    beforeAll(async () => {
      desk = await openDesk(inputs());
      page = await desk.page(language);
    }, 180_000);
    afterAll(async () => {
      expect(desk.complaints).toEqual([]);
      await desk.close();
    });

    const dialog = () => page.getByRole("dialog");
    const decided = async (): Promise<void> => {
      await dialog().getByRole("button", { name: app.review.save }).click();
      await dialog().waitFor({ state: "detached" });
    };
    const claims = async (): Promise<Claim[]> => (await desk.api<Listed<Claim>>("/claims?limit=500")).items;
    const speakers = async (): Promise<string[]> =>
      (await desk.api<Held>(`/documents/${encodeURIComponent(pasted)}`)).reading.statements.map(
        ({ speaker }) => speaker.name,
      );

    test("a pasted text is read, with its progress, and found on its page", async () => {
      await visit(page, desk, "/");
      await page.getByLabel(app.add.paste).fill(article);
      await page.getByRole("button", { name: app.add.go, exact: true }).click();
      await page.getByText(app.add.finished(1, 0, 0)).waitFor({ timeout: 30_000 });
      await page.locator(".tasks a").first().click();
      await page.getByText("Rien n'est décidé").first().waitFor();
      expect(await page.locator(".note").count()).toBeGreaterThanOrEqual(2);
      pasted = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    });

    test("what can't be read says why", async () => {
      await visit(page, desk, "/");
      const name = "nothing.txt";
      await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("") });
      await page.locator(".tasks .bad").waitFor({ timeout: 30_000 });
      expect((await page.locator(".tasks .bad").textContent())?.length).toBeGreaterThan(name.length + 10);
    });

    test("a corrected speaker bears a name and a reason, is undone, and is done again", async () => {
      const correct = async (): Promise<void> => {
        await visit(page, desk, `/documents/${encodeURIComponent(pasted)}`);
        const note = page.locator(".note").first();
        await note.locator("details > summary").click();
        await note.getByRole("button", { name: app.review.speaker }).click();
        await dialog().getByLabel(app.review.speaker).fill("Jeanne Merle");
        await dialog().getByLabel(app.review.reason).fill("Le texte la nomme plus haut.");
        await decided();
        await page.locator(".note.decided").waitFor();
      };
      await correct();
      expect(await page.locator(".note.decided").textContent()).toContain("Jeanne Merle");
      expect(await speakers()).toContain("Jeanne Merle");
      await page.locator(".notice").getByRole("button", { name: app.review.undo }).click();
      await soon(speakers).not.toContain("Jeanne Merle");
      await correct();
    });

    test("chain and words of a statement are corrected in its article, whose history takes them back", async () => {
      type Said = { id: string; chain: { name: string }[]; content: { text: string }[] };
      const said = async (): Promise<readonly Said[]> =>
        (await desk.api<{ reading: { statements: Said[] } }>(`/documents/${encodeURIComponent(pasted)}`)).reading
          .statements;
      const chains = async (): Promise<string[]> =>
        (await said()).map(({ chain }) => chain.map(({ name }) => name).join(" > "));
      const contents = async (): Promise<string[]> =>
        (await said()).map(({ content }) => content.map(({ text }) => text).join(" "));
      const before = (await said()).length;
      await visit(page, desk, `/documents/${encodeURIComponent(pasted)}`);
      const note = page.locator(".note").last();
      await note.locator("details > summary").click();
      await note.getByRole("button", { name: app.review.chain }).click();
      await dialog().getByLabel(app.review.chainHint).fill("La Rive; Syndicat du fleuve");
      await decided();
      await soon(chains).toContain("La Rive > Syndicat du fleuve");
      await page.evaluate((words) => {
        const walker = document.createTreeWalker(document.querySelector(".article") ?? document, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(words) ?? -1;
          if (at < 0 || node.parentElement?.closest("[data-start]") == null) continue;
          document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
        }
      }, "12.000 voyageurs");
      await page.getByRole("button", { name: app.review.add }).click();
      await dialog().getByLabel(app.reader.makes).selectOption({ index: before });
      await decided();
      await soon(contents).toContain("12.000 voyageurs");
      expect((await said()).length).toBe(before);
      const history = page.locator("#history");
      await history.getByText("La Rive › Syndicat du fleuve").waitFor();
      await history.getByRole("button", { name: app.review.undo }).first().click();
      await soon(contents).not.toContain("12.000 voyageurs");
      await page.getByRole("button", { name: app.reader.check }).click();
      await page.locator(".head .pencil").waitFor();
    });

    test("the queue is worked through by keys", async () => {
      await visit(page, desk, "/review");
      const here = (): Promise<string | null> => page.locator(".review.here mark").textContent();
      const first = await here();
      await page.keyboard.press("j");
      await soon(here).not.toBe(first);
      await page.keyboard.press("k");
      await soon(here).toBe(first);
      await page.keyboard.press("y");
      await soon(here).not.toBe(first);
    });

    test("the counts of a story lead to its claims narrowed to them, by an address that can be sent", async () => {
      await visit(page, desk, "/");
      const count = page.locator(".counts a").last();
      const said = Number((await count.textContent())?.match(/\d+/)?.[0]);
      await count.click();
      const found = page.locator("#claims .count");
      await soon(() => found.textContent()).toBe(String(said));
      const sent = new URL(page.url());
      expect(sent.searchParams.get("status")).not.toBeNull();
      await visit(page, desk, sent.pathname + sent.search);
      await soon(() => found.textContent()).toBe(String(said));
    });

    test("a claim's page shows what its sentence was made from, and a position that is folded away by a link", async () => {
      const all = await claims();
      const made = all.find(({ proposition, positions, worded }) => {
        const isOwn = positions.some(({ evidence }) => quotes(evidence.text, proposition));
        return worded !== undefined && !isOwn;
      });
      if (made?.worded === undefined) throw new Error("no claim whose sentence is not somebody's words");
      await visit(page, desk, `/claims/${made.id}`);
      await page.locator(".worded", { hasText: made.worded.evidence.text }).waitFor();
      const folded = all.flatMap(({ id, positions }) =>
        positions.every(isDoubtful) ? [] : positions.filter(isDoubtful).map(({ statement }) => ({ id, statement })),
      )[0];
      if (folded === undefined) throw new Error("no position that may be of another claim");
      await visit(page, desk, `/claims/${folded.id}`);
      const place = page.locator(`[id="position-${folded.statement}"]`).first();
      await place.waitFor({ state: "attached" });
      expect(await place.isVisible()).toBe(false);
      await visit(page, desk, `/claims/${folded.id}?position=${encodeURIComponent(folded.statement)}`);
      await place.waitFor({ state: "visible" });
    });

    test("two claims are merged with a preview, and come apart again", async () => {
      const before = await claims();
      const [one, other] = before.filter(({ positions }) => positions.length === 1);
      await visit(page, desk, `/claims/${encodeURIComponent(one?.id ?? "")}`);
      await page.getByRole("button", { name: app.review.merge }).click();
      await dialog()
        .getByRole("textbox", { name: app.search.label })
        .fill(other?.proposition ?? "");
      await dialog().getByRole("radio").first().check();
      await dialog().getByText(app.review.preview).waitFor();
      await soon(() => dialog().locator(".preview .entry").count()).toBe(2);
      await decided();
      const count = async (): Promise<number> => (await desk.api<Listed<Claim>>("/claims?limit=1")).total;
      expect(await count()).toBe(before.length - 1);
      // Nobody who uses the keyboard is thrown back to the top.
      await soon(() => page.evaluate(() => document.activeElement?.localName)).not.toBe("body");
      // The address of whichever is there no more leads to the one that is, and becomes its own.
      const left = new Set((await claims()).map(({ id }) => id));
      const [gone, kept] = left.has(one?.id ?? "") ? [other?.id, one?.id] : [one?.id, other?.id];
      const there = await page.context().newPage();
      await visit(there, desk, `/claims/${encodeURIComponent(gone ?? "")}?position=x`);
      await soon(async () => new URL(there.url()).pathname).toBe(`/claims/${encodeURIComponent(kept ?? "")}`);
      expect(new URL(there.url()).search).toBe("?position=x");
      await there.close();
      await page.locator(".notice").getByRole("button", { name: app.review.undo }).click();
      await soon(count).toBe(before.length);
    });

    test("two origins are counted as one with a preview, by a key, and come apart by another", async () => {
      const side = (claim: Claim | undefined): Side | undefined =>
        [claim?.origins.affirm, claim?.origins.deny].find((one) => (one?.groups.length ?? 0) > 1);
      let chosen = (await claims()).find((claim) => side(claim) !== undefined);
      if (chosen === undefined) {
        // Where no claim has two origins, two that have one each are put together first.
        const [one, other] = (await claims()).filter(({ origins }) => origins.affirm.groups.length === 1);
        const request = { kind: "merge-claims", claims: [one?.id, other?.id] };
        const made = await fetch(new URL("/api/decisions", desk.url), {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ decision: request }),
        });
        expect(made.status).toBe(201);
        chosen = (await claims()).find(({ id }) => id === one?.id);
      }
      const id = chosen?.id ?? "";
      const before = side(chosen)?.groups.length ?? 0;
      expect(before).toBeGreaterThan(1);
      const groups = async (): Promise<number> => {
        const now = (await claims()).find((claim) => claim.id === id);
        const which = chosen !== undefined && side(chosen) === chosen.origins.deny ? "deny" : "affirm";
        return now?.origins[which].groups.length ?? 0;
      };
      await visit(page, desk, `/claims/${encodeURIComponent(id)}`);
      const which = chosen !== undefined && side(chosen) === chosen.origins.deny ? "deny" : "affirm";
      const lines = page.locator(`[id^="origin-${which}-"]`);
      const changed = page.locator(`.decided[id^="origin-${which}-"]`).first();
      await lines.nth(0).focus();
      await page.keyboard.press("x");
      await lines.nth(1).getByRole("checkbox").check();
      await page.keyboard.press("c");
      await dialog().getByText(app.review.preview).waitFor();
      await dialog().getByLabel(app.review.reason).fill("L'un tient de l'autre.");
      await decided();
      await soon(groups).toBe(before - 1);
      await changed.waitFor();
      await changed.focus();
      await page.keyboard.press("s");
      await dialog().getByText(app.review.preview).waitFor();
      await decided();
      await soon(groups).toBe(before);
      await page.keyboard.press("u");
      await soon(groups).toBe(before - 1);
    });

    test("read again, the correction is kept", async () => {
      for await (const event of rereadLedger(desk.ledger)) if (event.kind === "done") expect(event.orphans).toBe(0);
      const machine = await machineReading(desk.ledger.db, pasted);
      expect(machine?.statements.map(({ speaker }) => speaker.name)).not.toContain("Jeanne Merle");
      if (machine !== null) await refold(desk.ledger, pasted, await proposer(), machine);
      await freshen(desk.ledger);
      await visit(page, desk, `/documents/${encodeURIComponent(pasted)}`);
      expect(await page.locator(".note.decided").first().textContent()).toContain("Jeanne Merle");
    });

    test("a source is rated and an explanation weighed", async () => {
      await visit(page, desk, "/sources");
      await page
        .getByRole("button", { name: new RegExp(app.sources.unrated) })
        .first()
        .click();
      await dialog().getByRole("combobox").first().selectOption("C");
      await decided();
      await page.getByText(app.sources.reliability.C, { exact: true }).waitFor();
      await visit(page, desk, "/hypotheses");
      await page.getByRole("button", { name: app.hypotheses.add }).click();
      await dialog().getByLabel(app.hypotheses.question).fill("Qui a frappé le port ?");
      const stories = await desk.api<Listed<{ id: string }>>("/stories");
      await dialog()
        .getByLabel(app.hypotheses.story)
        .selectOption(stories.items[0]?.id ?? "");
      await decided();
      await page.getByRole("link", { name: "Qui a frappé le port ?" }).click();
      for (const text of ["Un accident", "Une attaque"]) {
        await page.getByRole("button", { name: app.hypotheses.addExplanation }).click();
        await dialog().getByLabel(app.hypotheses.explanation).fill(text);
        await decided();
        await page.getByRole("columnheader", { name: text }).waitFor();
      }
      await page.getByRole("button", { name: app.hypotheses.addEvidence }).click();
      await dialog().getByLabel(app.hypotheses.evidence).fill("Trois drones ont été vus");
      await decided();
      await page.getByLabel("Trois drones ont été vus / Un accident").selectOption("II");
      await soon(() => page.locator("tfoot td.num").first().textContent()).toBe("2");
      expect(await page.locator("tfoot .least").textContent()).toBe("0");
    });

    test("the dossier opens with the matrix in it, and prints", async () => {
      const { items } = await desk.api<Listed<{ id: string }>>("/stories");
      await visit(page, desk, `/stories/${encodeURIComponent(items[0]?.id ?? "")}`);
      const opened = page.context().waitForEvent("page");
      await page.getByRole("link", { name: app.story.dossier }).click();
      const dossier = await opened;
      await dossier.waitForSelector("h1");
      expect(await dossier.locator("#hypotheses h2").textContent()).toContain(words.sections.hypotheses);
      expect(await dossier.locator("#hypotheses .matrix .r-II").textContent()).toContain("II");
      const pdf = await dossier.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
      expect(pdf.byteLength).toBeGreaterThan(20_000);
      await dossier.close();
    });
  });
}
