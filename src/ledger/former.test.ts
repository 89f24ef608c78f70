import { afterAll, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { decide, listDecisions } from "../operations/decisions/index.ts";
import { findClaim, findFigures } from "../operations/find.ts";
import { findStory } from "../operations/story.ts";
import { readCapture, relatePart } from "../pipeline.ts";
import { alignLedger, realignLedger } from "./aligned.ts";
import { onEachEngine } from "./contract.ts";
import { idsBeginning } from "./decisions/index.ts";
import { keepDocument } from "./keep.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { claimsOf, figureGroupsOf, storiesOf, storyIds } from "./views.ts";

/** One report of the same affair, worded by another paper each time; each came out the day before the last. */
const reports = [
  "Le pont de Vellac a été fermé mardi, a annoncé la préfecture. Selon la maire, Odile Brun, douze habitants ont été évacués.",
  "La préfecture a annoncé que le pont de Vellac a été fermé mardi. La maire Odile Brun dément que douze habitants aient été évacués.",
  "À Vellac, le pont a été fermé mardi, selon la préfecture. Odile Brun affirme que douze habitants ont été évacués mardi.",
  "Le pont de Vellac a été fermé mardi, indique la préfecture. Douze habitants ont été évacués, a déclaré Odile Brun.",
];

async function add(ledger: Ledger, n: number): Promise<void> {
  const capture = captureBytes(new TextEncoder().encode(reports[n] ?? ""), {
    uri: `https://journal-${n}.example/pont`,
    mediaType: "text/plain",
    language: "fr",
    published: `2031-05-0${8 - n}`,
    captured: "2031-05-09T06:00:00Z",
  });
  await keepDocument(ledger, capture, readCapture(capture));
}

const by = { author: "Ana" };

type Seen = Map<string, ReadonlySet<string>>;

/** Every id that was ever shown, with the documents that stood behind it when it was last. */
async function see(ledger: Ledger, claims: Seen, stories: Seen, figures: Seen = new Map()): Promise<void> {
  for (const { id, members } of await figureGroupsOf(ledger)) figures.set(id, new Set(members.map((m) => m.document)));
  for (const { id, positions } of await claimsOf(ledger)) claims.set(id, new Set(positions.map((p) => p.document)));
  for (const { id, documents } of await storiesOf(ledger)) stories.set(id, new Set(documents));
}

async function hold(ledger: Ledger, claims: Seen, stories: Seen, figures: Seen = new Map()): Promise<number> {
  const now = new Set((await claimsOf(ledger)).map(({ id }) => id));
  let gone = 0;
  for (const [id, documents] of claims) {
    const found = await findClaim(ledger, id);
    expect(found === null ? null : now.has(found.id), id).toBe(true);
    expect(
      found?.positions.some(({ document }) => documents.has(document)),
      id,
    ).toBe(true);
    if (now.has(id)) expect(found?.id).toBe(id);
    else gone += 1;
    expect(await idsBeginning(ledger, "claim", id)).toEqual([found?.id]);
  }
  for (const [id, documents] of stories) {
    const found = await findStory(ledger, id);
    expect(
      found?.story.documents.some((document) => documents.has(document)),
      id,
    ).toBe(true);
    expect(await storyIds(ledger, id)).toEqual([found?.story.id]);
    expect(await idsBeginning(ledger, "story", id)).toEqual([found?.story.id]);
    if (found?.story.id !== id) gone += 1;
  }
  for (const [id, documents] of figures) {
    const found = await findFigures(ledger, id);
    expect(
      found?.members.some(({ document }) => documents.has(document)),
      id,
    ).toBe(true);
    if (found?.id !== id) gone += 1;
  }
  return gone;
}

onEachEngine("ids of claims and stories that changed", (engine) => {
  afterAll(() => engine.remove());

  test("lead to what became of them, through every growth and through aligning all anew", async () => {
    const ledger = await openLedger(await engine.place(), "write");
    try {
      const [claims, stories, figures]: [Seen, Seen, Seen] = [new Map(), new Map(), new Map()];
      for (const n of reports.keys()) {
        await add(ledger, n);
        await alignLedger(ledger, relatePart);
        await see(ledger, claims, stories, figures);
        await hold(ledger, claims, stories, figures);
      }
      expect(await hold(ledger, claims, stories, figures)).toBeGreaterThan(2);
      // One step to each, whatever came between.
      const rows = await ledger.db.selectFrom("former_ids").selectAll().execute();
      const all = [await claimsOf(ledger), await storiesOf(ledger), await figureGroupsOf(ledger)];
      const there = new Set(all.flatMap((some) => some.map(({ id }) => id)));
      for (const { now, id } of rows) expect([id, there.has(now), there.has(id)]).toEqual([id, true, false]);

      expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["claim", "story", "figure"]));
      await realignLedger(ledger, relatePart);
      await realignLedger(ledger, relatePart);
      await hold(ledger, claims, stories, figures);
      expect(await ledger.db.selectFrom("former_members").selectAll().execute()).toEqual([]);
      expect(await findClaim(ledger, "claim-of-nothing")).toBeNull();
      expect(await findFigures(ledger, "figures-of-nothing")).toBeNull();
      expect(await idsBeginning(ledger, "claim", "claim-of-nothing")).toEqual([]);
    } finally {
      await ledger.close();
    }
  });

  test("have the decisions about them, under whichever name these were made", async () => {
    const ledger = await openLedger(await engine.place(), "write");
    try {
      await add(ledger, 0);
      await alignLedger(ledger, relatePart);
      const made = new Map<string, string>();
      for (const { id } of await claimsOf(ledger)) {
        const line = await decide(ledger, { kind: "note", on: { kind: "claim", claim: id }, text: "seen" }, by);
        made.set(id, line.id);
      }
      for (const n of [1, 2, 3]) {
        await add(ledger, n);
        await alignLedger(ledger, relatePart);
      }
      let renamed = 0;
      for (const [id, decision] of made) {
        const now = (await findClaim(ledger, id))?.id ?? "";
        for (const about of [id, now])
          expect((await listDecisions(ledger, { about })).map((one) => one.id)).toContain(decision);
        if (now === id) continue;
        renamed += 1;
        const note = { kind: "note", on: { kind: "claim", claim: now }, text: "seen again" } as const;
        const last = (await listDecisions(ledger, { about: now })).at(-1)?.id ?? null;
        // What somebody decided under the old name stands between.
        await expect(decide(ledger, note, { ...by, expected: null })).rejects.toMatchObject({ code: "conflict" });
        await decide(ledger, note, { ...by, expected: last });
      }
      expect(renamed).toBeGreaterThan(0);
    } finally {
      await ledger.close();
    }
  });

  test("are followed when another alignment was made of everything, in the end", async () => {
    const ledger = await openLedger(await engine.place(), "write");
    try {
      for (const n of [0, 1]) await add(ledger, n);
      await alignLedger(ledger, relatePart);
      const [claims, stories]: [Seen, Seen] = [new Map(), new Map()];
      await see(ledger, claims, stories);
      // Aligning anew is begun and comes to the same, but two more reports came meanwhile.
      let added = false;
      await realignLedger(ledger, async (readings, kept) => {
        if (!added) {
          added = true;
          for (const n of [2, 3]) await add(ledger, n);
        }
        return relatePart(readings, kept);
      });
      expect(await hold(ledger, claims, stories)).toBeGreaterThan(0);
      expect(await ledger.db.selectFrom("former_members").selectAll().execute()).toEqual([]);
    } finally {
      await ledger.close();
    }
  });
});
