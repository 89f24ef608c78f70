import type { Name, Span } from "../../model/index.ts";
import type { Source } from "../attribution.ts";
import { type Draft, draftOf, noCue } from "../draft.ts";
import { type Reader, sentenceAt } from "../reader.ts";
import { say } from "../reasons/index.ts";

/** Fewest questions of an interview, and most words of one. */
const QUESTIONS = 3;
const LONGEST = 90;

type Part = {
  readonly span: Span;
  readonly text: string;
  readonly asks: boolean;
  readonly first: boolean;
  readonly second: boolean;
  readonly whole: boolean;
};

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/\p{L}+'?/gu) ?? [];

function partsOf(reader: Reader): Part[] {
  const { firstPerson, addressed } = reader.language;
  return reader.analysis.paragraphs.map(({ start, end }) => {
    const text = reader.text.slice(start, Math.min(end, start + 4000)).trim();
    const words = wordsOf(text);
    const quoted = /^[«“"]/.test(text);
    return {
      span: { start, end },
      text,
      asks: !quoted && /\?\s*$/.test(text) && words.length <= LONGEST,
      first: words.some((word) => firstPerson.has(word) || firstPerson.has(word.replace(/'$/, ""))),
      second: words.some((word) => addressed.has(word)),
      whole: !quoted && /[.!?…)]\s*$/.test(text),
    };
  });
}

/** Who is interviewed: the person named most often before the first question. */
function guestOf(reader: Reader, before: number): Source {
  const counts = new Map<string, number>();
  const persons = reader.names.filter(({ kind, end }) => kind === "person" && end <= before);
  const keyOf = ({ entity, text }: Name): string => entity ?? text;
  for (const name of persons) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const name = persons.find((one) => counts.get(keyOf(one)) === most && /\s/.test(one.text)) ?? persons[0];
  if (name === undefined) return { kind: "unnamed" };
  return { kind: "phrase", span: name, head: { sentence: sentenceAt(reader, name.start), word: name.word } };
}

/** Paragraphs by what they are: `q` asked, `a` answered, `` the narrator's. */
function exchange(parts: readonly Part[]): readonly ("q" | "a" | "")[] {
  const kinds: ("q" | "a" | "")[] = parts.map(() => "");
  let open = false;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.asks && next !== undefined && !next.asks && next.whole) {
      kinds[index] = "q";
      open = true;
      continue;
    }
    if (!open || !part.whole) continue;
    const behind = kinds[index - 1] === "q";
    // `Certains vous reprochent de noircir le tableau.`: a question without its mark.
    const prompt = part.second && !part.first && !behind && next?.first === true && wordsOf(part.text).length < 50;
    if (prompt) kinds[index] = "q";
    else if (behind || (part.first && kinds[index - 1] === "a")) kinds[index] = "a";
  }
  return kinds;
}

/**
 * An interview whose questions and answers bear no names.
 *
 * `Entretien avec Odile Brassac` … `Pourquoi partez-vous ?` … `Je ne pars pas. Mes sols sont vivants.`
 * ==> content: the paragraph, direct speech of the person the text was about before the first question; questions are
 * the journalists'
 * Not: a column with a question in it, where nobody is addressed or nobody answers in the first person.
 *
 * Radar de Parité and GenderGapTracker drop interviews: they have neither marks nor verbs.
 */
export function interviews(reader: Reader): Draft[] {
  const parts = partsOf(reader);
  const kinds = exchange(parts);
  const asked = parts.filter((_, index) => kinds[index] === "q");
  const answers = parts.filter((_, index) => kinds[index] === "a");
  const addressed = asked.filter(({ second }) => second).length;
  if (asked.length < QUESTIONS || addressed * 2 < asked.length) return [];
  if (answers.filter(({ first }) => first).length * 2 < answers.length) return [];
  const guest = guestOf(reader, asked[0]?.span.start ?? 0);
  return parts.flatMap(({ span }, index): Draft[] => {
    const kind = kinds[index];
    if (kind === "" || kind === undefined) return [];
    const draft = draftOf(reader, {
      rule: "statements/rules/interview",
      reason: say(kind === "q" ? "question" : "answer"),
      content: [span],
      head: null,
      source: kind === "q" ? { kind: "asker", span: null, head: null } : guest,
      cue: noCue("mark"),
      score: 0.7,
    });
    return draft === null ? [] : [{ ...draft, mode: "direct", content: [span], quoted: [span] }];
  });
}
