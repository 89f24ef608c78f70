import { readFileSync } from "node:fs";
import { resolve } from "node:path";
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

test("who is tied to whom, and what is a part of what, in French", () => {
  const said = (reason: string): string => showReason(fr, reason).text;
  expect(said("Ana Bel speaks for others, and may give the words of the Ministry.")).toBe(
    "Ana Bel parle pour d’autres, et donne peut-être les mots de the Ministry.",
  );
  expect(said("Ana Bel and Joris Kern speak for one state.")).toBe("Ana Bel et Joris Kern parlent pour un même État.");
  expect(said("La Rive only relays Ana Bel.")).toBe("La Rive ne fait que relayer Ana Bel.");
  expect(said("La Rive relays Ana Bel elsewhere, and may do so here.")).toBe(
    "La Rive relaie Ana Bel ailleurs, et peut-être ici aussi.",
  );
  expect(said("nine is part of between 40 and 45.")).toBe(
    "«\u00a0nine\u00a0» fait partie de «\u00a0between 40 and 45\u00a0».",
  );
  expect(said("These are not of one scope: one is part of the other.")).toBe(
    "Ils n’ont pas la même portée\u00a0: l’un fait partie de l’autre.",
  );
});

test("differences of scope are one sentence", () => {
  const reason = "These are not of one scope: they count different things. These are not of one scope: another scope.";
  expect(showReason(en, reason).text).toBe("These are not of one scope: they count different things; another scope.");
  const country =
    "These are not of one scope: only one of them names a place. These are not of one scope: one is part of the other.";
  expect(showReason(fr, country).text).toBe(
    "Ils n’ont pas la même portée\u00a0: un seul nomme un lieu\u00a0; l’un fait partie de l’autre.",
  );
});

test("numbers by locale, and the article by its word", () => {
  const reason =
    "They differ by 619000 (factor 8.64). author gave 21 dead first, then 17 dead: a correction over time.";
  expect(showReason(en, reason).text).toBe(
    "They differ by 619,000 (factor 8.64). The article gave 21 dead first, then 17 dead: a correction over time.",
  );
  expect(showReason(fr, reason).text).toBe(
    "Ils diffèrent de 619\u202f000 (facteur 8,64). L’article a d’abord donné 21 dead, puis 17 dead\u00a0: une correction dans le temps.",
  );
});

test("a long reason is shown without being searched", () => {
  const reason = `Each gives the next as its source: ${"a → ".repeat(100_000)}.`;
  const before = performance.now();
  expect(showReason(fr, reason).language).toBe("en");
  expect(performance.now() - before).toBeLessThan(500);
});

test("every reason why origins count as one is said in French", () => {
  const sources = ["ties", "bounds", "circular"].map((name) =>
    readFileSync(resolve(import.meta.dirname, `../../origins/${name}.ts`), "utf8"),
  );
  const reasons = sources.flatMap((source) =>
    [...source.matchAll(/(?:`([^`\n]{8,160}\.)`|"([A-Z][^"\n]{8,160}\.)")/gu)].map(
      ([, made, plain]) => made ?? plain ?? "",
    ),
  );
  expect(reasons.length).toBeGreaterThan(25);
  for (const reason of reasons) {
    let next = 0;
    const names = ["Ana Bel", "Joris Kern", "La Rive"];
    const told = reason.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, () => names[next++] ?? "9");
    expect([told, showReason(fr, told).language]).toEqual([told, "fr"]);
  }
});
