import type { ActorRef } from "../../model/index.ts";
import type { Brief } from "../dossier.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { localDate, localNumber } from "./intl.ts";
import type { Words } from "./words.ts";

/** `en` for every language that has no words of its own yet. */
export function wordsOf(language: string): Words {
  return language.toLowerCase().startsWith("fr") ? fr : en;
}

/** `6`, `12,000`, `2.8`: by locale, never more than two decimals unless the value is smaller than one. */
export function formatNumber(words: Words, value: number): string {
  return localNumber(words.locale, value, Math.abs(value) < 1 ? 4 : 2);
}

const iso = /^(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date as precise as it is given, in its own time zone: `14 March 2025, 09:12 (UTC+1)`. What is no date stays as it is. */
export function formatDate(words: Words, value: string): string {
  const [from, to, rest] = value.split("/");
  if (from !== undefined && to !== undefined && rest === undefined) {
    return words.datesOf(formatDate(words, from), formatDate(words, to));
  }
  const parts = iso.exec(value);
  if (!parts) return value;
  const [, year, month, day, hour, minute, zone] = parts;
  const known = year !== "XXXX";
  const date = new Date(Date.UTC(known ? Number(year) : 2000, month ? Number(month) - 1 : 0, day ? Number(day) : 1));
  const exists =
    date.getUTCMonth() === (month ? Number(month) - 1 : 0) && date.getUTCDate() === (day ? Number(day) : 1);
  if (!exists) return value;
  const plain = localDate(words.locale, date, { year: known, month: month !== undefined, day: day !== undefined });
  const text = words.dayHead(plain);
  if (hour === undefined || minute === undefined) return text;
  return `${text}, ${formatTime(words, hour, minute)}${zone ? ` (${formatZone(zone)})` : ""}`;
}

/** The day alone, to group by. */
export function formatDay(words: Words, value: string): string {
  const [from, to] = value.replace(/T[^/]*/g, "").split("/");
  return formatDate(words, from === to || to === undefined ? (from ?? "") : `${from}/${to}`);
}

/** `09:12` or `9 h 12`; empty when the value holds no time. */
export function formatHour(words: Words, value: string): string {
  const parts = iso.exec(value);
  return parts?.[4] && parts[5] ? formatTime(words, parts[4], parts[5]) : "";
}

function formatTime(words: Words, hour: string, minute: string): string {
  return words.locale.startsWith("fr") ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}

function formatZone(zone: string): string {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match || (match[2] === "00" && match[3] === "00")) return "UTC";
  return `UTC${match[1] === "-" ? "−" : "+"}${Number(match[2])}${match[3] === "00" ? "" : `:${match[3]}`}`;
}

/** `A`, `A and B`, `A, B and 3 others`. */
export function formatList(words: Words, items: readonly string[], limit = 4): string {
  const shown = items.length > limit ? items.slice(0, limit - 1) : [...items];
  const hidden = items.length - shown.length;
  const all = hidden > 0 ? [...shown, words.andOthers(hidden)] : shown;
  const last = all.pop();
  if (last === undefined) return "";
  return all.length === 0 ? last : `${all.join(", ")} ${words.and} ${last}`;
}

/** The name of who speaks, in our words: an unnamed source and an article's own voice have no name of their own. */
export function formatSpeaker(words: Words, dossier: Brief, speaker: ActorRef, article: number | null): string {
  if (isAuthor(speaker)) {
    const document = article === null ? undefined : dossier.articles[article - 1]?.document;
    if (document === undefined) return words.author;
    const name = document.outlet ?? document.authors[0] ?? `${words.article} ${article}`;
    return `${name} (${words.ownVoice})`;
  }
  return speaker.name === "unnamed" || speaker.name === "" ? words.unnamed : speaker.name;
}

/** True of the speaker that stands for the document's own voice. */
export function isAuthor(speaker: ActorRef): boolean {
  return speaker.name === "author" || speaker.id === "author" || speaker.id.startsWith("author:");
}
