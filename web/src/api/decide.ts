import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Decision } from "../../../src/model/index.ts";
import type { DecisionRequest } from "../../../src/operations/decisions/request.ts";
import { send } from "./client.ts";
import { refresh } from "./use.ts";

export type { Decision, DecisionRequest };

/** Keeps a decision, with its reason, and asks anew what is shown. */
export function useDecide(): (
  request: DecisionRequest,
  reason?: string,
  expected?: string | null,
) => Promise<Decision> {
  const client = useQueryClient();
  return useCallback(
    async (decision, reason = "", expected) => {
      const body = { decision, reason: reason.trim() === "" ? null : reason.trim() };
      const line = await send<Decision>("/decisions", expected === undefined ? body : { ...body, expected });
      await refresh(client);
      return line;
    },
    [client],
  );
}
