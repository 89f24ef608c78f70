import type { Mark } from "../dossier.ts";
import { columnOf } from "../words/words.ts";
import { type Context, glyph, speakerName } from "./context.ts";
import { escapeHtml, html, Markup } from "./tag.ts";

/** A stretch of the text to be marked; `level` is 0 for what holds nothing else. */
type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark | null;
  readonly anchor: string;
  readonly level: number;
};

/** Deeper than this nothing is drawn: no reader could follow it, and hostile input could ask for it. */
const deepest = 8;

export type Paragraph = {
  readonly start: number;
  readonly end: number;
  readonly text: Markup;
  readonly anchors: readonly string[];
};

/** The paragraphs of an article with its statements and figures marked. */
export function paragraphsOf(
  context: Context,
  article: Context["dossier"]["articles"][number],
  limit: number,
): Paragraph[] {
  const { text } = article.document;
  const stretches = stretchesOf(article);
  const last = stretches.reduce((end, stretch) => Math.max(end, stretch.end), 0);
  const paragraphs: Paragraph[] = [];
  const seen = new Set<string>();
  let next = 0;
  let open: Stretch[] = [];
  for (const { start, end } of split(text, Math.max(limit, last))) {
    open = open.filter((stretch) => stretch.end > start);
    const here = [...open];
    while (next < stretches.length && (stretches[next]?.start ?? end) < end) {
      const stretch = stretches[next];
      if (stretch && stretch.end > start) {
        here.push(stretch);
        open.push(stretch);
      }
      next += 1;
    }
    const fresh: string[] = [];
    paragraphs.push({
      start,
      end,
      text: new Markup(marked(context, text, start, end, here, seen, fresh)),
      anchors: fresh,
    });
  }
  return paragraphs;
}

function stretchesOf(article: Context["dossier"]["articles"][number]): Stretch[] {
  const { text } = article.document;
  const spans = [
    ...article.marks.flatMap((mark) =>
      mark.spans.map((span) => ({ start: span.start, end: span.end, mark, anchor: mark.anchor })),
    ),
    ...article.figures.map((figure) => ({ start: figure.start, end: figure.end, mark: null, anchor: figure.anchor })),
  ]
    .map((span) => ({ ...span, start: whole(text, span.start), end: whole(text, span.end) }))
    .filter((span) => span.end > span.start);
  spans.sort((a, b) => a.start - b.start || b.end - a.end || Number(a.mark === null) - Number(b.mark === null));
  // The level is how much stands inside: found from the right, with those still open on a stack.
  const levels = new Array<number>(spans.length).fill(0);
  const stack: number[] = [];
  spans.forEach((span, index) => {
    while (stack.length > 0 && (spans[stack.at(-1) ?? 0]?.end ?? 0) <= span.start) stack.pop();
    if (span.mark !== null)
      stack.forEach((at, depth) => {
        levels[at] = Math.max(levels[at] ?? 0, Math.min(deepest, stack.length - depth));
      });
    if (stack.length < deepest) stack.push(index);
  });
  return spans.map((span, index) => ({ ...span, level: levels[index] ?? 0 }));
}

/** The same place, or the one before it where it would cut a character in two. */
function whole(text: string, at: number): number {
  const inside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return inside && at > 0 ? at - 1 : at;
}

/** Lines of the text as spans: at empty lines where there are any, else at every line end; never beyond `limit`. */
function split(text: string, limit: number): { start: number; end: number }[] {
  const until = Math.min(text.length, limit);
  const breaks = /\n[^\S\n]*\n/.test(text) ? /\n(?:[^\S\n]*\n)+/g : /\n+/g;
  const parts: { start: number; end: number }[] = [];
  let from = 0;
  for (const found of text.matchAll(breaks)) {
    if (found.index >= until) break;
    parts.push({ start: from, end: found.index });
    from = found.index + found[0].length;
  }
  if (from < until) parts.push({ start: from, end: until });
  return parts.filter((part) => /\S/.test(text.slice(part.start, part.end)));
}

function marked(
  context: Context,
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
  seen: Set<string>,
  fresh: string[],
): string {
  const out: string[] = [];
  const stack: Stretch[] = [];
  let at = start;
  const write = (to: number): void => {
    if (to > at) out.push(escapeHtml(text.slice(at, to)));
    at = Math.max(at, to);
  };
  const close = (until: number): void => {
    for (;;) {
      const due = Math.min(...stack.map((stretch) => stretch.end));
      if (stack.length === 0 || due > until) return;
      write(due);
      const first = stack.findIndex((stretch) => stretch.end <= due);
      const crossing = stack.splice(first).filter((stretch) => {
        out.push("</span>");
        return stretch.end > due;
      });
      for (const stretch of crossing) open(stretch);
    }
  };
  const open = (stretch: Stretch): void => {
    const again = seen.has(stretch.anchor);
    if (!again) {
      seen.add(stretch.anchor);
      fresh.push(stretch.anchor);
    }
    out.push(opening(context, stretch, again));
    stack.push(stretch);
  };
  for (const stretch of stretches) {
    close(stretch.start);
    if (stack.length >= deepest) continue;
    write(Math.max(start, stretch.start));
    open(stretch);
  }
  close(end);
  write(end);
  for (let rest = stack.length; rest > 0; rest -= 1) out.push("</span>");
  return out.join("");
}

function opening(context: Context, stretch: Stretch, again: boolean): string {
  const { mark, anchor } = stretch;
  if (mark === null) return again ? '<span class="fig">' : `<span class="fig" id="${anchor}">`;
  const column = columnOf[mark.position];
  const firm = mark.factuality.slice(0, 2).toLowerCase();
  const negative = mark.factuality.endsWith("-") ? " neg" : "";
  const classes = `m f-${firm} l${stretch.level} c-${column}${again ? "" : negative}`;
  if (again) return `<span class="${classes}">`;
  const { words } = context;
  const number = anchor.slice(anchor.indexOf("-") + 1);
  const label = `${words.columns[column]}${words.colon}${speakerName(context, mark.speaker, mark.article)}`;
  const target = mark.takes[0] ?? `n${anchor}`;
  const link = html`<a class="gl" href="#${target}" aria-label="${label}">${glyph(column)}<sup>${number}</sup></a>`;
  return `<span class="${classes}" id="${anchor}">${link.value}`;
}
