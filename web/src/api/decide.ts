import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Decision } from "../../../src/model/index.ts";
import type { ListedDecision } from "../../../src/operations/decisions/list.ts";
import type { DecisionRequest } from "../../../src/operations/decisions/request.ts";
import { holdFocus } from "../parts/focus.ts";
import { useTell } from "../parts/telling.tsx";
import { get, send } from "./client.ts";
import type { Page } from "./types.ts";
import { refresh } from "./use.ts";

export type { Decision, DecisionRequest, ListedDecision };

/**
 * Keeps a decision, with its reason, asks anew what is shown, and offers to undo it. `expected` is the last decision
 * about the same thing that the author saw; where another came between, it fails with `conflict` and nothing is kept.
 */
export function useDecide(): (
  request: DecisionRequest,
  reason?: string,
  expected?: string | null,
) => Promise<Decision> {
  const client = useQueryClient();
  const tell = useTell();
  return useCallback(
    async (decision, reason = "", expected) => {
      const body = { decision, reason: reason.trim() === "" ? null : reason.trim() };
      const giveBack = holdFocus();
      const line = await send<Decision>("/decisions", expected === undefined ? body : { ...body, expected });
      tell({ kind: line.body.kind, decision: line.body.kind === "undo" ? null : line.id });
      await refresh(client);
      // The button that was pressed may be gone with what it decided.
      requestAnimationFrame(giveBack);
      return line;
    },
    [client, tell],
  );
}

/** The last decision about something, undone ones and undos among them; null where there is none. */
export async function lastAbout(about: string): Promise<ListedDecision | null> {
  return (await get<Page<ListedDecision>>("/decisions", { about, limit: 1 })).items[0] ?? null;
}
