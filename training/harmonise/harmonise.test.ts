import { expect, test } from "vitest";
import { type ConlluSentence, fromConllu } from "../../src/analysis/conllu.ts";
import { foreignNames, necessities, predicates, timesWhen } from "./clauses.ts";
import { agreement, verbForms } from "./english.ts";
import { featuresLike, passives } from "./features.ts";
import { connectives, nounClauses, numbersBehind, places, quantifiers, reflexives } from "./pud.ts";
import { speechFirst } from "./speech.ts";
import { plainDiscourse, written } from "./spoken.ts";
import { changed, type Rule } from "./tree.ts";

/** `form/UPOS/head/relation` with heads from 1, or `form/UPOS/head/relation/Feature=Value`. */
function sentence(text: string): ConlluSentence {
  const rows = text.split(/\s+/).map((cell, i) => {
    const [form, upos, head, relation, feats = "_", lemma = form] = cell.split("/");
    return `${i + 1}\t${form}\t${lemma}\t${upos}\t_\t${feats}\t${head}\t${relation}\t_\t_`;
  });
  const [read] = fromConllu(`${rows.join("\n")}\n`);
  if (read === undefined) throw new Error("no sentence");
  return read;
}
const shown = ({ words }: ConlluSentence) =>
  words.map(({ form, upos, head, deprel }) => `${form}/${upos}/${head + 1}/${deprel}`).join(" ");
const after = (text: string, ...rules: Rule[]) => shown(changed(sentence(text), rules));

test("speech before what reports it heads the sentence", () => {
  expect(
    after(
      "«/PUNCT/4/punct Le/DET/3/det pont/NOUN/4/nsubj tiendra/VERB/8/ccomp »/PUNCT/4/punct ,/PUNCT/8/punct a/AUX/8/aux déclaré/VERB/0/root la/DET/10/det maire/NOUN/8/nsubj ./PUNCT/8/punct",
      speechFirst,
    ),
  ).toBe(
    "«/PUNCT/4/punct Le/DET/3/det pont/NOUN/4/nsubj tiendra/VERB/0/root »/PUNCT/4/punct ,/PUNCT/4/punct a/AUX/8/aux déclaré/VERB/4/parataxis:insert la/DET/10/det maire/NOUN/8/nsubj ./PUNCT/4/punct",
  );
});

test("speech behind what reports it, or with a subject before, stays", () => {
  for (const text of [
    "La/DET/2/det maire/NOUN/3/nsubj déclare/VERB/0/root que/SCONJ/6/mark tout/PRON/6/nsubj tient/VERB/3/ccomp ./PUNCT/3/punct",
    "Elle/PRON/5/nsubj :/PUNCT/4/punct tout/PRON/4/nsubj tient/VERB/5/parataxis répète/VERB/0/root ./PUNCT/5/punct",
  ])
    expect(after(text, speechFirst)).toBe(shown(sentence(text)));
});

test("reflexives are part of the verb, beside an object they are not", () => {
  expect(after("Elle/PRON/3/nsubj se/PRON/3/obj lève/VERB/0/root", reflexives)).toContain("se/PRON/3/expl:pv");
  expect(
    after("Elle/PRON/3/nsubj se/PRON/3/iobj lave/VERB/0/root les/DET/5/det mains/NOUN/3/obj", reflexives),
  ).toContain("se/PRON/3/iobj");
});

test("quantifiers before a noun determine it", () => {
  expect(after("Plusieurs/ADJ/2/amod élus/NOUN/0/root", quantifiers)).toContain("Plusieurs/DET/2/det");
  expect(after("élus/NOUN/0/root certains/ADJ/1/amod", quantifiers)).toContain("certains/ADJ/1/amod");
});

test("connectives have one tag", () => {
  expect(after("dont/ADP/2/nmod parle/VERB/0/root", connectives)).toContain("dont/PRON");
  expect(after("Mais/CCONJ/2/discourse tient/VERB/0/root", connectives)).toContain("Mais/CCONJ/2/cc");
});

test("verbs and numbers behind a noun", () => {
  expect(after("décision/NOUN/0/root de/ADP/3/mark partir/VERB/1/xcomp/VerbForm=Inf", nounClauses)).toContain(
    "partir/VERB/1/acl",
  );
  expect(after("veut/VERB/0/root partir/VERB/1/xcomp/VerbForm=Inf", nounClauses)).toContain("partir/VERB/1/xcomp");
  expect(after("années/NOUN/0/root 1980/NUM/1/nummod", numbersBehind)).toContain("1980/NUM/1/nmod");
  expect(after("1980/NUM/2/nummod années/NOUN/0/root", numbersBehind)).toContain("1980/NUM/2/nummod");
});

test("a place is the predicate of être", () => {
  expect(after("Elle/PRON/2/nsubj est/VERB/0/root/_/être à/ADP/4/case Orval/PROPN/2/obl ./PUNCT/2/punct", places)).toBe(
    "Elle/PRON/4/nsubj est/AUX/4/cop à/ADP/4/case Orval/PROPN/0/root ./PUNCT/4/punct",
  );
  expect(after("Il/PRON/2/expl est/VERB/0/root/_/être temps/NOUN/2/obj", places)).toContain("est/VERB/0/root");
});

test("features follow those of the reference, else the lexicon", () => {
  const reference = Array.from({ length: 4 }, () => sentence("les/DET/2/det/Number=Plur ponts/NOUN/0/root"));
  const rule = featuresLike(reference, new Map([["ADJ rouges", { gender: "", number: "Plur" }]]));
  const { words } = changed(
    sentence("les/DET/2/det/Gender=Masc|Number=Plur toits/NOUN/0/root rouges/ADJ/2/amod/Gender=Masc|Number=Plur"),
    [rule],
  );
  expect(words.map(({ feats }) => feats)).toEqual([{ Number: "Plur" }, {}, { Number: "Plur" }]);
  const [, , fermé] = changed(sentence("est/AUX/3/aux:pass vite/ADV/3/advmod fermé/VERB/0/root/VerbForm=Part"), [
    passives,
  ]).words;
  expect(fermé?.feats.Voice).toBe("Pass");
});

test("words that stand for adverbs of speech modify the clause", () => {
  expect(
    after("donc/ADV/2/discourse pars/VERB/0/root oui/INTJ/2/discourse sais/VERB/2/discourse", plainDiscourse),
  ).toBe("donc/ADV/2/advmod pars/VERB/0/root oui/INTJ/2/discourse sais/VERB/2/parataxis:insert");
});

test("infinitives of necessity, predicates, foreign names, lors", () => {
  const rules = [necessities, predicates, foreignNames, timesWhen];
  expect(after("faut/VERB/0/root/_/falloir partir/VERB/1/xcomp/VerbForm=Inf", ...rules)).toContain(
    "partir/VERB/1/ccomp",
  );
  expect(after("veut/VERB/0/root/_/vouloir partir/VERB/1/xcomp/VerbForm=Inf", ...rules)).toContain(
    "partir/VERB/1/xcomp",
  );
  expect(after("considère/VERB/0/root/_/considérer comme/ADP/3/case ami/NOUN/1/obl:mod", ...rules)).toContain(
    "ami/NOUN/1/xcomp",
  );
  expect(after("film/NOUN/0/root Quay/X/1/dep", ...rules)).toContain("Quay/X/1/appos");
  expect(after("tient/VERB/0/root lors/ADV/1/obl", ...rules)).toContain("lors/ADV/1/advmod");
});

test("speech is written without repairs and fillers", () => {
  const spoken = sentence(
    "et/CCONJ/8/cc ,/PUNCT/3/punct euh/INTJ/8/discourse ,/PUNCT/3/punct elle/PRON/7/reparandum ,/PUNCT/5/punct elle/PRON/8/nsubj part/VERB/0/root",
  );
  const kept = written(spoken);
  expect(kept === null ? null : shown(kept)).toBe("et/CCONJ/3/cc elle/PRON/3/nsubj part/VERB/0/root");
  expect(written(sentence("euh/INTJ/0/root"))).toBeNull();
});

test("English verbs have the features of EWT", () => {
  const { words } = changed(
    sentence(
      "Councillors/NOUN/2/nsubj/Number=Plur said/VERB/0/root/Mood=Ind|VerbForm=Fin it/PRON/5/nsubj:pass was/AUX/5/aux:pass/Mood=Ind|VerbForm=Fin closed/VERB/2/ccomp/VerbForm=Part",
    ),
    [verbForms, agreement],
  );
  expect(words.map(({ feats }) => feats)).toEqual([
    { Number: "Plur" },
    { Mood: "Ind", VerbForm: "Fin", Number: "Plur", Person: "3" },
    {},
    { Mood: "Ind", VerbForm: "Fin", Number: "Sing", Person: "3" },
    { VerbForm: "Part", Voice: "Pass" },
  ]);
});
