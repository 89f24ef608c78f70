import { useEffect, useState } from "react";

/**
 * Whether what was ready has been painted: what stands below the first view waits for it, so that it never holds it up.
 * A window that is not in sight paints nothing; there it is told after a second.
 */
export function usePainted(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!ready) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => setPainted(true);
    const late = setTimeout(tell, 1_000);
    // A task that comes after the frame runs when the frame has been painted.
    const frame = requestAnimationFrame(() => {
      soon = setTimeout(tell, 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(soon);
      clearTimeout(late);
    };
  }, [ready]);
  return painted;
}
