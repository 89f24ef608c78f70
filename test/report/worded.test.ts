import { expect, test } from "vitest";
import { dossierOf, renderHtml, renderMarkdown } from "../../src/report/index.ts";
import { generated, portAubry } from "./fixture.ts";

/** Both renderings of the fixture, whose contested claim is told in a sentence that was made from its first position. */
function rendered(proposition: string): readonly [page: string, text: string, evidence: string] {
  const { alignment, readings } = portAubry();
  const claims = alignment.claims.map((claim) => {
    const [first] = claim.positions;
    return claim.status !== "contested" || first === undefined ? claim : { ...claim, proposition, worded: first };
  });
  const dossier = dossierOf({ ...alignment, claims }, readings, { generated });
  const evidence = claims.find(({ status }) => status === "contested")?.positions[0]?.evidence.text ?? "";
  return [renderHtml(dossier, { language: "en" }), renderMarkdown(dossier, { language: "en" }), evidence];
}

test("a sentence of ours says which words it was made from, and leads to them", () => {
  const [page, text, evidence] = rendered("Somebody did something else.");
  const [, told = ""] = /<p class="where worded">(.*?)<\/p>/s.exec(page) ?? [];
  expect(told).toContain("Sentence made from");
  expect(told.replaceAll(/<[^>]+>/g, "")).toContain(evidence);
  const [, anchor = ""] = /href="#(s[\d-]+)"/.exec(told) ?? [];
  expect(page).toContain(`id="${anchor}"`);
  expect(text).toMatch(/\*Sentence made from\*: .*\\\[\d+\\\]/);
});

test("a sentence that is an article's own words need not say so", () => {
  const [, , evidence] = rendered("");
  for (const made of rendered(evidence).slice(0, 2)) expect(made).not.toContain("Sentence made from");
});
