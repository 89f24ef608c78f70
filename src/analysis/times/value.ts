import type { TimeExpression } from "../../model/index.ts";
import { addDays, addMonths, type Calendar, compare, daysIn, isoOf, weekdayOf, weekOf } from "./calendar.ts";
import type { Match } from "./patterns.ts";

/** What a value is counted from. */
export type Reference = {
  readonly published: Calendar | null;
  /** The last day that the text named. */
  readonly narrative: Calendar | null;
  /** That day stands in the sentence of the expression. */
  readonly sameSentence: boolean;
  /** The sentence speaks of the future near the expression. */
  readonly future: boolean;
};
export type Value = Pick<TimeExpression, "value" | "anchor"> & { readonly day?: Calendar };

const pad = (n: number) => String(n).padStart(2, "0");
const hours: Readonly<Record<string, readonly [string, string]>> = {
  morning: ["06:00", "12:00"],
  noon: ["12:00", "12:00"],
  afternoon: ["12:00", "18:00"],
  evening: ["18:00", "23:59"],
};

/** A day, or the part of it that the text names: `2024-11-11T06:00/2024-11-11T12:00`; a night runs into the next day. */
function dayValue(day: Calendar, part: string | undefined, minutes: number | undefined): string {
  const iso = isoOf(day);
  if (minutes !== undefined) return `${iso}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  if (part === "night") return `${iso}T21:00/${isoOf(addDays(day, 1))}T06:00`;
  const span = part === undefined ? undefined : hours[part];
  if (span === undefined) return iso;
  return span[0] === span[1] ? `${iso}T${span[0]}` : `${iso}T${span[0]}/${iso}T${span[1]}`;
}

const whole = (date: Calendar | null): Calendar | null => (date === null || date.day === null ? null : date);
const durations: Readonly<Record<string, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  night: "D",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "X",
  century: "C",
};

/** `PT24H`, `P8Y`, `P3M` for a quarter, `P10Y` for a decade. */
export function durationOf(n: number, unit: string): string | null {
  const code = durations[unit];
  if (code === undefined) return null;
  if (code === "Q") return `P${n * 3}M`;
  if (code === "X") return `P${n * 10}Y`;
  if (code === "C") return `P${n * 100}Y`;
  return code.startsWith("T") ? `PT${n}${code.slice(1)}` : `P${n}${code}`;
}

/** Moves a date by units; the result is as precise as the unit. */
function moved(date: Calendar, n: number, unit: string): string | null {
  if (unit === "day" || unit === "night") return date.day === null ? null : isoOf(addDays(date, n));
  if (unit === "week") return date.day === null ? null : isoOf(addDays(date, 7 * n));
  if (unit === "month") return date.month === null ? null : isoOf(addMonths(date, n));
  if (unit === "quarter") return date.month === null ? null : isoOf(addMonths(date, 3 * n));
  if (unit === "year") return isoOf({ year: date.year + n, month: null, day: null });
  if (unit === "decade") return isoOf({ year: date.year + 10 * n, month: null, day: null });
  return null;
}

/** The calendar unit `n` away: `la semaine dernière` → `2024-W45`. */
function unitValue(date: Calendar, n: number, unit: string): string | null {
  if (unit === "week") return date.day === null ? null : weekOf(addDays(date, 7 * n));
  if (unit === "weekend") {
    if (date.day === null) return null;
    const saturday = addDays(date, 6 - weekdayOf(date) + 7 * (n < 0 && weekdayOf(date) >= 6 ? n : n));
    return `${isoOf(saturday)}/${isoOf(addDays(saturday, 1))}`;
  }
  return moved(date, n, unit);
}

function weekdayValue(match: Match, reference: Reference): Value {
  const published = whole(reference.published);
  const [target = 1] = match.captures.numbers.wd ?? [];
  const part = match.argument === "night" ? "night" : match.captures.words.part?.[0];
  const minutes = match.captures.numbers.clock?.[0];
  if (published === null) return { value: null, anchor: "publication" };
  const today = weekdayOf(published);
  let back = (today - target + 7) % 7;
  if (match.argument === "last" && back === 0) back = 7;
  if (match.argument === "next" || (match.argument === "-" && reference.future))
    back = back === 0 ? (match.argument === "next" ? -7 : 0) : back - 7;
  if (match.argument === "this" && reference.future && back > 0) back -= 7;
  const day = addDays(published, -back);
  return { value: dayValue(day, part, minutes), anchor: "publication", day };
}

/** A date whose year the text leaves out is the nearest one before publication, or after it where the text looks ahead. */
function dateValue(match: Match, reference: Reference): Value {
  const { numbers, words } = match.captures;
  const written = words.date?.[0];
  if (written !== undefined) return writtenDate(written);
  const month = numbers.mo?.[0] ?? numbers.mimo?.[0];
  const [day, year] = [numbers.day?.[0], numbers.year?.[0]];
  const season = words.season?.[0];
  if (month === undefined) {
    if (year === undefined) return { value: null, anchor: season === undefined ? "explicit" : "publication" };
    if (season !== undefined) return { value: seasonValue(year, season), anchor: "explicit" };
    const thirds: Readonly<Record<string, string>> = { start: "01/04", middle: "05/08", end: "09/12" };
    const third = thirds[match.argument]?.split("/");
    return {
      value: third === undefined ? String(year) : `${year}-${third[0]}/${year}-${third[1]}`,
      anchor: "explicit",
    };
  }
  const resolved = year ?? yearOf(month, day ?? null, reference);
  if (day !== undefined && day > daysIn(resolved ?? 2000, month)) return { value: null, anchor: "explicit" };
  const part =
    match.argument === "-" && numbers.mimo === undefined
      ? undefined
      : numbers.mimo === undefined
        ? match.argument
        : "middle";
  if (part !== undefined && resolved !== null) return { value: monthPart(resolved, month, part), anchor: "explicit" };
  if (resolved === null)
    return { value: day === undefined ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}`, anchor: "explicit" };
  const date = { year: resolved, month, day: day ?? null };
  const value = day === undefined ? isoOf(date) : dayValue(date, words.part?.[0], numbers.clock?.[0]);
  return { value, anchor: "explicit", ...(day === undefined ? {} : { day: date }) };
}

function yearOf(month: number, day: number | null, { published, future }: Reference): number | null {
  if (published === null || published.month === null) return null;
  const here = { year: published.year, month, day: day ?? 1 };
  const before = compare(here, { ...published, day: published.day ?? daysIn(published.year, published.month) });
  if (before <= 0) return future && before < -180 * 864e5 ? published.year + 1 : published.year;
  return future || before < 62 * 864e5 ? published.year : published.year - 1;
}

function monthPart(year: number, month: number, part: string): string {
  const iso = `${String(year).padStart(4, "0")}-${pad(month)}`;
  if (part === "start") return `${iso}-01/${iso}-10`;
  if (part === "middle") return `${iso}-11/${iso}-20`;
  return `${iso}-21/${iso}-${daysIn(year, month)}`;
}

const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
};

function seasonValue(year: number, season: string): string {
  const months = seasons[season];
  return months === undefined ? `${year}-12/${year + 1}-02` : `${year}-${pad(months[0])}/${year}-${pad(months[1])}`;
}

function writtenDate(text: string): Value {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (slashed === null) {
    const [year = 0, month = 1, day] = text.split("-").map(Number);
    return { value: text, anchor: "explicit", ...(day === undefined ? {} : { day: { year, month, day } }) };
  }
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  const year = (slashed[3]?.length ?? 0) === 2 ? 2000 + Number(slashed[3]) : Number(slashed[3]);
  const [day, month] = second > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return { value: null, anchor: "explicit" };
  return { value: isoOf({ year, month, day }), anchor: "explicit", day: { year, month, day } };
}

/** The value of what a pattern matched; null for a match that is no time. */
export function resolve(match: Match, reference: Reference): Value | null {
  const { numbers, words } = match.captures;
  const published = whole(reference.published);
  const n = numbers.n?.[0] ?? numbers.one?.[0] ?? 1;
  const unit = words.unit?.[0] ?? "day";
  const step = Number(match.argument.split(" ")[0]);
  const anchor: Value["anchor"] = match.argument === "narrative" ? "narrative" : "publication";
  switch (match.action) {
    case "none":
      return null;
    case "date":
      return dateValue(match, reference);
    case "weekday":
      return weekdayValue(match, reference);
    case "clock": {
      const day = whole(reference.published);
      const at = numbers.clock?.[0] ?? 0;
      const clock = `T${pad(Math.floor(at / 60))}:${pad(at % 60)}`;
      const base = (reference.sameSentence ? whole(reference.narrative) : null) ?? day;
      return { value: base === null ? clock : `${isoOf(base)}${clock}`, anchor: "publication" };
    }
    case "years": {
      const [from = 0, to = 0] = numbers.year ?? [];
      return from < to ? { value: `${from}/${to}`, anchor: "explicit" } : null;
    }
    case "decade": {
      const given = numbers.decade?.[0] ?? n;
      const start = given < 100 ? given + (given < 30 ? 2000 : 1900) : given;
      return start % 10 === 0 ? { value: `${start}/${start + 9}`, anchor: "explicit" } : null;
    }
    case "century": {
      const century = numbers.century?.[0] ?? 0;
      return century < 1 || century > 30
        ? null
        : {
            value: `${pad((century - 1) * 100 + 1).padStart(4, "0")}/${pad(century * 100).padStart(4, "0")}`,
            anchor: "explicit",
          };
    }
    case "day":
    case "partday": {
      if (published === null) return { value: null, anchor: "publication" };
      const day = addDays(published, match.argument === "-1 night" && reference.future ? 0 : step);
      const part = match.action === "partday" ? match.argument.split(" ")[1] : words.part?.[0];
      return { value: dayValue(day, part, numbers.clock?.[0]), anchor: "publication", day };
    }
    case "night": {
      const second = numbers.wd?.[1] ?? 1;
      if (published === null) return { value: null, anchor: "publication" };
      const end = addDays(published, -((weekdayOf(published) - second + 7) % 7));
      const start = addDays(end, -1);
      return { value: `${isoOf(start)}T21:00/${isoOf(end)}T06:00`, anchor: "publication", day: end };
    }
    case "days": {
      const [month = 1, from = 1, to = 1] = [numbers.mo?.[0], ...(numbers.day ?? [])];
      const year = numbers.year?.[0] ?? yearOf(month, to, reference);
      if (from >= to || to > daysIn(year ?? 2000, month)) return { value: null, anchor: "explicit" };
      const written = `${year ?? "XXXX"}-${pad(month)}`;
      return { value: `${written}-${pad(from)}/${written}-${pad(to)}`, anchor: "explicit" };
    }
    case "nightdate": {
      // `la nuit du 6 mars` begins on that day, `la nuit du 6 au 7 mars` ends on the second.
      const [month = 1, day = 1] = [numbers.mo?.[0], numbers.day?.at(-1)];
      const year = numbers.year?.[0] ?? yearOf(month, day, reference);
      if (year === null || day > daysIn(year, month))
        return { value: `XXXX-${pad(month)}-${pad(day)}`, anchor: "explicit" };
      const named = { year, month, day };
      const end = (numbers.day?.length ?? 1) > 1 ? named : addDays(named, 1);
      return { value: `${isoOf(addDays(end, -1))}T21:00/${isoOf(end)}T06:00`, anchor: "explicit", day: end };
    }
    case "ago":
    case "in":
      return {
        value: reference.published === null ? null : moved(reference.published, match.action === "in" ? n : -n, unit),
        anchor: "publication",
      };
    case "unit":
      return {
        value:
          reference.published === null
            ? null
            : unitValue(reference.published, step, unit === "day" ? named(match) : unit),
        anchor: "publication",
      };
    case "season": {
      const season = words.season?.[0] ?? named(match);
      return {
        value: reference.published === null ? null : seasonValue(reference.published.year + step, season),
        anchor: "publication",
      };
    }
    case "partof":
      return partOf(match, reference);
    case "later": {
      const base = reference.narrative;
      const days = unit === "day" && numbers.n === undefined && numbers.one === undefined ? step : step * n;
      const value = base === null ? null : moved(base, days, unit);
      const day = value !== null && unit === "day" && base !== null ? addDays(base, days) : undefined;
      return { value, anchor: "narrative", ...(day === undefined ? {} : { day }) };
    }
    case "narrative":
      return { value: null, anchor: "narrative" };
    case "duration":
      return { value: durationOf(n, unit), anchor };
    default:
      return { value: null, anchor };
  }
}

/** Which unit or season a literal pattern (`la semaine dernière`) named; set by the caller as a word capture. */
const named = (match: Match): string => match.captures.words.named?.[0] ?? "year";

function partOf(match: Match, { published }: Reference): Value {
  const unit = named(match);
  const part = match.captures.words.portion?.[0] ?? "end";
  if (published === null || (unit !== "year" && published.month === null))
    return { value: null, anchor: "publication" };
  if (unit === "month") return { value: monthPart(published.year, published.month ?? 1, part), anchor: "publication" };
  if (unit === "year") {
    const months = part === "start" ? ["01", "04"] : part === "middle" ? ["05", "08"] : ["09", "12"];
    return { value: `${published.year}-${months[0]}/${published.year}-${months[1]}`, anchor: "publication" };
  }
  return { value: published.day === null ? null : weekOf(published), anchor: "publication" };
}
