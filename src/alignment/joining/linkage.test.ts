import fc from "fast-check";
import { expect, test } from "vitest";
import { Groups } from "../groups.ts";
import { type Link, linkByAverage } from "./linkage.ts";

const joined = (
  size: number,
  links: readonly Link[],
  least: number,
  may = (_: number, __: number) => true,
  doubt = 0,
) => {
  const groups = new Groups(size);
  linkByAverage(
    size,
    links,
    { least, doubt },
    {
      find: (item) => groups.find(item),
      join: (i, j) => {
        if (!may(i, j)) return false;
        groups.join(i, j);
        return true;
      },
    },
  );
  return groups.all();
};

test("the likeliest pair is joined first, and what is far from one of its two stays outside", () => {
  const links = [
    { i: 0, j: 1, value: 0.9 },
    { i: 1, j: 2, value: 0.5 },
    { i: 0, j: 2, value: 0 },
  ];
  expect(joined(3, links, 0.3)).toEqual([[0, 1], [2]]);
  expect(joined(3, links, 0.25)).toEqual([[0, 1, 2]]);
});

test("a pair without a link counts as nothing, one that speaks against it as less", () => {
  const chain = [
    { i: 0, j: 1, value: 0.8 },
    { i: 1, j: 2, value: 0.7 },
  ];
  expect(joined(3, chain, 0.3)).toEqual([[0, 1, 2]]);
  expect(joined(3, [...chain, { i: 0, j: 2, value: -0.3 }], 0.3)).toEqual([[0, 1], [2]]);
});

test("what may not be joined is asked for once, and the rest goes on", () => {
  const links = [
    { i: 0, j: 1, value: 0.9 },
    { i: 2, j: 3, value: 0.4 },
  ];
  let asked = 0;
  const may = (i: number): boolean => {
    if (i === 0) asked += 1;
    return i !== 0;
  };
  expect(joined(4, links, 0.2, may)).toEqual([[0], [1], [2, 3]]);
  expect(asked).toBe(1);
});

/** The same by the book: all averages made anew before each step. */
function byTheBook(size: number, links: readonly Link[], least: number, doubt: number): number[][] {
  let groups = Array.from({ length: size }, (_, item) => [item]);
  const value = (a: number, b: number): number =>
    links.reduce((sum, { i, j, value }) => ((i === a && j === b) || (i === b && j === a) ? sum + value : sum), 0);
  for (;;) {
    let best = { value: least, x: -1, y: -1 };
    groups.forEach((x, at) => {
      groups.slice(at + 1).forEach((y, further) => {
        const sum = x.reduce((all, a) => all + y.reduce((some, b) => some + value(a, b), 0), 0);
        const average = (sum - doubt) / (x.length * y.length);
        if (average >= best.value && average > 0) best = { value: average, x: at, y: at + 1 + further };
      });
    });
    if (best.x < 0) return groups.map((group) => group.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    const [x, y] = [groups[best.x] ?? [], groups[best.y] ?? []];
    groups = [...groups.filter((group) => group !== x && group !== y), [...x, ...y]];
  }
}

test("the groups are those of average linkage", () => {
  const pairs = Array.from({ length: 8 }, (_, j) => Array.from({ length: j }, (_, i) => ({ i, j }))).flat();
  const values = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), {
    minLength: pairs.length,
    maxLength: pairs.length,
  });
  fc.assert(
    fc.property(values, fc.integer({ min: 5, max: 95 }), fc.constantFrom(0, 0.1, 0.3), (numbers, least, doubt) => {
      const links = pairs.map((pair, at) => ({ ...pair, value: (numbers[at] ?? 0) / 1_000_000 }));
      expect(joined(8, links, least / 100, undefined, doubt)).toEqual(byTheBook(8, links, least / 100, doubt));
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("steps grow with the number of links, not with its square", { timeout: 60_000 }, () => {
  const stepsOf = (size: number): number => {
    const links = Array.from({ length: 40 * size }, (_, at) => {
      const i = at % size;
      return { i, j: i + 1 + Math.floor(at / size), value: ((at * 7919) % 997) / 997 };
    }).filter(({ j }) => j < size);
    const groups = new Groups(size);
    let steps = 0;
    const find = (item: number): number => {
      steps += 1;
      return groups.find(item);
    };
    const join = (i: number, j: number): boolean => {
      groups.join(i, j);
      return true;
    };
    linkByAverage(size, links, { least: 0.1, doubt: 0 }, { find, join });
    return steps;
  };
  expect(stepsOf(4_000) / stepsOf(500)).toBeLessThan(12);
});
