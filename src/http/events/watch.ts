import type { Ledger } from "../../ledger/index.ts";
import { changesOf } from "../../operations/changes.ts";
import type { Hub } from "./hub.ts";

export type Watch = { poke(): Promise<void>; close(): void };

/** Looks every second, while anybody listens, whether the ledger has changed, whichever process changed it. */
export function watchOf(ledger: Ledger, hub: Hub, every = 1_000): Watch {
  const changes = changesOf(ledger);
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const what = await changes();
    if (what.length > 0) hub.publish("changed", { what });
  };
  const poke = async (): Promise<void> => {
    // Asked while one look is under way, another follows it: what it did not see is not left out.
    const before = looking ?? Promise.resolve();
    const mine = before.then(look).catch(() => {
      // A ledger that is locked for a moment is looked at again.
    });
    looking = mine;
    await mine;
    if (looking === mine) looking = null;
  };
  void poke();
  const timer = setInterval(() => {
    if (hub.listeners > 0 && looking === null) void poke();
  }, every);
  timer.unref();
  return { poke, close: () => clearInterval(timer) };
}
