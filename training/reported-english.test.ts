import { expect, test } from "vitest";
import { reportedEnglish } from "./reported-english.ts";
import type { Example } from "./treebank.ts";

function example(text: string): Example {
  const cells = text.split(" ").map((word) => word.split("/"));
  return {
    forms: cells.map(([form = ""]) => form),
    lemmas: cells.map(([form = "", , , , lemma = form]) => lemma),
    tags: cells.map(([, tag = "X"]) => tag.replace("+", "|Tense=Past|VerbForm=Fin")),
    heads: cells.map(([, , head]) => Number(head)),
    labels: cells.map(([, , , label = "dep"]) => label),
    tokens: [],
  };
}

const said =
  "The/DET/2/det mayor/NOUN/3/nsubj said/VERB+/0/root/say on/ADP/5/case Monday/PROPN/3/obl that/SCONJ/9/mark the/DET/8/det bridge/NOUN/9/nsubj holds/VERB/3/ccomp ./PUNCT/3/punct";

test("speech moves before the verb, which may become another", () => {
  const [kept] = reportedEnglish([example(said)], () => 0.9);
  expect(kept?.forms.join(" ")).toBe("“ The bridge holds , ” the mayor said on Monday .");
  expect(kept?.heads).toEqual([4, 3, 4, 9, 4, 4, 8, 9, 0, 11, 9, 9]);
  expect(kept?.labels[3]).toBe("ccomp");
  const [other] = reportedEnglish([example(said)], () => 0);
  expect([other?.forms[8], other?.lemmas[8]]).toEqual(["answered", "answer"]);
});

test("a denial stays where it is", () => {
  const denied =
    "She/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod say/VERB/0/root that/SCONJ/7/mark it/PRON/7/nsubj fell/VERB/4/ccomp ./PUNCT/4/punct";
  expect(reportedEnglish([example(denied)], () => 0)).toEqual([]);
});
