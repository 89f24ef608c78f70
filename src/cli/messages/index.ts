import { en, type Messages } from "./en.ts";
import { fr } from "./fr.ts";

export type { Messages } from "./en.ts";
export const uiLanguages = ["en", "fr"] as const;

/** The messages of a language tag or locale (`fr_BE.UTF-8`); null where there are none. */
export function messagesOf(tag: string): Messages | null {
  const base = tag.toLowerCase().split(/[-_.@]/)[0];
  return base === "fr" ? fr : base === "en" || base === "c" || base === "posix" ? en : null;
}

/** The language that messages are in. */
export const languageOfMessages = (messages: Messages): (typeof uiLanguages)[number] => (messages === fr ? "fr" : "en");

/** The messages of whoever runs the program, by the usual variables; English where they name no language of ours. */
export function messagesOfEnvironment(env: Readonly<Record<string, string | undefined>>): Messages {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return messagesOf(locale) ?? en;
}
