import type { HedgeValue, Factuality as Lexicon, ModalKind } from "../../languages/factuality.ts";
import type { TextSpan, Word } from "../../model/index.ts";
import { openersOf } from "../../text/phrases.ts";
import { lemmaOf, lower } from "../speakers/words.ts";
import { isNegated, type Predicate } from "./predicate.ts";

/** How firmly a content holds by its own words, and the words that say so. */
export type Strength = { readonly value: HedgeValue; readonly words: readonly TextSpan[] };

const rank: Readonly<Record<HedgeValue, number>> = {
  certain: 0,
  alleged: 1,
  probable: 2,
  possible: 3,
  improbable: 4,
  impossible: 5,
};

const spanOf = (words: readonly Word[]): TextSpan => {
  const first = words[0];
  const last = words.at(-1);
  return { start: first?.start ?? 0, end: last?.end ?? 0, text: words.map((word) => word.form).join(" ") };
};

const byModal: Readonly<Record<ModalKind, HedgeValue | null>> = {
  possible: "possible",
  able: null,
  necessary: null,
  expected: "probable",
  seeming: "probable",
};

/** Hedges, longest first, among the words of the main clause; those on a noun phrase other than the predicate do not count. */
function hedgesIn(predicate: Predicate, lexicon: Lexicon): Strength[] {
  const { sentence, head, clause } = predicate;
  const found: Strength[] = [];
  const inClause = new Set(clause.map((word) => word.index));
  const opens = openersOf(lexicon.hedges);
  // `rien n'indique un risque de rupture`, `there is no risk of`: that there is none is said for certain.
  const none = isNegated(predicate, lexicon);
  for (let at = 0; at < clause.length; at++) {
    const start = clause[at];
    if (!start) continue;
    if (!opens(lower(start.form))) continue;
    let run = 0;
    while (run < 6 && start.index + run < sentence.words.length && inClause.has(start.index + run)) run++;
    for (let length = run; length > 0; length--) {
      const words = sentence.words.slice(start.index, start.index + length);
      const value = lexicon.hedges.get(
        words
          .map((word) => lower(word.form))
          .join(" ")
          .replace(/' /g, "'"),
      );
      if (!value || (none && start.upos === "NOUN")) continue;
      // An adjective or adverb of one word must be on the predicate: `une possible fuite` is still asserted.
      const on = (word: Word) =>
        word === head ||
        word.head === head.index ||
        (sentence.words[word.head]?.head === head.index && sentence.words[word.head]?.upos !== "NOUN");
      if (length > 1 || (start.upos !== "ADJ" && on(start)) || (start.upos === "ADJ" && start === head))
        found.push({ value, words: [spanOf(words)] });
      at += length - 1;
      break;
    }
  }
  return found;
}

function modalsIn(predicate: Predicate, lexicon: Lexicon): Strength[] {
  const { sentence, head, clause, subject } = predicate;
  const found: Strength[] = [];
  const condition = sentence.words.some(
    (word) => lexicon.conditions.has(lower(word.form)) && word.start >= head.start - 400,
  );
  for (const word of clause) {
    if (word !== head && !(word.head === head.index && (word.deprel.startsWith("aux") || word.upos === "AUX")))
      continue;
    const conditional = word.feats.Mood === "Cnd";
    const kind =
      (conditional ? lexicon.conditionalModals.get(lemmaOf(word)) : null) ??
      lexicon.modals.get(lemmaOf(word)) ??
      lexicon.modals.get(lower(word.form));
    const value = kind ? byModal[kind] : null;
    if (!value) continue;
    // `il pourrait ramener la paix s'il était élu` tells an ability under a condition, held for certain.
    if (kind === "possible" && condition && subject?.upos === "PRON" && lexicon.thirdPerson.has(lower(subject.form)))
      continue;
    found.push({ value, words: [spanOf([word])] });
  }
  return found;
}

/** The weakest of what modals, moods and adverbs of the content's main clause leave. */
export function strengthOf(predicate: Predicate | null, lexicon: Lexicon): Strength {
  const none: Strength = { value: "certain", words: [] };
  if (!predicate) return none;
  const all = [...hedgesIn(predicate, lexicon), ...modalsIn(predicate, lexicon)];
  return all.reduce((weakest, one) => (rank[one.value] > rank[weakest.value] ? one : weakest), none);
}
