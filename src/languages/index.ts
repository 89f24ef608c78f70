import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import type { Language } from "./language.ts";

const all: readonly Language[] = [fr, en];

/** The language pack for a BCP 47 code (region ignored), or null where there is none. */
export function languageOf(code: string): Language | null {
  const base = code.toLowerCase().split("-")[0];
  return all.find((language) => language.code === base) ?? null;
}

/** Codes of the languages that can be read. */
export const languageCodes: readonly string[] = all.map((language) => language.code);

export type { Language };
