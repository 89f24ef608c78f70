import type { Command } from "commander";
import type { Story } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { storyTable } from "../output/story.ts";
import { listCommand } from "./list.ts";

export function stories(context: Context): Command {
  return listCommand<Story>(
    {
      name: "stories",
      examples: ["selon stories", "selon stories --contested --since 2031-05-01", "selon stories --format json"],
      ask: async (ledger, filter) => (await import("../../operations/stories.ts")).listStories(ledger, filter),
      show: storyTable,
      keys: ["id", "title", "when", "where", "documents", "claims"],
    },
    context,
  );
}
