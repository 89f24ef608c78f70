import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { wordsOf } from "../../../src/report/words/format.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { AppWords } from "./app-words.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { type Language, storedLanguage } from "./language.ts";

export type { Language };

type Spoken = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** Words of the app. */
  readonly app: AppWords;
  /** Words that the dossier has too. */
  readonly words: Words;
};

const Spoken = createContext<Spoken | null>(null);

/** The language of the interface: the one chosen, else the browser's, else English. */
export function Speaks({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem("selon.language", language);
  }, [language]);
  const spoken = useMemo(
    () => ({ language, setLanguage, app: language === "fr" ? fr : en, words: wordsOf(language) }),
    [language],
  );
  return <Spoken.Provider value={spoken}>{children}</Spoken.Provider>;
}

export function useWords(): Spoken {
  const spoken = useContext(Spoken);
  if (spoken === null) throw new Error("useWords outside Speaks");
  return spoken;
}
