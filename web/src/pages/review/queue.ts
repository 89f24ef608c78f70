import { useRef, useState } from "react";
import type { ReviewItem } from "../../../../src/operations/review.ts";

type Here = { readonly item: ReviewItem; readonly at: number };

/**
 * Which reading of the queue is looked at. It stays the one looked at when others are decided, by whomever; when it is
 * itself decided elsewhere it stays in its place (`gone`) until one goes on, so that no key falls on what slid under it.
 */
export function useQueue(items: readonly ReviewItem[]): {
  readonly shown: readonly ReviewItem[];
  readonly item: ReviewItem | undefined;
  readonly gone: boolean;
  readonly choose: (statement: string) => void;
  /** Goes on from where one is; `done` has been decided here and is waited for no more. */
  readonly step: (by: 1 | -1, done?: string) => void;
} {
  const [id, setId] = useState<string | null>(null);
  const here = useRef<Here | null>(null);
  const wanted = id ?? here.current?.item.statement.id;
  const found = items.findIndex(({ statement }) => statement.id === wanted);
  const chosen = items[found];
  const kept = here.current?.item.statement.id === wanted ? here.current : null;
  const first = items[0];
  if (chosen !== undefined) here.current = { item: chosen, at: found };
  else if (kept === null && first !== undefined) here.current = { item: first, at: 0 };
  const gone = chosen === undefined && kept !== null;
  const item = chosen ?? kept?.item ?? first;
  const shown = gone ? items.toSpliced(kept.at, 0, kept.item) : items;
  const choose = (statement: string): void => setId(statement);
  const step = (by: 1 | -1, done?: string): void => {
    const at = item === undefined ? -1 : shown.indexOf(item);
    const next = shown[at + by] ?? (done === undefined ? undefined : shown[at - by]);
    if (next === undefined && done === undefined) return;
    if (next === undefined) here.current = null;
    const to = next?.statement.id ?? null;
    // Whoever has gone on meanwhile stays there.
    setId((now) => (done === undefined || now === null || now === done ? to : now));
  };
  return { shown, item, gone, choose, step };
}
