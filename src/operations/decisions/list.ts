import { conflicts, decisionsIn, decisionWith, orphansAmong, standing } from "../../ledger/decisions/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Decision, DecisionKind } from "../../model/index.ts";
import { noSuch } from "./lookup.ts";

/** A line of the log with what became of it. */
export type ListedDecision = Decision & {
  readonly state: "stands" | "undone";
  /** Id of the undo that holds, or null. */
  readonly undoneBy: string | null;
  /** Decisions of other people on the same that say otherwise and still stand. */
  readonly against: readonly string[];
  /** What it has lost: its words, or the statement, claim, story or actor it was about; null where it holds. */
  readonly orphan: string | null;
};

export type DecisionFilter = {
  /** Id of what the decisions are about (statement, claim, actor …), or of a decision. */
  readonly about?: string | undefined;
  /** Id of a document that they name: about it, its statements, or positions in it. */
  readonly document?: string | undefined;
  readonly author?: string | undefined;
  readonly kind?: DecisionKind | undefined;
  /** Only those that lost what they were about. */
  readonly orphans?: boolean | undefined;
  /** Only lines after this one (`seq`). */
  readonly after?: number | undefined;
  /** Only lines before this one: with `limit`, the latest of them. */
  readonly before?: number | undefined;
  /** How many at most, the latest ones; 1000 where it is left out. */
  readonly limit?: number | undefined;
};

/** The history of decisions in the order of the log. */
export async function listDecisions(ledger: Ledger, filter: DecisionFilter = {}): Promise<ListedDecision[]> {
  const { about, document, author, kind, orphans, after, before, limit = 1_000 } = filter;
  const documents = document === undefined ? undefined : [document];
  const lines = (
    await decisionsIn(ledger.db, { author, kind, after, before, about, documents, orphans, most: limit, latest: true })
  ).filter((line, n, all) => all.findIndex(({ id }) => id === line.id) === n);
  return await told(ledger, lines);
}

/** One decision by its id, the beginning of it, or its number in the log. Throws `no-such-thing`. */
export async function findDecision(ledger: Ledger, id: string): Promise<ListedDecision> {
  const line = await decisionWith(ledger.db, id);
  const [found] = line === null ? [] : await told(ledger, [line]);
  if (found === undefined) throw noSuch("decision", id);
  return found;
}

async function told(ledger: Ledger, lines: readonly Decision[]): Promise<ListedDecision[]> {
  const all = await decisionsIn(ledger.db, { beside: lines.map(({ seq }) => seq) });
  const { active, undone } = standing(all);
  const against = conflicts(active);
  const orphan = await orphansAmong(ledger, lines);
  return lines.map((line) => {
    const undoneBy = undone.get(line.id)?.id ?? null;
    return {
      ...line,
      state: undoneBy === null ? "stands" : "undone",
      undoneBy,
      against: against.get(line.id) ?? [],
      orphan: undoneBy === null ? (orphan.get(line.id) ?? null) : null,
    };
  });
}
