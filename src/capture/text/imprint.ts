import { authorNames } from "../html/authors.ts";
import { dateAt, headerDates } from "./header.ts";

export type Imprint = {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
};

const lines = 6;
const characters = 1_500;
const longestTitle = 250;
const longestImprint = 160;

const byline = /^(?:par|by|de notre [\p{L} ]{3,30}|propos recueillis par|written by)\s+(?=\p{Lu})/iu;
const announced =
  /^(?:publié|mis en ligne|mis à jour|modifié|actualisé|paru|published|posted|updated|last updated|modified)(?!\p{L})/iu;
const credit = /\s*[([](?:avec|with|source\s*:?)?\s*[\p{Lu}][^)\]]{1,40}[)\]]\s*$/iu;

/**
 * What stands above the words of a plain text: a headline, then a line of date, paper and author
 * (`4 mars 2026 — La Dépêche libre (avec AFP)`, `By Claire Dunmore, The Northern Ledger, 5 March 2026`).
 * Only where it can't be mistaken: the headline is a short first line that does not end as a sentence does and has more
 * below it; paper and author are taken from a line that also has a date, a byline or a word announcing a date.
 * Counter-example: `Le 4 mars 2026, la mairie a démenti.` is a sentence, not an imprint.
 */
export function imprintOf(text: string): Imprint {
  const head = text
    .slice(0, characters)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, lines + 1);
  const dates = headerDates(text);
  // A paper's name may stand above the headline, as on its page.
  const named =
    head[0] !== undefined && head[0].length <= 50 && isName(head[0]) && head.length > 3 ? head.shift() : null;
  const found = { title: titleOf(head, text), outlet: named ?? null, authors: [] as readonly string[] };
  let published = dates.published;
  // The last line seen may be cut off, and what has nothing below it heads nothing.
  for (const line of head.slice(0, -1)) {
    const parts = imprintParts(line);
    if (parts === null) continue;
    published ??= parts.published;
    found.outlet ??= parts.outlet;
    if (found.authors.length === 0) found.authors = parts.authors;
  }
  return { ...found, published, modified: dates.modified };
}

/** The headline: the first line below paper, date and section (`Tribune`), unless it reads as a sentence of the text. */
function titleOf(head: readonly string[], text: string): string | null {
  const above = head.findIndex((line) => imprintParts(line) === null && !isDate(line) && line.split(/\s+/).length > 1);
  const [first, second] = above < 0 ? [] : head.slice(above);
  if (first === undefined || second === undefined || first.length < 8 || first.length > longestTitle) return null;
  if (/[.;:,]["»”’)\]]*$/.test(first) && !/(?:\.\.\.|…)$/.test(first)) return null;
  if (!/\p{L}/u.test(first)) return null;
  // A headline is followed by far more than itself; a list or a poem is not.
  return text.length > first.length * 4 ? first : null;
}

const isDate = (line: string): boolean => headerDates(line).published !== null;

/** Date, paper and authors of a line that is nothing else, or null. */
function imprintParts(line: string): Pick<Imprint, "outlet" | "authors" | "published"> | null {
  if (line.length > longestImprint || /[.!?]["»”]?$/.test(line.replace(/\b\p{L}\.$/u, ""))) return null;
  const parts = line
    .replace(credit, "")
    .split(/\s*[|•·]\s*|\s+[–—-]+\s+|,\s+(?=\p{L}|\d{1,2}\s+\p{L})/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  let published: string | null = null;
  let authors: readonly string[] = [];
  let dated = false;
  const names: string[] = [];
  for (const part of parts) {
    if (byline.test(part))
      authors = [...authors, ...authorNames([part.replace(byline, "").replace(/\s+(?:et|and|&)$/u, "")])];
    else if (announced.test(part)) dated = true;
    else {
      const date = dateAt(part, true);
      if (date !== null) published ??= date;
      else if (isName(part) || (part === parts[0] && isNameBeforeDate(part))) names.push(part);
      // `par Clémence Harduin, économiste`
      else if (authors.length > 0 && /^\p{Ll}/u.test(part) && part.split(/\s+/).length <= 5) continue;
      else return null;
    }
  }
  if (published === null && !dated && authors.length === 0) return null;
  return { outlet: names.length === 1 ? (names[0] ?? null) : null, authors, published };
}

/**
 * `La Semaine ouvrière`, `L'Observateur`: what may be a paper's name where the rest of its line is a date. Not: `Harn`,
 * where a dispatch was written.
 */
const isNameBeforeDate = (part: string): boolean =>
  /^(?:(?:Le|La|Les|The) \p{Lu}[\p{L}-]+ \p{Ll}[\p{L}-]{4,}|L['’]\p{Lu}[\p{L}-]{7,})$/u.test(part);

/** `Le Courrier de Valdonne`, `The Northern Ledger`: a few words, nearly all of them capitalised. */
function isName(part: string): boolean {
  const words = part.split(/\s+/);
  if (words.length > 6 || !/^\p{Lu}/u.test(part) || /\d{3}/.test(part)) return false;
  const big = words.filter((word) => /^(?:[ld]['’])?\p{Lu}/u.test(word)).length;
  const small = words.filter((word) => /^(?:de|du|des|d'|la|le|les|of|the|and|et|libre|en)$/u.test(word)).length;
  return big + small === words.length && words.length > 1;
}
