import { expect, test } from "vitest";
import { en } from "../languages/en/index.ts";
import { fr } from "../languages/fr/index.ts";
import type { Word } from "../model/index.ts";
import { withGrammar } from "./grammar.ts";

/** `Il/PRON/2/expl:subj jure/VERB/0/root/Mood=Ind`: words with lemma after a tilde where it is not the form. */
function parsed(text: string): Word[] {
  return text.split(" ").map((part, index): Word => {
    const [form = "", upos = "X", head = "0", deprel = "dep", feats = ""] = part.split("/");
    const [shown = "", lemma = shown.toLowerCase()] = form.split("~");
    const features = Object.fromEntries(feats.split("|").flatMap((one) => (one === "" ? [] : [one.split("=")])));
    return {
      start: index,
      end: index + 1,
      index,
      form: shown,
      lemma,
      upos: upos as Word["upos"],
      feats: features,
      head: Number(head) - 1,
      deprel,
    };
  });
}
const relations = (text: string): string[] => withGrammar(parsed(text), fr.syntax).map(({ deprel }) => deprel);

test("a pronoun is the subject of a verb that always has one", () => {
  expect(relations("Il~lui/PRON/2/expl:subj jure~jurer/VERB/0/root")[0]).toBe("nsubj");
  expect(relations("Il~lui/PRON/2/expl:subj faut~falloir/VERB/0/root")[0]).toBe("expl:subj");
  expect(relations("Il~lui/PRON/3/expl:subj est~être/AUX/3/aux:pass dit~dire/VERB/0/root")[0]).toBe("expl:subj");
});

test("an infinitive whose owner is not named is a clause of its own", () => {
  const without = "permettent~permettre/VERB/0/root poser/VERB/1/xcomp/VerbForm=Inf";
  expect(relations(without)[1]).toBe("ccomp");
  expect(relations("leur~lui/PRON/2/iobj permettent~permettre/VERB/0/root poser/VERB/2/xcomp/VerbForm=Inf")[2]).toBe(
    "xcomp",
  );
  expect(relations("veulent~vouloir/VERB/0/root poser/VERB/1/xcomp/VerbForm=Inf")[1]).toBe("xcomp");
});

test("a form of a verb behind a noun phrase, before an object, is the verb", () => {
  const words = withGrammar(
    parsed("Le~le/DET/2/det ministère/NOUN/0/root juge/NOUN/2/nmod ce/DET/5/det chiffre/NOUN/3/nmod faux/ADJ/5/amod"),
    fr.syntax,
  );
  expect(words.map(({ head, deprel }) => `${head + 1} ${deprel}`)).toEqual([
    "2 det",
    "3 nsubj",
    "0 root",
    "5 det",
    "3 obj",
    "5 amod",
  ]);
  expect(words[2]).toMatchObject({ upos: "VERB", lemma: "juger" });
  const noun = parsed("Le~le/DET/2/det doute/NOUN/5/nsubj demeure~demeurer/VERB/0/root/VerbForm=Fin");
  expect(withGrammar(noun, fr.syntax)[1]?.upos).toBe("NOUN");
});

test("a past tense taken for a participle is the verb of a sentence that has none", () => {
  const past = (text: string) =>
    withGrammar(parsed(text), en.syntax, (form) => form.replace(/ed$/, "")).map(
      ({ head, deprel }) => `${head + 1} ${deprel}`,
    );
  const sentence = "Sarnel/PROPN/2/compound dumped/VERB/3/amod/VerbForm=Part|Tense=Past oil/NOUN/0/root";
  expect(past(`${sentence} ./PUNCT/3/punct`)).toEqual(["2 nsubj", "0 root", "2 obj", "2 punct"]);
  expect(past(sentence)[2]).toBe("0 root");
  const noun = "The/DET/4/det Sarnel/PROPN/3/compound dumped/VERB/4/amod/VerbForm=Part|Tense=Past oil/NOUN/0/root";
  expect(past(`${noun} ./PUNCT/4/punct`)[3]).toBe("0 root");
});
