import { useEffect, useRef } from "react";
import { lastAbout } from "../../api/decide.ts";

/** The last decision about something as it was when it came under one's eyes; null for none. */
export function useSeen(about: string | null): () => Promise<string | null> {
  const seen = useRef<{ readonly about: string; readonly last: Promise<string | null> } | null>(null);
  useEffect(() => {
    if (about === null) return;
    const last = lastAbout(about).then((line) => line?.id ?? null);
    // Whoever decides is told that it failed.
    last.catch(() => {});
    seen.current = { about, last };
  }, [about]);
  return async () => (seen.current?.about === about && about !== null ? await seen.current.last : null);
}
