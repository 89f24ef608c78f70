import { type RefObject, useEffect } from "react";

/** As long as a page may take to be whole, in milliseconds. */
const patience = 3_000;

/** Brings a part to the top where the address means it, and keeps it there while the page grows, until its reader moves. */
export function useMeant(place: RefObject<HTMLElement | null>, id: string | undefined): void {
  useEffect(() => {
    const part = place.current;
    if (part === null || id === undefined || window.location.hash !== `#${id}`) return;
    const over = new AbortController();
    const stop = (): void => over.abort();
    const growth = new ResizeObserver(() => part.scrollIntoView());
    growth.observe(document.body);
    over.signal.addEventListener("abort", () => growth.disconnect());
    for (const moves of ["wheel", "keydown", "pointerdown"]) {
      window.addEventListener(moves, stop, { passive: true, signal: over.signal });
    }
    const late = setTimeout(stop, patience);
    return () => {
      clearTimeout(late);
      stop();
    };
  }, [place, id]);
}
