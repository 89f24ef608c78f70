import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { refresh } from "./use.ts";

/** So long a connection may be away before it is missed, in milliseconds: a server takes a moment to start again. */
const patience = 5_000;

/**
 * Asks anew whatever is shown when anybody changes the ledger. The browser reconnects by itself; whether it has tried for a
 * while in vain is answered.
 */
export function useLive(): boolean {
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
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
    let missed: ReturnType<typeof setTimeout> | undefined;
    events.addEventListener("error", () => {
      // One that was refused, as to who is not signed in, is closed and not lost.
      if (events.readyState === EventSource.CONNECTING) missed ??= setTimeout(() => setLost(true), patience);
    });
    events.addEventListener("open", () => {
      clearTimeout(missed);
      if (missed !== undefined) changed();
      missed = undefined;
      setLost(false);
    });
    return () => {
      clearTimeout(due);
      clearTimeout(missed);
      events.close();
    };
  }, [client]);
  return lost;
}
