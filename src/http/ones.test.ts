import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { readingsOf } from "../ledger/index.ts";
import { decide } from "../operations/decisions/index.ts";
import { dossierData } from "../operations/index.ts";
import { dossierOf, summaryOf } from "../report/index.ts";
import { heldDocument } from "./schemas/kept.ts";
import { reading } from "./schemas/reading.ts";
import { fallen, wholeActor, wholeClaim, wholeStory } from "./schemas/whole.ts";
import { type Bench, bench, examples, refused } from "./testing.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench([examples]);
}, 300_000);
afterAll(() => desk.close());

const json = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
  const answer = await desk.ask(path);
  expect(answer.status, path).toBe(200);
  const told = (await answer.json()) as unknown;
  const parsed = schema.parse(told);
  expect(parsed, `${path} answers what the schema doesn't tell of`).toEqual(told);
  return parsed;
};
const list = async (path: string): Promise<{ id: string }[]> =>
  ((await (await desk.ask(path)).json()) as { items: { id: string }[] }).items;
const at = (id: string | undefined): string => encodeURIComponent(id ?? "");

test("a story says what stands in it, in the language asked for", async () => {
  const stories = (await list("/api/stories")) as { id: string; counts: { claims: number; contested: number } }[];
  const largest = stories.toSorted((a, b) => b.counts.claims - a.counts.claims)[0];
  const en = await json(`/api/stories/${at(largest?.id)}`, wholeStory);
  const fr = await json(`/api/stories/${at(largest?.id)}?language=fr`, wholeStory);
  expect(en.documents.length).toBe(en.story.counts.documents);
  expect(en.summary.contested.length).toBe(en.story.counts.contested);
  expect(en.summary.contested.length).toBeGreaterThan(0);
  expect(en.summary.contested[0]?.sentence).toMatch(/denied by/);
  expect(fr.summary.contested[0]?.sentence).toMatch(/démenti/);
  expect(fr.summary.contested.map(({ claim }) => claim)).toEqual(en.summary.contested.map(({ claim }) => claim));
  const { counts } = en.story;
  expect(counts.contested + counts.corroborated + counts["single-source"] + counts.uncontested).toBe(counts.claims);
});

test("what a story says in short is what its dossier says, though no reading is looked into for it", async () => {
  for (const { id } of await list("/api/stories?limit=500")) {
    const { alignment, readings, story, captured } = await dossierData(desk.ledger, id);
    const dossier = dossierOf(alignment, readings, { story, captured, generated: "" });
    for (const language of ["fr", "en"]) {
      const { summary } = await json(`/api/stories/${at(id)}?language=${language}`, wholeStory);
      expect(summary).toEqual(summaryOf(dossier, language));
    }
  }
});

test("claims of a story are narrowed by the server: by status, side and language, with their number", async () => {
  const [story] = (await list("/api/stories?limit=500")) as { id: string; counts: { contested: number } }[];
  const page = async (query: string) =>
    (await (await desk.ask(`/api/claims?story=${at(story?.id)}&limit=500${query}`)).json()) as {
      items: z.infer<typeof wholeClaim>[];
      total: number;
    };
  const all = await page("");
  for (const status of ["contested", "corroborated", "single-source", "uncontested"]) {
    const some = await page(`&status=${status}`);
    expect(some.items).toEqual(all.items.filter((claim) => claim.status === status));
    expect(some.total).toBe(some.items.length);
  }
  const { documents } = await json(`/api/stories/${at(story?.id)}`, wholeStory);
  const [language] = documents.map((document) => document.language);
  const spoken = new Set(documents.filter((document) => document.language === language).map(({ id }) => id));
  const inLanguage = await page(`&language=${language}`);
  expect(inLanguage.items).toEqual(
    all.items.filter(({ positions }) => positions.some(({ document }) => spoken.has(document))),
  );
  expect(inLanguage.items.length).toBeGreaterThan(0);
  const speaker = all.items
    .flatMap(({ positions }) => positions)
    .find(({ speaker: { id } }) => id.startsWith("person:"))?.speaker;
  expect((await page("&side=harbour")).items).toEqual([]);
  const decided = await decide(
    desk.ledger,
    { kind: "set-actor", actor: speaker?.id ?? "", changes: { side: "harbour" } },
    { author: "Ana" },
  );
  expect((await json(`/api/stories/${at(story?.id)}`, wholeStory)).sides).toEqual(["harbour"]);
  const sided = await page("&side=harbour");
  expect(sided.items.map(({ id }) => id)).toEqual(
    all.items.filter(({ positions }) => positions.some((one) => one.speaker.id === speaker?.id)).map(({ id }) => id),
  );
  await decide(desk.ledger, { kind: "undo", decision: decided.id }, { author: "Ana" });
  expect((await page("&side=harbour")).items).toEqual([]);
});

test("stories come in one order, whatever the size of the pages", async () => {
  const all = await list("/api/stories?limit=500");
  const paged: unknown[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path = `/api/stories?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const page = (await (await desk.ask(path)).json()) as { items: unknown[]; next: string | null };
    expect(page.items.length).toBe(1);
    paged.push(...page.items);
    cursor = page.next;
  }
  expect(paged).toEqual(all);
});

test("a claim tells how each of its statements is said, in however many articles", async () => {
  for (const { id } of await list("/api/claims?limit=500")) {
    const claim = await json(`/api/claims/${at(id)}`, wholeClaim);
    const said: unknown[] = [];
    for (const { document, statement } of claim.positions) {
      const { statements } = (await readingsOf(desk.ledger, [document]))[0] ?? { statements: [] };
      for (const one of statements)
        if (one.id === statement) said.push({ statement, act: one.act, factuality: one.factuality, said: one.said });
    }
    const by = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    const told = claim.told.map(({ statement, act, factuality, said }) => ({ statement, act, factuality, said }));
    expect(told.sort(by)).toEqual([...new Map(said.map((one) => [JSON.stringify(one), one])).values()].sort(by));
  }
});

test("a claim names every article it stands in; a document every claim it takes a position on", async () => {
  const [first] = await list("/api/claims?contested=true&limit=1");
  const claim = await json(`/api/claims/${at(first?.id)}`, wholeClaim);
  expect(new Set(claim.documents.map(({ id }) => id))).toEqual(
    new Set(claim.positions.map(({ document }) => document)),
  );
  const { document, statement } = claim.positions[0] ?? {};
  const held = await json(`/api/documents/${at(document)}`, heldDocument);
  expect(held.stands).toContainEqual(expect.objectContaining({ claim: claim.id, statement }));
});

test("a link to a claim or story that got another id leads to it, which says its own", async () => {
  const add = async (published: string, text: string): Promise<string> => {
    const query = `language=fr&published=${published}&uri=${encodeURIComponent(`https://quai-${published}.example/`)}`;
    const answer = await desk.ask(`/api/documents?${query}`, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: text,
    });
    expect(answer.status).toBeLessThan(300);
    return ((await answer.json()) as { id: string }).id;
  };
  const standsOf = async (document: string): Promise<{ claims: string[]; stories: string[] }> => {
    const { stands, stories } = (await (await desk.ask(`/api/documents/${at(document)}`)).json()) as {
      stands: { claim: string }[];
      stories: string[];
    };
    return { claims: [...new Set(stands.map(({ claim }) => claim))], stories };
  };
  const late = await add("2031-05-07", "Le quai de Belmar a été fermé mardi, a annoncé la préfecture de Belmar.");
  const before = await standsOf(late);
  await add("2031-05-06", "La préfecture de Belmar a annoncé que le quai de Belmar a été fermé mardi.");
  const now = await standsOf(late);
  expect(before.claims.length).toBeGreaterThan(0);
  const gone = before.claims.filter((id) => !now.claims.includes(id));
  expect(gone.length).toBeGreaterThan(0);
  for (const id of gone) {
    const claim = await json(`/api/claims/${at(id)}`, wholeClaim);
    expect(now.claims).toContain(claim.id);
  }
  const moved = before.stories.filter((id) => !now.stories.includes(id));
  expect(moved.length).toBeGreaterThan(0);
  for (const id of moved) {
    const { story } = await json(`/api/stories/${at(id)}`, wholeStory);
    expect(now.stories).toContain(story.id);
    const claims = await list(`/api/claims?story=${at(id)}`);
    expect(claims).toEqual(await list(`/api/claims?story=${at(story.id)}`));
  }
});

test("an actor's positions stand by date, and nothing falls that does not rest on it", async () => {
  const [first] = await list("/api/actors?limit=1");
  const { actor, positions } = await json(`/api/actors/${at(first?.id)}`, wholeActor);
  expect(actor.id).toBe(first?.id);
  expect(positions.length).toBeGreaterThan(0);
  const dates = positions.map(({ published }) => published ?? "9999");
  expect(dates).toEqual(dates.toSorted());
  const answer = (await (await desk.ask(`/api/without?actor=${at(actor.id)}`)).json()) as { items: unknown[] };
  expect(answer.items.length).toBeGreaterThan(0);
  for (const item of answer.items) {
    const { before, after, denying } = fallen.parse(item);
    expect(after + denying.after).toBeLessThan(before + denying.before);
    const { claim, gone, ...rest } = fallen.parse(item);
    expect([gone.affirm.length, gone.deny.length]).toEqual([before - after, denying.before - denying.after]);
    const one = await desk.ask(`/api/without?actor=${at(actor.id)}&claim=${at(claim)}`);
    expect(await one.json()).toEqual({ items: [{ claim, gone, ...rest }] });
  }
  expect(await (await desk.ask("/api/without?actor=nobody")).json()).toEqual({ items: [] });
});

test("sources are counted once an article", async () => {
  const sources = (await list("/api/sources")) as unknown as { documents: number; root: number }[];
  const documents = (await list("/api/documents")).length;
  expect(sources.reduce((sum, one) => sum + one.documents, 0)).toBe(documents);
  expect(sources.some(({ root }) => root > 0)).toBe(true);
});

test("ids that are nothing's", async () => {
  for (const path of ["claims", "actors", "figures"])
    await refused(await desk.ask(`/api/${path}/none`), 404, "not-found");
  await refused(await desk.ask("/api/stories/none"), 404, "no-such-story");
  await refused(await desk.ask("/api/stories/s?language=de"), 400, "bad-request");
});

test("the whole ledger is checked, and taken elsewhere without users", async () => {
  const { captures, faults } = (await (await desk.ask("/api/verify")).json()) as {
    captures: number;
    faults: unknown[];
  };
  expect(captures).toBe((await list("/api/documents")).length);
  expect(faults).toEqual([]);
  const exported = await desk.ask("/api/export");
  expect(exported.headers.get("content-disposition")).toContain("attachment");
  const lines = (await exported.text()).trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(captures);
  for (const line of lines) JSON.parse(line);
  expect(await (await desk.ask("/api/revisions?page=nowhere")).json()).toMatchObject({ items: [] });
});

test("what the ledger holds; what is read and not kept; what people corrected", async () => {
  const before = (await (await desk.ask("/api/status")).json()) as Record<string, number>;
  expect(before.documents).toBe((await list("/api/documents")).length);
  const text = "Le pont de Vellac est fermé, a annoncé la préfecture.";
  const read = await desk.ask("/api/read?language=fr", {
    method: "POST",
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: text,
  });
  expect(reading.parse(await read.json()).statements.length).toBeGreaterThan(0);
  expect(await (await desk.ask("/api/status")).json()).toEqual(before);
  expect(await (await desk.ask("/api/gold")).text()).toBe("");
  const png = { method: "POST", headers: { "content-type": "image/png" }, body: text };
  await refused(await desk.ask("/api/read", png), 415, "unsupported-type");
});
