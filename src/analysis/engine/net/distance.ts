/** Distances between a word and its head that have a score of their own: -5..5 singly, farther ones in groups. */
export const DISTANCES = 16;
export function distanceGroup(from: number, to: number): number {
  const far = Math.abs(to - from);
  const group = far <= 5 ? far - 1 : far <= 8 ? 5 : far <= 15 ? 6 : 7;
  return to < from ? group : 8 + group;
}
