import type { Segmentation } from "../languages/segmentation.ts";
import type { Span } from "../model/index.ts";
import { characterEnd, isDigitAt, isLetterAt, isSpaceAt, isUpperAt, isWordAt } from "../text/characters.ts";
import { lookupForm } from "../text/normal.ts";

/** A token as it stands in the text; `joined` when it continues the multiword token before it (`n't` in `don't`). */
export type Token = Span & { readonly form: string; readonly joined: boolean };

/** Every pattern is bounded, so that no text makes scanning worse than linear. */
const patterns = {
  address:
    /(?:(?:https?|ftp):\/\/|www\.)[^\s<>«»“”"]{1,1500}|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){1,6}/uy,
  handle: /[@#][\p{L}\p{N}_]{1,100}/uy,
  spaced: /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,6}(?:[.,]\d{1,20})?(?![\d\p{L}])/uy,
  parted: /\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,6}(?:[.,]\d{1,20})?(?![\d\p{L}])/uy,
  number: /[\p{N}]{1,100}(?:[.,:/\-\u2011][\p{N}]{1,50}){0,12}(?:\p{L}{1,20}\d{0,4})?/uy,
  initials: /(?:\p{L}\.-?){2,12}/uy,
  word: /[\p{L}\p{M}\p{N}_\u200d]{1,150}(?:['’ʼ`‐‑·\-&][\p{L}\p{M}\p{N}_]{1,150}){0,16}/uy,
  site: /\.(?:[\p{L}\p{N}_-]{1,63}\.){0,4}(?:com|org|net|info|fr|eu|gouv|tv|io|ru|ua|uk|pl|ch|pdf|docx?|xlsx?|jpe?g|png|mp[34]|html?|php|txt|zip)(?![\p{L}\p{N}_])/uy,
  run: /\.{2,200}|-{2,200}|[!?]{2,100}|_{2,200}|={2,200}|\*{2,200}|[—–]{2,50}|\/{2,50}/uy,
};

function matchAt(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** More signs than this, side by side, are no text: so many together are one token, which keeps megabytes of them small. */
const SIGNS = 200;

/** The end of the signs that stand side by side here, at most `SIGNS + 1` of them. */
function signsEnd(text: string, position: number, limit: number): number {
  const last = Math.min(limit, position + SIGNS + 1);
  let end = position;
  while (end < last && !isSpaceAt(text, end) && !isWordAt(text, end)) end++;
  return end;
}

/** The tokens of a stretch of text, in order, offsets into the whole text. */
export function tokensOf(text: string, within: Span, rules: Segmentation): Token[] {
  const tokens: Token[] = [];
  const addressed = holdsAddress(text.slice(within.start, within.end));
  let position = within.start;
  // Up to here signs are known to be few.
  let known = position;
  while (position < within.end) {
    if (isSpaceAt(text, position)) {
      position++;
      continue;
    }
    if (position >= known) {
      known = signsEnd(text, position, within.end);
      if (known - position > SIGNS) {
        known = position + SIGNS;
        if (isHighSurrogate(text.charCodeAt(known - 1))) known--;
        push(tokens, text, position, known);
        position = known;
        continue;
      }
    }
    const end = Math.min(endOf(text, position, rules, addressed), within.end);
    if (isWordAt(text, position) && isLetterAt(text, position)) splitWord(text, position, end, rules, tokens);
    else push(tokens, text, position, end);
    position = tokens.at(-1)?.end ?? end;
  }
  return tokens;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

function push(tokens: Token[], text: string, start: number, end: number, joined = false): void {
  if (end > start) tokens.push({ start, end, form: text.slice(start, end), joined });
}

/** Whether an address of the net may stand in a text: what every one of them has in it. */
const holdsAddress = (text: string): boolean => text.includes("@") || text.includes("://") || text.includes("www.");

/** Where the token (or the word still to be split) that begins here ends. */
function endOf(text: string, position: number, rules: Segmentation, addressed: boolean): number {
  if (isDigitAt(text, position)) {
    const mail = addressed ? matchAt(patterns.address, text, position) : -1;
    if (mail !== -1) return withoutTrailingMarks(text, position, mail);
    const spaced = matchAt(rules.spacedThousands ? patterns.spaced : patterns.parted, text, position);
    if (spaced !== -1 && !isDigitAt(text, position - 1)) return spaced;
    const end = matchAt(patterns.number, text, position);
    return end === -1 ? characterEnd(text, position) : hyphenated(text, end, rules);
  }
  if (isLetterAt(text, position)) {
    const address = addressed ? matchAt(patterns.address, text, position) : -1;
    if (address !== -1) return withoutTrailingMarks(text, position, address);
    const dotted = text[position + 1] === "." || text[position + 2] === ".";
    const initials = dotted ? matchAt(patterns.initials, text, position) : -1;
    if (initials !== -1 && !isWordAt(text, initials)) return initials;
    const end = matchAt(patterns.word, text, position);
    if (end === -1) return characterEnd(text, position);
    // `lequotidien.fr`, `rapport.pdf`: a name of the net or a file, where no mark parts sentences.
    const site = text[end] === "." && isLetterAt(text, end + 1) ? matchAt(patterns.site, text, end) : -1;
    if (site !== -1) return site;
    if (text[end] === "." && isAbbreviation(text, position, end + 1, rules)) return end + 1;
    return end;
  }
  if (text[position] === "@" || text[position] === "#") {
    const handle = matchAt(patterns.handle, text, position);
    if (handle !== -1) return handle;
  }
  const run = matchAt(patterns.run, text, position);
  return run === -1 ? characterEnd(text, position) : run;
}

/** `drones-93` no, `91-year-old` yes: letters that hang on a number by a hyphen, where hyphens do not split. */
function hyphenated(text: string, end: number, rules: Segmentation): number {
  if (rules.splitHyphens || text[end] !== "-" || !isLetterAt(text, end + 1)) return end;
  const more = matchAt(patterns.word, text, end + 1);
  return more === -1 ? end : more;
}

function isAbbreviation(text: string, start: number, end: number, rules: Segmentation): boolean {
  if (end - start > 12) return false;
  const form = text.slice(start, end);
  if (!rules.abbreviations.has(lookupForm(form))) return false;
  // `M.` and `art. 5` are abbreviations; `la paix est un art.` at the end of a line is not.
  const next = text.slice(end, end + 2);
  if (form.length === 2) return isUpperAt(text, start) || /^[ {2}]?\d/.test(next);
  return rules.abbreviations.get(lookupForm(form)) === "anywhere" || /^[ {2}]?[\p{L}\p{N}(«“"]/u.test(next);
}

function withoutTrailingMarks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && /[.,;:!?)\]}'’]/.test(text[last - 1] as string)) last--;
  return last;
}

/** Elisions, enclitics and hyphens of one run of letters. */
function splitWord(text: string, start: number, end: number, rules: Segmentation, tokens: Token[]): void {
  const form = lookupForm(text.slice(start, end));
  if (form.length !== end - start || rules.whole.has(form) || form.includes("@") || form.includes("://")) {
    push(tokens, text, start, end);
    return;
  }
  const apostrophe = form.indexOf("'");
  if (apostrophe > 0 && rules.elided.has(form.slice(0, apostrophe))) {
    if (!wholeHead(form, rules)) {
      push(tokens, text, start, start + apostrophe + 1);
      if (start + apostrophe + 1 < end && isWordAt(text, start + apostrophe + 1))
        splitWord(text, start + apostrophe + 1, end, rules, tokens);
      return;
    }
  }
  // An elided word before a mark that is no letter: `l'« opération »`.
  if (rules.elided.has(form) && /['’]/.test(text[end] ?? "") && !isWordAt(text, end + 1) && !isSpaceAt(text, end + 1)) {
    push(tokens, text, start, end + 1);
    return;
  }
  const enclitic =
    apostrophe >= 0 || form.includes("-")
      ? rules.enclitics.find((ending) => form.endsWith(ending) && form.length > ending.length)
      : undefined;
  if (enclitic !== undefined && attaches(text, start, end, form, enclitic, rules)) {
    const cut = end - enclitic.length;
    splitWord(text, start, cut, rules, tokens);
    push(tokens, text, cut, end, rules.encliticsFuse);
    return;
  }
  if (rules.splitHyphens && !form.includes(".")) {
    const hyphen = form.search(/[-‐‑]/);
    if (hyphen > 0 && !rules.prefixes.has(form.slice(0, hyphen))) {
      push(tokens, text, start, start + hyphen);
      push(tokens, text, start + hyphen, start + hyphen + 1);
      splitWord(text, start + hyphen + 1, end, rules, tokens);
      return;
    }
  }
  push(tokens, text, start, end);
}

/** `quelqu'un`, `aujourd'hui-même`: a listed word at the head of the run. */
function wholeHead(form: string, rules: Segmentation): boolean {
  const hyphen = form.indexOf("-");
  return hyphen > 0 && rules.whole.has(form.slice(0, hyphen));
}

/** `dit-il` but not `Saint-Jean-le` nor `Port-la`: what stands before is one plain word, and the case agrees. */
function attaches(
  text: string,
  start: number,
  end: number,
  form: string,
  enclitic: string,
  rules: Segmentation,
): boolean {
  const stem = form.slice(0, form.length - enclitic.length);
  if (rules.encliticsFuse) return !stem.endsWith("'");
  if ((stem.length < 2 && !enclitic.startsWith("-t-")) || rules.whole.has(stem)) return false;
  const upperStem = isUpperAt(text, start + stem.length - 1);
  const upperEnd = isUpperAt(text, end - 1);
  if (upperStem !== upperEnd && stem.length > 1) return false;
  const hyphen = stem.lastIndexOf("-");
  return hyphen === -1 || rules.enclitics.includes(stem.slice(hyphen));
}
