import { expect, test } from "vitest";
import type { Reading } from "../../src/model/index.ts";
import { relate } from "../../src/pipeline.ts";
import { reading } from "./readings.ts";

/** One of many articles on one attack, each with a name and a count of its own. */
function article(number: number, copies = false): Reading {
  const own = copies ? "" : ` ${number}`;
  const [name, witness] = [`d${String(number).padStart(5, "0")}`, copies ? "Witness" : `Witness ${number}`];
  return reading(
    name,
    [
      {
        text: `Drones attacked the port of Sornville on Tuesday${own}`,
        event: "attack",
        roles: { patient: ["Sornville"] },
        times: ["2031-03-04"],
        lemmas: ["drone", "port", "sornvil"],
      },
      {
        text: `Nobody saw the drones over Sornville${own}, a witness said`,
        by: witness,
        predicate: "see",
        negated: true,
        roles: { patient: ["Sornville"] },
        lemmas: ["drone", "witness"],
      },
    ],
    "2031-03-04",
  );
}

/** Processor milliseconds of an alignment; the machine may be busy with other things. */
function cost(readings: readonly Reading[]): { stories: number; ms: number } {
  const before = process.cpuUsage();
  const { stories } = relate(readings);
  const { user, system } = process.cpuUsage(before);
  return { stories: stories.length, ms: (user + system) / 1000 };
}

const many = (count: number, copies: boolean): Reading[] => Array.from({ length: count }, (_, n) => article(n, copies));

test("nothing, one document, a document without statements", () => {
  expect(relate([])).toEqual({ stories: [], claims: [], figures: [] });
  expect(relate([article(0)]).stories.length).toBe(1);
  const { stories, claims } = relate([reading("silent", [], "2031-03-04")]);
  expect([stories.length, claims.length]).toEqual([1, 0]);
});

test("a thousand copies of one document are one story, at a cost in proportion", { timeout: 180_000 }, () => {
  cost(many(100, true));
  const [some, all] = [cost(many(250, true)), cost(many(1000, true))];
  expect([some.stories, all.stories]).toEqual([1, 1]);
  expect(all.ms).toBeLessThan(16 * Math.max(some.ms, 50));
});

test("a story of five thousand documents is one story, at a cost in proportion", { timeout: 400_000 }, () => {
  cost(many(100, false));
  const [some, all] = [cost(many(1000, false)), cost(many(5000, false))];
  expect([some.stories, all.stories]).toEqual([1, 1]);
  expect(all.ms).toBeLessThan(20 * Math.max(some.ms, 100));
});

test("dates that contradict one another keep apart what they are dates of, and nothing is lost", () => {
  const said = (time: string, name: string) =>
    reading(name, [
      {
        text: "Drones attacked the port of Sornville",
        event: "attack",
        roles: { patient: ["Sornville"] },
        times: [time],
        lemmas: ["drone", "port"],
      },
    ]);
  const { stories, claims } = relate([said("2031-03-04", "a"), said("2031-09-04", "b"), said("0000-99-99", "c")]);
  expect(stories.length).toBeGreaterThanOrEqual(2);
  expect(new Set(claims.flatMap(({ positions }) => positions.map(({ document }) => document))).size).toBe(3);
});
