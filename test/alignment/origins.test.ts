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
  test("wholly or in part, known to a list or not, in both languages", () => {
    const whole = (text: string) => {
      const { document } = captureBytes(new TextEncoder().encode(text), { uri: "a.txt" });
      const found = creditsOf(document, analyse(document.text, { language: "fr", published: null }));
      return found.map(({ kind, name, partly }) => `${kind} ${name}${partly === true ? " (partly)" : ""}`);
    };
    expect(whole("Par Lise Arnal, avec AFP")).toEqual(["agency AFP (partly)"]);
    expect(whole("With reporting from Reuters")).toEqual(["agency Reuters (partly)"]);
    expect(whole("HARMEL, 4 May (Northern Wire) — The canal is closed.")).toEqual(["agency Northern Wire"]);
    expect(whole("Source : Agence Boréale")).toEqual(["agency Agence Boréale"]);
    expect(whole("Source : Institut Delmas")).toEqual(["agency Institut Delmas (partly)"]);
    expect(whole("Solène Aubry (Parti des rives) — la candidate a gagné.")).toEqual([]);
    expect(whole("Traduit et adapté de l'anglais par Léa Morin")).toEqual(["translation Léa Morin"]);
    expect(whole("Translated and edited from the French by Ana Brandt")).toEqual(["translation Ana Brandt"]);
    expect(whole("Republished with permission from The Courier.")).toEqual(["republication The Courier"]);
    expect(whole("Le maire (Parti des rives) a fermé le canal avec son adjoint.")).toEqual([]);
    expect(whole("Elle vit à Harmel avec Antoine Paté.")).toEqual([]);
    expect(whole("Le canal est fermé. (avec Agence des Vallées)")).toEqual(["agency Agence des Vallées (partly)"]);
    expect(whole("The canal is closed. (with Boreal News Agency)")).toEqual(["agency Boreal News Agency (partly)"]);
    expect(whole("Le canal est fermé. (avec Léa Morin)")).toEqual([]);
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
      ["Gazette", "Herald"],
    ]);
    expect(alignment.claims.flatMap(({ circles = [] }) => circles)).toHaveLength(1);
  });
  test("without one source the claim keeps the other", () => {
    expect(without(alignment, "person:gazette")).toMatchObject([{ before: 2, after: 1 }]);
    expect(without(alignment, "person:nobody")).toEqual([]);
  });
});

describe("one origin or several", () => {
  const close = {
    event: "close",
    roles: { agent: ["Mayor"], patient: ["Bridge"] },
    lemmas: ["river", "water"],
  } as const;
  const affirm = (readings: ReturnType<typeof reading>[]) =>
    withOrigins(align(readings), readings).claims.find(({ positions }) => positions.length === readings.length)?.origins
      .affirm;

  test("whoever does what is claimed counts, and is marked as a party", () => {
    const groups = affirm([
      reading("a", [{ text: "The mayor closed the bridge over the river", by: "Mayor", ...close }]),
      reading("b", [{ text: "The bridge over the river was closed", by: "Walker", ...close }]),
    ])?.groups;
    expect(groups?.map(({ key, party }) => [key, party ?? false]).sort()).toEqual([
      ["person:mayor", true],
      ["person:walker", false],
    ]);
  });
  test("versions of one page are one origin, whatever they say", () => {
    const version = (name: string, text: string) => {
      const made = reading(name, [{ text, ...close }]);
      return {
        ...made,
        document: { ...made.document, canonical: "https://gazette.example/bridge", outlet: "Gazette" },
      };
    };
    const bounds = affirm([
      version("one", "The mayor closed the bridge over the river"),
      version("two", "Late on Monday the bridge over the river was closed by order of the mayor"),
    ]);
    expect(bounds).toMatchObject({ lower: 1, upper: 1, groups: [{ because: "Versions of one page count once." }] });
  });
  test("an official unnamed and by name in one night may be one; a collapse has an id and two sides", () => {
    const tell = (name: string, by: string, anonymous: boolean, published: string) => {
      const made = reading(
        name,
        [{ text: `The mayor closed the bridge, ${by} said`, by, anonymous, ...close }],
        published,
      );
      const own = { id: `person:${by.toLowerCase()}`, name: by, kind: "person" as const, names: [by] };
      return { ...made, actors: [own] };
    };
    const named = "harbour minister Ida Kroll";
    const night = affirm([
      tell("a", "a source at the harbour ministry", true, "2031-05-04T21:00:00Z"),
      tell("b", named, false, "2031-05-05T02:00:00Z"),
    ]);
    expect(night).toMatchObject({ lower: 1, upper: 2 });
    const [collapse] = night?.groups[0]?.collapses ?? [];
    expect(collapse).toMatchObject({ certain: false, roots: [{ members: ["a-s0"] }, { members: ["b-s0"] }] });
    expect(collapse?.id).toMatch(/^origin-[0-9a-f]{16}$/);
    const later = affirm([
      tell("a", "a source at the harbour ministry", true, "2031-05-04T21:00:00Z"),
      tell("b", named, false, "2031-05-09T02:00:00Z"),
    ]);
    expect(later).toMatchObject({ lower: 2, upper: 2 });
  });
});
