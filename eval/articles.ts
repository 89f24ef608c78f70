/** Statements of the whole articles in `test/articles`, French and English, of our own writing. */
import { resolve } from "node:path";
import { evaluate, readAliases } from "../src/operations/evaluate/index.ts";
import type { Scores, Suite } from "./suite.ts";

const root = resolve(import.meta.dirname, "..");

export const suite: Suite = {
  needs: [],
  async measure(): Promise<Scores> {
    const folder = resolve(root, "test/articles");
    const aliases = await readAliases(resolve(root, "test/articles-speakers.json"));
    const { statements, reliability } = await evaluate(folder, [folder], { aliases });
    if (statements === null) throw new Error("test/articles holds no gold");
    const { overlap, tight, outer, speaker, chain, act, collapsed } = statements.all;
    const told = { "overlap F": overlap.f, "tight F": tight.f, "outer R": outer, speaker, chain, act, collapsed };
    const bands = reliability.map((band) => [
      `${band.from}–${band.to}`,
      { statements: band.count, "right %": Math.round(1000 * band.right) / 10 },
    ]);
    return {
      ...Object.fromEntries(Object.entries(told).map(([key, value]) => [key, value ?? 0])),
      "by confidence": Object.fromEntries(bands),
    };
  },
};
