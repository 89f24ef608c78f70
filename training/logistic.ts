import type { Logistic } from "../src/alignment/logistic.ts";

/** What is weighed of a case, whether it is so, and how much the case counts. */
export type Case = { readonly measures: readonly number[]; readonly one: number; readonly weight: number };

/** What keeps weights small, in units of measures whose spread is one. */
const shrinking = 1;

/** Prints a model as the product has it. */
export function print({ weights, bias }: Logistic): void {
  const numbers = weights.map((value) => Number(value.toFixed(3)));
  console.log(`{ weights: [${numbers.join(", ")}], bias: ${Number(bias.toFixed(3))} }`);
}

/** A logistic model of cases, by Newton's method with a little shrinking. */
export function learn(all: readonly Case[]): Logistic {
  const size = all[0]?.measures.length ?? 0;
  const mean = Array.from({ length: size }, (_, at) => average(all.map(({ measures }) => measures[at] ?? 0)));
  const spread = mean.map(
    (middle, at) => Math.sqrt(average(all.map(({ measures }) => ((measures[at] ?? 0) - middle) ** 2))) || 1,
  );
  const rows = all.map(({ measures, one, weight }) => ({
    x: [1, ...measures.map((value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1))],
    one,
    weight,
  }));
  let model: readonly number[] = new Array<number>(size + 1).fill(0);
  for (let round = 0; round < 20; round++) {
    const slope: number[] = model.map((value, at) => (at === 0 ? 0 : -shrinking * value));
    const curve: number[][] = model.map((_, i) => model.map((_, j) => (i === j && i > 0 ? shrinking : 0)));
    for (const { x, one, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (model[at] ?? 0), 0)));
      for (let i = 0; i <= size; i++) {
        slope[i] = (slope[i] ?? 0) + weight * (one - chance) * (x[i] ?? 0);
        const line = curve[i] ?? [];
        for (let j = 0; j <= size; j++)
          line[j] = (line[j] ?? 0) + weight * chance * (1 - chance) * (x[i] ?? 0) * (x[j] ?? 0);
      }
    }
    const change = solve(curve, slope);
    model = model.map((value, at) => value + (change[at] ?? 0));
  }
  const weights = model.slice(1).map((value, at) => value / (spread[at] ?? 1));
  const bias = (model[0] ?? 0) - weights.reduce((sum, value, at) => sum + value * (mean[at] ?? 0), 0);
  return { weights, bias };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Solves a system of linear equations by Gauss's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows.slice(at).reduce((best, row, k) => {
      return Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? at + k : best;
    }, at);
    [rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
    const head = rows[at] ?? [];
    for (let k = 0; k < size; k++) {
      const row = rows[k] ?? [];
      if (k === at) continue;
      const share = (row[at] ?? 0) / (head[at] ?? 1);
      for (let j = at; j <= size; j++) row[j] = (row[j] ?? 0) - share * (head[j] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
