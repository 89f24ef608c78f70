import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onEachEngine } from "../ledger/contract.ts";
import { article } from "../ledger/testing.ts";
import type { Role, Scope } from "../model/access.ts";
import { createToken } from "../operations/access/tokens.ts";
import { addUser } from "../operations/access/users.ts";
import { listClaims, listDocuments, openToAdd, openToAsk } from "../operations/index.ts";
import { type Serving, serveLedger } from "./index.ts";
import { refused } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-carry-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Desk = {
  readonly ledger: Awaited<ReturnType<typeof openToAdd>>;
  readonly serving: Serving;
  ask(path: string, init?: RequestInit & { as?: Role }): Promise<Response>;
  close(): Promise<void>;
};

/** A real server whose users are an administrator and an analyst, who ask with tokens. */
async function deskAt(place: string): Promise<Desk> {
  const ledger = await openToAdd(place);
  const tokens = new Map<string, string>();
  const scopes: Record<string, Scope[]> = {
    admin: ["read", "add", "decide", "admin"],
    analyst: ["read", "add", "decide"],
  };
  for (const [role, own] of Object.entries(scopes)) {
    await addUser(ledger, "test", { name: role, role: role as Role, password: "un mot de passe assez long" });
    const made = await createToken(ledger, "test", { user: role, name: "probe", scopes: own, days: 1 });
    tokens.set(role, made.secret);
  }
  const limits = { allowPrivate: ["127.0.0.1"], maxBody: 60_000, maxImport: 400_000 };
  const serving = await serveLedger(ledger, { host: "127.0.0.1", port: 0, web: join(folder, "none"), ...limits });
  return {
    ledger,
    serving,
    ask: (path, { as = "admin", headers, ...init } = {}) =>
      fetch(new URL(path, serving.url), {
        ...init,
        headers: { authorization: `Bearer ${tokens.get(as)}`, ...(headers as Record<string, string>) },
      }),
    close: async () => {
      await serving.close();
      await ledger.close();
    },
  };
}

const ndjson = { "content-type": "application/x-ndjson" };
const lines = async (answer: Response): Promise<{ kind: string; [key: string]: unknown }[]> =>
  (await answer.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

onEachEngine("over HTTP, what the command line can do", (engine) => {
  let [from, into] = [null as unknown as Desk, null as unknown as Desk];
  beforeAll(async () => {
    [from, into] = [await deskAt(await engine.place()), await deskAt(await engine.place())];
    for (let n = 0; n < 3; n += 1) {
      const about = `?uri=a${n}.txt&language=fr&published=2031-05-04`;
      const headers = { "content-type": "text/plain" };
      expect((await from.ask(`/api/documents${about}`, { method: "POST", body: article(n), headers })).status).toBe(
        201,
      );
    }
  }, 120_000);
  afterAll(async () => {
    await from.close();
    await into.close();
    await engine.remove();
  });

  test("an export is put into an empty ledger, as a whole, by an administrator", async () => {
    const whole = await (await from.ask("/api/export")).text();
    const post = (body: string, more: object = {}): Promise<Response> =>
      into.ask("/api/import", { method: "POST", body, headers: ndjson, ...more });
    await refused(await post(whole, { as: "analyst" }), 403, "not-allowed");
    await refused(await post(whole, { headers: { "content-type": "text/plain" } }), 415, "unsupported-type");
    await refused(await post("x".repeat(400_001)), 413, "too-large");
    const cut = await post(whole.slice(0, whole.lastIndexOf('{"kind":"end"')));
    // What fails at once is an error as any; what fails later is the last line.
    const told = cut.status === 400 ? ((await cut.json()) as { error: object }) : (await lines(cut)).at(-1);
    expect(told).toMatchObject({ error: { code: "bad-export" } });
    expect(await listDocuments(into.ledger)).toEqual([]);
    const done = (await lines(await post(whole))).at(-1);
    expect(done).toEqual({ kind: "done", documents: 3, decisions: 0 });
    expect(await (await into.ask("/api/export")).text()).toBe(whole);
    expect(await listClaims(into.ledger)).toEqual(await listClaims(from.ledger));
    await refused(await post(whole), 409, "ledger-not-empty");
  });

  test("a copy of a ledger in a folder is sent, whole and checked", async () => {
    await refused(await from.ask("/api/backup", { as: "analyst" }), 403, "not-allowed");
    const answer = await from.ask("/api/backup");
    if (engine.kind === "postgres") return void (await refused(answer, 409, "not-sqlite"));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/vnd.sqlite3"]);
    const copy = join(folder, "copy");
    mkdirSync(copy);
    writeFileSync(join(copy, "ledger.sqlite"), new Uint8Array(await answer.arrayBuffer()));
    const ledger = await openToAsk(copy);
    expect(await listClaims(ledger)).toEqual(await listClaims(from.ledger));
    await ledger.close();
  });

  test("everything is read and aligned anew", async () => {
    const post = async (path: string) => (await lines(await from.ask(path, { method: "POST" }))).at(-1);
    for (const path of ["/api/reread", "/api/realign"])
      await refused(await from.ask(path, { method: "POST", as: "analyst" }), 403, "not-allowed");
    expect(await post("/api/reread")).toEqual({ kind: "done", documents: 3, changed: 0, orphans: 0 });
    expect(await post("/api/realign")).toMatchObject({ kind: "done", stories: 1 });
    const once = await listClaims(from.ledger);
    expect(once.length).toBeGreaterThan(0);
    await post("/api/realign");
    expect(await listClaims(from.ledger)).toEqual(once);
  });

  test("a text is analysed, and readings are measured against gold", async () => {
    const text = article(0);
    const post = (path: string, body: string | FormData, type?: string): Promise<Response> =>
      from.ask(path, { method: "POST", body, ...(type === undefined ? {} : { headers: { "content-type": type } }) });
    const parsed = await post("/api/parse?language=fr", text, "text/plain");
    expect(parsed.status).toBe(200);
    const conllu = await parsed.text();
    expect(conllu).toMatch(/^1\t\S+\t\S+\t[A-Z]+\t/m);
    const again = await (await post("/api/parse?language=fr&input=conllu", conllu, "text/plain")).text();
    expect(again.match(/^\d+\t/gm)?.length).toBe(conllu.match(/^\d+\t/gm)?.length);
    await refused(await post("/api/parse", text, "application/json"), 415, "unsupported-type");
    await refused(await post("/api/parse", "a ".repeat(40_000), "text/plain"), 413, "too-large");
    await refused(await post("/api/parse?input=conllu", "[5.6e+16, null]", "text/plain"), 422, "unreadable");
    await refused(await post("/api/parse?language=%00", text, "text/plain"), 400, "bad-request");
    const form = new FormData();
    const [cue, end] = [text.indexOf("a annoncé"), text.indexOf("a annoncé") + "a annoncé".length];
    form.append("gold", new File([`T1\tCue ${cue} ${end}\ta annoncé\n`], "../../one.ann"));
    form.append("gold", new File(["not gold"], "two.json"));
    form.append("document", new File([text], "one.txt"));
    const measured = await post("/api/evaluations?language=fr", form);
    expect(measured.status).toBe(200);
    const told = (await measured.json()) as { refused: { file: string }[] };
    expect(told.refused.map(({ file }) => file)).toContain("gold/two.json");
    expect(JSON.stringify(told)).not.toContain(tmpdir());
    const wrong = new FormData();
    wrong.append("other", "x");
    await refused(await post("/api/evaluations", wrong), 400, "bad-request");
  });

  test("an address is watched, told of, and stopped", async () => {
    const page = `<html><body><article><h1>Le quai</h1><p>${article(40)}</p></article></body></html>`;
    const site = createServer((request, response) => {
      if (request.url === "/robots.txt") response.writeHead(404).end();
      else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/quai`;
    const json = { "content-type": "application/json" };
    const begin = (body: unknown): Promise<Response> =>
      from.ask("/api/watches", { method: "POST", headers: json, body: JSON.stringify(body), as: "analyst" });
    try {
      const begun = await begin({ url, every: 3_600, language: "fr" });
      expect(begun.status).toBe(201);
      const { id } = (await begun.json()) as { id: string };
      await refused(await begin({ url }), 409, "conflict");
      await refused(await begin({ url, every: 1 }), 400, "bad-request");
      await refused(await begin({ url: "file:///etc/passwd" }), 400, "bad-address");
      const events = await from.ask(`/api/watches/${id}/events`);
      const reader = events.body?.getReader();
      for (let told = ""; !told.includes("event: kept"); ) {
        const { value } = (await reader?.read()) ?? {};
        told += new TextDecoder().decode(value);
      }
      await reader?.cancel();
      const { items } = (await (await from.ask("/api/watches")).json()) as { items: { id: string; kept: number }[] };
      expect(items).toMatchObject([{ id, kept: 1, failed: 0, address: url, by: "analyst" }]);
      expect((await listDocuments(from.ledger)).some(({ uri }) => uri === url)).toBe(true);
      expect((await from.ask(`/api/watches/${id}`, { method: "DELETE", as: "analyst" })).status).toBe(204);
      await refused(await from.ask(`/api/watches/${id}`), 404, "not-found");
      expect(await (await from.ask("/api/watches")).json()).toEqual({ items: [] });
    } finally {
      site.close();
    }
  });

  test("the queue is told of where there is one", async () => {
    const answer = await from.ask("/api/jobs");
    if (engine.kind === "sqlite") return void (await refused(answer, 409, "no-queue"));
    expect(await answer.json()).toEqual({ waiting: 0, reading: 0, failed: 0, workers: [] });
    expect((await from.ask("/api/jobs/retry", { method: "POST" })).status).toBe(200);
  });
});
