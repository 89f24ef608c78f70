import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import type { Language } from "./language.ts";

/** Languages whose weights ship. */
const trained: readonly Language[] = [fr, en];
/** German is segmented; tags, cues and weights are still to come (see `README.md` here). */
const all: readonly Language[] = [...trained, de];

/** The language pack for a BCP 47 code (region ignored), or null where there is none. */
export function languageOf(code: string): Language | null {
  const base = code.toLowerCase().split("-")[0];
  return all.find((language) => language.code === base) ?? null;
}

/** Codes of the languages that can be read. */
export const languageCodes: readonly string[] = trained.map((language) => language.code);

export type { Language };
