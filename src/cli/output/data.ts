export const listFormats = ["table", "json", "jsonl", "csv"] as const;
export type ListFormat = (typeof listFormats)[number];

export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
