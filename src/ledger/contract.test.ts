import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relatePart } from "../pipeline.ts";
import { alignLedger, isStale } from "./aligned.ts";
import { onEachEngine } from "./contract.ts";
import { foundIn } from "./found.ts";
import { hasDocument, keepDocument } from "./keep.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { actorsOf, actorsPage, documentsOf, documentsPage } from "./lists.ts";
import { captureWith, claimWith, documentWith } from "./one.ts";
import { parseQuery } from "./query.ts";
import { readingsOf } from "./readings.ts";
import { captureOf } from "./testing.ts";
import { actorsChanged, totalActors } from "./totals.ts";
import {
  claimsOf,
  claimsPage,
  countsOf,
  figureGroupsOf,
  figureGroupsPage,
  storiesOf,
  storiesPage,
  storyIds,
} from "./views.ts";

/** Fills a ledger with articles of our own, and aligns it. */
async function fill(ledger: Ledger, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const capture = captureOf(n);
    await keepDocument(ledger, capture, readCapture(capture));
  }
  await alignLedger(ledger, relatePart);
  await totalActors(ledger);
}

onEachEngine("the ledger", (engine) => {
  let ledger: Ledger;
  let place: string;
  beforeAll(async () => {
    place = await engine.place();
    ledger = await openLedger(place, "write");
    await fill(ledger, 0, 6);
  });
  afterAll(async () => {
    await ledger.close();
    await engine.remove();
  });

  test("what is kept is there as it came, once", async () => {
    const capture = captureOf(2);
    const reading = readCapture(capture);
    expect(await hasDocument(ledger, capture.document.id)).toBe(true);
    expect(await keepDocument(ledger, capture, reading)).toBe("known");
    const bytes = await captureWith(ledger, capture.document.id);
    expect(Buffer.from(bytes ?? []).equals(Buffer.from(capture.bytes))).toBe(true);
    const held = await documentWith(ledger, capture.document.id);
    expect(held?.reading).toEqual(JSON.parse(JSON.stringify(reading)));
    expect(held?.captured).toBe(capture.captured);
    expect(await hasDocument(ledger, "sha256:none")).toBe(false);
    expect(await documentWith(ledger, "sha256:none")).toBeNull();
    expect(await captureWith(ledger, "sha256:none")).toBeNull();
    expect(await claimWith(ledger, "none")).toBeNull();
    expect((await readingsOf(ledger)).length).toBe(6);
    expect((await readingsOf(ledger, [capture.document.id])).map(({ document }) => document.uri)).toEqual([
      capture.document.uri,
    ]);
  });

  test("of several that keep the same document at once, one does", async () => {
    const capture = captureOf(50);
    const reading = readCapture(capture);
    // A process has one connection to SQLite, which waits without letting go; several processes: src/cli/durability.test.ts.
    const others = engine.kind === "sqlite" ? [] : await Promise.all([1, 2, 3].map(() => openLedger(place, "write")));
    try {
      const told = await Promise.all([...others, ledger, ledger].map((one) => keepDocument(one, capture, reading)));
      expect(told.filter((one) => one === "kept")).toEqual(["kept"]);
      expect(await isStale(ledger)).toBe(true);
      await Promise.all([ledger, ...others].map((one) => alignLedger(one, relatePart)));
      expect(await isStale(ledger)).toBe(false);
      expect(await actorsChanged(ledger)).toBe(true);
      await Promise.all([ledger, ...others].map((one) => totalActors(one)));
      expect(await actorsChanged(ledger)).toBe(false);
    } finally {
      for (const one of others) await one.close();
    }
    expect((await documentsOf(ledger)).filter(({ id }) => id === capture.document.id).length).toBe(1);
  });

  test("a document without an alignment that has seen it is not lost to the lists of documents", async () => {
    const documents = await documentsOf(ledger);
    expect(documents.length).toBe(7);
    for (const { statements, captured, authors } of documents) {
      expect(statements).toBeGreaterThan(0);
      expect(captured).toBe("2031-05-05T06:00:00Z");
      expect(authors).toEqual([]);
    }
    const keys = documents.map(({ published, id }) => `${published ?? "9999"} ${id}`);
    expect(keys).toEqual([...keys].sort());
  });

  test("each filter narrows each list, and nothing matches everything", async () => {
    const lists = {
      claims: claimsOf,
      stories: storiesOf,
      figures: figureGroupsOf,
      documents: documentsOf,
      actors: actorsOf,
    };
    for (const [name, list] of Object.entries(lists)) {
      const all = (await list(ledger)).map(({ id }) => id);
      expect(all.length, name).toBeGreaterThan(0);
      expect((await list(ledger, { since: "2031-05" })).length, `${name} since`).toBe(all.length);
      expect(await list(ledger, { since: "2031-06" }), `${name} since later`).toEqual([]);
      for (const actor of ["", "%", "_", "\\", "\0", "'; drop table claims; --", "\ud800"]) {
        expect(await list(ledger, { actor }), `${name} ${actor}`).toEqual([]);
      }
      const brun = await list(ledger, { actor: "BRÛN" });
      expect(brun.length, `${name} actor`).toBeGreaterThan(0);
      expect(new Set(all).isSupersetOf(new Set(brun.map(({ id }) => id)))).toBe(true);
      if (name === "claims" || name === "actors") expect(brun.length, name).toBeLessThan(all.length);
      expect(await list(ledger, { story: "none" }), `${name} story`).toEqual([]);
    }
  });

  test("actors are counted over their documents, whichever were added when", async () => {
    const counts = new Map<string, { documents: number; statements: number }>();
    for (const { actors, statements } of await readingsOf(ledger)) {
      for (const { id } of actors) {
        const one = counts.get(id) ?? { documents: 0, statements: 0 };
        one.documents += 1;
        one.statements += statements.filter(({ speaker }) => speaker.id === id).length;
        counts.set(id, one);
      }
    }
    const told = (await actorsOf(ledger)).map(({ id, documents, statements }) => [id, { documents, statements }]);
    expect(new Map(told as [string, { documents: number; statements: number }][])).toEqual(counts);
    const since = await actorsOf(ledger, { since: "2031-05" });
    expect(since).toEqual(await actorsOf(ledger));
  });

  test("a story narrows the lists to what is in it", async () => {
    const [story] = await storiesOf(ledger);
    if (story === undefined) throw new Error("no story");
    const filter = { story: story.id };
    expect((await storiesOf(ledger, filter)).map(({ id }) => id)).toEqual([story.id]);
    expect((await claimsOf(ledger, filter)).map(({ id }) => id).sort()).toEqual([...story.claims].sort());
    expect((await documentsOf(ledger, filter)).map(({ id }) => id).sort()).toEqual([...story.documents].sort());
    for (const { stories } of await documentsOf(ledger, filter)) expect(stories).toContain(story.id);
    expect(await storyIds(ledger, story.id)).toEqual([story.id]);
    expect(await storyIds(ledger, story.id.slice(0, -2))).toContain(story.id);
  });

  test("pages make up the whole list in its order, whatever their size", async () => {
    const lists = [
      [claimsOf, claimsPage],
      [storiesOf, storiesPage],
      [figureGroupsOf, figureGroupsPage],
      [documentsOf, documentsPage],
      [actorsOf, actorsPage],
    ] as const;
    for (const [whole, page] of lists) {
      for (const filter of [{}, { since: "2031-05" }, { actor: "brun" }, { contested: true }]) {
        const all = (await whole(ledger, filter)).map(({ id }) => id);
        for (const limit of [1, 3, 1_000]) {
          const ids: string[] = [];
          for (let after: string | undefined; ; ) {
            const { items, total, next } = await page(ledger, filter, { limit, after });
            expect(items.length).toBeLessThanOrEqual(limit);
            expect(total, page.name).toBe(all.length);
            ids.push(...items.map(({ id }) => id));
            if (next === null) break;
            after = next;
          }
          expect(ids, page.name).toEqual(all);
        }
      }
      for (const after of [
        "",
        "x",
        Buffer.from('["claims"]').toString("base64url"),
        Buffer.from("[1,{}]").toString("base64url"),
      ]) {
        await expect(page(ledger, {}, { limit: 1, after })).rejects.toMatchObject({ code: "bad-cursor" });
      }
    }
    const newest = await storiesPage(ledger, {}, { limit: 100, order: "newest" });
    expect(newest.items.map(({ id }) => id).sort()).toEqual((await storiesOf(ledger)).map(({ id }) => id).sort());
    const counts = await countsOf(ledger);
    expect([counts.stories, counts.claims]).toEqual([newest.total, (await claimsOf(ledger)).length]);
    expect(counts.contested).toBe((await claimsOf(ledger, { contested: true })).length);
  });

  describe("search", () => {
    const texts = async (query: string, limit = 100): Promise<string[]> =>
      (await foundIn(ledger, parseQuery(query), limit)).map(({ snippet }) => snippet);

    test("words in any form, phrases in their order, fields", async () => {
      expect((await texts("fermer")).length).toBe(7);
      expect((await texts("fermer")).every((text) => text.includes("⟦fermé⟧"))).toBe(true);
      expect((await texts("PREFECTURE pont")).length).toBe(7);
      expect((await texts('"maire de Vellac"')).length).toBe((await texts("maire Vellac")).length);
      expect(await texts('"Vellac de maire"')).toEqual([]);
      expect((await texts("speaker:brun")).length).toBe(7);
      expect(await texts("speaker:brun act:deny")).toEqual([]);
      expect(await texts("since:2031-06 pont")).toEqual([]);
      expect(await texts("language:en pont")).toEqual([]);
      expect((await texts("pont", 3)).length).toBe(3);
    });

    test("nothing that is typed is read as a query of the engine", async () => {
      for (const query of [
        `pont' | 'maire`,
        `pont:*`,
        `!pont`,
        `pont <-> maire`,
        `\\pont`,
        `pont & !maire`,
        `"pont'"`,
        "pont\0",
      ]) {
        const found = await foundIn(ledger, parseQuery(query), 100);
        for (const { text } of found) expect(text.toLowerCase(), query).toContain("pont");
      }
      for (const query of [`speaker:%`, `speaker:"%' or '1'='1"`]) expect(await texts(query), query).toEqual([]);
    });
  });

  test("texts that no table likes are kept, listed and found", async () => {
    const long = "a".repeat(5_000);
    const words = Array.from({ length: 1_500 }, (_, n) => `mot${n}`).join(" ");
    const hostile = [
      `Un pont\u0000coupé, selon ${long}. « Le barrage tient », a déclaré Zoé ${"Ж".repeat(4_000)} \ud800.`,
      `Le barrage ${words} tient, a déclaré la mairie.`,
      "'); drop table passages; -- le barrage, selon <script>alert(1)</script>.",
    ];
    for (const [n, text] of hostile.entries()) {
      const capture = captureBytes(new TextEncoder().encode(text), {
        uri: `hostile\0${n}${"/x".repeat(3_000)}`,
        mediaType: "text/plain",
        language: "fr",
        published: "2031-05-06",
        captured: "2031-05-06T06:00:00Z",
      });
      const reading = readCapture(capture);
      expect(await keepDocument(ledger, capture, reading), text.slice(0, 20)).toBe("kept");
      expect((await documentWith(ledger, capture.document.id))?.reading.document.text).toBe(reading.document.text);
    }
    await alignLedger(ledger, relatePart);
    await totalActors(ledger);
    expect((await documentsOf(ledger)).length).toBe(10);
    expect((await foundIn(ledger, parseQuery("barrage tenir"), 100)).length).toBe(1);
    expect((await foundIn(ledger, parseQuery('"mot1490 mot1491 mot1492"'), 100)).length).toBe(1);
    expect(await foundIn(ledger, parseQuery('"mot1491 mot1490 mot1492"'), 100)).toEqual([]);
    await actorsOf(ledger, { actor: "B".repeat(4_000) });
    await claimsOf(ledger, { actor: "B".repeat(4_000) });
  });

  test("what is asked for while others write is of one state", async () => {
    const other = engine.kind === "sqlite" ? ledger : await openLedger(place, "write");
    try {
      const writing = (async () => {
        for (let n = 100; n < 106; n += 1) {
          const capture = captureOf(n);
          await keepDocument(other, capture, readCapture(capture));
          await alignLedger(other, relatePart);
        }
      })();
      let done = false;
      void writing.finally(() => {
        done = true;
      });
      while (!done) {
        for (const { id, claims } of await storiesOf(ledger)) expect([id, claims.length > 0]).toEqual([id, true]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await writing;
    } finally {
      if (other !== ledger) await other.close();
    }
  });
});
