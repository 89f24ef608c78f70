import { expect, test } from "vitest";
import type { Position } from "../../src/model/index.ts";
import type { DossierClaim } from "../../src/report/dossier.ts";
import { dossierOf, renderHtml, renderMarkdown } from "../../src/report/index.ts";
import { columnsOf, speakersIn } from "../../src/report/view.ts";
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

test("what may be of another claim is folded away in the page, unless all of the claim may be", () => {
  const [page = ""] = rendered(29, "en");
  expect(page).toMatch(/<details class="loose"><summary>\d+ may be of another claim<\/summary>/);
  const { alignment, readings } = portAubry();
  const claims = alignment.claims.map((one) => ({
    ...one,
    positions: one.positions.map((two) => ({ ...two, held: 20 })),
  }));
  const all = renderHtml(dossierOf({ ...alignment, claims }, readings, { generated }), { language: "en" });
  expect(all).toContain(note.en);
  expect(all).not.toContain('class="loose"');
});

test("what may be of another claim stands behind what is not, and who says it is named last", () => {
  const { alignment, readings } = portAubry();
  const claim = alignment.claims.find(({ status }) => status === "contested");
  if (claim === undefined) throw new Error("no claim");
  // Each position of it by somebody else.
  const told = (...held: readonly number[]): DossierClaim => {
    const positions = claim.positions.map((one, at) => ({
      ...one,
      position: "affirm" as const,
      speaker: { ...one.speaker, id: `speaker-${at}` },
      held: held[at] ?? 80,
    }));
    const made = { ...claim, positions, origins: { ...claim.origins, affirm: { lower: 1, upper: 4, groups: [] } } };
    const claims = alignment.claims.map((one) => (one === claim ? made : one));
    const [found] = dossierOf({ ...alignment, claims }, readings, { generated }).claims.filter(
      ({ id }) => id === claim.id,
    );
    if (found === undefined) throw new Error("no claim in the dossier");
    return found;
  };
  const named = (one: DossierClaim): string[] => speakersIn(one, "affirm").map(({ speaker }) => speaker.id);
  const listed = (one: DossierClaim): string[] =>
    columnsOf(one).affirm.flatMap(({ entries }) => entries.map(({ speaker }) => speaker.id));
  const [first, second, third, fourth] = named(told());
  expect(listed(told())).toEqual([first, second, third, fourth]);
  for (const order of [named, listed]) {
    expect(order(told(20))).toEqual(["speaker-1", "speaker-2", "speaker-3", "speaker-0"]);
    expect(order(told(29, 80, 10, 30))).toEqual(["speaker-1", "speaker-3", "speaker-0", "speaker-2"]);
  }
});
