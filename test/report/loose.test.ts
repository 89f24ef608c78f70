import { expect, test } from "vitest";
import type { Position } from "../../src/model/index.ts";
import { dossierOf, renderHtml, renderMarkdown } from "../../src/report/index.ts";
import { generated, portAubry } from "./fixture.ts";

const note = { en: "may be of another claim", fr: "peut-être d’une autre affirmation" } as const;

/** The fixture, the first position of its contested claim held by so much, with as many of the same words as there are. */
function rendered(held: number, language: "en" | "fr"): string[] {
  const { alignment, readings } = portAubry();
  const claim = alignment.claims.find(({ status }) => status === "contested");
  if (claim === undefined) throw new Error("no claim");
  const made = (position: Position): Position =>
    position.evidence.text === claim.positions[0]?.evidence.text ? { ...position, held } : { ...position, held: 100 };
  const claims = alignment.claims.map((one) =>
    one === claim ? { ...claim, positions: claim.positions.map(made) } : one,
  );
  const dossier = dossierOf({ ...alignment, claims }, readings, { generated });
  return [renderHtml(dossier, { language }), renderMarkdown(dossier, { language })];
}

test.each(["en", "fr"] as const)("what hangs on its claim by little is shown to, in %s", (language) => {
  for (const page of rendered(29, language)) expect(page).toContain(note[language]);
  for (const page of rendered(30, language)) expect(page).not.toContain(note[language]);
});
