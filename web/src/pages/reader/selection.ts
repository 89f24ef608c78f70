import { type RefObject, useEffect, useState } from "react";
import type { Span } from "../../../../src/model/index.ts";

/** The characters of the article that the reader has selected, null for none or when they cross out of it. */
export function useSelected(place: RefObject<HTMLElement | null>): [Span | null, () => void] {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    const changed = (): void => {
      const selection = document.getSelection();
      const holder = place.current;
      if (selection === null || selection.isCollapsed || holder === null) return;
      const range = selection.getRangeAt(0);
      if (!holder.contains(range.commonAncestorContainer)) return;
      const [start, end] = [
        offsetOf(range.startContainer, range.startOffset),
        offsetOf(range.endContainer, range.endOffset),
      ];
      setSpan(start !== null && end !== null && end > start ? { start, end } : null);
    };
    document.addEventListener("selectionchange", changed);
    return () => document.removeEventListener("selectionchange", changed);
  }, [place]);
  return [span, () => setSpan(null)];
}

/** Offset in the article's text of a place in its page: paragraphs know where they begin; what stands on marks does not count. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (paragraph === null || paragraph === undefined) return null;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  const copy = range.cloneContents();
  for (const number of copy.querySelectorAll(".gl, .change")) number.remove();
  return Number(paragraph.dataset.start) + (copy.textContent?.length ?? 0);
}
