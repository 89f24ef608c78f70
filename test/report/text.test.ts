import fc from "fast-check";
import { expect, test } from "vitest";
import type { Statement } from "../../src/model/index.ts";
import { dossierOf } from "../../src/report/build.ts";
import { escapeHtml } from "../../src/report/html/tag.ts";
import { paragraphsOf } from "../../src/report/html/text.ts";
import { en } from "../../src/report/words/en.ts";
import { readingOf, staff } from "./fixture.ts";

const letters = fc.string({
  unit: fc.constantFrom("a", "b", " ", "é", "\n", "<", "&", "“", "🌾"),
  minLength: 1,
  maxLength: 60,
});
const pairs = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 14 });

/** Statements over any spans at all, crossing, nested, equal or empty. */
function statementsOver(text: string, spans: readonly (readonly [number, number])[]): Statement[] {
  const [model] = readingOf("model", "a", [{ words: "a", by: staff }]).statements;
  if (!model) throw new Error("no model");
  return spans.map(([one, other], index) => {
    const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
    return { ...model, id: `random-${index}`, content: [{ start, end, text: text.slice(start, end) }] };
  });
}

test("however spans cross, tags close in order, every mark is named once, and the words stay the same", () => {
  fc.assert(
    fc.property(letters, pairs, (text, spans) => {
      const reading = { ...readingOf("random", text, []), statements: statementsOver(text, spans) };
      const dossier = dossierOf({ stories: [], claims: [], figures: [] }, [reading], { generated: "2025-03-18" });
      const [article] = dossier.articles;
      if (!article) throw new Error("no article");
      const paragraphs = paragraphsOf({ dossier, words: en }, article, 1_000);
      const names = paragraphs.flatMap((paragraph) => paragraph.anchors);
      expect(new Set(names).size).toBe(names.length);
      for (const { start, end, text: markup } of paragraphs) {
        const bare = markup.value.replace(/<a class="gl".*?<\/a>/g, "");
        let depth = 0;
        for (const [tag] of bare.matchAll(/<\/?span[^>]*>/g)) {
          depth += tag.startsWith("</") ? -1 : 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const words = bare.replace(/<\/?span[^>]*>/g, "");
        expect(words).toBe(escapeHtml(text.slice(start, end)));
      }
    }),
    { numRuns: 300, seed: 20250314 },
  );
});

test("a page of marks takes time in proportion to its length", () => {
  const text = "word ".repeat(40_000);
  const spans = Array.from({ length: 20_000 }, (_, index) => [index * 10, index * 10 + 12] as const);
  const reading = { ...readingOf("page", text, []), statements: statementsOver(text, spans) };
  const dossier = dossierOf({ stories: [], claims: [], figures: [] }, [reading], { generated: "2025-03-18" });
  const [article] = dossier.articles;
  if (!article) throw new Error("no article");
  // Processor time, so that other programs don't disturb it.
  const before = process.cpuUsage();
  paragraphsOf({ dossier, words: en }, article, 1_000);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
});
