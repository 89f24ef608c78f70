import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/operations/hypotheses/index.ts";
import { weightsOf } from "../../src/operations/hypotheses/index.ts";
import { scoresOf } from "../../src/operations/hypotheses/score.ts";
import { dossierOf, renderHtml, renderMarkdown } from "../../src/report/index.ts";
import { generated, portAubry } from "./fixture.ts";

const { alignment, readings } = portAubry();
const claim = alignment.claims[0]?.id ?? "";
const asked = { by: "Ana", at: "2025-03-18T10:00:00Z" };

/** Two explanations of what happened at a quay; one paper alone carries what speaks against the first. */
function questionOf(): Question {
  const evidence = [
    { id: "e:1", text: "Three drones were seen <at night>", claim, roots: ["guards"], sources: ["outlet:rive"] },
    { id: "e:2", text: "The silo was old", claim: null, roots: [], sources: [] },
  ];
  const sources = [{ source: "outlet:rive", name: "La Rive", reliability: "B", credibility: null }] as const;
  const weights = weightsOf(evidence, new Map(sources.map((one) => [one.source, one])));
  const ratings = [
    { evidence: "e:1", hypothesis: "h:1", by: "Ana", rating: "II" },
    { evidence: "e:2", hypothesis: "h:2", by: "Ana", rating: "I" },
    { evidence: "e:1", hypothesis: "h:2", by: "Ana", rating: "C" },
    { evidence: "e:1", hypothesis: "h:2", by: "Bo", rating: "I" },
  ] as const;
  return {
    id: "q:1",
    text: "What struck the quay?",
    story: null,
    ...asked,
    hypotheses: [
      { id: "h:1", text: "An accident | in the silo", claim: null, ...asked },
      { id: "h:2", text: "An attack", claim, ...asked },
    ],
    evidence: evidence.map((one) => ({ ...one, ...asked, weight: weights.get(one.id) ?? 0 })),
    ratings,
    scores: scoresOf(["h:1", "h:2"], ratings, weights),
    disagreements: [{ evidence: "e:1", hypothesis: "h:2" }],
    sources,
  };
}

const dossier = dossierOf(alignment, readings, { generated, questions: [questionOf()] });

test("explanations and evidence are labelled, led to their claims, and weighed", () => {
  const [question] = dossier.questions;
  expect(question?.hypotheses.map(({ label, against }) => [label, Math.round(against * 10) / 10])).toEqual([
    ["H1", 1.6],
    ["H2", 1],
  ]);
  expect(question?.evidence[0]).toMatchObject({ label: "E1", weight: 0.8, sources: ["La Rive"] });
  expect(dossier.claims.map(({ anchor }) => anchor)).toContain(question?.hypotheses[1]?.claim);
  expect(question?.least).toEqual(["H2"]);
});

test("without the paper that alone speaks against it, the other explanation stands best", () => {
  expect(dossier.questions[0]?.without).toEqual([{ source: "La Rive", least: ["H1"], same: false }]);
});

describe.each(["fr", "en"])("in %s", (language) => {
  test("the page holds the matrix, valid and escaped, every rating in letters", () => {
    const page = renderHtml(dossier, { language });
    const report = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "long-title": "off" } });
    expect(report.validateStringSync(page).results).toEqual([]);
    const section = page.slice(page.indexOf('id="hypotheses"'), page.indexOf('id="timeline"'));
    expect(section).toContain("Three drones were seen &lt;at night&gt;");
    expect(section).toMatch(/<b>C<\/b> Ana.*<b>I<\/b> Bo/);
    expect(section).toContain("La Rive");
  });

  test("the Markdown has the same cells, none broken by a stroke in a text", () => {
    const text = renderMarkdown(dossier, { language });
    const rows = text.split("\n").filter((line) => /^\| \*\*E\d/.test(line));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.replaceAll("\\|", "").split("|")).toHaveLength(6);
    expect(text).toContain("- **H1** An accident \\| in the silo");
  });
});

test("a dossier without questions has no such part", () => {
  const page = renderHtml(dossierOf(alignment, readings, { generated }), { language: "en" });
  expect(page).not.toContain('id="hypotheses"');
});
