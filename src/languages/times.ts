/** What the finding of times needs to know of a language. */
export type Times = {
  /** Month names and abbreviations, without full stop, to 1..12. */
  readonly months: Readonly<Record<string, number>>;
  /** Day names and abbreviations to 1 (Monday)..7. */
  readonly weekdays: Readonly<Record<string, number>>;
  /** Days and months are written with a capital. */
  readonly capitalised: boolean;
  /** Forms of calendar units to `minute hour day week month quarter year decade century`. */
  readonly units: Readonly<Record<string, string>>;
  /** Parts of the day to `morning noon afternoon evening night midnight`. */
  readonly parts: Readonly<Record<string, string>>;
  /** Seasons to `spring summer autumn winter`. */
  readonly seasons: Readonly<Record<string, string>>;
  /** Indefinite numbers (`quelques`, `several`), articles for one apart. */
  readonly few: readonly string[];
  /** The article or word for one. */
  readonly one: readonly string[];
  /** What may follow a day's number (`er`, `th`). */
  readonly ordinalSuffixes: readonly string[];
  /** Words between hours and minutes (`heures` in `10 heures 20`); empty when there are none. */
  readonly hourWords: readonly string[];
  /** `am`, `pm` and their spellings to the hours they add. */
  readonly halves: Readonly<Record<string, number>>;
  /** Words of the future near a weekday or date (`sera`, `will`), for sentences without tags. */
  readonly future: RegExp;
  /**
   * Compiled lexicon of patterns: columns pattern, action, argument. In a pattern words are literal, `a|b` alternatives,
   * `{class}` one of wd mo day year n few unit part clock season date one, `?` optional, `^` context left out of the span.
   */
  readonly patterns: string;
};
