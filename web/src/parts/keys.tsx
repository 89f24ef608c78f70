import { useEffect, useRef } from "react";
import { useWords } from "../words/index.tsx";

/**
 * Hears keys pressed anywhere on the page, but for those typed into a field or pressed with a modifier. What `pressed`
 * takes for its own (`true`) does nothing else.
 */
export function useKeys(pressed: (key: string, target: HTMLElement) => boolean): void {
  const now = useRef(pressed);
  now.current = pressed;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null) return;
      if (now.current(key, target as HTMLElement)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** Which key does what, folded away. */
export function KeyHelp({ keys }: { readonly keys: readonly (readonly [key: string, what: string])[] }) {
  const { app } = useWords();
  return (
    <details className="small">
      <summary>{app.review.keys}</summary>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
