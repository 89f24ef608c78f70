import { afterAll, beforeAll, expect, test } from "vitest";
import { createToken } from "../operations/access/tokens.ts";
import { addUser } from "../operations/access/users.ts";
import { type Bench, bench, examples } from "./testing.ts";

let near: Bench;
let far: Bench;
let headers: Record<string, string>;
beforeAll(async () => {
  const inputs = [`${examples}/01-*`, `${examples}/05-*`];
  near = await bench(inputs);
  // A proxy passes on the name by which others know the server.
  far = await bench(inputs, { publicUrl: new URL("http://127.0.0.1:1/") }, async (ledger) => {
    await addUser(ledger, "test", { name: "Odile", role: "analyst", password: "un mot de passe assez long" });
    const asked = { user: "Odile", name: "probe", scopes: ["read"], days: 1 } as const;
    headers = { authorization: `Bearer ${(await createToken(ledger, "test", asked)).secret}` };
  });
}, 120_000);
afterAll(async () => {
  await near.close();
  await far.close();
});

const packing = async (desk: Bench, path: string, more: Record<string, string> = {}): Promise<string | null> => {
  const own = desk === far ? headers : {};
  const answer = await desk.ask(path, { headers: { ...own, "accept-encoding": "gzip", ...more } });
  expect(answer.status, path).toBe(200);
  await answer.arrayBuffer();
  return answer.headers.get("content-encoding");
};

test("what goes far is packed, and the same when it is unpacked", async () => {
  for (const path of ["/api/claims", "/api/claims?format=csv", "/api/report"]) {
    expect(await packing(far, path), path).toBe("gzip");
    expect(await packing(near, path), path).toBe(null);
    expect(await packing(far, path, { "accept-encoding": "identity" }), path).toBe(null);
  }
  const plain = await far.ask("/api/claims", { headers: { ...headers, "accept-encoding": "identity" } });
  const packed = await far.ask("/api/claims", { headers });
  expect(await packed.json()).toEqual(await plain.json());
  const etag = packed.headers.get("etag") ?? "";
  expect(packed.headers.get("vary")).toMatch(/accept-encoding/i);
  expect((await far.ask("/api/claims", { headers: { ...headers, "if-none-match": etag } })).status).toBe(304);
});

test("secrets are not packed beside anything, and lines are told as they come", async () => {
  expect(await packing(far, "/api/session")).toBe(null);
  expect(await packing(far, "/api/claims?format=jsonl")).toBe(null);
});
