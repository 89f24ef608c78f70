import type { Story } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { shortTime } from "./style.ts";
import { renderTable } from "./table.ts";

/** Enough of an id to name a story; the rest is in the data formats. */
const shortId = 14;

/** Stories for people: when, what, where, with how much. */
export function storyTable(items: readonly Story[], { messages: { columns }, width, paint }: Context): string {
  return renderTable(
    items,
    [
      { title: columns.when, cell: ({ when }) => (when === null ? null : shortTime(when)), flexible: true },
      { title: columns.title, cell: ({ title }) => title, flexible: true },
      { title: columns.where, cell: ({ where }) => where, flexible: true },
      { title: columns.documents, cell: ({ documents }) => documents.length, align: "right" },
      { title: columns.claims, cell: ({ claims }) => claims.length, align: "right" },
      { title: columns.id, cell: ({ id }) => id.slice(0, shortId) },
    ],
    width,
    paint,
  );
}
