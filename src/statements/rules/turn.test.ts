import { describe, expect, it } from "vitest";
import { analyse } from "../../analysis/index.ts";
import { languageOf } from "../../languages/index.ts";
import { findAttributions } from "../find.ts";

const read = (text: string) => {
  const language = languageOf("fr");
  if (language === null) throw new Error("no French");
  return findAttributions(analyse(text, { language: "fr", published: null }), language)
    .filter(({ rule }) => rule === "statements/rules/turn")
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
