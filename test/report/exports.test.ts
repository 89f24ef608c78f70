import { expect, test } from "vitest";
import { dossierOf, renderCsv, renderJson, renderJsonLd, renderMarkdown } from "../../src/report/index.ts";
import { bounds, claimOf, generated, portAubry, positionOf, readingOf, staff } from "./fixture.ts";

const { alignment, readings } = portAubry();
const dossier = dossierOf(alignment, readings, { generated });

test("JSON holds the whole dossier", () => {
  expect(JSON.parse(renderJson(dossier))).toEqual(dossier);
});

test("CSV has a row for each position, with the characters it rests on", () => {
  const rows = renderCsv(dossier).trimEnd().split("\r\n");
  expect(rows).toHaveLength(1 + 8);
  expect(rows[0]).toBe(
    "claim,proposition,status,position,speaker,chain,words,article,outlet,address,published,start,end,statement,document",
  );
  expect(rows[2]).toContain("contested,affirm,Valdorian Ministry of Defence,,");
});

test("CSV quotes what needs it and gives a spreadsheet nothing to run", () => {
  const reading = readingOf("sheet", '=HYPERLINK("x"),\nsaid so', [{ words: '=HYPERLINK("x"),\nsaid', by: staff }]);
  const claim = claimOf("sheet", "uncontested", "+1", [positionOf(reading, 0, "affirm")], bounds(1, 1));
  const csv = renderCsv(dossierOf({ stories: [], claims: [claim], figures: [] }, [reading], { generated }));
  expect(csv).toContain(`"'=HYPERLINK(""x""),\nsaid"`);
  expect(csv).toContain(",'+1,");
});

test("JSON-LD anchors every statement by position and by quote", () => {
  const parsed = JSON.parse(renderJsonLd(dossier)) as { "@graph": { type?: string; target?: unknown }[] };
  const annotations = parsed["@graph"].filter((node) => node.type === "Annotation");
  expect(annotations).toHaveLength(dossier.articles.flatMap((article) => article.marks).length);
  for (const annotation of annotations) {
    for (const target of annotation.target as { source: string; selector: Record<string, unknown>[] }[]) {
      const [position, quote] = target.selector;
      const document = readings.find((reading) => `urn:${reading.document.id}` === target.source)?.document;
      expect(document?.text.slice(Number(position?.start), Number(position?.end))).toBe(quote?.exact);
    }
  }
});

test("Markdown says who affirms, who denies and where", () => {
  const english = renderMarkdown(dossier, { language: "en" });
  expect(english).toContain("### 1. “Sarrenia launched three drones against the port”");
  expect(english).toContain("● **Affirms** (1 origin (1–2), in 2 articles)");
  expect(english).toContain("⊘ **Denies** (1 origin, in 1 article)");
  expect(english).toContain("**Sarrenian general staff**: “No aircraft of ours flew that night” \\[2\\]");
  const french = renderMarkdown(dossier, { language: "fr" });
  expect(french).toContain("### 1. «\u00a0Sarrenia launched three drones against the port\u00a0»");
});

test("Markdown keeps hostile words as words", () => {
  const reading = readingOf("evil", "<script>x</script> [a](b) | *c*", [
    { words: "<script>x</script> [a](b) | *c*", by: staff },
  ]);
  const claim = claimOf("evil", "contested", "<script>x</script>", [positionOf(reading, 0, "deny")], bounds(0, 0));
  const markdown = renderMarkdown(dossierOf({ stories: [], claims: [claim], figures: [] }, [reading], { generated }), {
    language: "en",
  });
  expect(markdown).not.toMatch(/(?<!\\)<script/);
  expect(markdown).toContain("\\[a\\](b) \\| \\*c\\*");
});
