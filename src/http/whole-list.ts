import { z } from "@hono/zod-openapi";
import type { Table } from "../report/rows.ts";
import { csvLine } from "../report/table.ts";
import { streamed } from "./follow.ts";
import type { Page } from "./page.ts";

/** Forms in which a whole list goes out, to be saved. */
const forms = ["csv", "json", "jsonl"] as const;
type Form = (typeof forms)[number];

/** What asks for them, beside what narrows a list. */
export const wholeQuery = {
  format: z.enum(forms).optional().openapi({
    description: "the whole list instead of a page, to be saved; `limit` and `cursor` are left aside",
  }),
};

const text = { schema: z.string() };

/** How the OpenAPI document tells of an answer that is a page, or all of the list. */
export function pageOrWhole(page: z.ZodType, item: z.ZodType) {
  const content = { "application/json": { schema: z.union([page, z.array(item)]) } };
  const files = { "text/csv": text, "application/x-ndjson": text };
  return { 200: { description: "A page of the list; with `format`, all of it.", content: { ...content, ...files } } };
}

const types: Readonly<Record<Form, string>> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
};

/** Items asked for at once while a list goes out. */
const atOnce = 200;

export type Ask = { readonly limit: number; readonly after?: string | undefined };
type Whole = {
  readonly name: string;
  readonly format: Form;
  readonly page: (ask: Ask) => Promise<Page<object>> | Page<object>;
  /** What it is as a table. */
  readonly table: Table<never>;
};

/** What is there at once, as its only page. */
export const allOf = <T>(items: readonly T[]): Page<T> => ({ items, total: items.length, next: null });

/** A whole list as a file, page by page as the reader takes it. What can't be asked is told before anything is sent. */
export async function replyWhole({ name, format, page, table }: Whole): Promise<Response> {
  const first = await page({ limit: atOnce });
  return streamed(linesOf(), `${name}.${format}`, types[format]);

  async function* linesOf(): AsyncGenerator<string> {
    // A spreadsheet takes a table without the mark for one in its own country's bytes.
    if (format === "csv") yield `\ufeff${csvLine(table.columns)}`;
    let count = 0;
    for (let { items, next } = first; ; { items, next } = await page({ limit: atOnce, after: next })) {
      yield items.map((item) => part(item, count++)).join("");
      if (next === null) break;
    }
    if (format === "json") yield count === 0 ? "[]\n" : "\n]\n";
  }

  function part(item: object, place: number): string {
    // Each list comes with the table of its own kind of items.
    if (format === "csv")
      return table
        .rows(item as never)
        .map(csvLine)
        .join("");
    const json = JSON.stringify(item);
    return format === "jsonl" ? `${json}\n` : `${place === 0 ? "[\n" : ",\n"}${json}`;
  }
}
