export type Language = "fr" | "en";

/** The language of the interface: the one chosen, else the browser's, else English. */
export function storedLanguage(): Language {
  const kept = localStorage.getItem("selon.language");
  if (kept === "fr" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
}
