import { HttpError } from "../error.ts";

/** Requests a minute that one asker may make, and how many at a stretch. */
export type Rate = { readonly perMinute: number; readonly burst: number };

export type Limits = { readonly reads: Rate; readonly writes: Rate; readonly strangers: Rate };

export const usualLimits: Limits = {
  reads: { perMinute: 1_200, burst: 400 },
  writes: { perMinute: 240, burst: 120 },
  strangers: { perMinute: 120, burst: 60 },
};

const mostKept = 50_000;

/** Token buckets (one an asker): a stretch is let through, then as many a minute as allowed. */
export function limiterOf(now: () => number = Date.now): (key: string, rate: Rate) => void {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key, { perMinute, burst }) => {
    const at = now();
    const known = buckets.get(key) ?? { left: burst, at };
    const left = Math.min(burst, known.left + ((at - known.at) * perMinute) / 60_000);
    buckets.delete(key);
    buckets.set(key, { left: Math.max(0, left - 1), at });
    // Whoever was quiet longest has a full bucket by now.
    for (const old of buckets.keys()) {
      if (buckets.size <= mostKept) break;
      buckets.delete(old);
    }
    if (left >= 1) return;
    const seconds = Math.ceil(((1 - left) * 60) / perMinute);
    const todo = `Try again in ${seconds} s.`;
    const parts = ["slow-down", "Nothing was done.", "Too many requests came at once.", todo] as const;
    throw new HttpError(429, parts, { "retry-after": String(seconds) });
  };
}
