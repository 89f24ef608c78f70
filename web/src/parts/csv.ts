/**
 * A table of plain rows (RFC 4180, a column a field, in the order in which fields first appear). What is no text,
 * number or nothing is written as JSON. A field that a spreadsheet would take for a formula gets an apostrophe before.
 */
export function csvOf(rows: readonly unknown[]): string {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(Object(row))) names.add(name);
  const columns = [...names];
  const lines = [columns, ...rows.map((row) => columns.map((name) => cell(Object(row)[name])))];
  return `${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
