import { type ActorRef, type Because, documentName } from "../../model/index.ts";
import { sentencesOf } from "../../statements/reasons/index.ts";
import type { Dossier } from "../dossier.ts";
import { formatSpeaker } from "../words/format.ts";
import { showReason } from "../words/reasons.ts";
import type { Column, Words } from "../words/words.ts";
import { html, type Markup } from "./tag.ts";

export type Context = { readonly dossier: Dossier; readonly words: Words };

/** The glyph of a position; the word always stands beside it or in the link's label. */
export function glyph(column: Column): Markup {
  return html`<svg class="g p-${column}" aria-hidden="true" focusable="false"><use href="#g-${column}"/></svg>`;
}

/** The four glyphs, drawn once and used by reference. */
export const glyphSheet: Markup = html`<svg class="sheet" aria-hidden="true" focusable="false" width="0" height="0"><defs>
<symbol id="g-affirm" viewBox="0 0 12 12"><circle cx="6" cy="6" r="5" fill="currentColor"/></symbol>
<symbol id="g-hedged" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor"/><path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor"/></symbol>
<symbol id="g-deny" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M10.8 1.2 1.2 10.8" stroke="currentColor" stroke-width="1.5"/></symbol>
<symbol id="g-none" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="1.5 1.33"/></symbol>
</defs></svg>`;

export function speakerName(context: Context, speaker: ActorRef, article: number | null): string {
  return formatSpeaker(context.words, context.dossier, speaker, article);
}

/** The outlet of an article, its title or its address: whichever a reader knows it by. */
export function articleName(context: Context, article: number): string {
  const found = context.dossier.articles[article - 1];
  if (found === undefined) return String(article);
  const name = documentName(found.document);
  return found.replacedBy === null ? name : `${name} (${context.words.earlierVersion})`;
}

/** Why something was read as it was, in the reader's language where there are words for it. */
export function reasonMarkup(context: Context, reason: string, rule: string | null): Markup {
  const { text, language } = showReason(context.words, reason);
  const own = context.words.locale.startsWith(language);
  const code = rule === null ? null : html` <code>${rule}</code>`;
  return own
    ? html`<p class="because">${text}${code}</p>`
    : html`<p class="because" lang="${language}">${text}${code}</p>`;
}

/** The reason of a reading, said in the reader's language where its rule has sentences for it. */
export function readingMarkup(context: Context, because: Because): Markup {
  const said = because.messages === undefined ? null : sentencesOf(because.messages, context.words.locale);
  return said === null
    ? reasonMarkup(context, because.reason, because.rule)
    : html`<p class="because">${said} <code>${because.rule}</code></p>`;
}

/** Words of an article: serif, in their own language. */
export function theirs(context: Context, article: number | null, text: string): Markup {
  const language = article === null ? null : context.dossier.articles[article - 1]?.document.language;
  return language && language !== "und"
    ? html`<span class="theirs" lang="${language}">${text}</span>`
    : html`<span class="theirs">${text}</span>`;
}

/** `[4]`: the number that names an article everywhere, linked to its place. */
export function articleLink(context: Context, article: number, target: string, id: string | null): Markup {
  const label = `${context.words.article} ${article}, ${articleName(context, article)}`;
  return id === null
    ? html`<a class="no" href="#${target}" aria-label="${label}">${article}</a>`
    : html`<a class="no" id="${id}" href="#${target}" aria-label="${label}">${article}</a>`;
}
