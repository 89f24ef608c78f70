import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { storable } from "../storable.ts";
import { Turns } from "../turns.ts";
import { codedFailure } from "./failure.ts";

/** Kysely over Node's own SQLite. One connection; who asks for it waits in `Turns`. */
export function sqliteDialect(database: DatabaseSync, folder: string): Dialect {
  return {
    createAdapter: () => new NodeSqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(database, folder),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Kysely's own queue knows no one who goes first: the driver has another. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: NodeSqliteConnection;
  readonly #turns = new Turns();
  constructor(database: DatabaseSync, folder: string) {
    this.#database = database;
    this.#connection = new NodeSqliteConnection(database, folder);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    return this.#connection;
  }
  /** A transaction that writes takes the write lock at once, so that it waits its turn instead of failing half-way. */
  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings.accessMode === "read only" ? "begin" : "begin immediate"));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has already rolled back after some failures (a full disk among them).
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  }
  async releaseConnection(): Promise<void> {
    this.#turns.release();
  }
  async destroy(): Promise<void> {
    this.#connection.forget();
    this.#database.close();
  }
}

const maximumPrepared = 100;

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #folder: string;
  readonly #prepared = new Map<string, StatementSync>();
  constructor(database: DatabaseSync, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(sql);
      const values = parameters.map(storable) as readonly SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw codedFailure(error, this.#folder) ?? error;
    }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    try {
      const rows = this.#database.prepare(sql).iterate(...(parameters.map(storable) as readonly SQLInputValue[]));
      for (const row of rows) yield { rows: [row as R] };
    } catch (error) {
      throw codedFailure(error, this.#folder) ?? error;
    }
  }

  forget(): void {
    this.#prepared.clear();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    if (this.#prepared.size >= maximumPrepared) this.#prepared.clear();
    this.#prepared.set(sql, made);
    return made;
  }
}
