import { describe, expect, test } from "vitest";
import { align } from "../../src/alignment/index.ts";
import { analyse } from "../../src/analysis/index.ts";
import { captureBytes } from "../../src/capture/index.ts";
import { circularReports, creditsOf, reuseOf, withOrigins, without } from "../../src/origins/index.ts";
import { reading } from "./readings.ts";

const credits = (text: string) => {
  const { document } = captureBytes(new TextEncoder().encode(text), { uri: "a.txt" });
  return creditsOf(document, analyse(document.text, { language: "fr", published: null })).map(
    ({ kind, name, start, end, text: words }) => [kind, name, document.text.slice(start, end) === words],
  );
};

describe("credits", () => {
  test("agencies, translators and first publishers, with their characters", () => {
    expect(credits("Le canal est fermé.\n(avec AFP)")).toEqual([["agency", "AFP", true]]);
    expect(credits("TARN (Reuters) — Le canal est fermé.")).toEqual([["agency", "Reuters", true]]);
    expect(credits("Le canal est fermé.\nTraduit par Léa Morin")).toEqual([["translation", "Léa Morin", true]]);
    expect(credits("The canal is closed.\nThis article was first published in The Courier.")).toEqual([
      ["republication", "The Courier", true],
    ]);
  });
  test("an agency that is only spoken of is no credit", () => {
    expect(credits("Le ministre a répondu à l'AFP que le canal est fermé.")).toEqual([]);
  });
});

const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => `w${(index * 7 + seed * 131) % 9973}`).join(" ");

describe("reuse", () => {
  test("literal, near-identical, partial and none", () => {
    const base = words(1, 200);
    const kinds = (other: string) =>
      reuseOf([reading("a", [{ text: base }]), reading("b", [{ text: other }])]).map(({ kind }) => kind);
    expect(kinds(base)).toEqual(["literal"]);
    expect(kinds(`${base} ${words(3, 60)}`)).toEqual(["near-identical"]);
    expect(kinds(`${base.split(" ").slice(0, 100).join(" ")} ${words(5, 160)}`)).toEqual(["partial"]);
    expect(kinds(words(7, 200))).toEqual([]);
  });
});

describe("what falls, what goes in circles", () => {
  const close = { event: "close", roles: { agent: ["Mayor"] }, lemmas: ["bridge", "river"] } as const;
  const herald = reading("Herald", [{ text: "The mayor closed the bridge", by: "Gazette", ...close }]);
  const gazette = reading("Gazette", [
    { text: "The bridge over the river was closed by the mayor", by: "Herald", ...close },
  ]);
  const readings = [herald, gazette];
  const alignment = withOrigins(align(readings), readings);
  test("two papers that cite each other are a circle", () => {
    expect(circularReports(alignment, readings).map(({ outlets }) => [...outlets].sort())).toEqual([
      ["gazette", "herald"],
    ]);
  });
  test("without one source the claim keeps the other", () => {
    expect(without(alignment, "person:gazette")).toMatchObject([{ before: 2, after: 1 }]);
    expect(without(alignment, "person:nobody")).toEqual([]);
  });
});
