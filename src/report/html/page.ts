import type { Dossier } from "../dossier.ts";
import { partsOf } from "../view.ts";
import { formatDate, formatNumber, wordsOf } from "../words/format.ts";
import { columns, type Words } from "../words/words.ts";
import { actorsMarkup } from "./actors.ts";
import { articleMarkup } from "./articles.ts";
import { revisionsMarkup, turnsMarkup } from "./changes.ts";
import { claimMarkup, claimTable } from "./claims.ts";
import { type Context, glyph, glyphSheet } from "./context.ts";
import { figuresMarkup } from "./figures.ts";
import { lanesMarkup } from "./lanes.ts";
import { questionsMarkup } from "./questions.ts";
import { stylesheet } from "./style.ts";
import { summaryMarkup } from "./summary.ts";
import { html, Markup, type Part } from "./tag.ts";
import { timelineMarkup } from "./timeline.ts";

/** The dossier as one file that needs nothing else: no network, no script. */
export function renderHtml(dossier: Dossier, options: { readonly language: string }): string {
  const words = wordsOf(options.language);
  const context: Context = { dossier, words };
  const parts = partsOf(dossier);
  const { sections } = words;
  const title = dossier.title === "" ? words.dossier : dossier.title;
  const empty = dossier.articles.length === 0;
  const body: Section[] = empty
    ? []
    : [
        {
          id: "contested",
          title: sections.contested,
          count: parts.contested.length,
          body:
            parts.contested.length === 0
              ? note(words.nothingContested)
              : parts.contested.map((claim) => claimMarkup(context, claim)),
        },
        { id: "figures", title: sections.figures, count: dossier.figures.length, body: figuresMarkup(context) },
        {
          id: "single",
          title: sections.singleOrigin,
          count: parts.singleOrigin.length,
          body:
            parts.singleOrigin.length === 0
              ? note(words.nothingSingle)
              : parts.singleOrigin.map((claim) => claimMarkup(context, claim)),
        },
        {
          id: "undisputed",
          title: sections.undisputed,
          count: parts.undisputed.length,
          body:
            parts.undisputed.length === 0
              ? note(words.nothingUndisputed)
              : claimTable(context, parts.undisputed, sections.undisputed),
        },
        ...(dossier.questions.length === 0
          ? []
          : [
              {
                id: "hypotheses",
                title: sections.hypotheses,
                count: dossier.questions.length,
                body: questionsMarkup(context),
              },
            ]),
        ...(dossier.revisions.length === 0
          ? []
          : [
              {
                id: "revisions",
                title: sections.revisions,
                count: dossier.revisions.length,
                body: revisionsMarkup(context),
              },
            ]),
        {
          id: "timeline",
          title: sections.timeline,
          count: null,
          body: [lanesMarkup(context), turnsMarkup(context), timelineMarkup(context)],
        },
        { id: "actors", title: sections.actors, count: dossier.actors.length, body: actorsMarkup(context) },
        ...(parts.others.length === 0
          ? []
          : [
              {
                id: "others",
                title: sections.others,
                count: parts.others.length,
                body: folded(words.show(parts.others.length), claimTable(context, parts.others, sections.others)),
              },
            ]),
        {
          id: "articles",
          title: sections.articles,
          count: dossier.articles.length,
          body: [legend(words), dossier.articles.map((article) => articleMarkup(context, article))],
        },
      ];
  const shortTitle = title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title;
  const page = html`<!DOCTYPE html>
<html lang="${words.locale.slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Selon">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${shortTitle}</title>
<style>${new Markup(stylesheet)}</style>
</head>
<body>
<a class="skip" href="${empty ? "#summary" : "#contested"}">${words.skip}</a>
${glyphSheet}
<header class="head">
<p class="over">${words.dossier} · ${formatDate(words, dossier.generated)}</p>
<h1${title.length > 60 ? html` class="long"` : null}>${title}</h1>
${whenWhere(dossier, words)}</header>
<div class="page">
${empty ? null : contents(words, body)}
<main>
<section id="summary" class="summary" aria-labelledby="summary-h"><h2 id="summary-h">${sections.summary}</h2>
${empty ? note(words.empty) : summaryMarkup(context, parts)}</section>
${body.map(
  (
    section,
  ) => html`<section id="${section.id}" class="part" aria-labelledby="${section.id}-h"><h2 id="${section.id}-h">${section.title}${section.count === null ? null : html` <span class="count">${formatNumber(words, section.count)}</span>`}</h2>
${section.body}</section>
`,
)}</main>
</div>
<footer class="foot"><p>${words.noVerdict}</p><p>${made(dossier, words)}</p></footer>
</body>
</html>
`;
  return page.value;
}

type Section = { readonly id: string; readonly title: string; readonly count: number | null; readonly body: Part };

/** What is long and seldom asked for: opened on demand, and printed only when open. */
const folded = (label: string, body: Markup): Markup =>
  html`<details class="folded"><summary>${label}</summary>${body}</details>`;

const note = (text: string): Markup => html`<p class="empty">${text}</p>`;

function whenWhere(dossier: Dossier, words: Words): Markup | null {
  const parts = [dossier.story?.where, dossier.story?.when ? formatDate(words, dossier.story.when) : null].filter(
    Boolean,
  );
  return parts.length === 0
    ? null
    : html`<p class="when">${parts.join(" · ")}</p>
`;
}

function contents(words: Words, sections: readonly Section[]): Markup {
  return html`<nav class="contents" aria-label="${words.contents}"><ol>
<li><a href="#summary">${words.sections.summary}</a></li>
${sections.map(
  (
    section,
  ) => html`<li><a href="#${section.id}">${section.title}</a>${section.count === null ? null : html` <span class="count">${formatNumber(words, section.count)}</span>`}</li>
`,
)}</ol></nav>`;
}

function legend(words: Words): Markup {
  const { firmness } = words;
  const lines: readonly [string, string][] = [
    ["ct", firmness.certain],
    ["pr", firmness.probable],
    ["ps", firmness.possible],
    ["uu", firmness.none],
  ];
  return html`<aside class="legend" aria-labelledby="legend-h"><h3 id="legend-h">${words.sections.legend}</h3>
<ul><li>${columns.map((column) => html`<span class="stand">${glyph(column)} ${words.columns[column]}</span> `)}</li>
<li>${lines.map(([firm, word]) => html`<span class="m f-${firm} l0 c-none">${word}</span> `)} <span class="m f-ct l0 c-none neg">${firmness.negative}</span></li>
<li>${words.legendDepth} ${words.legendFonts}</li></ul></aside>
`;
}

function made(dossier: Dossier, words: Words): string {
  const engine = dossier.engines.map((one) => `${one.name} ${one.version}`).join(", ") || "Selon";
  return words.madeBy(engine, formatDate(words, dossier.generated));
}
