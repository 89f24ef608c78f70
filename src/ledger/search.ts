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

/** The words of a text as they are searched: lower case, accents off, ligatures as two letters. */
export function foldWords(text: string): string[] {
  const folded = foldName(text).replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss");
  return folded === "" ? [] : folded.split(" ");
}
