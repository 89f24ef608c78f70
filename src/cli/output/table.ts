import type { Paint } from "./style.ts";
import { plain } from "./style.ts";
import { stringWidth, wrap } from "./text.ts";

export type Column<T> = {
  readonly title: string;
  readonly cell: (item: T) => string | number | null;
  readonly align?: "right";
  /** Columns that may give way to fit the terminal; the others keep their width. */
  readonly flexible?: true;
};

const gap = "  ";
const narrowest = 8;

/** A table that fits the terminal: columns that may give way wrap their text. */
export function renderTable<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  width: number,
  paint: Paint,
): string {
  const cells = items.map((item) => columns.map(({ cell }) => plain(String(cell(item) ?? "–"))));
  const natural = columns.map(({ title }, n) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[n] ?? ""))),
  );
  const widths = fitWidths(natural, columns, width);
  const lines = [
    paint.dim(
      rowText(
        columns.map(({ title }) => [title]),
        columns,
        widths,
      ),
    ),
  ];
  for (const row of cells) {
    const parts = row.map((text, n) => (columns[n]?.flexible === true ? wrap(text, widths[n] ?? narrowest) : [text]));
    const height = Math.max(...parts.map(({ length }) => length));
    for (let line = 0; line < height; line += 1) {
      lines.push(
        rowText(
          parts.map((part) => [part[line] ?? ""]),
          columns,
          widths,
        ),
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function rowText<T>(
  parts: readonly (readonly string[])[],
  columns: readonly Column<T>[],
  widths: readonly number[],
): string {
  const texts = parts.map(([text = ""], n) => {
    const fill = " ".repeat(Math.max(0, (widths[n] ?? 0) - stringWidth(text)));
    return columns[n]?.align === "right" ? fill + text : text + fill;
  });
  return texts.join(gap).trimEnd();
}

/** The widest flexible column gives way first, down to a width that can still be read. */
function fitWidths<T>(natural: readonly number[], columns: readonly Column<T>[], width: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, one) => sum + one, 0) + gap.length * (columns.length - 1) - width;
  while (over > 0) {
    let widest = -1;
    let second = narrowest;
    columns.forEach(({ flexible }, n) => {
      const size = widths[n] ?? 0;
      if (flexible !== true || size <= narrowest) return;
      if (widest === -1 || size > (widths[widest] ?? 0)) {
        second = Math.max(second, widest === -1 ? narrowest : (widths[widest] ?? 0));
        widest = n;
      } else second = Math.max(second, size);
    });
    if (widest === -1) break;
    const size = widths[widest] ?? 0;
    const step = Math.max(1, Math.min(over, size - second));
    widths[widest] = size - step;
    over -= step;
  }
  return widths;
}
