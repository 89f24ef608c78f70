import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refresh } from "./use.ts";

/** Asks anew whatever is shown when anybody changes the ledger. The browser reconnects by itself. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource("/api/events");
    let due: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      clearTimeout(due);
      // Many changes in a row, as when files are added, are asked for once.
      due = setTimeout(() => void refresh(client), 400);
    };
    events.addEventListener("changed", changed);
    events.addEventListener("decided", changed);
    events.addEventListener("reset", changed);
    return () => {
      clearTimeout(due);
      events.close();
    };
  }, [client]);
}
