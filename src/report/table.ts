/**
 * Comma-separated values (RFC 4180) with a head line: a column a field, plain values as they are, what holds others as
 * JSON. Without `columns`, those that the rows have, in the order in which they first appear.
 */
export function csvOf(rows: readonly object[], columns: readonly string[] = columnsOf(rows)): string {
  return [columns, ...rows.map((row) => cellsOf(row, columns))].map(csvLine).join("");
}

/** What a row has in these columns. */
export function cellsOf(row: object, columns: readonly string[]): unknown[] {
  const fields = new Map<string, unknown>(Object.entries(row));
  return columns.map((column) => fields.get(column));
}

/** One line of them, with its end. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** An item as a row: who has a name is told by it, words by themselves, several of these one after the other. */
export function readable(item: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, told(value)]));
}

function told(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(told);
    return parts.every((part) => typeof part !== "object" || part === null) ? parts.join("; ") : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const { name, text } = value as { readonly name?: unknown; readonly text?: unknown };
  return typeof name === "string" ? name : typeof text === "string" ? text : value;
}

function columnsOf(rows: readonly object[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
