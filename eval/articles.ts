/**
 * Statements of the whole articles of our own writing, French and English: those the rules are worked on
 * (`test/articles`), and those nobody reads the errors of (`test/articles-held-out`), apart. Beside each group stand the
 * figures of its first measuring, before anything was mended after it. `node eval/articles.ts` prints each article
 * worked on.
 */
import { resolve } from "node:path";
import { evaluate, readAliases } from "../src/operations/evaluate/index.ts";
import { blind } from "./articles-blind.ts";
import { reliabilityScores } from "./reliability.ts";
import type { Scores, Suite } from "./suite.ts";

const root = resolve(import.meta.dirname, "..");

/** The articles of one folder; a group is told by the articles that it leaves out. */
export async function readingsOf(name: "articles" | "articles-held-out") {
  const folder = resolve(root, "test", name);
  const aliases = await readAliases(resolve(root, "test/articles-speakers.json"));
  const { statements, judged } = await evaluate(folder, [folder], { aliases });
  if (statements === null) throw new Error(`test/${name} holds no gold`);
  return { statements, judged };
}

async function scoresOf(name: "articles" | "articles-held-out"): Promise<Scores> {
  const { statements, judged } = await readingsOf(name);
  const { overlap, tight, outer, speaker, chain, act, collapsed } = statements.all;
  const told = { "overlap F": overlap.f, "tight F": tight.f, "outer R": outer, speaker, chain, act, collapsed };
  return {
    articles: statements.documents.length,
    ...Object.fromEntries(Object.entries(told).map(([key, value]) => [key, value ?? 0])),
    "by confidence": reliabilityScores(judged),
  };
}

export const suite: Suite = {
  needs: [],
  async measure(): Promise<Scores> {
    return {
      "worked on": await scoresOf("articles"),
      "held out": await scoresOf("articles-held-out"),
      "when first measured": blind,
    };
  },
};

if (import.meta.main) {
  const { statements } = await readingsOf("articles");
  for (const { name, overlap, tight, speaker, chain, act } of statements.documents)
    console.log(name, JSON.stringify({ overlap, tight, speaker, chain, act }));
}
