import { expect, test } from "vitest";
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
      start: 0,
      end: 0,
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
