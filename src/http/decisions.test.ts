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
