import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import type { Reading } from "../src/model/index.ts";
import { encoded, readCapture } from "../src/pipeline.ts";
import type { Place } from "./overlap.ts";

const root = resolve(import.meta.dirname, "stances");

/** Words of a text that are marked, and the claims that they are about: none where they are about something else. */
export type Mark = Place & { readonly claims: readonly string[] };

/** An invented event, as its papers tell it: texts in one language, articles or one or two paragraphs. */
export type Invented = { readonly texts: readonly string[]; readonly marks: readonly Mark[] };

/** The events of a file of `training/stances`. */
export function inventedIn(file: string): Invented[] {
  const items = readFileSync(resolve(root, file), "utf8").split(/^(?=# )/mu);
  return items.filter((item) => item.startsWith("# ")).map((item) => inventedOf(item.split("\n")));
}

const perText = 2;

/** An event from its lines, of which all but those of paragraphs are left out. */
export function inventedOf(lines: readonly string[]): Invented {
  const texts: { language: string; text: string; room: number }[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const [language = "", paragraph] = line.split("\t");
    if (paragraph === undefined) continue;
    if (language.startsWith("@ ")) {
      const imprint = paragraph.replace(", ", "\n");
      texts.push({ language: language.slice(2), text: imprint, room: Number.POSITIVE_INFINITY });
      continue;
    }
    const last = texts.at(-1);
    const goes = last !== undefined && last.language === language && last.room > 0;
    const own = goes ? last : { language, text: "", room: perText };
    if (!goes) texts.push(own);
    if (own.text !== "") own.text += "\n\n";
    own.room -= 1;
    let at = 0;
    for (const { 0: whole, 1: stands = "", 2: words = "", index } of paragraph.matchAll(mark)) {
      own.text += paragraph.slice(at, index);
      const start = own.text.length;
      own.text += words;
      const claims = stands.match(/\d+/gu) ?? [];
      marks.push({ document: `${texts.length}.txt`, claims, start, end: start + words.length });
      at = index + whole.length;
    }
    own.text += paragraph.slice(at);
  }
  return { texts: texts.map(({ text }) => text), marks };
}

const mark = /\[((?:[+?-]\d+ )+|o )([^[\]]*)\]/gu;

/** The texts of an event as the product reads them. */
export const readingsOf = ({ texts }: Invented): Reading[] =>
  texts.map((text, at) => encoded(readCapture(captureBytes(Buffer.from(text), { uri: `${at + 1}.txt` }))));
