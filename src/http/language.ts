import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { frenchErrors } from "../report/words/errors/coded-fr.ts";
import { frenchFailure } from "../report/words/errors/failures-fr.ts";
import { advice } from "./advice.ts";
import type { HttpError, Issue } from "./error.ts";
import { frenchIssue, frenchSentence } from "./words-fr.ts";

/** Languages of the server's own words. */
export type WordsLanguage = "en" | "fr";

/** The language in which whoever asks is told what can't be done: the one of ours that `Accept-Language` likes best. */
export function languageOf(c: Context): WordsLanguage {
  let best: { readonly language: WordsLanguage; readonly liked: number } | null = null;
  for (const part of (c.req.header("accept-language") ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...settings] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const language = /^(en|fr)(-|$)/.exec(tag)?.[1] as WordsLanguage | undefined;
    const q = settings.find((one) => one.startsWith("q="))?.slice(2) ?? "1";
    const liked = /^[01](\.\d{0,3})?$/.test(q) ? Number(q) : 0;
    if (language !== undefined && liked > 0 && (best === null || liked > best.liked)) best = { language, liked };
  }
  return best?.language ?? "en";
}

/** What the server says in one sentence, in this language; as it is where nobody has translated it. */
export function sentenceIn(language: WordsLanguage, sentence: string): string {
  if (language === "en" || sentence === "") return sentence;
  return frenchSentence(sentence) ?? frenchFailure(sentence);
}

type Told = Pick<HttpError, "code" | "what" | "why" | "todo">;

/** An error in this language: by what its code means with its details, else sentence by sentence. */
export function errorIn(language: WordsLanguage, error: HttpError): Told {
  const { code, what, why, todo, details, coded, issues } = error;
  if (language === "en") return { code, what, why, todo };
  const french = coded ? frenchErrors[code]?.(details) : undefined;
  if (french !== undefined) return { code, ...french, ...(advice[code] && { todo: advice[code].fr }) };
  const reason = issues.length > 0 ? whyOf(issues.map((one) => ({ ...one, message: frenchOf(one) }))) : null;
  return {
    code,
    what: sentenceIn(language, what),
    why: reason ?? sentenceIn(language, why),
    todo: sentenceIn(language, todo),
  };
}

/** What is wrong with a value that was sent, field by field. */
export function whyOf(issues: readonly Pick<Issue, "path" | "message">[]): string {
  const parts = issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join(".")}${path.length > 0 ? ": " : ""}${message}`);
  return `${parts.join("; ")}.`;
}

const [english, french] = [z.locales.en().localeError, z.locales.fr().localeError];
type Raw = Parameters<typeof english>[0];
const messageOf = (told: ReturnType<typeof english>): string | undefined =>
  typeof told === "string" ? told : told?.message;

/** A message of the schema's own has a sentence of ours; any other is the library's, which has one in French. */
function frenchOf(issue: Issue): string {
  const raw = issue as unknown as Raw;
  const own = messageOf(english(raw)) !== issue.message;
  return own ? frenchIssue(issue.message) : (messageOf(french(raw)) ?? issue.message);
}
