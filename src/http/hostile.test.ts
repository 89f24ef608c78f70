import { afterAll, beforeAll, expect, test } from "vitest";
import { onEachEngine } from "../ledger/contract.ts";
import { addInputs, openToAdd } from "../operations/index.ts";
import { type Serving, serveLedger } from "./index.ts";
import { examples } from "./testing.ts";

/** Values that no program of ours sends: as they stand in an address, and as text. */
const odd = [
  ["%00", "\u0000"],
  ["%ED%A0%80", "\ud800"],
  ["%25", "%"],
  ["%27%22%5C", "'\"\\"],
  ["%F0%9F%92%A5%E2%80%AE", "💥\u202e"],
  ["99999999999999999999", "99999999999999999999"],
  ["-1", "-1"],
  ["x".repeat(499), "x".repeat(499)],
] as const;

type Operation = { parameters?: { name: string; in: string; required?: boolean }[] };
type Spec = { paths: Record<string, Record<string, Operation>> };

onEachEngine("a server that is asked what nobody would ask", (engine) => {
  let ledger: Awaited<ReturnType<typeof openToAdd>>;
  let serving: Serving;
  const faults: string[] = [];
  let asked = 0;
  const ask = async (path: string, init: RequestInit = {}): Promise<void> => {
    asked += 1;
    const answer = await fetch(new URL(path, serving.url), init);
    const body = await answer.text();
    if (answer.status >= 500) faults.push(`${answer.status} ${init.method ?? "GET"} ${path.slice(0, 200)} ${body}`);
  };
  const gets = async (): Promise<[string, Operation][]> => {
    const spec = (await (await fetch(new URL("/api/openapi.json", serving.url))).json()) as Spec;
    return Object.entries(spec.paths).flatMap(([path, { get }]) =>
      // A stream of events has no end, and a ledger in a database has no copy.
      get === undefined || /events$|backup$/.test(path) ? [] : [[path, get] as [string, Operation]],
    );
  };
  beforeAll(async () => {
    ledger = await openToAdd(await engine.place());
    const log = (error: unknown): void => void faults.push(String(error));
    serving = await serveLedger(ledger, { host: "127.0.0.1", port: 0, web: examples, log });
  }, 60_000);
  afterAll(async () => {
    await serving.close();
    await ledger.close();
    await engine.remove();
  });

  test("answers everything of a ledger in which nothing is", { timeout: 60_000 }, async () => {
    for (const [path, { parameters = [] }] of await gets()) {
      const needed = parameters.filter((one) => one.in === "query" && one.required === true);
      await ask(`${path.replace(/\{\w+\}/g, "none")}?${needed.map(({ name }) => `${name}=none`).join("&")}`);
    }
    expect(asked).toBeGreaterThan(25);
    expect(faults).toEqual([]);
  });

  test("is never at fault, whatever stands in an address", { timeout: 120_000 }, async () => {
    for await (const event of addInputs(ledger, [`${examples}/01-*`, `${examples}/05-*`]))
      expect(event.kind).not.toBe("failed");
    for (const [path, { parameters = [] }] of await gets()) {
      const named = parameters.filter((one) => one.in === "query");
      for (const [value] of odd) {
        if (path.includes("{")) await ask(path.replace(/\{\w+\}/g, value));
        for (const { name } of named) {
          const others = named.filter((one) => one.required === true && one.name !== name);
          const query = [`${name}=${value}`, ...others.map((one) => `${one.name}=none`)].join("&");
          await ask(`${path.replace(/\{\w+\}/g, "none")}?${query}`);
        }
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect(faults).toEqual([]);
  });

  test("is never at fault, whatever stands in a body", { timeout: 120_000 }, async () => {
    for (const [, text] of odd) {
      const two = [text, `${text}2`];
      const decisions = [
        { kind: "confirm-statement", statement: text },
        { kind: "correct-statement", statement: text, changes: { speaker: text } },
        { kind: "check-document", document: text },
        { kind: "merge-claims", claims: two },
        { kind: "split-claim", claim: text, statements: two, proposition: text },
        { kind: "merge-stories", stories: two },
        { kind: "merge-actors", actors: two },
        { kind: "set-actor", actor: text, changes: { name: text } },
        { kind: "collapse-origins", claim: text, statements: two, root: text },
        { kind: "rate-source", on: { kind: "source", source: text }, reliability: "A" },
        { kind: "note", on: { kind: "document", document: text }, text },
        { kind: "pose-question", text, story: text },
        { kind: "add-evidence", question: text, claim: text },
        { kind: "undo", decision: text },
      ];
      const json = { method: "POST", headers: { "content-type": "application/json" } };
      for (const decision of decisions) {
        await ask("/api/decisions", { ...json, body: JSON.stringify({ decision, reason: text }) });
        await ask("/api/decisions/preview", { ...json, body: JSON.stringify({ decision }) });
      }
      for (const type of ["text/plain", "text/html", "application/json"])
        await ask("/api/documents", { method: "POST", headers: { "content-type": type }, body: text });
      const call = { jsonrpc: "2.0", id: 1, method: "tools/call" };
      const accept = { ...json.headers, accept: "application/json, text/event-stream" };
      for (const [name, args] of [
        ["claims", { actor: text, story: text }],
        ["search", { query: text }],
        ["read_document", { document: text }],
      ]) {
        const body = JSON.stringify({ ...call, params: { name, arguments: args } });
        await ask("/mcp", { method: "POST", headers: accept, body });
      }
    }
    expect(faults).toEqual([]);
  });
});
