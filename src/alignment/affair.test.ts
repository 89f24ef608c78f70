import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { castOf } from "./affair.ts";
import { sound } from "./names.ts";

function castIn(text: string, language: string): ReadonlySet<string> {
  const { document, ...rest } = captureBytes(new TextEncoder().encode(text), { uri: "a.txt" });
  return new Set(castOf(readCapture({ ...rest, document: { ...document, language } })).names.keys());
}

test("days, months and words that are written small as often are nobody's name", () => {
  const text =
    "On Tuesday the mayor of Harnwick, Vera Moll, told The Ledger that the ledger of June 12 was lost. It was lost on a Friday in March, said Vera Moll, and the ledger is the town's.";
  const names = castIn(text, "en");
  for (const name of ["Harnwick", "Vera", "Moll"]) expect(names).toContain(sound(name));
  for (const word of ["Tuesday", "The", "Ledger", "June", "Friday", "March"]) expect(names).not.toContain(sound(word));
});

test("a name stays one where its word is written small less often", () => {
  const text = "Le parti Avenir accuse la maire, Ida Rive. « L'avenir est à nous », dit Avenir, et Avenir le répète.";
  const names = castIn(text, "fr");
  expect(names).toContain(sound("Avenir"));
  expect(names).toContain(sound("Rive"));
});
