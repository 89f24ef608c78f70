import type { MouseEvent, ReactNode } from "react";
import { navigate } from "wouter/use-browser-location";

/** A link within the app for where there are thousands: it does not listen to the address, as the router's own does. */
export function Go({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}

function follow(event: MouseEvent<HTMLAnchorElement>): void {
  const { altKey, button, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || button !== 0) return;
  event.preventDefault();
  navigate(event.currentTarget.getAttribute("href") ?? "/");
}
