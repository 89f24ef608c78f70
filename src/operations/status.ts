import { countsOf, type Ledger } from "../ledger/index.ts";

/** How much a ledger holds. */
export type Status = Awaited<ReturnType<typeof countsOf>> & { readonly documents: number; readonly statements: number };

/** How much the ledger holds, counted by the engine that keeps it. */
export async function statusOf(ledger: Ledger): Promise<Status> {
  const count = async (table: "documents" | "statements"): Promise<number> => {
    const { n } = await ledger.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return { ...(await countsOf(ledger)), documents: await count("documents"), statements: await count("statements") };
}
