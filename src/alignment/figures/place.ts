import type { Figures } from "../../languages/figures.ts";
import { type Language, languageOf } from "../../languages/index.ts";
import type { Proposition, Reading } from "../../model/index.ts";
import type { Identity } from "../names.ts";
import { stem } from "../propositions/concepts.ts";
import type { NearbyStories } from "../stories.ts";
import { thingOf } from "./counted.ts";
import { fold, type Placed } from "./placed.ts";

/** How far before a figure its place or time may be given, in code units. */
const reach = 500;

/** The figures of a document with what they count, where and when; those without a unit are left out. */
export function placedIn(reading: Reading, nearby: NearbyStories | null, identity: Identity): Placed[] {
  const language = languageOf(reading.document.language);
  const { id, uri } = reading.document;
  const around = surroundings(reading);
  const placed: Placed[] = [];
  for (const [index, figure] of reading.figures.entries()) {
    if (figure.unit === "") continue;
    const near = around(index);
    const covering = near.propositions;
    const thing =
      language === null
        ? { of: figure.unit, outcome: null, borrowed: false, measure: true, telling: false }
        : thingOf(figure, near, language.figures, language.events);
    const before = placed.findLast((other) => other.of === thing.of && figure.start - other.end < reach);
    const whole = language !== null && isWhole(near, language.figures);
    const named = figure.scope.place === null ? null : placeId(reading, figure.scope.place, identity);
    const place = whole ? countryOf(named) : (named ?? before?.place ?? lastPlace(reading, figure.start, identity));
    const lender = thing.borrowed ? before : undefined;
    const topic = language === null ? new Set<string>() : topicOf(covering, figure, language);
    placed.push({
      ...figure,
      document: id,
      uri,
      story: nearby?.(id, covering[0]?.paragraph ?? near.paragraph)?.id ?? null,
      ...thing,
      outcome: thing.outcome ?? lender?.outcome ?? null,
      others: language !== null && hasPhrase(` ${fold(figure.text)} `, language.figures.others),
      modifiers: language === null ? new Set() : modifiersOf(reading, figure),
      topic: topic.size === 0 && lender !== undefined ? lender.topic : topic,
      place,
      names: namesIn(near.sentence, figure.speaker.name),
      time: figure.scope.time ?? (before !== undefined && figure.start - before.end < 200 ? before.time : null),
      sure: isNamed(figure.speaker.name, near.sentence),
      giver: giverOf(reading, figure.speaker.id, identity),
      given: saidAt(reading, figure.statement) ?? reading.document.modified ?? reading.document.published,
    });
  }
  return placed;

  function hasPhrase(words: string, phrases: readonly string[]): boolean {
    return phrases.some((phrase) => words.includes(` ${phrase} `));
  }
  function isWhole({ before, after }: { before: string; after: string }, figures: Figures): boolean {
    const near = fold(`${before} | ${after}`);
    return figures.wholeCountry.some((phrase) => near.includes(fold(phrase)));
  }
}

/** A country counts for the whole of it; another place named with such a phrase is the country's capital or seat. */
const countryOf = (named: string | null): string => (named?.startsWith("state:") === true ? named : "country");

/** Who gives a figure; an author stands for the outlet, or for the page where it is not known. */
function giverOf({ document }: Reading, speaker: string, identity: Identity): string {
  if (speaker !== "author") return identity(speaker);
  return `author:${document.outlet ?? document.canonical ?? document.uri}`;
}

function saidAt({ statements }: Reading, statement: string | null): string | null {
  return statement === null ? null : (statements.find(({ id }) => id === statement)?.said ?? null);
}

/** A place by the id of its mention where there is one, so that `Kiev` and `Kyiv` are one; else its letters. */
function placeId({ mentions }: Reading, place: string, identity: Identity): string {
  const mention = mentions.find(({ text, actor }) => text === place && /^(?:place|state):/.test(actor));
  if (mention !== undefined) return mention.actor.startsWith("state:") ? mention.actor : identity(mention.actor);
  return identity(`place:${fold(place)}`);
}

/** The place last spoken of before an offset, where a figure names none itself. */
function lastPlace({ propositions }: Reading, offset: number, identity: Identity): string | null {
  const near = propositions
    .filter(({ evidence, places }) => evidence.start <= offset && offset - evidence.end < reach && places.length > 0)
    .at(-1);
  const place = near?.places.at(-1);
  return place === undefined ? null : identity(place);
}

/** What a figure's clause is about: its concepts without the words for counting and for what is counted. */
function topicOf(
  covering: readonly Proposition[],
  figure: { readonly speaker: { readonly name: string }; readonly text: string },
  { figures: { counting, small }, events }: Language,
): ReadonlySet<string> {
  const amount = new Set(
    fold(figure.text)
      .split(/[^\p{L}]+/u)
      .map((word) => events.concepts.get(word) ?? stem(word)),
  );
  const speaker = fold(figure.speaker.name).split(/[^\p{L}]+/u);
  const meant = new Set(
    speaker.map((word) => events.concepts.get(word) ?? events.concepts.get(word.replace(/s$/u, "")) ?? word),
  );
  const found = new Set<string>();
  for (const { lemmas, predicate } of covering) {
    for (const lemma of lemmas) {
      const plain = fold(lemma);
      if (counting.has(lemma) || small.has(lemma) || plain === fold(predicate)) continue;
      if (meant.has(lemma)) continue;
      if (speaker.some((word) => word.length > 3 && (word.startsWith(plain) || plain.startsWith(word)))) continue;
      if (plain.startsWith("@") || plain.length < 3 || amount.has(stem(plain))) continue;
      found.add(plain);
    }
  }
  return found;
}

/** Capitalised words that do not open the sentence, without those of whoever speaks. */
function namesIn(sentence: string, speaker: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of sentence.trim().matchAll(/(?<=\S[\s'’«“"(-]{1,3})\p{Lu}[\p{L}-]{2,}/gu))
    if (!speaker.includes(word) && found.size < 6) found.add(fold(word));
  return found;
}

/** Whether a sentence holds a word of a name, or a pronoun alone before its verb. */
function isNamed(name: string, sentence: string): boolean {
  const words = fold(sentence).split(/[^\p{L}]+/u);
  return fold(name)
    .split(/[^\p{L}]+/u)
    .some(
      (word) =>
        word.length > 2 && words.some((other) => other === word || other === `${word}s` || `${other}s` === word),
    );
}

/** States named with what is counted (`drones ukrainiens`): they tell one side's from the other's. */
function modifiersOf(
  { mentions, document }: Reading,
  figure: { readonly start: number; readonly end: number; readonly what: string },
): ReadonlySet<string> {
  const at = document.text.indexOf(figure.what, figure.start);
  const end = figure.what === "" || at < 0 || at > figure.end ? figure.end : at + figure.what.length;
  return new Set(
    mentions
      .filter((one) => one.start >= figure.start && one.end <= end && one.actor.startsWith("state:"))
      .map(({ actor }) => actor),
  );
}

type Near = {
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  readonly propositions: readonly Proposition[];
  readonly paragraph: number;
};

/** The clause before and after a figure, up to the figures beside it; the sentence; the propositions that hold it. */
function surroundings({ document: { text }, figures, propositions }: Reading): (index: number) => Near {
  const ordered = [...propositions].sort((a, b) => a.evidence.start - b.evidence.start);
  const starts = ordered.map(({ evidence }) => evidence.start);
  return (index) => {
    const figure = figures[index];
    if (figure === undefined) return { before: "", after: "", sentence: "", propositions: [], paragraph: 0 };
    const from = Math.max(figures[index - 1]?.end ?? 0, figure.start - 120);
    const until = Math.min(figures[index + 1]?.start ?? text.length, figure.end + 90);
    const left = text.slice(from, figure.start);
    const right = text.slice(figure.end, until);
    const before = left.slice(left.search(/[^.!?;:\n(]*$/u));
    const after = /^[^.!?;:,()\n]*/u.exec(right)?.[0] ?? "";
    const joined = until === figures[index + 1]?.start ? after.replace(/\s(?:and|et|ou|or)\s.*$/u, "") : after;
    const wide = text.slice(Math.max(0, figure.start - 200), figure.start);
    const sentence = `${wide.slice(wide.search(/[^.!?\n]*$/u))} ${/^[^!?\n]*?(?=[.!?\n](?:\s|$)|$)/u.exec(text.slice(figure.end, figure.end + 200))?.[0] ?? ""}`;
    const at = upper(starts, figure.start);
    const holding = ordered
      .slice(Math.max(0, at - 12), at)
      .filter(({ evidence }) => evidence.start <= figure.start && evidence.end >= figure.end);
    return {
      before,
      after: joined,
      sentence,
      propositions: holding,
      paragraph: ordered[Math.max(0, at - 1)]?.paragraph ?? 0,
    };
  };
}

/** How many starts are not behind an offset. */
function upper(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
