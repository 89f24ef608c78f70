import type { Ledger } from "../ledger/index.ts";
import { stampOf } from "../ledger/stamp.ts";

type Kept = Map<string, readonly unknown[]>;
const kept = new WeakMap<Ledger, Kept>();
const most = 16;

/**
 * A list that takes long to make and is short: kept until the ledger changes, whoever changes it. `key` names the list
 * and what narrows it.
 */
export async function remembered<T>(
  ledger: Ledger,
  key: string,
  make: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const at = `${key} ${JSON.stringify(await stampOf(ledger))}`;
  const own: Kept = kept.get(ledger) ?? new Map();
  kept.set(ledger, own);
  const known = own.get(at);
  // What stands under this key was put there by the same caller.
  if (known !== undefined) return known as readonly T[];
  const made = await make();
  own.set(at, made);
  for (const old of own.keys()) {
    if (own.size <= most) break;
    own.delete(old);
  }
  return made;
}
