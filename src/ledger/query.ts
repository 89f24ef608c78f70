import { SelonError } from "../model/error.ts";
import { type Act, acts, type ClaimStatus, claimStatuses } from "../model/index.ts";
import { foldWords } from "./search.ts";

/** What is looked for, as typed: `"bridge closed" act:deny speaker:"Odile Brun" since:2031-05`. */
export type Query = {
  /** Words and phrases, all of which must stand in one sentence. */
  readonly terms: readonly string[];
  readonly speaker: string | null;
  readonly act: Act | null;
  readonly status: ClaimStatus | null;
  /** ISO 8601. */
  readonly since: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Part of the name of a paper or agency. */
  readonly outlet: string | null;
  /** The last word may be the beginning of one: somebody is still typing it. */
  readonly typing: boolean;
};

/** A word or phrase as the index knows it: as written, or as any of these rows of lemmas. */
export type Wanted = {
  readonly forms: readonly string[];
  readonly lemmas: readonly (readonly string[])[];
  /** As written, the last word may go on. */
  readonly open?: boolean;
};

const fields = ["speaker", "act", "status", "since", "language", "outlet"] as const;
/** What is longer is no search. */
const longest = 2_000;
const mostTerms = 24;

/** Reads a query. Throws `bad-query` where a field's value can't be meant, or nothing is looked for. */
export function parseQuery(text: string, typing = false): Query {
  if (text.length > longest) throw badQuery("too-long", "", String(longest));
  const terms: string[] = [];
  const given: Partial<Record<(typeof fields)[number], string>> = {};
  const part = /(?:(speaker|act|status|since|language|outlet):)?(?:["“«]([^"”»]*)["”»]?|([^\s"“”«»]+))/giu;
  for (const [, field, quoted, bare] of text.matchAll(part)) {
    const value = (quoted ?? bare ?? "").trim();
    if (field !== undefined) given[field.toLowerCase() as (typeof fields)[number]] = value;
    else if (foldWords(value).length > 0) terms.push(value);
  }
  if (terms.length > mostTerms) throw badQuery("too-long", "", String(mostTerms));
  const query: Query = {
    terms,
    speaker: given.speaker ?? null,
    act: one("act", given.act, acts),
    status: one("status", given.status, claimStatuses),
    since: since(given.since),
    language: language(given.language),
    outlet: given.outlet ?? null,
    // A term that is closed, or followed by a space, is whole.
    typing: typing && terms.length > 0 && /[\p{L}\p{N}]$/u.test(text),
  };
  if (terms.length === 0 && Object.keys(given).length === 0) throw badQuery("empty", "", "");
  return query;
}

function one<T extends string>(field: string, given: string | undefined, known: readonly T[]): T | null {
  if (given === undefined) return null;
  const found = known.find((each) => each === given.toLowerCase());
  if (found === undefined) throw badQuery(field, given, known.join(", "));
  return found;
}

function since(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!/^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(given) || Number.isNaN(Date.parse(given))) {
    throw badQuery("since", given, "2031, 2031-05, 2031-05-04");
  }
  return given;
}

function language(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(given)) throw badQuery("language", given, "fr, en");
  return given.toLowerCase();
}

function badQuery(field: string, given: string, known: string): SelonError {
  const what =
    field === "empty"
      ? "There is nothing to look for."
      : field === "too-long"
        ? `The query is too long: ${known} at most.`
        : `“${given}” is no value of ${field}:.`;
  return new SelonError({
    code: "bad-query",
    what,
    why: field === "empty" || field === "too-long" ? "" : `Known: ${known}.`,
    todo: "See: selon search --help",
    details: { field, given, known },
  });
}
