import type { Reading } from "../model/index.ts";
import { insertAll } from "./keep.ts";
import type { passagesOf } from "./passages.ts";
import { rowsOf } from "./rows.ts";
import type { Work } from "./schema.ts";
import { markActors } from "./totals.ts";

/** Everything that is asked for by query and can be worked out from a reading. */
export type Derived = Omit<ReturnType<typeof rowsOf>, "document"> & {
  readonly keys: readonly string[];
  readonly passages: ReturnType<typeof passagesOf>["passages"];
  readonly within: ReturnType<typeof passagesOf>["statements"];
};

export async function derivedOf(reading: Reading): Promise<Derived> {
  // Loaded here: those who only ask have no use for it.
  const { keysOf } = await import("../alignment/index.ts");
  const { passagesOf } = await import("./passages.ts");
  const { document: _, ...rows } = rowsOf(reading);
  const { passages, statements: within } = passagesOf(reading);
  return { ...rows, keys: [...new Set(keysOf(reading))], passages, within };
}

/** `month` is that of the document. */
export async function insertDerived(work: Work, document: string, month: string, derived: Derived): Promise<void> {
  const of = <R extends object>(rows: readonly R[]) => rows.map((row) => ({ ...row, month }));
  await insertAll(work, "statements", of(derived.statements));
  await insertAll(work, "figures", of(derived.figures));
  await insertAll(work, "actors", derived.actors);
  await markActors(work, document);
  await insertAll(work, "propositions", of(derived.propositions));
  await insertAll(
    work,
    "document_keys",
    derived.keys.map((key) => ({ key, document })),
  );
  await insertAll(work, "passages", of(derived.passages));
  await insertAll(work, "passage_statements", of(derived.within));
}

export async function deleteDerived(work: Work, document: string): Promise<void> {
  await markActors(work, document);
  for (const table of [
    "passage_statements",
    "passages",
    "document_keys",
    "propositions",
    "actors",
    "figures",
    "statements",
  ] as const) {
    await work.deleteFrom(table).where("document", "=", document).execute();
  }
}
