import type { Command } from "commander";
import type { Claim } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { claimBlock } from "../output/claim.ts";
import { listCommand } from "./list.ts";

export function claims(context: Context): Command {
  return listCommand<Claim>(
    {
      name: "claims",
      examples: [
        "selon claims --contested",
        'selon claims --actor "Foreign Ministry" --since 2031-05-01',
        "selon claims --format csv > claims.csv",
      ],
      ask: async (ledger, filter) => (await import("../../operations/claims.ts")).listClaims(ledger, filter),
      show: (items, within) => items.map((claim) => claimBlock(claim, within)).join("\n"),
      keys: ["id", "story", "status", "proposition", "positions", "origins"],
    },
    context,
  );
}
