/** A gold item, the system item it was matched to, and the overlap of their tokens. */
export type Match = { readonly gold: number; readonly system: number; readonly overlap: number };

/**
 * Matches items one to one by the overlap of their tokens (Jaccard), the best pair first, down to the threshold.
 * Only pairs that share a token are looked at.
 */
export function matched(
  gold: readonly ReadonlySet<number>[],
  system: readonly ReadonlySet<number>[],
  threshold: number,
): Match[] {
  const holders = new Map<number, number[]>();
  for (const [j, tokens] of system.entries())
    for (const token of tokens) {
      const list = holders.get(token);
      if (list === undefined) holders.set(token, [j]);
      else list.push(j);
    }
  const pairs: Match[] = [];
  for (const [i, tokens] of gold.entries()) {
    const shared = new Map<number, number>();
    for (const token of tokens) for (const j of holders.get(token) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
    for (const [j, common] of shared) {
      const overlap = common / (tokens.size + (system[j]?.size ?? 0) - common);
      if (overlap >= threshold) pairs.push({ gold: i, system: j, overlap });
    }
  }
  pairs.sort((a, b) => b.overlap - a.overlap || a.gold - b.gold || a.system - b.system);
  const takenGold = new Set<number>();
  const takenSystem = new Set<number>();
  return pairs.filter(({ gold: i, system: j }) => {
    if (takenGold.has(i) || takenSystem.has(j)) return false;
    takenGold.add(i);
    takenSystem.add(j);
    return true;
  });
}
