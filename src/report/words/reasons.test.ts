import { expect, test } from "vitest";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { showReason } from "./reasons.ts";

test("a reason is said in French, with its quotation", () => {
  expect(showReason(fr, "« a déclaré » stands beside the quotation.")).toEqual({
    text: "«\u00a0a déclaré\u00a0» accompagne la citation.",
    language: "fr",
  });
});

test("a reason nobody has translated stays and is known to be English", () => {
  const reason = "Something quite « new » was seen 3 times.";
  expect(showReason(fr, reason)).toEqual({ text: reason, language: "en" });
});

test("English quotes as English does", () => {
  expect(showReason(en, "« said » stands beside the quotation.").text).toBe("“said” stands beside the quotation.");
});
