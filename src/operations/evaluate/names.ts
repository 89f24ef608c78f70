/** Canonical names and the names that count as the same actor. */
export type Aliases = ReadonlyMap<string, readonly string[]>;

/** Compared without case, accents and a leading article. */
export function fold(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/^(le|la|les|l'|the|des|un|une|a|an|d')\s*/u, "")
    .trim();
}

const wordsOf = (name: string): Set<string> => new Set(fold(name).match(/[\p{L}\p{N}]+/gu) ?? []);

/**
 * Whether a name is the gold speaker's: one of its names, the words of the text for it, or three fifths of the words
 * of one of them.
 */
export function sameName(name: string, gold: string, source: string | null, aliases: Aliases): boolean {
  const accepted = new Set([gold, ...(aliases.get(gold) ?? []), ...(source === null ? [] : [source])].map(fold));
  if (accepted.has(fold(name))) return true;
  const words = wordsOf(name);
  return [...accepted].some((one) => {
    const others = wordsOf(one);
    let common = 0;
    for (const word of words) if (others.has(word)) common += 1;
    return common > 0 && common >= Math.max(words.size, others.size) * 0.6;
  });
}

/** Names from `{"speakers": {"Name": ["other name"]}}`, or the inner object alone; null where it is neither. */
export function aliasesOf(value: unknown): Aliases | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  if ("speakers" in value && typeof value.speakers === "object") return aliasesOf(value.speakers);
  const aliases = new Map<string, readonly string[]>();
  for (const [name, others] of Object.entries(value)) {
    if (!Array.isArray(others) || !others.every((one) => typeof one === "string")) return null;
    aliases.set(name, others);
  }
  return aliases;
}
