import { useState } from "react";
import { ApiError, get } from "./client.ts";
import { type Decision, type DecisionRequest, type ListedDecision, useDecide } from "./decide.ts";
import type { Page } from "./types.ts";

/** What is decided on, and the last decision about it that the author saw; null for none. */
export type Subject = {
  readonly about: string;
  readonly seen: string | null;
  /** Which decisions about it are about the same part; all where it is left out. */
  readonly concerns?: (line: ListedDecision) => boolean;
};

/** A decision that was not kept because somebody else's came between. */
export type Clash = { readonly request: DecisionRequest; readonly about: string; readonly theirs: ListedDecision };

/**
 * Decisions of one key or one choice, without a dialog: each says which decision its author saw last. Where another came
 * between, nothing is kept and `clash` tells both, to be asked about.
 */
export function useAtOnce(): {
  readonly decide: (request: DecisionRequest, subject: Subject) => Promise<Decision | null>;
  readonly clash: Clash | null;
  readonly forget: () => void;
} {
  const decide = useDecide();
  const [clash, setClash] = useState<Clash | null>(null);
  return {
    decide: async (request, { about, seen, concerns = () => true }) => {
      let expected = seen;
      // What came between may be about another part; then it is decided on top of it.
      for (let left = 3; ; left -= 1) {
        try {
          return await decide(request, "", expected);
        } catch (failure) {
          if (!(failure instanceof ApiError) || failure.code !== "conflict") throw failure;
          const { items } = await get<Page<ListedDecision>>("/decisions", { about, limit: 100 });
          const at = items.findIndex(({ id }) => id === expected);
          const between = items.slice(0, at < 0 ? items.length : at);
          const theirs = between.find(concerns);
          const last = items[0];
          if (theirs !== undefined) {
            setClash({ request, about, theirs });
            return null;
          }
          if (last === undefined || left === 0) throw failure;
          expected = last.id;
        }
      }
    },
    clash,
    forget: () => setClash(null),
  };
}
