import { foldPhrase } from "./fold.ts";
import { knownActor } from "./known.ts";
import type { Phrase } from "./phrase.ts";
import type { Referent } from "./referent.ts";

/** The phrase without its determiner, preposition and what follows a comma. */
export function trimmed(phrase: Phrase): string {
  const { words, determiner, text, span } = phrase;
  let first = 0;
  while (first < words.length - 1 && (words[first]?.upos === "ADP" || words[first]?.upos === "PUNCT")) first++;
  const article = words[first] && /^(?:la|les|le|l['’]|the)$/i.test(words[first]?.form ?? "");
  if (
    determiner &&
    (determiner.kind !== "quantifier" || article) &&
    determiner.kind !== "possessive" &&
    first < words.length - 1
  )
    first++;
  // `aux` and `du` are two words of one span.
  while (first < words.length - 1 && first > 0 && words[first]?.start === words[first - 1]?.start) first++;
  const start = words[first]?.start ?? span.start;
  const headEnd = phrase.head?.end ?? span.start;
  const comma = words.find((word) => word.form === "," && word.start > headEnd);
  const relative = words.find(
    (word) => word.start > headEnd && (word.feats.PronType === "Rel" || /^(?:qui|dont|who|which)$/i.test(word.form)),
  );
  const end = Math.min(comma?.start ?? span.end, relative?.start ?? span.end);
  const short = text
    .slice(start - span.start, end - span.start)
    .replace(/\s+/g, " ")
    .trim();
  return short === "" ? text.trim() : short;
}

/** `le quotidien La Vigie`, `l'association Rive Claire`, `l'exploitant, Sarnel`: the name behind the noun of an outlet or organisation, else null. */
export function properPart(phrase: Phrase): string | null {
  const { noun, head, words, complement } = phrase;
  if (!noun || !head || complement || (noun.class !== "outlet" && noun.class !== "organization")) return null;
  let at = words.indexOf(head) + 1;
  while (words[at]?.upos === "ADJ" && /^\p{Ll}/u.test(words[at]?.form ?? "")) at++;
  // `l'exploitant, Hydrosarne`
  if (words[at]?.form === ",") at++;
  const first = words[at];
  if (at === 0 || !first || !/^\p{Lu}/u.test(first.form)) return null;
  let last = at;
  while (/^\p{Lu}/u.test(words[last + 1]?.form ?? "")) last++;
  const final = words[last];
  if (!final || last < words.length - 1) return null;
  return phrase.text.slice(first.start - phrase.span.start, final.end - phrase.span.start).trim();
}

/** Gives an organisation that no list knows the whole of its name, as far as the phrase has it. */
export function completeName(one: Referent, phrase: Phrase): void {
  if (!one.id.startsWith("org:") || knownActor(one.id)) return;
  const full = trimmed(phrase);
  const isLonger = (): boolean => full.length > one.name.length;
  const { complement, head, noun, words } = phrase;
  // `le Courrier d'Orvane`: the list may know the first word of an unknown name only.
  const goesOn = (complement || noun?.lemma.includes(" ")) && head && words.length <= 7;
  if (goesOn && isLonger() && full.startsWith(one.name)) one.name = full;
  // `the Norwegian Fisheries Ministry`: what stands before an unknown name belongs to it; not `la chaîne publique Canal
  // Trois`: a common noun is none of it.
  const ahead = full.slice(0, Math.max(0, full.length - one.name.length));
  const proper = words.length <= 6 && !/(?:^|\s)\p{Ll}{3,}/u.test(ahead);
  if (proper && isLonger() && full.endsWith(one.name) && full.length < 60) one.name = full;
}

/**
 * Whether an actor is the paper that the document is of: `révèle Le Fanal` in Le Fanal de Brécy, `the Post has learnt` in
 * The Meridian Post. Not: `Brécy` in Le Fanal de Brécy, which is a town.
 */
export function isOwnPaper({ kind, name }: Referent, outlet: string | null): boolean {
  if (outlet === null || kind !== "organization") return false;
  const own = wordsOf(outlet);
  const said = wordsOf(name);
  if (said.length === 0 || said.length > own.length) return false;
  if (said.every((word, at) => word === own[at])) return true;
  const from = own.length - said.length;
  return said.every((word, at) => word === own[from + at]) && !/^(?:d|de|du|des|of|for)$/.test(own[from - 1] ?? "");
}

const wordsOf = (name: string): string[] =>
  foldPhrase(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
