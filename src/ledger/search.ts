/** A name as it is looked up: lower case, accents off, one space between words. */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A pattern for `like` with `escape '\'` that finds a folded name anywhere. */
export function containing(name: string): string {
  return `%${name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
