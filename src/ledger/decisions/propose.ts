import type { Reading } from "../../model/index.ts";
import type { Propose } from "./fold-reading.ts";

/** What works out propositions afresh, for `foldReading`: the analysis of today's engine over the folded statements. */
export async function proposer(): Promise<Propose> {
  const { analyse } = await import("../../analysis/index.ts");
  const { propositionsOf } = await import("../../alignment/index.ts");
  return (reading: Reading) => {
    const { document, diagnostics } = reading;
    const cut = diagnostics.find(({ code }) => code === "text-too-long")?.start ?? document.text.length;
    const analysis = analyse(document.text.slice(0, cut), document);
    return propositionsOf(document, analysis, reading);
  };
}
