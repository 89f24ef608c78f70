import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Previewed } from "../../../src/operations/decisions/index.ts";
import { send } from "./client.ts";
import type { DecisionRequest } from "./decide.ts";

export type { Previewed };

/**
 * What claims and stories would be if this were decided, as the ledger itself would make them; nothing is kept of it. The
 * last answer stands until the next is there.
 */
export function usePreview(decision: DecisionRequest | null) {
  return useQuery({
    // Not among what a decision makes out of date: once it is made, there is nothing left to be shown before.
    queryKey: ["preview", decision],
    gcTime: 0,
    queryFn: () => send<Previewed>("/decisions/preview", { decision }),
    enabled: decision !== null,
    placeholderData: keepPreviousData<Previewed>,
    retry: false,
  });
}
