import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../model/index.ts";
import { analyse, fromConllu, reparse, toConllu } from "./index.ts";

const french = (text: string) => analyse(text, { language: "fr", published: null });
const english = (text: string) => analyse(text, { language: "en", published: null });

/** Offsets lie within the text and in order, every sentence is a tree with one root. */
function sound(analysis: Analysis): void {
  const { text } = analysis;
  let last = 0;
  for (const sentence of analysis.sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(last);
    expect(sentence.end).toBeGreaterThan(sentence.start);
    expect(sentence.end).toBeLessThanOrEqual(text.length);
    last = sentence.end;
    let at = sentence.start;
    for (const word of sentence.words) {
      expect(word.start).toBeGreaterThanOrEqual(at);
      expect(word.end).toBeLessThanOrEqual(sentence.end);
      at = word.start;
    }
    expect(sentence.words.filter(({ head }) => head === -1)).toHaveLength(1);
    for (const word of sentence.words) {
      let [node, steps] = [word, 0];
      while (node.head !== -1 && steps <= sentence.words.length) {
        node = sentence.words[node.head] as typeof node;
        steps++;
      }
      expect(node.head).toBe(-1);
    }
  }
  for (const { outer, inner } of analysis.quotations) {
    expect(outer.start).toBeLessThanOrEqual(inner.start);
    expect(inner.end).toBeLessThanOrEqual(outer.end);
    expect(outer.end).toBeLessThanOrEqual(text.length);
  }
  for (const spans of [analysis.names, analysis.times, analysis.quantities]) {
    let end = 0;
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.text).toBe(text.slice(span.start, span.end));
      end = span.end;
    }
  }
}

const press = fc
  .array(
    fc.constantFrom(
      "«",
      "»",
      "“",
      "”",
      '"',
      "'",
      "’",
      " ",
      "\n",
      "\n\n",
      ". ",
      "?",
      "M.",
      "du",
      "l'",
      "dit-il",
      "don't",
      "10h20",
      "1 000",
      "—",
      "(",
      ")",
      "Le",
      "maire",
      "says",
      "…",
      "\u{1f600}",
      "e\u0301",
      "\ud800",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("analyse", () => {
  test("any string gives valid offsets and trees", () => {
    const text = fc.oneof(press, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(text, fc.constantFrom("fr", "en", "de"), (input, language) =>
        sound(analyse(input, { language, published: null })),
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  test("words that are tokens show their own characters", () => {
    fc.assert(
      fc.property(press, (input) => {
        for (const { words } of french(input).sentences)
          for (const word of words)
            if (words.filter(({ start, end }) => start === word.start && end === word.end).length === 1)
              expect(input.slice(word.start, word.end)).toBe(word.form);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  test("a contraction is two words on one span, an article is one", () => {
    const [sentence] = french("Le maire a vu les toits des maisons du village.").sentences;
    expect(sentence?.words.map(({ form }) => form).join(" ")).toBe(
      "Le maire a vu les toits de les maisons de le village .",
    );
    const [du] = french("Nous avons mangé du pain.").sentences;
    expect(du?.words.map(({ form }) => form)).toContain("du");
  });

  test("subject, auxiliary and object of a plain sentence", () => {
    const words = french("Le maire a démenti cette information.").sentences[0]?.words ?? [];
    const verb = words.find(({ form }) => form === "démenti");
    expect(verb).toMatchObject({ head: -1, upos: "VERB", lemma: "démentir" });
    expect(words.find(({ form }) => form === "maire")).toMatchObject({ head: verb?.index, deprel: "nsubj" });
    expect(words.find(({ form }) => form === "information")).toMatchObject({ head: verb?.index, deprel: "obj" });
  });

  test("a clause that is said, in English", () => {
    const words = english("The mayor said that the bridge was closed.").sentences[0]?.words ?? [];
    expect(words.find(({ form }) => form === "closed")).toMatchObject({ deprel: "ccomp" });
    expect(words.find(({ form }) => form === "said")).toMatchObject({
      head: -1,
      lemma: "say",
      feats: { Tense: "Past" },
    });
  });

  test("the conditional of hearsay is marked as such", () => {
    const words = french("Le ministre aurait signé le traité.").sentences[0]?.words ?? [];
    expect(words.find(({ form }) => form === "aurait")?.feats).toMatchObject({ Mood: "Cnd", VerbForm: "Fin" });
  });
});

describe("CoNLL-U", () => {
  test("what is written is read back", () => {
    const analysis = english("“We don't know,” the aide said. It's the mayor's.");
    const read = fromConllu(toConllu(analysis));
    expect(read.map(({ words }) => words.map(({ form }) => form))).toEqual(
      analysis.sentences.map(({ words }) => words.map(({ form }) => form)),
    );
    expect(read.map(({ words }) => words.map(({ head }) => head))).toEqual(
      analysis.sentences.map(({ words }) => words.map(({ head }) => head)),
    );
    expect(read[0]?.multiword.map(({ form }) => form)).toEqual(["don't"]);
  });

  test("reparse keeps words, comments and multiword tokens and predicts the rest", () => {
    const conllu =
      "# sent_id = a\n1\tIl\t_\t_\t_\t_\t_\t_\t_\t_\n2\tparle\t_\t_\t_\t_\t_\t_\t_\t_\n3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n3\tde\t_\t_\t_\t_\t_\t_\t_\t_\n4\tle\t_\t_\t_\t_\t_\t_\t_\t_\n5\tpont\t_\t_\t_\t_\t_\t_\t_\t_\n";
    const result = reparse(conllu, "fr");
    expect(result).toContain("# sent_id = a\n");
    expect(result).toContain("\n3-4\tdu\t");
    expect(fromConllu(result)[0]?.words.map(({ upos }) => upos)).toEqual(["PRON", "VERB", "ADP", "DET", "NOUN"]);
  });

  test("lines that are no CoNLL-U are passed over", () => {
    expect(fromConllu("nonsense\n\n1\n\n\t\t\t\n").length).toBeLessThanOrEqual(1);
    expect(fromConllu("")).toEqual([]);
  });
});
