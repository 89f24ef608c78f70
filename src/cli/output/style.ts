import { basename } from "node:path";
import type { PositionKind } from "../../model/index.ts";

/** Paints text, or leaves it plain where there is no terminal or the user wants no colour. */
export type Paint = {
  readonly on: boolean;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  position(kind: PositionKind, text: string): string;
};

/** Colour-blind safe (Okabe and Ito), the same as in the dossier; the terminal's own shades keep to its theme. */
const positionCodes: Readonly<Record<PositionKind, string>> = {
  affirm: "34",
  deny: "33",
  probable: "36",
  possible: "36",
  doubt: "36",
  "report-without-commitment": "90",
};

export const glyphs: Readonly<Record<PositionKind, string>> = {
  affirm: "●",
  deny: "⊘",
  probable: "◐",
  possible: "◐",
  doubt: "◐",
  "report-without-commitment": "◌",
};

/** The one fixed order: affirm, hedged, deny, no commitment. */
export const positionOrder: readonly PositionKind[] = [
  "affirm",
  "probable",
  "possible",
  "doubt",
  "deny",
  "report-without-commitment",
];

export function paintOf(on: boolean): Paint {
  const wrap = (code: string, text: string): string => (on && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    on,
    bold: (text) => wrap("1", text),
    dim: (text) => wrap("2", text),
    red: (text) => wrap("31", text),
    position: (kind, text) => wrap(positionCodes[kind], text),
  };
}

/**
 * No control character of a document may reach the terminal: escape sequences in it would be obeyed. Spaces that don't
 * break stay, so that no line ends within an hour or before a closing mark.
 */
export function plain(text: string): string {
  return text
    .replace(/[^\S\u00a0\u202f]+/gu, " ")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

/** A path or address as short as a person needs it: the file's name, or the address without its scheme. */
export function shortPlace(uri: string): string {
  return /^https?:/.test(uri) ? plain(uri).replace(/^https?:\/\/(www\.)?/, "") : plain(basename(uri));
}

/** A date or instant for people, without seconds and zone; an interval by its two ends. */
export function shortTime(when: string): string {
  return when
    .split("/")
    .map((end) => end.slice(0, 16).replace("T", " "))
    .join(" – ");
}
