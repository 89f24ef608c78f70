import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture, relate } from "../../pipeline.ts";

const reading = (text: string) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }));
const claims = (text: string) =>
  relate([reading(text)]).claims.map(({ positions }) =>
    positions.map(({ position, speaker, evidence }) => `${position} ${speaker.name}: ${evidence.text}`).join("; "),
  );

test.each([
  [
    "Les grilles étaient fermées, a dit Ida Kroll. Le club assure que non.",
    "affirm Ida Kroll: Les grilles étaient fermées; deny club: non",
  ],
  [
    "The gates were locked, Ida Kroll said. The club insists they were not.",
    "affirm Ida Kroll: The gates were locked; deny club: they were not",
  ],
  [
    "A-t-on payé une rançon ? Le maire jure que non.",
    "report-without-commitment author: A-t-on payé une rançon; deny maire: non",
  ],
  [
    "The mine leaks, the union says. Jon Pell disputes this: the pumps never stopped, he said.",
    "affirm union: The mine leaks; deny Jon Pell: Jon Pell disputes",
  ],
  [
    "The mine leaks, the union says. The company disputes this, saying the pumps never stopped.",
    "affirm union: The mine leaks; deny company: company disputes",
  ],
  [
    "Selon Ida Kroll, la vente était décidée en mai. La société conteste : « Rien n'était décidé. »",
    "affirm Ida Kroll: la vente était décidée en mai; deny société: Rien n'était décidé",
  ],
])("a denial that names nothing is of what was said before: %s", (text, claim) => {
  expect(claims(text)).toContain(claim);
});

test.each([
  ["The company denied the sale, a spokesman said.", ["deny company: the sale"]],
  [
    "The mine leaks, the union said. The company denied it, a spokesman said.",
    ["affirm union: The mine leaks; deny company: The company denied"],
  ],
  ["The council opposes the plan to close the pier.", ["report-without-commitment council: close the pier"]],
])("one position where one is meant: %s", (text, expected) => {
  expect(claims(text)).toEqual(expected);
});

test.each([
  ["Ida Kroll a dit que les gardes n'étaient pas prêts.", "clause"],
  ["Ida Kroll a dit que les gardes étaient prêts.", "clause"],
  ["The club insists they were not ready.", "clause"],
])("not: %s", (text, kind) => {
  expect(reading(text).propositions.map((one) => one.kind)).toEqual([kind]);
});

test.each([
  [
    "La mairie affirme que le bac est sûr. L'association Rives vertes en doute et réclame un contrôle.",
    "affirm mairie: le bac est sûr; doubt Rives vertes: L'association Rives vertes en doute",
  ],
  [
    "The town says the ferry is safe. Residents doubt it.",
    "affirm town: the ferry is safe; doubt Residents: Residents doubt",
  ],
])("a doubt that names nothing is of what was said before: %s", (text, claim) => {
  expect(claims(text)).toContain(claim);
});

test("a refusal that is denied is nobody's refusal", () => {
  expect(claims("The minister denied that the company had refused to pay.")).toEqual([
    "deny minister: the company had refused to pay",
  ]);
});
