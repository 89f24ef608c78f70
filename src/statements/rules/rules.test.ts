import { describe, expect, it } from "vitest";
import { languageOf } from "../../languages/index.ts";
import type { Analysis, Features, Quotation, Upos, Word } from "../../model/index.ts";
import { findAttributions } from "../find.ts";

/** A hand-written parse: `form/lemma/UPOS/head/relation/features`, heads from 1, `_` before what is glued to the word before. */
function parse(language: string, notation: string, quotations: readonly string[] = []): Analysis {
  let text = "";
  const words: Word[] = [];
  for (const item of notation.trim().split(/\s+/)) {
    const [form = "", lemma = "", upos = "X", head = "0", deprel = "dep", feats = ""] = item
      .replace(/^_(?=.)/, "")
      .split("/");
    const glued = item.startsWith("_");
    if (text !== "" && !glued) text += " ";
    const features: Features = Object.fromEntries(
      feats
        .split("|")
        .filter(Boolean)
        .map((feat) => feat.split("=") as [string, string]),
    );
    words.push({
      start: text.length,
      end: text.length + form.length,
      index: words.length,
      form,
      lemma,
      upos: upos as Upos,
      feats: features,
      head: Number(head) - 1,
      deprel,
    });
    text += form;
  }
  const span = { start: 0, end: text.length };
  const quoted: Quotation[] = quotations.map((inner) => {
    const start = text.indexOf(inner);
    return {
      inner: { start, end: start + inner.length },
      outer: { start: start - 2, end: start + inner.length + 2 },
      depth: 0,
      closed: true,
      matched: true,
    };
  });
  return {
    text,
    language,
    published: null,
    paragraphs: [span],
    sentences: [{ ...span, index: 0, paragraph: 0, words }],
    quotations: quoted,
    names: [],
    times: [],
    quantities: [],
  };
}

function found(analysis: Analysis): string[] {
  const language = languageOf(analysis.language);
  if (language === null) throw new Error("no language");
  const show = (span: { start: number; end: number }) => analysis.text.slice(span.start, span.end);
  return findAttributions(analysis, language).map(
    (raw) =>
      `${raw.rule.split("/").at(-1)}: ${raw.content.map(show).join(" || ")} < ${raw.source.kind === "phrase" ? show(raw.source.span) : raw.source.kind} < ${raw.cue.span === null ? "" : show(raw.cue.span)}`,
  );
}

const fin = "VerbForm=Fin|Mood=Ind|Tense=Pres";
const imp = "VerbForm=Fin|Mood=Ind|Tense=Imp";
const part = "VerbForm=Part|Tense=Past";

describe("rules on hand-written parses", () => {
  it("reads a clause behind words between cue and que", () => {
    const analysis = parse(
      "fr",
      `La/le/DET/2/det préfète/préfète/NOUN/4/nsubj a/avoir/AUX/4/aux:tense/${fin} indiqué/indiquer/VERB/0/root/${part} mardi/mardi/NOUN/4/obl que/que/SCONJ/10/mark le/le/DET/8/det pont/pont/NOUN/10/nsubj:pass était/être/AUX/10/aux:pass/${imp} fermé/fermer/VERB/4/ccomp/${part} _././PUNCT/4/punct`,
    );
    expect(found(analysis)).toEqual(["clause: le pont était fermé < La préfète < a indiqué"]);
  });

  it("reads the same clause where the parser ties it to the noun before", () => {
    const analysis = parse(
      "fr",
      `La/le/DET/2/det préfète/préfète/NOUN/4/nsubj a/avoir/AUX/4/aux:tense/${fin} indiqué/indiquer/VERB/0/root/${part} mardi/mardi/NOUN/4/obl que/que/SCONJ/10/mark le/le/DET/8/det pont/pont/NOUN/10/nsubj:pass était/être/AUX/10/aux:pass/${imp} fermé/fermer/VERB/5/acl/${part} _././PUNCT/4/punct`,
    );
    expect(found(analysis)).toEqual(["clause: le pont était fermé < La préfète < a indiqué"]);
  });

  it("leaves a relative clause alone", () => {
    const analysis = parse(
      "fr",
      `Le/le/DET/2/det pont/pont/NOUN/0/root que/que/PRON/6/obj/PronType=Rel la/le/DET/5/det mairie/mairie/NOUN/6/nsubj ferme/fermer/VERB/2/acl:relcl/${fin} _././PUNCT/2/punct`,
    );
    expect(found(analysis)).toEqual([]);
  });

  it("gives a coordinated cue its clause and the subject of the first", () => {
    const analysis = parse(
      "fr",
      `Le/le/DET/2/det maire/maire/NOUN/4/nsubj a/avoir/AUX/4/aux:tense/${fin} dit/dire/VERB/0/root/${part} que/que/SCONJ/8/mark le/le/DET/7/det pont/pont/NOUN/8/nsubj tenait/tenir/VERB/4/ccomp/${imp} et/et/CCONJ/11/cc a/avoir/AUX/11/aux:tense/${fin} ajouté/ajouter/VERB/8/conj/${part} que/que/SCONJ/14/mark il/il/PRON/14/nsubj rouvrirait/rouvrir/VERB/11/ccomp/VerbForm=Fin|Mood=Cnd _././PUNCT/4/punct`,
    );
    expect(found(analysis)).toEqual([
      "clause: le pont tenait < Le maire < a dit",
      "clause: il rouvrirait < Le maire < a ajouté",
    ]);
  });

  it("takes the content of a denied report for both", () => {
    const analysis = parse(
      "fr",
      `La/le/DET/2/det mairie/mairie/NOUN/3/nsubj dément/démentir/VERB/0/root/${fin} les/le/DET/5/det informations/information/NOUN/3/obj selon/selon/ADP/7/case lesquelles/lequel/PRON/10/obl/PronType=Rel le/le/DET/9/det pont/pont/NOUN/10/nsubj ferme/fermer/VERB/5/acl:relcl/${fin} _././PUNCT/3/punct`,
    );
    expect(found(analysis).sort()).toEqual([
      "noun: le pont ferme < unnamed < informations selon lesquelles",
      "object: le pont ferme < La mairie < dément",
    ]);
  });

  it("puts a frame's sentence without the frame", () => {
    const analysis = parse(
      "fr",
      `Selon/selon/ADP/3/case la/le/DET/3/det préfète/préfète/NOUN/8/obl _,/,/PUNCT/3/punct la/le/DET/6/det route/route/NOUN/8/nsubj est/être/AUX/8/cop/${fin} coupée/coupé/ADJ/0/root _././PUNCT/8/punct`,
    );
    expect(found(analysis)).toEqual(["frame: la route est coupée < la préfète < Selon"]);
  });

  it("takes no need for a source", () => {
    const analysis = parse(
      "fr",
      `Les/le/DET/2/det trains/train/NOUN/3/nsubj roulent/rouler/VERB/0/root/${fin} selon/selon/ADP/6/case les/le/DET/6/det besoins/besoin/NOUN/3/obl _././PUNCT/3/punct`,
    );
    expect(found(analysis)).toEqual([]);
  });

  it("tells the conditional of hearsay from the true one", () => {
    const hearsay = `Le/le/DET/2/det suspect/suspect/NOUN/4/nsubj aurait/avoir/AUX/4/aux:tense/VerbForm=Fin|Mood=Cnd fui/fuir/VERB/0/root/${part} _././PUNCT/4/punct`;
    expect(found(parse("fr", hearsay))).toEqual(["hearsay: Le suspect aurait fui < unnamed < aurait fui"]);
    const condition = `S'/si/SCONJ/3/mark il/il/PRON/3/nsubj gelait/geler/VERB/8/advcl/${imp} _,/,/PUNCT/3/punct le/le/DET/6/det suspect/suspect/NOUN/8/nsubj aurait/avoir/AUX/8/aux:tense/VerbForm=Fin|Mood=Cnd fui/fuir/VERB/0/root/${part} _././PUNCT/8/punct`;
    expect(found(parse("fr", condition))).toEqual([]);
  });

  it("reads direct speech with its cue behind", () => {
    const analysis = parse(
      "fr",
      `«/«/PUNCT/4/punct Le/le/DET/3/det pont/pont/NOUN/4/nsubj tient/tenir/VERB/8/ccomp/${fin} »/»/PUNCT/4/punct _,/,/PUNCT/4/punct a/avoir/AUX/8/aux:tense/${fin} déclaré/déclarer/VERB/0/root/${part} le/le/DET/10/det maire/maire/NOUN/8/nsubj _././PUNCT/8/punct`,
      ["Le pont tient"],
    );
    expect(found(analysis)).toEqual(["quotation: Le pont tient < le maire < a déclaré"]);
  });

  it("leaves a quoted word of the narrator alone", () => {
    const analysis = parse(
      "fr",
      `La/le/DET/3/det «/«/PUNCT/3/punct coalition/coalition/NOUN/6/nsubj »/»/PUNCT/3/punct s'/se/PRON/6/expl élargit/élargir/VERB/0/root/${fin} _././PUNCT/6/punct`,
      ["coalition"],
    );
    expect(found(analysis)).toEqual([]);
  });

  it("reads an English clause without that", () => {
    const analysis = parse(
      "en",
      `The/the/DET/2/det mayor/mayor/NOUN/3/nsubj said/say/VERB/0/root/VerbForm=Fin|Mood=Ind|Tense=Past the/the/DET/5/det pier/pier/NOUN/7/nsubj was/be/AUX/7/cop/VerbForm=Fin|Mood=Ind|Tense=Past safe/safe/ADJ/3/ccomp _././PUNCT/3/punct`,
    );
    expect(found(analysis)).toEqual(["clause: the pier was safe < The mayor < said"]);
  });

  it("names the agent of a passive", () => {
    const analysis = parse(
      "fr",
      `L'/le/DET/2/det opération/opération/NOUN/5/nsubj:pass a/avoir/AUX/5/aux:tense/${fin} été/être/AUX/5/aux:pass/${part} confirmée/confirmer/VERB/0/root/${part} par/par/ADP/8/case le/le/DET/8/det ministre/ministre/NOUN/5/obl:agent _././PUNCT/5/punct`,
    );
    expect(found(analysis)).toEqual(["passive: L' opération < le ministre < a été confirmée"]);
  });

  it("lets the document judge for itself", () => {
    const analysis = parse(
      "fr",
      `Il/il/PRON/3/expl:subj est/être/AUX/3/cop/${fin} probable/probable/ADJ/0/root que/que/SCONJ/7/mark le/le/DET/6/det pont/pont/NOUN/7/nsubj rouvre/rouvrir/VERB/3/csubj/VerbForm=Fin|Mood=Sub _././PUNCT/3/punct`,
    );
    expect(found(analysis)).toEqual(["epistemic: le pont rouvre < author < Il est probable"]);
  });
});
