const focusable = "a, button, input, select, textarea, summary, [tabindex]";

/**
 * Remembers where the focus is. What it gives back sets it there again where it was lost because its place went away: on
 * what stood nearest around it.
 */
export function holdFocus(): () => void {
  const around: Element[] = [];
  for (let place = document.activeElement; place !== null; place = place.parentElement) around.push(place);
  return () => {
    const { activeElement, body, documentElement } = document;
    if (activeElement !== null && activeElement !== body) return;
    const place = around.find((one) => one.isConnected && one !== body && one !== documentElement);
    if (!(place instanceof HTMLElement || place instanceof SVGElement)) return;
    if (!place.matches(focusable)) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  };
}
