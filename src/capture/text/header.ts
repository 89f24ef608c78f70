import { times as english } from "../../languages/en/times.ts";
import { times as french } from "../../languages/fr/times.ts";
import { dayOf, isoDate } from "../dates.ts";

/** Names of months in full: each language gives them before what it shortens them to. */
const months: Readonly<Record<string, number>> = Object.fromEntries(
  [french.months, english.months].flatMap((names) =>
    Object.entries<number>(names).filter(([, month], at, all) => all.findIndex(([, other]) => other === month) === at),
  ),
);

/** Words that announce the date of publication, or of the last change, at the head of a text. */
const published =
  /^(?:date(?: de publication)?|publié(?:e|s)?(?: le| :)?|mis en ligne(?: le)?|paru(?:e)? le|published(?: on| at)?|posted(?: on)?|publication date)\b/i;
const modified =
  /^(?:mis(?:e)? à jour(?: le| :)?|modifié(?:e)?(?: le| :)?|actualisé(?:e)?(?: le)?|updated(?: on| at)?|last updated|modified(?: on)?)\b/i;

/** How much of a text is its header: a date further down belongs to the story told. */
const headerLines = 8;
const headerCharacters = 1_500;

/**
 * Dates in the head of a plain text, only where they can't be mistaken: a line that begins with a word announcing them
 * (`Publié le 12 novembre 2024 à 10h20`), or that is a date and nothing else. Numbers that could be read day first
 * or month first (`03/04/2024`) are not taken.
 */
export function headerDates(text: string): { readonly published: string | null; readonly modified: string | null } {
  const found: { published: string | null; modified: string | null } = { published: null, modified: null };
  for (const raw of text.slice(0, headerCharacters).split(/\r\n|\r|\n/, headerLines)) {
    const line = raw.trim();
    const changed = modified.exec(line);
    const announced = published.exec(line);
    if (changed !== null) found.modified ??= dateAt(line.slice(changed[0].length));
    else if (announced !== null) found.published ??= dateAt(line.slice(announced[0].length));
    else if (line.length <= 40) found.published ??= wholeLine(line);
  }
  return found;
}

function wholeLine(line: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(line)) return isoDate(line);
  const bare = line
    .replace(
      /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+(?:le\s+)?/i,
      "",
    )
    .replace(/^le\s+/i, "");
  const date = dateAt(bare);
  return date !== null && /^[^a-z]*[a-zéûA-Z]+[^a-z]*(?:à|at)?[^a-z]*$/.test(bare) ? date : null;
}

/**
 * A date at the beginning of a stretch, after a colon or a weekday, with its time of day if it has one. `alone`: only
 * when nothing but a time of day follows it.
 */
export function dateAt(stretch: string, alone = false): string | null {
  if (alone && !/^[^\d]{0,12}\d[\p{L}\d\s.,:/-]{5,30}$/u.test(stretch)) return null;
  const text = stretch
    .slice(0, 80)
    .replace(/^[\s:,–—-]+/, "")
    .replace(
      /^(?:le\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+/i,
      "",
    )
    .replace(/^le\s+/i, "");
  const iso = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?(?![\d-])/.exec(text);
  if (iso !== null) return isoDate(iso[0]);
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)(.*)/u.exec(text);
  if (dayFirst !== null) return at(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)/u.exec(text);
  if (monthFirst !== null) return at(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)(.*)/.exec(text);
  if (numbers === null) return null;
  const [a, b, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  if (a > 12) return withTime(dayOf(year, b, a), numbers[4] ?? "");
  if (b > 12) return withTime(dayOf(year, a, b), numbers[4] ?? "");
  return a === b ? withTime(dayOf(year, a, b), numbers[4] ?? "") : null;
}

function at(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
  rest: string | undefined,
): string | null {
  const month = monthOf((name ?? "").toLowerCase());
  return month === null ? null : withTime(dayOf(Number(year), month, Number(day)), rest ?? "");
}

/** Month by its name or an abbreviation of at least three letters that fits one month only (`nov`, `janv`, `sept`). */
function monthOf(name: string): number | null {
  const exact = months[name];
  if (exact !== undefined) return exact;
  const fits = new Set(
    Object.entries(months)
      .filter(([month]) => name.length >= 3 && month.startsWith(name))
      .map(([, number]) => number),
  );
  return fits.size === 1 ? ([...fits][0] ?? null) : null;
}

function withTime(day: string | null, rest: string): string | null {
  const time = /^\s*(?:,|-|–|à|at)?\s*(\d{1,2})\s?(?:h|:|h:)\s?(\d{2})(?!\d)(?!\s*[ap]\.?m)/i.exec(rest);
  if (day === null || time === null || Number(time[1]) > 23 || Number(time[2]) > 59) return day;
  return `${day}T${(time[1] ?? "").padStart(2, "0")}:${time[2]}`;
}
