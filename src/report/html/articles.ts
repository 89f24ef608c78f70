import type { DossierArticle, FigureMark, Mark } from "../dossier.ts";
import { valueText } from "../sentences.ts";
import { carriersOf } from "../view.ts";
import { formatDate, formatNumber } from "../words/format.ts";
import { columnOf } from "../words/words.ts";
import { articleName, type Context, glyph, readingMarkup, speakerName } from "./context.ts";
import { html, type Markup, type Part } from "./tag.ts";
import { paragraphsOf } from "./text.ts";

/** Characters of one article that are printed at least; what is marked is always printed. */
const printed = 200_000;

/** An article in full: where it comes from, its text with the marks, its margin. */
export function articleMarkup(context: Context, article: DossierArticle): Markup {
  const { document, number } = article;
  const title = document.title ?? articleName(context, number);
  const language = document.language === "und" ? null : document.language;
  const paragraphs = paragraphsOf(context, article, printed);
  const notes = new Map<string, Markup>([
    ...article.marks.map((mark) => [mark.anchor, note(context, article, mark)] as const),
    ...article.figures.map((figure) => [figure.anchor, figureNote(context, figure)] as const),
  ]);
  const left = document.text.length - (paragraphs.at(-1)?.end ?? document.text.length);
  return html`<article class="source" id="a${number}" aria-labelledby="a${number}-h">
<h3 id="a${number}-h"><span class="no">${number}</span> <span class="theirs"${lang(language)}>${title}</span></h3>
${facts(context, article)}
${article.marks.length === 0 ? html`<p class="empty">${context.words.noStatement}</p>` : null}
${paragraphs.map(
  (paragraph) => html`<div class="para"><p class="theirs text"${lang(language)}>${paragraph.text}</p>${
    paragraph.anchors.length === 0
      ? null
      : html`<ul class="notes">${paragraph.anchors.map((anchor) => notes.get(anchor))}</ul>`
  }</div>
`,
)}${/\S/.test(document.text.slice(document.text.length - left)) && left > 0 ? html`<p class="empty">${context.words.cut(formatNumber(context.words, left))}</p>` : null}</article>
`;
}

const lang = (language: string | null): Part => (language === null ? null : html` lang="${language}"`);

function facts(context: Context, article: DossierArticle): Markup {
  const { words } = context;
  const { document } = article;
  const rows: [string, Part][] = [
    [words.address, address(document.canonical ?? document.uri)],
    [words.published, document.published === null ? words.noDate : formatDate(words, document.published)],
    [words.modified, document.modified === null ? null : formatDate(words, document.modified)],
    [words.captured, article.captured === null ? words.notKnown : formatDate(words, article.captured)],
    [words.authors, document.authors.length === 0 ? null : document.authors.join(", ")],
    [words.credits, article.credits.length === 0 ? null : article.credits.map((credit) => credit.text).join(" · ")],
    [
      words.otherCaptures,
      article.revisions.length === 0
        ? null
        : article.revisions.map(
            (other, index) => html`${index > 0 ? ", " : ""}<a class="no" href="#a${other}">${other}</a>`,
          ),
    ],
    [words.hash, html`<code>${document.id}</code>`],
  ];
  const outlet = document.outlet === null ? null : html`<p class="outlet">${document.outlet}</p>`;
  return html`${outlet}<dl class="facts">
${rows.map(([term, value]) =>
  value === null
    ? null
    : html`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
)}</dl>`;
}

/** A link only where the address is one that a reader can safely follow. */
function address(uri: string): Markup {
  return /^https?:\/\/[^\s<>"'\\]+$/i.test(uri)
    ? html`<a href="${uri}" rel="noreferrer">${uri}</a>`
    : html`<span>${uri}</span>`;
}

/** The margin: who speaks, what they do, on which claim it bears, and why it was read so. */
function note(context: Context, article: DossierArticle, mark: Mark): Markup {
  const { words, dossier } = context;
  const column = columnOf[mark.position];
  const number = mark.anchor.slice(mark.anchor.indexOf("-") + 1);
  const carriers = carriersOf(mark.chain, mark.speaker).map((link) => speakerName(context, link, mark.article));
  const act = mark.act === null ? words.positions[mark.position] : words.acts[mark.act];
  const claims = mark.takes.map((anchor) => {
    const claim = anchor.slice(1, anchor.indexOf("-"));
    return html` <a class="to-claim" href="#${anchor}">${words.backToClaim(claim)}</a>`;
  });
  const reasons = [mark.because, ...mark.takes.flatMap((anchor) => becauseOf(dossier, anchor) ?? [])];
  const confidence =
    mark.confidence === null ? null : html` <span class="conf q${Math.round(mark.confidence * 10)}"></span>`;
  return html`<li class="note d${depthOf(article, mark)}" id="n${mark.anchor}"><a class="back" href="#${mark.anchor}">${glyph(column)}${number}</a> <b>${speakerName(context, mark.speaker, mark.article)}</b>${mark.speaksFor === null ? null : html` ${words.speaksFor} ${mark.speaksFor.name}`} ${act}${carriers.length === 0 ? null : html` <span class="chain">${words.via} ${carriers.join(" › ")}</span>`}${firmness(context, mark)}${claims}${confidence}
<details class="why"><summary>${words.whyRead}</summary>${reasons.map((because) => readingMarkup(context, because))}</details></li>
`;
}

function becauseOf(dossier: Context["dossier"], anchor: string): Mark["because"] | undefined {
  const claim = dossier.claims[Number(anchor.slice(1, anchor.indexOf("-"))) - 1];
  return claim?.positions[Number(anchor.slice(anchor.indexOf("-") + 1)) - 1]?.because;
}

function firmness(context: Context, mark: Mark): Markup | null {
  const { words } = context;
  const column = columnOf[mark.position];
  if (column !== "hedged" || mark.act === null) return null;
  return html`, <span class="hedge">${words.positions[mark.position]}</span>`;
}

function depthOf(article: DossierArticle, mark: Mark): number {
  let depth = 0;
  let parent = mark.parent;
  while (parent !== null && depth < 3) {
    depth += 1;
    const index = Number(parent.slice(parent.indexOf("-") + 1)) - 1;
    parent = article.marks[index]?.parent ?? null;
  }
  return depth;
}

function figureNote(context: Context, figure: FigureMark): Markup {
  const { words } = context;
  const links = figure.rows.map(
    (row) => html` <a class="to-claim" href="#${row}">${words.figureLink(row.slice(1, row.indexOf("-")))}</a>`,
  );
  return html`<li class="note fignote"><a class="back" href="#${figure.anchor}">${valueText(figure, words)}</a> ${speakerName(context, figure.speaker, figure.article)}${links}</li>
`;
}
