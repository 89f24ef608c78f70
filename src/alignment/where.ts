import { languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import type { Node } from "./node.ts";

/** The place that most of what is told of names, in the words of the texts: `Moscou`, `la région d'Orlen`. */
export function whereOf(nodes: readonly Node[]): string | null {
  const counts = new Map<string, number>();
  for (const { proposition } of nodes)
    for (const place of proposition.places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const best = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
  return best === undefined ? null : nameOf(best, nodes);
}

/** Texts that are looked through for the words a place is named by. */
const looked = 200;

/** What the texts call a place, most often; what a list calls it where none does. */
function nameOf(place: string, nodes: readonly Node[]): string {
  const seen = new Map<string, number>();
  let listed: string | null = null;
  const own = place.replace(/^\w+:/u, "");
  for (const { proposition, reading } of nodes
    .filter(({ proposition: { places } }) => places.includes(place))
    .slice(0, looked)) {
    const forms = formsOf(reading.document.language).get(place) ?? [own];
    listed ??= forms[0] ?? null;
    const text = proposition.evidence.text;
    const folded = text.toLowerCase();
    for (const form of forms) {
      const at = folded.indexOf(form.toLowerCase());
      if (at < 0) continue;
      const found = text.slice(at, at + form.length);
      // Headlines in capitals name nobody better.
      const name = found === found.toUpperCase() && found.length > 3 ? form : found;
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  const best = [...seen].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1))[0];
  return best?.[0] ?? listed ?? capitalised(own);
}

const capitalised = (words: string): string =>
  words.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toLocaleUpperCase());

const known = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Places and states of a language's lists, by id, to what it calls them. */
function formsOf(code: string): ReadonlyMap<string, readonly string[]> {
  const language = languageOf(code);
  if (language === null) return new Map();
  const before = known.get(language.code);
  if (before !== undefined) return before;
  const found = new Map<string, string[]>();
  for (const gazetteer of language.names.gazetteers)
    for (const [form, kind = "", id = "-"] of rows(gazetteer)) {
      if (id === "-" || !/^(?:place|state|city|region)$/.test(kind)) continue;
      const forms = found.get(id);
      if (forms === undefined) found.set(id, [form]);
      else forms.push(form);
    }
  known.set(language.code, found);
  return found;
}
