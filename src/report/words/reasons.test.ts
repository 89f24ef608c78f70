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

test("several sentences, names, numbers and dates", () => {
  expect(showReason(fr, "Anton Brissel speaks for the Ministry. Only Mr. Kern says so.")).toEqual({
    text: "Anton Brissel parle pour the Ministry. Seul Mr. Kern le dit.",
    language: "fr",
  });
  expect(showReason(fr, "These are not of one scope: 2025-01 is not 2025-03-14.").text).toBe(
    "Ils n’ont pas la même portée\u00a0: janvier 2025 n’est pas 14 mars 2025.",
  );
  expect(showReason(en, "These are not of one scope: 2025-01 is not 2025-03-14.").text).toBe(
    "These are not of one scope: January 2025 is not 14 March 2025.",
  );
});

test("a long reason is shown without being searched", () => {
  const reason = `Each gives the next as its source: ${"a → ".repeat(100_000)}.`;
  const before = performance.now();
  expect(showReason(fr, reason).language).toBe("en");
  expect(performance.now() - before).toBeLessThan(500);
});
