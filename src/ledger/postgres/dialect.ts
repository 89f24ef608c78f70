import {
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { Pool, PoolClient } from "pg";
import { SelonError } from "../../model/error.ts";
import { storable } from "../storable.ts";
import { codedFailure } from "./failure.ts";

/** Kysely over a pool of connections; what the server says is told as a coded error about the ledger at `address`. */
export function postgresDialect(pool: Pool, address: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SnapshotDriver({ pool: codedPool(pool, address) }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** A transaction that only reads sees one state of the ledger from its first query to its last, as with SQLite. */
class SnapshotDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const reads = settings.accessMode === "read only" && settings.isolationLevel === undefined;
    await super.beginTransaction(connection, reads ? { ...settings, isolationLevel: "repeatable read" } : settings);
  }
}

/**
 * How each connection behaves, whatever the server's standard: what is acknowledged is on the disk, nobody waits for a
 * lock for ever, and texts are told as they are.
 */
const manners = [
  "set synchronous_commit = on",
  "set standard_conforming_strings = on",
  "set client_encoding = 'UTF8'",
  "set jit = off",
];

function codedPool(pool: Pool, address: string): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  // A connection that is lost while nobody uses it is no failure of anything: the next query opens another.
  pool.on("error", () => {});
  const coded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw codedFailure(error, address) ?? error;
    }
  };
  const wrapped = (client: PoolClient): PostgresPoolClient => {
    // Lost while it is used: the query under way fails, and nobody else is given it.
    let lost = false;
    client.on("error", () => {
      lost = true;
    });
    const query = async (sql: unknown, parameters: readonly unknown[] = []): Promise<unknown> => {
      try {
        return await coded(() => client.query(sql as string, parameters.map(storable)));
      } catch (error) {
        if (error instanceof SelonError && error.code === "ledger-unreachable") lost = true;
        throw error;
      }
    };
    return {
      query: query as PostgresPoolClient["query"],
      release: (broken) => client.release(broken === true || lost),
    };
  };
  return {
    connect: async () => {
      const client = await coded(() => pool.connect());
      const before = known.get(client);
      if (before !== undefined) return before;
      const patience = Math.max(1, Math.round(Number(process.env.SELON_BUSY_TIMEOUT ?? 30_000)));
      try {
        await coded(() => client.query([...manners, `set lock_timeout = ${patience}`].join("; ")));
      } catch (error) {
        client.release(true);
        throw error;
      }
      const made = wrapped(client);
      known.set(client, made);
      return made;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}
