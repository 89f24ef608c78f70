import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe } from "vitest";
import type { Engine } from "./engine.ts";

/** Where a test can make ledgers on an engine. */
export type TestEngine = {
  readonly kind: Engine["kind"];
  /** A place in which no ledger is yet. */
  place(): Promise<string>;
  /** Removes every place that was made. */
  remove(): Promise<void>;
};

/** The server of `scripts/with-postgres.sh`; null where there is none. */
export const testServer: string | null = process.env.SELON_TEST_POSTGRES || null;

/** The same suite for each engine. Without a server, the suite for PostgreSQL is skipped, and its name says why. */
export function onEachEngine(name: string, suite: (engine: TestEngine) => void): void {
  describe(`${name} on SQLite`, () => suite(sqliteEngine()));
  const server = testServer;
  if (server !== null) describe(`${name} on PostgreSQL`, () => suite(postgresEngine(server)));
  else describe.skip(`${name} on PostgreSQL: ${missing()}`, () => suite(sqliteEngine()));
}

/** Why there is no server. */
export function missing(): string {
  const why = process.env.SELON_TEST_POSTGRES_MISSING ?? "start with: sh scripts/with-postgres.sh npx vitest run";
  return `SKIPPED for want of a server (${why})`;
}

export function sqliteEngine(): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), "selon-contract-"));
  let count = 0;
  return {
    kind: "sqlite",
    place: async () => {
      count += 1;
      return join(folder, `ledger-${count}`);
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A database for each ledger, on the server at an address. */
export function postgresEngine(server: string): TestEngine {
  const made: string[] = [];
  const run = async (command: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(command);
    } finally {
      await client.end();
    }
  };
  return {
    kind: "postgres",
    place: async () => {
      const name = `selon_${randomBytes(6).toString("hex")}`;
      // A language with an order of its own, where there is one: ours has to hold all the same.
      await run(
        `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8' icu_locale 'fr' locale_provider icu`,
      );
      made.push(name);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.href;
    },
    remove: async () => {
      for (const name of made.splice(0)) await run(`drop database if exists ${name} with (force)`);
    },
  };
}
