import type { Span } from "../../../../src/model/index.ts";

/** Something marked in a text; `rank` orders what covers the same characters (outer first). */
export type Marked<T> = Span & { readonly mark: T };

/** A run of text, or a mark with what stands inside it. A mark that crosses another is cut into pieces. */
export type Node<T> = string | { readonly mark: T; readonly first: boolean; readonly nodes: readonly Node<T>[] };

/** Deeper than this nothing is drawn: no reader could follow it, and hostile input could ask for it. */
const deepest = 8;

/**
 * The characters from `start` to `end` as nested marks. `seen` remembers, over several calls, which marks have begun
 * before, so that `first` is true of one piece of each. Linear in the marks given and the depth.
 */
export function treeOf<T>(
  text: string,
  { start, end }: Span,
  marks: readonly Marked<T>[],
  seen: Set<T>,
): readonly Node<T>[] {
  type Open = { readonly mark: T; readonly end: number; readonly nodes: Node<T>[] };
  const root: Node<T>[] = [];
  const stack: Open[] = [];
  let at = start;
  const inner = (): Node<T>[] => stack.at(-1)?.nodes ?? root;
  const write = (to: number): void => {
    if (to > at) inner().push(text.slice(at, to));
    at = Math.max(at, to);
  };
  const open = (mark: T, until: number): void => {
    const node = { mark, first: !seen.has(mark), nodes: [] as Node<T>[] };
    seen.add(mark);
    inner().push(node);
    stack.push({ mark, end: until, nodes: node.nodes });
  };
  const close = (until: number): void => {
    while (stack.length > 0) {
      const due = Math.min(...stack.map((one) => one.end));
      if (due > until) return;
      write(due);
      const from = stack.findIndex((one) => one.end <= due);
      const crossing = stack.splice(from).filter((one) => one.end > due);
      for (const one of crossing) open(one.mark, one.end);
    }
  };
  const here = marks
    .filter((mark) => mark.end > start && mark.start < end && mark.end > mark.start)
    .map((mark) => ({ ...mark, start: Math.max(start, mark.start), end: Math.min(end, mark.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mark of here) {
    close(mark.start);
    if (stack.length >= deepest) continue;
    write(mark.start);
    open(mark.mark, mark.end);
  }
  close(end);
  write(end);
  return root;
}

/** Paragraphs of a text as spans: at empty lines where there are any, else at every line end. */
export function paragraphsOf(text: string): Span[] {
  const breaks = /\n[^\S\n]*\n/.test(text) ? /\n(?:[^\S\n]*\n)+/g : /\n+/g;
  const parts: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(breaks)) {
    parts.push({ start: from, end: found.index });
    from = found.index + found[0].length;
  }
  parts.push({ start: from, end: text.length });
  return parts.filter((part) => /\S/.test(text.slice(part.start, part.end)));
}
