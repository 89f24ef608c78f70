import type { Ledger } from "../ledger/index.ts";
import { freshen } from "../operations/ledger.ts";

export type DeskOptions = {
  /** Permit addresses of private networks when fetching: all, or those of the hosts named. */
  readonly allowPrivate?: boolean | readonly string[] | undefined;
  /** Most bytes of a document sent. */
  readonly maxBody?: number | undefined;
};

/** The ledger that is served, with its writes one after the other. */
export type Desk = {
  readonly ledger: Ledger;
  readonly options: DeskOptions;
  readonly maxBody: number;
  /** Aligns what other processes added meanwhile. */
  fresh(): Promise<void>;
  /** Does one piece of writing at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

export function deskOf(ledger: Ledger, options: DeskOptions = {}): Desk {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    // Whoever waits for this turn waits for its end only, not for its success.
    last = mine.catch(() => undefined);
    return await mine;
  };
  return {
    ledger,
    options,
    maxBody: options.maxBody ?? 5 * 1024 * 1024,
    fresh: () => inTurn(() => freshen(ledger)),
    inTurn,
  };
}
