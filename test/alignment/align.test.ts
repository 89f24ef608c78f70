import { describe, expect, test } from "vitest";
import { align } from "../../src/alignment/index.ts";
import type { Reading } from "../../src/model/index.ts";
import { withOrigins } from "../../src/origins/index.ts";
import { reading, type Said } from "./readings.ts";

const call = { event: "talk", roles: { agent: ["Ana Veld"], recipient: ["Oto Marn"] } } as const;

const report = reading("courier", [
  {
    text: "Ana Veld and Oto Marn spoke by telephone on Thursday",
    by: "sources",
    via: ["The Courier"],
    anonymous: true,
    times: ["2031-03-06"],
    ...call,
  },
  {
    text: "Ana Veld told Oto Marn not to close the canal",
    by: "The Courier",
    event: "demand",
    roles: call.roles,
    setting: "talk",
    lemmas: ["canal", "@close"],
  },
]);
const denial = reading("gazette", [
  {
    text: "Ana Veld and Oto Marn spoke",
    by: "sources",
    via: ["The Courier"],
    anonymous: true,
    ...call,
    lemmas: ["canal"],
  },
  {
    text: "the two had spoken after the vote",
    by: "Ministry",
    factuality: "CT-",
    act: "deny",
    ...call,
    lemmas: ["canal"],
  },
  { text: "It is pure fiction", by: "Pavel Rook", speaksFor: "Ministry", kind: "verdict", negated: true, act: "deny" },
]);

const shape = (readings: readonly Reading[]) =>
  withOrigins(align(readings), readings).claims.map(({ id, status, positions, origins }) => ({
    id,
    status,
    positions: positions.map(({ statement, position }) => `${statement} ${position}`),
    origins,
  }));

describe("claims", () => {
  const aligned = withOrigins(align([report, denial]), [report, denial]);
  const claim = aligned.claims.find(({ positions }) => positions.length >= 4);
  test("a report, its repetition, a denial and a verdict on it are positions on one claim", () => {
    expect(claim?.positions.map(({ position }) => position).sort()).toEqual(["affirm", "affirm", "deny", "deny"]);
    expect(claim?.status).toBe("contested");
  });
  test("what two articles relay from one paper's sources is one origin", () => {
    expect(claim?.origins.affirm).toMatchObject({ lower: 1, upper: 1 });
    expect(claim?.origins.affirm.groups[0]?.members).toHaveLength(2);
  });
  test("a spokesman and his ministry are one origin or two", () => {
    expect(claim?.origins.deny).toMatchObject({ lower: 1, upper: 2 });
  });
  test("every position says why it stands where it stands", () => {
    for (const { because } of aligned.claims.flatMap(({ positions }) => positions))
      expect(because.reason).toMatch(/\.$/);
  });
  test("who denies a happening denies what is said to have gone on in it", () => {
    const both = reading("echo", [
      { text: "Ana Veld and Oto Marn spoke", by: "sources", via: ["The Courier"], anonymous: true, ...call },
      {
        text: "in that call Ana Veld told Oto Marn not to close the canal",
        by: "The Courier",
        event: "demand",
        roles: call.roles,
        setting: "talk",
        lemmas: ["canal", "@close"],
      },
      { text: "there was no call", by: "Ministry", negated: true, occurs: true, event: "talk" },
    ]);
    const told = align([both]).claims.find(({ proposition }) => proposition.includes("canal"));
    expect(told?.positions.map(({ position }) => position)).toEqual(["affirm", "deny"]);
  });
  test("the order of adding changes nothing", () => {
    const more = reading("herald", [
      { text: "A bridge was closed in Tarn", event: "close", lemmas: ["bridge"], places: ["place:tarn"] },
    ]);
    expect(shape([denial, more, report])).toEqual(shape([report, denial, more]));
  });
});

describe("what must not meet", () => {
  const separate = (a: Said, b: Said) => align([reading("one", [a]), reading("two", [b])]).claims.length;
  const strengthen: Said = {
    text: "Norland strengthened the pact",
    event: "strengthen",
    roles: { agent: ["Norland"] },
    lemmas: ["pact", "alliance"],
  };
  test("strengthened and weakened", () => {
    expect(separate(strengthen, { ...strengthen, text: "Norland weakened the pact", event: "weaken" })).toBe(2);
    expect(separate(strengthen, { ...strengthen, text: "The pact was reinforced by Norland" })).toBe(1);
  });
  test("an attack and its reverse", () => {
    const attack: Said = {
      text: "Norland attacked Sudria",
      event: "attack",
      roles: { agent: ["Norland"], patient: ["Sudria"] },
      lemmas: ["port"],
    };
    expect(
      separate(attack, {
        ...attack,
        text: "Sudria attacked Norland",
        roles: { agent: ["Sudria"], patient: ["Norland"] },
      }),
    ).toBe(2);
  });
  test("other figures of one unit", () => {
    const down: Said = {
      text: "40 drones were shot down",
      event: "intercept",
      lemmas: ["drone", "@intercept"],
      quantities: [{ value: 40, unit: "drone" }],
    };
    expect(
      separate(down, { ...down, text: "60 drones were shot down", quantities: [{ value: 60, unit: "drone" }] }),
    ).toBe(2);
  });
  test("three calls of the same two at other times", () => {
    const at = (name: string, time: string) =>
      reading(name, [{ text: `They spoke on ${time}`, ...call, times: [time] }]);
    const { stories, claims } = align([at("a", "2031-03-06"), at("b", "2031-05-12"), at("c", "2031-12-01")]);
    expect(claims).toHaveLength(3);
    expect(stories).toHaveLength(3);
  });
});

describe("size", () => {
  test("nothing, one empty document", () => {
    expect(align([])).toMatchObject({ stories: [], claims: [], figures: [] });
    expect(align([reading("empty", [])]).claims).toEqual([]);
  });
  test("a thousand copies are one claim, resting on one text, in seconds", () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
    const copies = Array.from({ length: 1000 }, (_, index) =>
      reading(`copy${index}`, [
        { text: `The bridge was closed ${words}`, event: "close", lemmas: ["bridge", "river"] },
      ]),
    );
    const { claims } = withOrigins(align(copies), copies);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.positions).toHaveLength(1000);
    expect(claims[0]?.origins.affirm.upper).toBe(1);
  });
});
