import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, bench, examples, refused } from "./testing.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench(["01", "02", "03", "04", "05", "06"].map((number) => `${examples}/${number}-*`));
}, 300_000);
afterAll(() => desk.close());

type Line = { id: string; seq: number; author: string; reason: string | null; state?: string };
const post = (path: string, body: unknown): Promise<Response> =>
  desk.ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const get = async <T>(path: string): Promise<T> => (await (await desk.ask(path)).json()) as T;

test("a speaker is corrected, seen, and the correction undone", async () => {
  const { items } = await get<{ items: { id: string }[] }>("/api/documents?limit=1");
  const path = `/api/documents/${items[0]?.id}`;
  type Held = { reading: { statements: { id: string; speaker: { name: string } }[] } };
  const before = (await get<Held>(path)).reading.statements[0];
  const statement = before?.id ?? "";
  const change = { kind: "correct-statement", statement, changes: { speaker: "Ilse Vantner" } };
  const made = await post("/api/decisions", { decision: change, reason: "She signs it.", expected: null });
  expect(made.status).toBe(201);
  const line = (await made.json()) as Line;
  expect(line.reason).toBe("She signs it.");
  expect((await get<Held>(path)).reading.statements.find(({ id }) => id === statement)?.speaker.name).toBe(
    "Ilse Vantner",
  );
  await refused(await post("/api/decisions", { decision: change, expected: null }), 409, "conflict");
  const history = await get<{ items: Line[]; next: string | null }>(
    `/api/decisions?about=${encodeURIComponent(statement)}`,
  );
  expect(history.items.map(({ id, state }) => [id, state])).toEqual([[line.id, "stands"]]);
  expect((await post(`/api/decisions/${line.id}/undo`, {})).status).toBe(201);
  await refused(await post(`/api/decisions/${line.id}/undo`, {}), 409, "already-undone");
  expect((await get<Held>(path)).reading.statements[0]?.speaker.name).toBe(before?.speaker.name);
  expect(await get<Line>(`/api/decisions/${line.id}`)).toMatchObject({ state: "undone" });
});

test("the log is told page by page, the newest first", async () => {
  const { items: documents } = await get<{ items: { id: string }[] }>("/api/documents");
  for (const { id } of documents.slice(0, 5)) {
    expect((await post("/api/decisions", { decision: { kind: "check-document", document: id } })).status).toBe(201);
  }
  const seen: number[] = [];
  let cursor = "";
  for (;;) {
    const page = await get<{ items: Line[]; next: string | null }>(`/api/decisions?limit=2${cursor}`);
    seen.push(...page.items.map(({ seq }) => seq));
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(new Set(seen).size).toBe(7);
});

type Told = { id: string; proposition: string; status: string; positions: { statement: string }[]; origins: object };
type Change<T> = { before: T[]; after: T[] };
type Preview = { claims: Change<Told>; stories: Change<{ id: string; claims: string[]; documents: string[] }> };
const previewed = async (decision: object): Promise<Preview> => {
  const answer = await post("/api/decisions/preview", { decision });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Preview;
};
const held = ({ proposition, status, positions, origins }: Told) => ({
  proposition,
  status,
  statements: positions.map(({ statement }) => statement),
  origins: JSON.parse(JSON.stringify(origins).replaceAll(/"decided":\{[^}]*\},?/g, "")) as object,
});

test("a merge and a split are shown before, exactly as they will be, and nothing is kept of it", async () => {
  const { items } = await get<{ items: (Told & { story: string })[] }>("/api/claims?limit=500");
  const [one] = items.filter(({ positions }) => positions.length > 1);
  const other = items.find(({ id, story }) => id !== one?.id && story === one?.story);
  const lines = async (): Promise<number> => (await get<{ total: number }>("/api/decisions?limit=500")).total;
  const before = await lines();
  const merge = { kind: "merge-claims", claims: [one?.id, other?.id] };
  const { claims } = await previewed(merge);
  expect(claims.before.map(({ id }) => id).toSorted()).toEqual([one?.id, other?.id].toSorted());
  expect(claims.after.map(({ id }) => id)).toEqual([one?.id]);
  expect(await get(`/api/claims/${one?.id}`)).toMatchObject({ positions: one?.positions });
  expect(await lines()).toBe(before);
  const made = (await (await post("/api/decisions", { decision: merge })).json()) as Line;
  const [would] = claims.after;
  const merged = await get<Told>(`/api/claims/${one?.id}`);
  expect(merged.positions.length).toBe((one?.positions.length ?? 0) + (other?.positions.length ?? 0));
  expect(would && held(would)).toEqual(held(merged));

  // What was merged is split in another way, on top of the merge.
  const leaving = merged.positions[0]?.statement;
  const split = { kind: "split-claim", claim: one?.id, statements: [leaving], proposition: "The quay was open." };
  const parts = (await previewed(split)).claims;
  expect(parts.before.map(({ id }) => id)).toEqual([one?.id]);
  const line = (await (await post("/api/decisions", { decision: split })).json()) as Line;
  const now = [await get<Told>(`/api/claims/${one?.id}`), await get<Told>(`/api/claims/claim-${line.id.slice(2)}`)];
  const byWords = (a: Told, b: Told): number => (a.proposition < b.proposition ? -1 : 1);
  expect(parts.after.toSorted(byWords).map(held)).toEqual(now.toSorted(byWords).map(held));
  for (const { id } of [line, made]) expect((await post(`/api/decisions/${id}/undo`, {})).status).toBe(201);

  const { items: stories } = await get<{ items: { id: string; documents: string[]; claims: string[] }[] }>(
    "/api/stories",
  );
  const [story] = stories.toSorted((a, b) => b.documents.length - a.documents.length);
  const apart = await previewed({ kind: "split-story", story: story?.id, documents: story?.documents.slice(0, 1) });
  expect(apart.stories.before.map(({ id }) => id)).toEqual([story?.id]);
  expect(apart.stories.after.flatMap(({ documents }) => documents).toSorted()).toEqual(story?.documents.toSorted());
  expect(apart.claims).toEqual({ before: [], after: [] });
});

test("what can't be shown before it is decided", async () => {
  const { items } = await get<{ items: { id: string }[] }>("/api/documents?limit=1");
  const check = { kind: "check-document", document: items[0]?.id };
  await refused(await post("/api/decisions/preview", { decision: check }), 400, "no-preview");
  const none = { kind: "merge-claims", claims: ["none", "neither"] };
  await refused(await post("/api/decisions/preview", { decision: none }), 404, "no-such-thing");
  await refused(await desk.ask("/api/decisions/preview"), 405, "method-not-allowed");
});

test("what can't be decided", async () => {
  await refused(await post("/api/decisions", { decision: { kind: "sing" } }), 400, "bad-request");
  await refused(
    await post("/api/decisions", { decision: { kind: "delete-statement", statement: "none" } }),
    404,
    "no-such-thing",
  );
  await refused(await desk.ask("/api/decisions/none"), 404, "no-such-thing");
  await refused(await desk.ask("/api/decisions?kind=sing"), 400, "bad-request");
});
