/**
 * Names of authors from bylines: `Par Ana Borg et Luc Meyer` is two names. Addresses and handles are not names.
 * Counter-example: `Service Politique et Économie` stays one, since `Économie` alone is no name.
 */
export function authorNames(bylines: readonly string[]): readonly string[] {
  const names = bylines
    .filter((line) => line.length <= 300 && !/^https?:|^@/i.test(line))
    .flatMap((line) =>
      split(line.replace(/^\s*(?:par|by|de|propos recueillis par|publié par|written by)\s+/i, "").trim()),
    );
  return [...new Set(names)].filter((name) => name !== "").slice(0, 20);
}

function split(line: string): readonly string[] {
  const parts = line.split(/\s*[,;|/]\s*|\s+(?:et|and|&)\s+/).map((part) => part.trim());
  return parts.every((part) =>
    /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|du|des|van|von|le|la|d'|[\p{L}'’.-]+)){1,4}$/u.test(part),
  )
    ? parts
    : [line];
}
