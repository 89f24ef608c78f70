/** A logistic model: what each measure weighs, in the order of the measures, and what is added. */
export type Logistic = { readonly weights: readonly number[]; readonly bias: number };

/** How likely it is by a logistic model, 0..1. */
export function likelihood(measures: readonly number[], { weights, bias }: Logistic): number {
  const sum = measures.reduce((total, value, at) => total + value * (weights[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
