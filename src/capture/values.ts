/** Reading values of unknown shape, as metadata brings them. */

const longestText = 2_000;
const mostItems = 50;

/** A string, trimmed, white space folded; null when it is none or empty. Numbers become strings. */
export function text(value: unknown): string | null {
  const given = typeof value === "number" ? String(value) : value;
  if (typeof given !== "string") return null;
  const folded = given
    .slice(0, longestText * 2)
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, longestText);
  return folded === "" ? null : folded;
}

/** One string or a list of strings, as a list; anything else in it is left out. */
export function strings(value: unknown): readonly string[] {
  const given = Array.isArray(value) ? value.slice(0, mostItems) : [value];
  return given.map(text).filter((item) => item !== null);
}

/** The fields of an object, or null when the value is not one. */
export function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** A BCP 47 tag in its canonical form (`fr_FR` becomes `fr-FR`); null when it is not one. */
export function languageTag(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value.trim() === "" || value.length > 35) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(value.trim().replaceAll("_", "-"));
    return tag === undefined || tag === "und" || /^x-/i.test(tag) ? null : tag;
  } catch {
    return null;
  }
}
