import { describe, expect, it } from "vitest";
import { analyse } from "../../analysis/index.ts";
import { languageOf } from "../../languages/index.ts";
import { findAttributions } from "../find.ts";

const read = (text: string, by = "statements/rules/turn") => {
  const language = languageOf("fr");
  if (language === null) throw new Error("no French");
  return findAttributions(analyse(text, { language: "fr", published: null }), language)
    .filter(({ rule }) => rule === by)
    .map(({ content, source }) => [
      source.kind === "phrase" ? text.slice(source.span.start, source.span.end) : null,
      content.map(({ start, end }) => text.slice(start, end)).join(" "),
    ]);
};

describe("turns of an interview", () => {
  it("are whole paragraphs of whoever is named before the colon, initials included", () => {
    const text =
      "Rencontre avec Odile Marchand\n\nLe Courrier de Vauban : Partez-vous ?\n\nOdile Marchand : Non. Mes vignes sont vivantes.\n\nO. M. : Je reste ici.";
    expect(read(text)).toEqual([
      [expect.stringContaining("Courrier"), "Partez-vous ?"],
      ["Odile Marchand", "Non. Mes vignes sont vivantes."],
      ["Odile Marchand", "Je reste ici."],
    ]);
  });
  it("are not headlines with a topic or a single name before a colon", () => {
    expect(read("Football : Yann Rosmeur est incertain\n\nLe capitaine est blessé.")).toEqual([]);
    expect(read("Yann Rosmeur : le capitaine qui doute\n\nIl ne jouera pas samedi.")).toEqual([]);
  });
});

describe("interviews without names", () => {
  const rule = "statements/rules/interview";
  const intro = "Nadège Corvin dirige le chantier naval de Brémeil. Elle vend trois bateaux par an.";
  it("give answers to whoever the text is about before the first question", () => {
    const text = `${intro}\n\nComment allez-vous ?\n\nJe vais bien. Nous embauchons.\n\nVendez-vous à l'étranger ?\n\nMoins qu'avant. J'ai perdu deux clients.\n\nEt votre successeur ?\n\nJe le cherche encore.\n\nPropos recueillis par Yves Tallec`;
    expect(read(text, rule)).toEqual([
      [null, "Comment allez-vous ?"],
      ["Nadège Corvin", "Je vais bien. Nous embauchons."],
      [null, "Vendez-vous à l'étranger ?"],
      ["Nadège Corvin", "Moins qu'avant. J'ai perdu deux clients."],
      [null, "Et votre successeur ?"],
      ["Nadège Corvin", "Je le cherche encore."],
    ]);
  });
  it("are no columns with questions that nobody is asked", () => {
    const text = `${intro}\n\nQue faire ?\n\nLe chantier hésite.\n\nFaut-il fermer ?\n\nLa ville refuse.\n\nQui paiera ?\n\nLa région attend.`;
    expect(read(text, rule)).toEqual([]);
  });
});
