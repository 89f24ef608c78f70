import { type Kysely, sql } from "kysely";
import { ledgerError } from "./error.ts";
import { type EngineTypes, type Migration, migrations } from "./migrations/index.ts";
import type { Database } from "./schema.ts";

export type MigrationOptions = {
  readonly folder: string;
  readonly types: EngineTypes;
  /** Whether the engine has the table `ledger` yet. */
  readonly begun: (db: Database) => Promise<boolean>;
  /** Makes a copy of the ledger before its schema is changed. */
  readonly copy: (fromVersion: number) => Promise<void>;
  readonly steps?: readonly Migration[];
};

/** The ledger's schema version, 0 for a new one; refuses a ledger of a later program. */
export async function checkVersion(
  db: Database,
  options: Pick<MigrationOptions, "folder" | "begun" | "steps">,
): Promise<number> {
  if (!(await options.begun(db))) return 0;
  const row = await db.selectFrom("ledger").select("value").where("key", "=", "schema").executeTakeFirst();
  const found = Number(row?.value ?? 0);
  const known = newest(options.steps);
  if (found > known) throw ledgerError("ledger-newer", { folder: options.folder, found, known });
  return found;
}

export function newest(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.version ?? 0;
}

/** Brings the schema forward, all steps in one transaction; two processes that try it at once wait for each other. */
export async function migrate(db: Database, options: MigrationOptions): Promise<void> {
  const steps = options.steps ?? migrations;
  const found = await checkVersion(db, options);
  if (found === newest(steps)) return;
  if (found > 0) await options.copy(found);
  await db.transaction().execute(async (work) => {
    const plain = work as unknown as Kysely<unknown>;
    await options.types.begin(plain);
    const version = await checkVersion(work, options);
    if (!(await options.begun(work))) {
      await sql`create table ledger (key text primary key, value text not null)`.execute(work);
    }
    for (const step of steps) {
      if (step.version > version) await step.up(plain, options.types);
    }
    await options.types.settle(plain);
    const value = String(newest(steps));
    await work
      .insertInto("ledger")
      .values({ key: "schema", value })
      .onConflict((c) => c.column("key").doUpdateSet({ value }))
      .execute();
  });
}
