import type { Migration } from "./migration.ts";

/** Documents tell the month they were added in, and so does what grows with them: a server keeps these tables by month. */
export const months: Migration = {
  version: 9,
  name: "months",
  up: (db, types) => types.months(db),
};
