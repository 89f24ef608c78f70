import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { addInputs, openToAdd } from "../operations/index.ts";
import { type ServeOptions, type Serving, serveLedger } from "./index.ts";
import { errorShape } from "./schemas/parts.ts";

export const examples = join(import.meta.dirname, "../../examples/port-aubry");

/** A real server over a real ledger in a folder of its own. */
export type Bench = {
  readonly folder: string;
  readonly ledger: Awaited<ReturnType<typeof openToAdd>>;
  readonly serving: Serving;
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

export async function bench(
  inputs: readonly string[],
  options: Partial<ServeOptions> = {},
  prepare: (ledger: Bench["ledger"]) => Promise<void> = async () => {},
): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "selon-http-"));
  const ledger = await openToAdd(join(folder, "ledger"));
  for await (const event of addInputs(ledger, inputs)) expect(event.kind).not.toBe("failed");
  await prepare(ledger);
  const serving = await serveLedger(ledger, { host: "127.0.0.1", port: 0, web: join(folder, "none"), ...options });
  return {
    folder,
    ledger,
    serving,
    ask: (path, init = {}) => fetch(new URL(path, serving.url), { redirect: "manual", ...init }),
    close: async () => {
      await serving.close();
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The one shape of errors: strictly these four texts. */
export async function refused(response: Response, status: number, code: string): Promise<string> {
  const body: unknown = await response.json();
  expect([response.status, body]).toMatchObject([status, { error: { code } }]);
  const { error } = errorShape.parse(body);
  expect(error.what).not.toBe("");
  return error.why;
}
