import { afterAll, beforeAll, expect, test } from "vitest";
import { onEachEngine } from "../ledger/contract.ts";
import { sinceNewest } from "../ledger/documents.ts";
import { article } from "../ledger/testing.ts";
import { timePositions } from "../ledger/told.ts";
import { addBytes } from "./add-bytes.ts";
import { type ClaimOrigins, listOrigins, listTimeline, openToAdd } from "./index.ts";
import { pageOrigins } from "./origins.ts";
import { listPositions, type TimedPosition } from "./positions.ts";
import { pagePositions } from "./positions-page.ts";
import { recentTimeline } from "./timeline.ts";

const said = [
  "Lundi, la préfète Odile Brun a affirmé que le pont était sûr.\n",
  "La préfète Odile Brun a démenti que le pont était sûr.\n",
];

onEachEngine("lists that are told by pages", (engine) => {
  let ledger: Awaited<ReturnType<typeof openToAdd>>;
  beforeAll(async () => {
    ledger = await openToAdd(await engine.place());
    for (const [n, text] of [article(0), article(1), article(2), ...said].entries()) {
      const published = n < 4 ? "2031-05-04" : "2031-05-09";
      const about = { uri: `${n}.txt`, mediaType: "text/plain", language: "fr", published };
      expect((await addBytes(ledger, new TextEncoder().encode(text), about)).kind).toBe("kept");
    }
  }, 120_000);
  afterAll(async () => {
    await ledger.close();
    await engine.remove();
  });
  const filters = [{}, { since: "2031-05-08" }, { actor: "brun" }, { contested: true }, { since: "2040" }];

  test("positions: the same as the whole list, one speaker after another by time, with its turns", async () => {
    for (const filter of filters) {
      const whole = await listPositions(ledger, filter);
      for (const limit of [1, 3, 1_000]) {
        const paged: TimedPosition[] = [];
        for (let after: string | undefined; ; ) {
          const { items, total, next } = await pagePositions(ledger, filter, { limit, after });
          expect(items.length).toBeLessThanOrEqual(limit);
          expect(total).toBe(whole.length);
          paged.push(...items);
          if (next === null) break;
          after = next;
        }
        const sorted = (list: readonly TimedPosition[]): string[] => list.map((one) => JSON.stringify(one)).sort();
        expect(sorted(paged)).toEqual(sorted(whole));
        const key = ({ speaker, when }: TimedPosition): string => `${speaker.id} ${when ?? "9999"}`;
        for (const id of new Set(paged.map(({ speaker }) => speaker.id))) {
          const own = paged.filter(({ speaker }) => speaker.id === id).map(key);
          expect(own).toEqual([...own].sort());
          const first = paged.findIndex(({ speaker }) => speaker.id === id);
          expect(paged.slice(first, first + own.length).every(({ speaker }) => speaker.id === id)).toBe(true);
        }
      }
    }
    expect((await listPositions(ledger)).length).toBeGreaterThan(5);
    await expect(pagePositions(ledger, {}, { limit: 1, after: "x" })).rejects.toMatchObject({ code: "bad-cursor" });
  });

  test("origins: the same list, cut anywhere", async () => {
    for (const filter of filters) {
      const whole = await listOrigins(ledger, filter);
      for (const limit of [1, 2, 3, 1_000]) {
        const paged: ClaimOrigins[] = [];
        for (let after: string | undefined; ; ) {
          const { items, total, next } = await pageOrigins(ledger, filter, { limit, after });
          expect(items.length).toBeLessThanOrEqual(limit);
          expect(total).toBe(whole.length);
          paged.push(...items);
          if (next === null) break;
          after = next;
        }
        expect(paged).toEqual(whole);
      }
    }
    expect((await listOrigins(ledger)).length).toBeGreaterThan(2);
  });

  test("what was aligned and not yet timed is timed when somebody asks", async () => {
    const before = await pagePositions(ledger, {}, { limit: 100 });
    await ledger.db.updateTable("positions").set({ told: null }).execute();
    expect((await pagePositions(ledger, {}, { limit: 100 })).items).toEqual([]);
    await timePositions(ledger);
    expect(await pagePositions(ledger, {}, { limit: 100 })).toEqual(before);
  });
});

onEachEngine("a timeline of no story", (engine) => {
  afterAll(() => engine.remove());
  test("tells of the newest articles only where there are many", async () => {
    const ledger = await openToAdd(await engine.place());
    for (let n = 0; n < 3; n += 1) {
      const about = { uri: `${n}.txt`, language: "fr", published: `2031-05-0${n + 4}` };
      await addBytes(ledger, new TextEncoder().encode(article(n)), about);
    }
    expect(await sinceNewest(ledger, {}, 3)).toBeNull();
    expect(await sinceNewest(ledger, {}, 2)).toBe("2031-05-04");
    expect(await sinceNewest(ledger, { since: "2031-05-05" }, 1)).toBe("2031-05-05");
    expect(await recentTimeline(ledger)).toEqual(await listTimeline(ledger));
    await ledger.close();
  });
});
