import type { ActorRef } from "../../model/index.ts";
import { isAuthor, wordsOf } from "../../report/words/format.ts";
import { showReason } from "../../report/words/reasons.ts";
import type { Words } from "../../report/words/words.ts";
import type { Context } from "../context.ts";
import { plain } from "./style.ts";

type Within = Pick<Context, "messages">;

/** The words that terminal, app and dossier share, in the language of whoever reads. */
export const wordsIn = ({ messages }: Within): Words => wordsOf(messages.code);

/** Who speaks: an article's own voice and a source without a name are called so in our words. */
export function nameOf(speaker: ActorRef, context: Within): string {
  if (isAuthor(speaker)) return wordsIn(context).ownVoice;
  if (speaker.name === "unnamed") return wordsIn(context).unnamed;
  return plain(speaker.name) || context.messages.speakerOpen;
}

/** Why the engine judged so, in the language of whoever reads. */
export function reasonOf(because: string, context: Within): string {
  const text = plain(showReason(wordsIn(context), because).text);
  return text.charAt(0).toLocaleUpperCase(context.messages.code) + text.slice(1);
}

/** Words of an article between the marks of the language. */
export function quoted(text: string, context: Within): string {
  const [open, close] = wordsIn(context).quote;
  return `${open}${plain(text)}${close}`;
}
