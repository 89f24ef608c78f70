import type { Previewed } from "../../operations/decisions/index.ts";
import type { Context } from "../context.ts";
import { claimBlock } from "./claim.ts";
import { storyTable } from "./story.ts";

/** What a decision would change, for people: as it is, then as it would be. */
export function previewText({ claims, stories }: Previewed, context: Context): string {
  const { preview } = context.messages.decisions;
  const part = (side: "before" | "after"): string => {
    const blocks = claims[side].map((claim) => claimBlock(claim, context));
    if (stories[side].length > 0) blocks.unshift(storyTable(stories[side], context));
    return `${context.paint.bold(preview[side])}\n\n${blocks.length === 0 ? `${preview.nothing}\n` : blocks.join("\n")}`;
  };
  return `${part("before")}\n${part("after")}`;
}
