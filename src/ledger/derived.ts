import type { Reading } from "../model/index.ts";
import { insertAll } from "./keep.ts";
import { rowsOf } from "./rows.ts";
import type { NewRow, Schema, Work } from "./schema.ts";
import { markActors } from "./totals.ts";

/** Everything that is asked for by query and can be worked out from a reading. */
export type Derived = Omit<ReturnType<typeof rowsOf>, "document"> & {
  readonly keys: readonly string[];
  readonly passages: readonly NewRow<"passages">[];
  readonly within: readonly Schema["passage_statements"][];
};

export async function derivedOf(reading: Reading): Promise<Derived> {
  // Loaded here: those who only ask have no use for it.
  const { keysOf } = await import("../alignment/index.ts");
  const { passagesOf } = await import("./passages.ts");
  const { document: _, ...rows } = rowsOf(reading);
  const { passages, statements: within } = passagesOf(reading);
  return { ...rows, keys: [...new Set(keysOf(reading))], passages, within };
}

export async function insertDerived(work: Work, document: string, derived: Derived): Promise<void> {
  await insertAll(work, "statements", derived.statements);
  await insertAll(work, "figures", derived.figures);
  await insertAll(work, "actors", derived.actors);
  await markActors(work, document);
  await insertAll(work, "propositions", derived.propositions);
  await insertAll(
    work,
    "document_keys",
    derived.keys.map((key) => ({ key, document })),
  );
  await insertAll(work, "passages", derived.passages);
  await insertAll(work, "passage_statements", derived.within);
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
