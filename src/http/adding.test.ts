import { afterAll, beforeAll, expect, test } from "vitest";
import { article } from "../ledger/testing.ts";
import { addBytes } from "../operations/add-bytes.ts";
import { openToAdd } from "../operations/index.ts";
import { addition } from "./schemas/adding.ts";
import { type Bench, bench, refused } from "./testing.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench([], { maxBody: 20_000, maxUpload: 60_000 });
});
afterAll(() => desk.close());

type Told = { readonly id: string; readonly event: string; readonly data: Record<string, unknown> };

/** Events as a browser reads them, until `until` or the end. */
async function listen(path: string, until: (told: readonly Told[]) => boolean, last?: string): Promise<Told[]> {
  const gone = new AbortController();
  const headers: Record<string, string> = last === undefined ? {} : { "last-event-id": last };
  const answer = await desk.ask(path, { headers, signal: gone.signal });
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const told: Told[] = [];
  let text = "";
  for await (const chunk of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const line = (name: string): string => block.match(new RegExp(`^${name}: (.*)$`, "m"))?.[1] ?? "";
      if (line("event") !== "") told.push({ id: line("id"), event: line("event"), data: JSON.parse(line("data")) });
    }
    if (until(told)) break;
  }
  gone.abort();
  return told;
}
const post = (body: NonNullable<RequestInit["body"]>, headers: Record<string, string> = {}): Promise<Response> =>
  desk.ask("/api/additions?published=2031-05-04&language=fr", { method: "POST", body, headers });
const begin = async (body: NonNullable<RequestInit["body"]>, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await post(body, headers);
  expect(answer.status).toBe(202);
  return addition.parse(await answer.json()).id;
};
const json = { "content-type": "application/json" };
const ended = (told: readonly Told[]): boolean => told.at(-1)?.event === "done";

test("files, texts and addresses are added, with progress as it happens", async () => {
  const form = new FormData();
  form.append("file", new File([article(1)], "one.txt", { type: "text/plain" }));
  form.append("file", new File([`<title>x</title><article><p>${article(2)}</p></article>`], "two.html"));
  form.append("text", article(3));
  form.append("file", new File([new Uint8Array([0, 1, 2, 0, 255])], "pixels.png", { type: "image/png" }));
  form.append("url", "http://127.0.0.1:9/page");
  const id = await begin(form);
  const told = await listen(`/api/additions/${id}/events`, ended);
  expect(told.map(({ event }) => event)).toEqual(["kept", "kept", "kept", "failed", "failed", "aligned", "done"]);
  expect(told.map(({ data }) => data.item)).toEqual([0, 1, 2, 3, 4, null, undefined]);
  const state = addition.parse(await (await desk.ask(`/api/additions/${id}`)).json());
  expect([state.state, state.done, state.total]).toEqual(["done", 5, 5]);
  expect(state.steps[4]).toMatchObject({ failure: { code: "private-address" } });
  const { total } = (await (await desk.ask("/api/documents")).json()) as { total: number };
  expect(total).toBe(3);
  // Whoever comes back is told what was missed, and no more.
  const again = await listen(`/api/additions/${id}/events`, ended, told[3]?.id);
  expect(again).toEqual(told.slice(4));
});

test("what is known is not added again", async () => {
  const id = await begin(JSON.stringify({ items: [{ text: article(1), uri: "again.txt" }] }), json);
  const told = await listen(`/api/additions/${id}/events`, ended);
  expect(told.map(({ event }) => event)).toEqual(["known", "aligned", "done"]);
});

test("a second analyst sees a change, whichever process makes it", async () => {
  const seen = listen("/api/events", (told) => told.length > 0);
  await new Promise((done) => setTimeout(done, 100));
  const other = await openToAdd(desk.ledger.folder);
  const bytes = new TextEncoder().encode(article(8));
  await addBytes(other, bytes, { uri: "other.txt", language: "fr" });
  await other.close();
  const [first] = await seen;
  expect(first).toMatchObject({ event: "changed" });
  expect(first?.data.what).toContain("documents");
  const [missed] = await listen("/api/events", (told) => told.length > 0, "another-era.7");
  expect(missed?.event).toBe("reset");
});

test("what is no addition", async () => {
  await refused(await post("{", json), 400, "bad-request");
  await refused(await post('{"items":[]}', json), 400, "bad-request");
  await refused(await post('{"items":[{"url":"http://a.example","text":"x"}]}', json), 400, "bad-request");
  await refused(await post('{"items":[{"url":"/etc/passwd"}]}', json), 400, "bad-address");
  await refused(await post("x", { "content-type": "text/plain" }), 415, "unsupported-type");
  await refused(await post("not a form", { "content-type": "multipart/form-data; boundary=b" }), 400, "bad-request");
  await refused(
    await post("x".repeat(70_000), { "content-type": "multipart/form-data; boundary=b" }),
    413,
    "too-large",
  );
  const form = new FormData();
  form.append("file", new File(["x".repeat(30_000)], "long.txt", { type: "text/plain" }));
  await refused(await post(form), 413, "too-large");
  const odd = new FormData();
  odd.append("path", "/etc/passwd");
  await refused(await post(odd), 400, "bad-request");
  await refused(await desk.ask("/api/additions/none"), 404, "not-found");
});
