import { useEffect } from "react";
import { useLocation } from "wouter";

/**
 * The address of what has another id by now (a claim, story or actor that was merged, a claim or story that met an earlier report) becomes today's
 * one; what stood after the path stays.
 */
export function useTodaysAddress(asked: string, now: string | undefined, link: (id: string) => string): void {
  const [, go] = useLocation();
  useEffect(() => {
    if (now === undefined || now === asked) return;
    go(`${link(now)}${window.location.search}${window.location.hash}`, { replace: true });
  }, [asked, now, link, go]);
}
