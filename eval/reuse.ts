/**
 * Reuse of text, literal, rewritten and translated, against accounts of the same event that are somebody's own
 * (`test/cases/reuse.txt`). `node eval/reuse.ts` lists what goes wrong in the seen half; the blind half is only counted.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import type { Reading } from "../src/model/index.ts";
import { reuseOf, textFamilies } from "../src/origins/reuse.ts";
import { readCapture } from "../src/pipeline.ts";
import { percent, type Scores, type Suite } from "./suite.ts";

type Article = { readonly key: string; readonly language: string; text: string };
type Event = { readonly name: string; readonly blind: boolean; readonly articles: Article[] };
type Pair = {
  readonly event: string;
  readonly blind: boolean;
  readonly a: string;
  readonly b: string;
  readonly one: boolean;
};

const kinds = ["copy", "rewritten", "translated"];

export function events(): Event[] {
  const found: Event[] = [];
  const file = resolve(import.meta.dirname, "../test/cases/reuse.txt");
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const head = /^## (seen|blind) (.+)$/.exec(line);
    if (head !== null) found.push({ name: head[2] ?? "", blind: head[1] === "blind", articles: [] });
    else if (line.startsWith("@ ")) {
      const [, key = "", language = ""] = line.split(" ");
      found.at(-1)?.articles.push({ key, language, text: "" });
    } else if (line !== "" && !line.startsWith("#")) {
      const event = found.at(-1);
      const article = event?.articles.at(-1);
      if (article !== undefined) article.text += filled(line, event?.articles[0]?.text ?? "");
    }
  }
  return found;
}

/** `{a:1-3}` stands for the first three sentences of the first article. */
function filled(line: string, first: string): string {
  const sentences = first.split(/(?<=[.!?]) (?=[\p{Lu}«"])/u);
  return line.replace(/\{a:(\d)-(\d)\}/g, (_, from, to) => sentences.slice(Number(from) - 1, Number(to)).join(" "));
}

function read({ name, articles }: Event): Map<string, Reading> {
  return new Map(
    articles.map(({ key, language, text }) => {
      const { document, ...rest } = captureBytes(new TextEncoder().encode(text), { uri: `${name}-${key}.txt` });
      return [key, readCapture({ ...rest, document: { ...document, language } })] as const;
    }),
  );
}

/** Whether two articles are taken for one text. All articles of all events are given at once, as in a ledger. */
function judged(): { pairs: (Pair & { readonly found: boolean })[]; kinds: Map<string, string> } {
  const all = events().map((event) => ({ event, readings: read(event) }));
  const reuse = reuseOf(all.flatMap(({ readings }) => [...readings.values()]));
  const family = textFamilies(reuse);
  const kind = new Map(
    reuse.flatMap(
      ({ a, b, kind: of }) =>
        [
          [`${a} ${b}`, of],
          [`${b} ${a}`, of],
        ] as const,
    ),
  );
  const top = (reading: Reading | undefined): string => {
    const id = reading?.document.id ?? "";
    return family.get(id) ?? id;
  };
  const pairs = all.flatMap(({ event, readings }) => {
    const keys = event.articles.map(({ key }) => key);
    return keys.flatMap((a, i) =>
      keys.slice(i + 1).flatMap((b) => {
        const own = /own|other/.test(`${a}${b}`);
        if (!own && a !== "a") return [];
        const found = top(readings.get(a)) === top(readings.get(b));
        return [{ event: event.name, blind: event.blind, a, b, one: !own, found }];
      }),
    );
  });
  return { pairs, kinds: kind };
}

export const suite: Suite = {
  needs: [],
  async measure(): Promise<Scores> {
    const { pairs } = judged();
    const scores: Record<string, Scores> = {};
    for (const half of ["seen", "blind"]) {
      const own = pairs.filter(({ blind }) => blind === (half === "blind"));
      const reused = own.filter(({ one }) => one);
      const apart = own.filter(({ one }) => !one);
      scores[half] = {
        "pairs reused": reused.length,
        "pairs independent": apart.length,
        "wrongly collapsed": percent(apart.filter(({ found }) => found).length, apart.length),
        missed: percent(reused.filter(({ found }) => !found).length, reused.length),
        ...Object.fromEntries(
          kinds.map((kind) => {
            const of = reused.filter(({ b }) => b.startsWith(kind));
            return [`missed ${kind}`, percent(of.filter(({ found }) => !found).length, of.length)];
          }),
        ),
      };
    }
    return scores;
  },
};

if (import.meta.main) {
  for (const { event, blind, a, b, one, found } of judged().pairs)
    if (!blind && one !== found) console.log(`${one ? "missed" : "wrong "}  ${event}: ${a} and ${b}`);
}
