export const listFormats = ["table", "json", "jsonl", "csv"] as const;
export type ListFormat = (typeof listFormats)[number];

export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * Comma-separated values (RFC 4180) with a head line: plain values as they are, nested ones as JSON. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvText(items: readonly Readonly<Record<string, unknown>>[], keys: readonly string[]): string {
  const lines = [keys.join(",")];
  for (const item of items) lines.push(keys.map((key) => csvCell(item[key])).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  let text = typeof value === "string" ? value : JSON.stringify(value);
  if (/^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
