import type { Quotation, Span } from "../model/index.ts";
import { isDigitAt, isLetterAt, isSpaceAt, isWordAt } from "../text/characters.ts";
import { trimmed } from "../text/spans.ts";

/** What a quotation mark does where it stands. */
export type Role = "open" | "close";

/** Quotations of a text and the role of every mark, by its position. */
export type Quoting = { readonly quotations: readonly Quotation[]; readonly roles: ReadonlyMap<number, Role> };

type Family = "guillemet" | "angle" | "double" | "single" | "low" | "straight" | "apostrophe";
type Mark = { start: number; end: number; family: Family; role: Role | "either"; weak: boolean };
type Open = { mark: Mark };
type Found = { outer: Span; inner: Span; closed: boolean; matched: boolean };

/** Paragraphs that one quotation may run over, when each of them does not open it anew. */
const REACH = 12;
/** Quotations open at once; what is nested deeper is not text. */
const DEPTH = 16;

/**
 * Quotations of any kind: « », “ ”, „ “, ‹ ›, ‘ ’, straight marks, `` '', << >>; nested, unclosed (`«C'est faux. “Non”,
 * dit-il`: the guillemet ends before the next opening mark), mismatched (`« … ”`), and running over paragraphs, with
 * or without a mark at the head of each. Apostrophes are told apart by the letters around them. One pass, linear.
 */
export function quotationsOf(text: string, paragraphs: readonly Span[]): Quoting {
  const found: Found[] = [];
  const roles = new Map<number, Role>();
  let carried: { open: Open; since: number } | null = null;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p] as Span;
    const marks = marksOf(text, paragraph);
    const stack: Open[] = [];
    const closers = closersAhead(marks);
    let first = true;
    for (let m = 0; m < marks.length; m++) {
      const mark = marks[m] as Mark;
      const role = roleOf(mark, stack, carried?.open ?? null);
      if (role === null) continue;
      if (role === "open") {
        const resumes: boolean = first && mark.start === paragraph.start && carried?.open.mark.family === mark.family;
        first = false;
        roles.set(mark.start, "open");
        if (resumes && carried !== null) {
          stack.push(carried.open);
          carried = null;
          continue;
        }
        if (carried !== null && mark.start === paragraph.start) {
          found.push(unclosed(text, carried.open, (paragraphs[carried.since] as Span).end));
          carried = null;
        }
        stack.push({ mark });
        if (stack.length > DEPTH) found.push(unclosed(text, stack.shift() as Open, (stack[0] as Open).mark.start));
        continue;
      }
      first = false;
      const at = partner(stack, mark, closers[m] as number);
      if (at === -1) {
        if (stack.length === 0 && carried !== null && pairs(carried.open.mark, mark)) {
          found.push(pair(text, carried.open.mark, mark, true));
          roles.set(mark.start, "close");
          carried = null;
        }
        continue;
      }
      for (const left of stack.splice(at + 1)) found.push(unclosed(text, left, mark.start));
      const open = stack.pop() as Open;
      const loose = open.mark.family === "single" && mark.family === "apostrophe";
      found.push(pair(text, open.mark, mark, pairs(open.mark, mark) && !loose));
      roles.set(mark.start, "close");
    }
    if (carried !== null && p - carried.since >= REACH) {
      found.push(unclosed(text, carried.open, (paragraphs[carried.since] as Span).end));
      carried = null;
    }
    carried = settle(text, paragraphs, p, stack, marks, found, carried);
  }
  if (carried !== null) found.push(unclosed(text, carried.open, (paragraphs[carried.since] as Span).end));
  return { quotations: nested(found), roles };
}

/** What is left open at the end of a paragraph: the last one may go on in the next, the others end here. */
function settle(
  text: string,
  paragraphs: readonly Span[],
  at: number,
  stack: readonly Open[],
  marks: readonly Mark[],
  found: Found[],
  carried: { open: Open; since: number } | null,
): { open: Open; since: number } | null {
  let kept = carried;
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i] as Open;
    if (i === 0 && kept === null && continues(text, paragraphs, at, open.mark)) {
      kept = { open, since: at };
      continue;
    }
    const next = marks.find((mark) => mark.start >= open.mark.end && mark.role === "open");
    found.push(unclosed(text, open, next?.start ?? (paragraphs[at] as Span).end));
  }
  return kept;
}

/** The next paragraph opens with the same mark again, or one of the next has a closing mark before any opening one. */
function continues(text: string, paragraphs: readonly Span[], at: number, mark: Mark): boolean {
  if (mark.family === "apostrophe" || mark.family === "straight") {
    const next = paragraphs[at + 1];
    return next !== undefined && text[next.start] === text[mark.start] && mark.family === "straight";
  }
  for (let p = at + 1; p < paragraphs.length && p <= at + REACH; p++) {
    const paragraph = paragraphs[p] as Span;
    const head = marksOf(text, { start: paragraph.start, end: Math.min(paragraph.end, paragraph.start + 5000) })[0];
    if (head === undefined) continue;
    if (head.start === paragraph.start && head.role === "open") return p === at + 1 && head.family === mark.family;
    return head.role === "close" && pairs(mark, head);
  }
  return false;
}

const unclosed = (text: string, open: Open, limit: number): Found => {
  const start = open.mark.start;
  const end = Math.max(trimmed(text, { start, end: limit }).end, open.mark.end);
  return {
    outer: { start, end },
    inner: trimmed(text, { start: open.mark.end, end }),
    closed: false,
    matched: true,
  };
};

const pair = (text: string, open: Mark, close: Mark, matched: boolean): Found => ({
  outer: { start: open.start, end: close.end },
  inner: trimmed(text, { start: open.end, end: close.start }),
  closed: true,
  matched,
});

function nested(found: readonly Found[]): Quotation[] {
  const sorted = [...found].sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
  const ends: number[] = [];
  return sorted.map(({ outer, inner, closed, matched }) => {
    while (ends.length > 0 && (ends.at(-1) as number) <= outer.start) ends.pop();
    ends.push(outer.end);
    return { outer, inner, closed, matched, depth: ends.length - 1 };
  });
}

function pairs(open: Mark, close: Mark): boolean {
  if (open.family === close.family) return true;
  if (open.family === "single" && close.family === "apostrophe") return true;
  return open.family === "low" && (close.family === "double" || close.family === "straight");
}

const order: readonly Family[] = ["guillemet", "angle", "double", "single", "low", "straight", "apostrophe"];
const bit = Object.fromEntries(order.map((family, i) => [family, 1 << i])) as Readonly<Record<Family, number>>;

/** Behind each mark, the families (as bits) of which the next mark closes or may close. */
function closersAhead(marks: readonly Mark[]): Uint8Array {
  let next = 0;
  const ahead = new Uint8Array(marks.length);
  for (let m = marks.length - 1; m >= 0; m--) {
    ahead[m] = next;
    const { role, family } = marks[m] as Mark;
    if (role !== "open") next |= bit[family];
    else next &= ~bit[family];
  }
  return ahead;
}

/** The open quotation that a closing mark ends, or -1. A mark of another kind ends it only when its own does not come. */
function partner(stack: readonly Open[], mark: Mark, ahead: number): number {
  for (let i = stack.length - 1; i >= 0; i--) if (pairs((stack[i] as Open).mark, mark)) return i;
  const top = stack.at(-1);
  if (top === undefined || mark.family === "apostrophe" || mark.weak) return -1;
  return (ahead & bit[top.mark.family]) === 0 ? stack.length - 1 : -1;
}

function roleOf(mark: Mark, stack: readonly Open[], carried: Open | null): Role | null {
  if (mark.role !== "either") return mark.role;
  const single = mark.family === "apostrophe" || mark.family === "single";
  const inside = stack.some((open) => pairs(open.mark, mark)) || (carried !== null && pairs(carried.mark, mark));
  if (single) return inside ? "close" : null;
  return inside ? "close" : "open";
}

const families: Readonly<Record<string, { family: Family; role: Role | "either" }>> = {
  "«": { family: "guillemet", role: "open" },
  "»": { family: "guillemet", role: "close" },
  "‹": { family: "angle", role: "open" },
  "›": { family: "angle", role: "close" },
  "“": { family: "double", role: "open" },
  "”": { family: "double", role: "close" },
  "„": { family: "low", role: "open" },
  "‟": { family: "double", role: "open" },
  "‘": { family: "single", role: "open" },
  "‚": { family: "single", role: "open" },
  "’": { family: "single", role: "either" },
  '"': { family: "straight", role: "either" },
  "＂": { family: "straight", role: "either" },
  "″": { family: "straight", role: "either" },
  "'": { family: "apostrophe", role: "either" },
};

function marksOf(text: string, within: Span): Mark[] {
  const marks: Mark[] = [];
  const slice = text.slice(within.start, within.end);
  for (const match of slice.matchAll(/<<|>>|``|''|,,(?=\p{L})|[«»‹›“”„‟‘‚’"＂″']/gu)) {
    const start = within.start + match.index;
    const mark = markAt(text, start, match[0], within);
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

function markAt(text: string, start: number, sign: string, within: Span): Mark | null {
  const end = start + sign.length;
  const before = start === within.start || isSpaceAt(text, start - 1) || /[([{—–\-/«“„‘‹"]/.test(text[start - 1] ?? "");
  const after = end === within.end || isSpaceAt(text, end) || /[)\]}.,;:!?…»”’›"—–]/.test(text[end] ?? "");
  if (sign === "<<") return { start, end, family: "guillemet", role: "open", weak: true };
  if (sign === ">>") return { start, end, family: "guillemet", role: "close", weak: true };
  if (sign === "``" || sign === ",,") return { start, end, family: "double", role: "open", weak: true };
  if (sign === "''") return { start, end, family: "double", role: before && !after ? "open" : "close", weak: true };
  const { family, role } = families[sign] as { family: Family; role: Role | "either" };
  if (family === "single" || family === "apostrophe") return singleAt(text, start, family, sign, before, after);
  if ((family === "straight" && isDigitAt(text, start - 1) && after) || sign === "″")
    return { start, end, family, role: "close", weak: true };
  let decided = role;
  // German and Danish use: »so«; „so“; Swedish ”so”. Spacing against the sign's direction leaves open
  // which it is: it closes what is open (« Non. »Le maire), else it opens.
  if (role === "close" && before && !after && isWordAt(text, end)) decided = "either";
  else if (role === "open" && after && !before && !isWordAt(text, end) && sign !== "„") decided = "either";
  else if (role === "either" && before !== after) decided = before ? "open" : "close";
  return { start, end, family, role: decided, weak: false };
}

function singleAt(
  text: string,
  start: number,
  family: Family,
  sign: string,
  before: boolean,
  after: boolean,
): Mark | null {
  const end = start + 1;
  const [left, right] = [isWordAt(text, start - 1), isWordAt(text, end)];
  if (left && right) return null;
  // rock 'n' roll
  if ((right && /['’]/.test(text[start + 2] ?? "")) || (left && /['’‘]/.test(text[start - 2] ?? ""))) return null;
  if (sign === "‘" || sign === "‚") return { start, end, family, role: "open", weak: true };
  if (before && right && isLetterAt(text, end)) {
    // ’Tis and rock ’n’ roll are apostrophes: a curly one opens nothing.
    return sign === "’" ? null : { start, end, family, role: "open", weak: true };
  }
  return after ? { start, end, family, role: "either", weak: true } : null;
}
