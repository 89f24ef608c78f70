import type { Times } from "../times.ts";

const numbered = (list: string, from: number): Record<string, number> =>
  Object.fromEntries(list.split(" ").map((word, i) => [word, i + from]));

export const times = {
  months: numbered("januar februar märz april mai juni juli august september oktober november dezember", 1),
  weekdays: numbered("montag dienstag mittwoch donnerstag freitag samstag sonntag", 1),
  capitalised: true,
  units: {},
  parts: {},
  seasons: {},
  few: [],
  one: [],
  ordinalSuffixes: [],
  hourWords: [],
  halves: {},
  future: /(?!)/,
  patterns: "",
} satisfies Times;
