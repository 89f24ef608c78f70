import { documentName } from "../model/index.ts";
import type { Dossier, DossierArticle, DossierClaim, DossierFigureGroup } from "./dossier.ts";
import { line, quote } from "./markdown-escape.ts";
import { questionsLegend, questionText } from "./markdown-questions.ts";
import { apartSentence, introSentence, remarkOf, scopeOf, standingSentence, valueText, weightOf } from "./sentences.ts";
import { carriersOf, columnsOf, disagreements, type Entry, hasPositions, partsOf, wordedBy } from "./view.ts";
import { formatDate, formatDay, formatHour, formatSpeaker, wordsOf } from "./words/format.ts";
import { showReason } from "./words/reasons.ts";
import { columnOf, columns, glyphs, type Words } from "./words/words.ts";

/** The dossier as Markdown, for a wiki, a mail or a version history. The articles are listed, not reprinted. */
export function renderMarkdown(dossier: Dossier, options: { readonly language: string }): string {
  const words = wordsOf(options.language);
  const { sections } = words;
  const parts = partsOf(dossier);
  if (dossier.articles.length === 0) return `# ${words.dossier}\n\n${words.empty}\n`;
  const claims = (list: readonly DossierClaim[], none: string): string =>
    list.length === 0 ? none : list.map((claim) => claimText(dossier, claim, words)).join("\n\n");
  const blocks = [
    `# ${line(dossier.title === "" ? words.dossier : dossier.title)}`,
    `## ${sections.summary}`,
    introSentence(dossier, words),
    summary(dossier, words),
    `## ${sections.contested}`,
    claims(parts.contested, words.nothingContested),
    `## ${sections.figures}`,
    dossier.figures.length === 0
      ? words.nothingFigures
      : dossier.figures.map((group) => figureText(dossier, group, words)).join("\n\n"),
    `## ${sections.singleOrigin}`,
    claims(parts.singleOrigin, words.nothingSingle),
    `## ${sections.undisputed}`,
    claims(parts.undisputed, words.nothingUndisputed),
    ...(dossier.revisions.length === 0
      ? []
      : [`## ${sections.revisions}`, dossier.revisions.map((one) => revisionText(dossier, one, words)).join("\n\n")]),
    ...(dossier.questions.length === 0
      ? []
      : [
          `## ${sections.hypotheses}`,
          questionsLegend(words),
          ...dossier.questions.map((question) => questionText(question, words)),
        ]),
    `## ${sections.timeline}`,
    timeline(dossier, words),
    ...(dossier.turns.length === 0
      ? []
      : [`### ${words.turns}`, dossier.turns.map((turn) => turnText(dossier, turn, words)).join("\n")]),
    ...(parts.others.length === 0
      ? []
      : [`## ${sections.others}`, parts.others.map((claim) => shortText(dossier, claim, words)).join("\n")]),
    `## ${sections.articles}`,
    dossier.articles.map((article) => articleText(article, words)).join("\n"),
    `*${words.noVerdict}*`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function summary(dossier: Dossier, words: Words): string {
  const parts = partsOf(dossier);
  const item = (label: string, claim: DossierClaim): string =>
    `- **${label}**${words.colon}${sentenceOf(claim, words)} (${claim.number}). ${line(standingSentence(dossier, claim, words))}`;
  return [
    ...parts.contested.slice(0, 5).map((claim) => item(words.isContested, claim)),
    ...disagreements(dossier)
      .slice(0, 5)
      .map(
        ({ group }) =>
          `- **${words.figuresDisagree}**${words.colon}${line(group.quantity)}${words.colon}${line(apartSentence(dossier, group, words))}`,
      ),
    ...parts.singleOrigin.slice(0, 5).map((claim) => item(words.restsOnOne, claim)),
    ...parts.undisputed.slice(0, 5).map((claim) => item(words.nobodyDisputes, claim)),
    ...(parts.contested.length === 0 ? [`- ${words.nothingContested}`] : []),
  ].join("\n");
}

const sentenceOf = (claim: DossierClaim, words: Words): string =>
  claim.verbatim ? quote(claim.proposition, words) : line(claim.proposition);

function claimText(dossier: Dossier, claim: DossierClaim, words: Words): string {
  const sorted = columnsOf(claim);
  const filled = columns.filter((column) => hasPositions(claim, column));
  const lists = filled.map((column) => {
    const entries = sorted[column].flatMap(({ origin, entries }) => [
      ...(origin === null ? [] : [`- *${line(showReason(words, origin.because).text)}*`]),
      ...entries.map((entry) => `${origin === null ? "" : "  "}- ${entryText(dossier, entry, words)}`),
    ]);
    return `${glyphs[column]} **${words.columns[column]}** (${weightOf(claim, column, words)})\n\n${entries.join("\n")}`;
  });
  const circles = (claim.circles ?? []).map(
    ({ outlets }) => `**⟲ ${words.circle}**${words.colon}${line([...outlets, outlets[0]].join(" → "))}`,
  );
  const position = wordedBy(claim);
  const worded =
    position === null
      ? []
      : [`*${words.wordedBy}*${words.colon}${quote(position.evidence.text, words)} \\[${position.article}\\]`];
  return [`### ${claim.number}. ${sentenceOf(claim, words)}`, ...worded, ...circles, ...lists].join("\n\n");
}

function entryText(dossier: Dossier, entry: Entry, words: Words): string {
  const article = entry.positions[0]?.article ?? null;
  const carriers = carriersOf(entry.chain, entry.speaker).map((link) =>
    line(formatSpeaker(words, dossier, link, article)),
  );
  const via = carriers.length === 0 ? "" : `, ${words.via} ${carriers.join(" › ")}`;
  const remark = remarkOf(entry, words);
  const articles = [...new Set(entry.positions.map((position) => `\\[${position.article}\\]`))].join(" ");
  const name = line(formatSpeaker(words, dossier, entry.speaker, article));
  return `**${name}**${via}${remark === null ? "" : ` (${remark})`}${words.colon}${quote(entry.words, words)} ${articles}`;
}

function shortText(dossier: Dossier, claim: DossierClaim, words: Words): string {
  const marks = columns.flatMap((column) =>
    columnsOf(claim)[column].flatMap(({ entries }) =>
      entries.map((entry) => {
        const article = entry.positions[0]?.article ?? null;
        return `${glyphs[column]} ${line(formatSpeaker(words, dossier, entry.speaker, article))} \\[${article}\\]`;
      }),
    ),
  );
  return `- ${claim.number}. ${sentenceOf(claim, words)} ${marks.join(", ")}`;
}

function figureText(dossier: Dossier, group: DossierFigureGroup, words: Words): string {
  const head = `| ${words.speaker} | ${words.value} | ${words.scope} | ${words.words} | ${words.article} |\n| --- | ---: | --- | --- | ---: |`;
  const rows = group.members.map((member) => {
    const name = line(formatSpeaker(words, dossier, member.speaker, member.article));
    return `| ${name} | ${line(valueText(member, words))} | ${line(scopeOf(member, words))} | ${line(member.what || member.text)} | ${member.article} |`;
  });
  return `### ${line(group.quantity)}\n\n${words.relations[group.relation]}${words.colon}${line(showReason(words, group.because).text)}\n\n${head}\n${rows.join("\n")}`;
}

function revisionText(dossier: Dossier, { from, to, at, changes }: Dossier["revisions"][number], words: Words): string {
  const article = dossier.articles[to - 1]?.document;
  const head = `### ${line(article === undefined ? "" : documentName(article))} \\[${from}\\] → \\[${to}\\]`;
  const items = changes.map(({ kind, before, after }) => {
    const one = after ?? before;
    const who = one === null ? "" : ` ${line(formatSpeaker(words, dossier, one.speaker, one.article))}`;
    const told = (label: string, item: typeof before): string =>
      item === null
        ? ""
        : `\n  - ${label} ${quote(item.spans.map(({ text }) => text).join(" … "), words)} \\[${item.article}\\]`;
    return `- **${words.changes[kind]}**${who}${told(words.before, before)}${told(words.after, after)}`;
  });
  return [
    head,
    at === null ? words.notKnown : formatDay(words, at),
    items.length === 0 ? words.noChange : items.join("\n"),
  ].join("\n\n");
}

function turnText(dossier: Dossier, { speaker, claim, from, to }: Dossier["turns"][number], words: Words): string {
  const side = ({ position, when, article }: typeof from): string =>
    `${glyphs[columnOf[position]]} ${words.positions[position]}${when === null ? "" : ` (${formatDay(words, when)})`} \\[${article}\\]`;
  return `- **${line(formatSpeaker(words, dossier, speaker, to.article))}** (${claim.slice(1)})${words.colon}${side(from)} → ${side(to)}`;
}

function timeline(dossier: Dossier, words: Words): string {
  if (dossier.timeline.length === 0) return words.noDate;
  const rows = dossier.timeline.map((item) => {
    const when = [formatDay(words, item.when), formatHour(words, item.when)].filter((part) => part !== "").join(", ");
    const who =
      item.speaker === null ? "" : `${line(formatSpeaker(words, dossier, item.speaker, item.article))}${words.colon}`;
    const what = item.verbatim ? quote(item.text, words) : line(item.text);
    return `| ${when} | ${words.lanes[item.lane]} | ${who}${what} | ${item.article ?? ""} |`;
  });
  return `| ${words.when} | | | ${words.article} |\n| --- | --- | --- | ---: |\n${rows.join("\n")}`;
}

function articleText({ number, document, captured }: DossierArticle, words: Words): string {
  const published = document.published === null ? words.noDate : formatDate(words, document.published);
  const parts = [
    document.outlet === null ? null : line(document.outlet),
    document.title === null ? null : quote(document.title, words),
    published,
    line(document.canonical ?? document.uri),
    captured === null ? null : `${words.captured.toLocaleLowerCase(words.locale)} ${formatDate(words, captured)}`,
    `\`${document.id}\``,
  ];
  return `${number}. ${parts.filter((part) => part !== null).join(", ")}`;
}
