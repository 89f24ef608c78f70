import fc from "fast-check";
import { expect, test } from "vitest";
import { Groups } from "../groups.ts";
import { linkGroups, type Terms } from "./linkage.ts";
import { known, type Tie } from "./union.ts";

type Pair = { readonly i: number; readonly j: number; readonly value: number };

const tie = ({ i, j, value }: Pair): Tie => ({ i, j, chance: value, shown: [value, value ** 2] });

/** By what pairs show on average. */
const average: Terms["chance"] = (a, b, sums, at) => (sums[at] ?? 0) / (a.members.length * b.members.length);

const joined = (
  size: number,
  pairs: readonly Pair[],
  terms: Partial<Terms> & { readonly least: number },
  may = (_: number, __: number) => true,
): number[][] => {
  const groups = new Groups(size);
  const items = { documents: Array.from({ length: size }, (_, item) => item % 3), ties: pairs.map(tie) };
  linkGroups(
    items,
    { chance: average, leastAsked: 0, ...terms },
    {
      find: (item) => groups.find(item),
      join: (i, j) => {
        if (!may(i, j)) return false;
        groups.join(i, j);
        return true;
      },
    },
  );
  return groups.all().map((group) => [...group].sort((a, b) => a - b));
};

test("the likeliest pair is joined first, and what is far from one of its two stays outside", () => {
  const pairs = [
    { i: 0, j: 1, value: 0.9 },
    { i: 1, j: 2, value: 0.5 },
    { i: 0, j: 2, value: 0 },
  ];
  expect(joined(3, pairs, { least: 0.3 })).toEqual([[0, 1], [2]]);
  expect(joined(3, pairs, { least: 0.25 })).toEqual([[0, 1, 2]]);
});

test("a pair without a tie counts as nothing, one that speaks against it as less", () => {
  const chain = [
    { i: 0, j: 1, value: 0.8 },
    { i: 1, j: 2, value: 0.7 },
  ];
  expect(joined(3, chain, { least: 0.3 })).toEqual([[0, 1, 2]]);
  expect(joined(3, [...chain, { i: 0, j: 2, value: -0.3 }], { least: 0.3 })).toEqual([[0, 1], [2]]);
});

test("what may not be joined is asked for once, and the rest goes on", () => {
  const pairs = [
    { i: 0, j: 1, value: 0.9 },
    { i: 2, j: 3, value: 0.4 },
  ];
  let asked = 0;
  const may = (i: number): boolean => {
    if (i === 0) asked += 1;
    return i !== 0;
  };
  expect(joined(4, pairs, { least: 0.2 }, may)).toEqual([[0], [1], [2, 3]]);
  expect(asked).toBe(1);
});

test("groups whose pairs are one by little on average are not asked about", () => {
  const pairs = [{ i: 0, j: 1, value: 0.04 }];
  expect(joined(2, pairs, { least: 0.01, leastAsked: 0.03 })).toEqual([[0, 1]]);
  expect(joined(2, pairs, { least: 0.01, leastAsked: 0.05 })).toEqual([[0], [1]]);
});

test("a chance that depends in its last digit on which group comes first joins all the same", () => {
  const pairs = [
    { i: 1, j: 2, value: 0.9 },
    { i: 0, j: 1, value: 0.6 },
    { i: 0, j: 2, value: 0.4 },
  ];
  const chance: Terms["chance"] = (a, b, sums, at) =>
    average(a, b, sums, at) + ((a.members[0] ?? 0) < (b.members[0] ?? 0) ? 1e-15 : 0);
  expect(joined(3, pairs, { chance, least: 0.3 })).toEqual([[0, 1, 2]]);
});

/** A chance that rises and falls as groups grow: by sums, sizes, what is within, and documents that both have. */
const odd: Terms["chance"] = (a, b, sums, at) => {
  const pairs = a.members.length * b.members.length;
  const common = [...a.documents].reduce((sum, [document, count]) => sum + count * (b.documents.get(document) ?? 0), 0);
  const within = (a.within + b.within) / (a.members.length + b.members.length);
  return (sums[at] ?? 0) / pairs + 0.3 * Math.sqrt((sums[at + 1] ?? 0) / pairs) - 0.1 * within - (0.2 * common) / pairs;
};

/** The same by the book: all groups weighed anew before each step. */
function byTheBook(size: number, pairs: readonly Pair[], least: number): number[][] {
  let groups = Array.from({ length: size }, (_, item) => [item]);
  const shown = (x: readonly number[], y: readonly number[]): Float64Array => {
    const sums = new Float64Array(known);
    for (const { i, j, value } of pairs) {
      if (!(x.includes(i) && y.includes(j)) && !(x.includes(j) && y.includes(i))) continue;
      sums[0] = (sums[0] ?? 0) + value;
      sums[1] = (sums[1] ?? 0) + value ** 2;
    }
    return sums;
  };
  const group = (members: number[]) => {
    const inside = pairs.filter(({ i, j }) => members.includes(i) && members.includes(j));
    const documents = new Map<unknown, number>();
    for (const member of members) documents.set(member % 3, (documents.get(member % 3) ?? 0) + 1);
    return { members, size: members.length, within: inside.reduce((sum, { value }) => sum + value, 0), documents };
  };
  for (;;) {
    let best = { value: least, x: -1, y: -1 };
    groups.forEach((x, at) => {
      groups.slice(at + 1).forEach((y, further) => {
        const value = odd(group(x), group(y), shown(x, y), 0);
        if (value > best.value) best = { value, x: at, y: at + 1 + further };
      });
    });
    if (best.x < 0) return groups.map((one) => one.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    const [x, y] = [groups[best.x] ?? [], groups[best.y] ?? []];
    groups = [...groups.filter((one) => one !== x && one !== y), [...x, ...y]];
  }
}

test("the groups are those that weighing all anew before each step gives", () => {
  const pairs = Array.from({ length: 8 }, (_, j) => Array.from({ length: j }, (_, i) => ({ i, j }))).flat();
  const values = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), {
    minLength: pairs.length,
    maxLength: pairs.length,
  });
  fc.assert(
    fc.property(values, fc.integer({ min: 5, max: 95 }), (numbers, least) => {
      const all = pairs.map((pair, at) => ({ ...pair, value: (numbers[at] ?? 0) / 1_000_000 }));
      expect(joined(8, all, { chance: odd, least: least / 100 })).toEqual(byTheBook(8, all, least / 100));
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("steps grow with the number of ties, not with its square", { timeout: 60_000 }, () => {
  const stepsOf = (size: number): number => {
    const ties = Array.from({ length: 40 * size }, (_, at) => {
      const i = at % size;
      return tie({ i, j: i + 1 + Math.floor(at / size), value: ((at * 7919) % 997) / 997 });
    }).filter(({ j }) => j < size);
    const groups = new Groups(size);
    let steps = 0;
    const join = (i: number, j: number): boolean => {
      groups.join(i, j);
      return true;
    };
    const chance: Terms["chance"] = (a, b, sums, at) => {
      steps += 1;
      return average(a, b, sums, at);
    };
    const documents = Array.from({ length: size }, (_, item) => item);
    linkGroups({ documents, ties }, { chance, least: 0.1, leastAsked: 0 }, { find: (item) => groups.find(item), join });
    return steps;
  };
  expect(stepsOf(4_000) / stepsOf(500)).toBeLessThan(12);
});
