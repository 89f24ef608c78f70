import { isDoubtful } from "../model/index.ts";
import type { Brief, DossierClaim, DossierFigure, DossierFigureGroup } from "./dossier.ts";
import { articlesIn, type Entry, factorOf, hasPositions, speakersIn, standing } from "./view.ts";
import { formatDay, formatList, formatNumber, formatSpeaker } from "./words/format.ts";
import { columns, type Words } from "./words/words.ts";

/** `12 articles from 7 outlets, published from 14 March 2025 to 17 March 2025; 2 articles have no date.` */
export function introSentence(dossier: Brief, words: Words): string {
  const documents = dossier.articles.map((article) => article.document);
  const outlets = new Set(documents.flatMap((document) => document.outlet ?? []));
  const articles = words.articlesCount(documents.length);
  const dates = documents.flatMap((document) => document.modified ?? document.published ?? []);
  const first = dates[0];
  const last = dates.at(-1);
  const parts = [outlets.size > 0 ? words.intro(articles, words.outletsCount(outlets.size)) : articles];
  if (first && last) {
    const [from, to] = [formatDay(words, first), formatDay(words, last)];
    parts.push(from === to ? words.publishedOn(from, dates.length) : words.publishedBetween(from, to));
  }
  const undated = documents.length - dates.length;
  const undatedText = undated > 0 ? `${words.locale.startsWith("fr") ? "\u202f" : ""}; ${words.undated(undated)}` : "";
  return `${parts.join(", ")}${undatedText}.`;
}

/** `Affirmed by A and B (1 origin, in 7 articles), denied by C (1 origin, in 4 articles).` */
export function standingSentence(dossier: Brief, claim: DossierClaim, words: Words): string {
  const parts = columns.flatMap((column, index) => {
    if (!hasPositions(claim, column)) return [];
    const names = speakersIn(claim, column).map(({ speaker, article }) =>
      formatSpeaker(words, dossier, speaker, article),
    );
    const by = words.by[column];
    const lead = index === 0 ? by : by.charAt(0).toLocaleLowerCase(words.locale) + by.slice(1);
    return [`${lead} ${formatList(words, [...new Set(names)])} (${weightOf(claim, column, words)})`];
  });
  const text = parts.join(", ");
  return `${text.charAt(0).toLocaleUpperCase(words.locale)}${text.slice(1)}.`;
}

/** What is to be known of a stand beside its column: how firm it is, and that it may be of another claim; null where nothing. */
export function remarkOf({ position, positions }: Entry, words: Words): string | null {
  const hedge = position === "affirm" || position === "deny" ? [] : [words.positions[position]];
  const loose = positions.every(isDoubtful) ? [words.loose] : [];
  const all = [...hedge, ...loose];
  return all.length === 0 ? null : all.join(", ");
}

/** `1 origin (1–2), in 7 articles`; the articles alone for the columns that origins are not counted for. */
export function weightOf(claim: DossierClaim, column: (typeof columns)[number], words: Words): string {
  const articles = words.inArticles(articlesIn(claim, column));
  if (column !== "affirm" && column !== "deny") return articles;
  const { lower, upper } = claim.origins[column];
  return words.originsInArticles(words.origins(lower, upper), articles);
}

/** `at least 17`, `between 40 and 45`, with the unit. */
export function valueText(figure: Pick<DossierFigure, "value" | "upper" | "bound" | "unit">, words: Words): string {
  const low = formatNumber(words, figure.value);
  const text = figure.upper === null ? low : words.rangeOf(low, formatNumber(words, figure.upper));
  // A counted noun (`person`) stands in the quantity's name already, and could not agree with the number.
  const unit = /^\p{L}{4,}$/u.test(figure.unit) ? "" : figure.unit;
  return words.bounds[figure.bound](unit === "" ? text : `${text}\u00a0${unit}`);
}

/** `at least 17 (Civil Protection), 6 (Luka Ferane): a factor of 2.8 between the lowest and the highest.` */
export function apartSentence(dossier: Brief, group: DossierFigureGroup, words: Words): string {
  const said = new Map<string, string[]>();
  for (const member of standing(dossier, group)) {
    const value = valueText(member, words);
    const name = formatSpeaker(words, dossier, member.speaker, member.article);
    const names = said.get(value) ?? [];
    if (!names.includes(name)) said.set(value, [...names, name]);
  }
  const values = [...said].map(([value, names]) => `${value} (${formatList(words, names, 3)})`);
  const factor = factorOf(dossier, group);
  const tail = Number.isFinite(factor) ? `${words.colon}${words.factor(formatFactor(words, factor))}` : "";
  return `${formatList(words, values, 5)}${tail}.`;
}

/** Two significant digits are all that a factor between claims can bear. */
export function formatFactor(words: Words, factor: number): string {
  return formatNumber(words, Number(factor.toPrecision(2)));
}

export function scopeOf(member: DossierFigure, words: Words): string {
  const { place, time } = member.scope;
  return [place, time === null ? null : formatDay(words, time)].filter((part) => part !== null).join(", ");
}
