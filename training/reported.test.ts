import { expect, test } from "vitest";
import { reported } from "./reported.ts";
import type { Example } from "./treebank.ts";

/** `form/UPOS/head/label` with the form for lemma unless a fifth cell gives it. */
function example(text: string): Example {
  const cells = text.split(" ").map((word) => word.split("/"));
  return {
    forms: cells.map(([form = ""]) => form),
    lemmas: cells.map(([form = "", , , , lemma = form]) => lemma),
    tags: cells.map(([, upos = "X"]) => upos),
    heads: cells.map(([, , head]) => Number(head)),
    labels: cells.map(([, , , label = "dep"]) => label),
    tokens: [],
  };
}
const shown = ({ forms, heads, labels }: Example) =>
  forms.map((form, i) => `${form}/${heads[i]}/${labels[i]}`).join(" ");
const said = example(
  "La/DET/2/det maire/NOUN/4/nsubj a/AUX/4/aux déclaré/VERB/0/root/déclarer que/SCONJ/8/mark le/DET/7/det pont/NOUN/8/nsubj tiendra/VERB/4/ccomp lundi/NOUN/8/obl ./PUNCT/4/punct",
);

test("speech moves before what reports it, in quotation marks or not, or around it", () => {
  const [quoted = said, plain = said] = reported([said], () => 0.1);
  expect(shown(quoted)).toBe(
    "«/4/punct Le/3/det pont/4/nsubj tiendra/0/root lundi/4/obl »/4/punct ,/9/punct a/9/aux déclaré/4/parataxis:insert la/11/det maire/9/nsubj ./4/punct",
  );
  expect(plain.forms.join(" ")).toBe("Le pont tiendra lundi , a déclaré la maire .");
  const around = reported([said], () => 0.9)[1] ?? said;
  expect(shown(around)).toBe(
    "Le/2/det pont/9/nsubj ,/5/punct a/5/aux déclaré/9/parataxis:insert la/7/det maire/5/nsubj ,/5/punct tiendra/0/root lundi/9/obl ./9/punct",
  );
});

test("a pronoun is inverted", () => {
  const told = example(
    "Elle/PRON/4/nsubj nous/PRON/4/iobj a/AUX/4/aux dit/VERB/0/root/dire que/SCONJ/8/mark le/DET/7/det pont/NOUN/8/nsubj tiendra/VERB/4/ccomp ./PUNCT/4/punct",
  );
  expect(reported([told], () => 0.1)[0]?.forms.join(" ")).toBe("« Le pont tiendra » , nous a -t-elle dit .");
});

test("denials, speakers present and other verbs are left alone", () => {
  const changes: ((word: string) => string)[] = [
    (text) => text.replace("a/AUX/4/aux", "pas/ADV|Polarity=Neg/4/advmod"),
    (text) => text.replace("maire/NOUN", "nous/PRON"),
    (text) => text.replace("/déclarer", "/vouloir"),
  ];
  const text = said.forms
    .map((form, i) => `${form}/${said.tags[i]}/${said.heads[i]}/${said.labels[i]}/${said.lemmas[i]}`)
    .join(" ");
  for (const change of changes) expect(reported([example(change(text))], () => 0.1)).toEqual([]);
});
