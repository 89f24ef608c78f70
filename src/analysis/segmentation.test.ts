import { describe, expect, test } from "vitest";
import { languageOf } from "../languages/index.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { quotationsOf } from "./quotations.ts";
import { LONGEST, sentencesOf } from "./sentences.ts";
import { tokensOf } from "./tokens.ts";

const rulesOf = (code: string) => {
  const language = languageOf(code);
  if (language === null) throw new Error(code);
  return language.segmentation;
};
const tokens = (code: string, text: string) =>
  tokensOf(text, { start: 0, end: text.length }, rulesOf(code)).map(({ form }) => form);
const sentences = (code: string, text: string) => {
  const paragraphs = paragraphsOf(text);
  const { roles } = quotationsOf(text, paragraphs);
  return paragraphs.flatMap((span) =>
    sentencesOf(text, tokensOf(text, span, rulesOf(code)), roles, rulesOf(code)).map((part) =>
      text.slice(part[0]?.start, part.at(-1)?.end),
    ),
  );
};

describe("tokens", () => {
  test.each([
    ["fr", "L'usine d’Orval n'a pas brûlé.", "L' usine d’ Orval n' a pas brûlé ."],
    ["fr", "A-t-il menti, dit-il aujourd'hui ?", "A -t-il menti , dit -il aujourd'hui ?"],
    ["fr", "M. Vasseur, à 10h20, compte 440.000 voix.", "M. Vasseur , à 10h20 , compte 440.000 voix ."],
    ["fr", "Le porte-parole du Royaume-Uni, celui-ci", "Le porte-parole du Royaume-Uni , celui-ci"],
    ["fr", "5% de 1,12 million", "5 % de 1,12 million"],
    ["en", "We don't know: can't, won't, it's the mayor’s.", "We do n't know : ca n't , wo n't , it 's the mayor ’s ."],
    ["en", "The U.S. is Kremlin-backed; co-workers met.", "The U.S. is Kremlin - backed ; co-workers met ."],
    [
      "de",
      "Der Bürgermeister, Hr. Orf, sprach im Saal; z.B. 1.200 Menschen.",
      "Der Bürgermeister , Hr. Orf , sprach im Saal ; z.B. 1.200 Menschen .",
    ],
    [
      "fr",
      "L'Écho.fr cite lequotidien.fr et rapport.pdf.Le reste",
      "L' Écho.fr cite lequotidien.fr et rapport.pdf . Le reste",
    ],
    ["en", "Acme-shop.com and alpha.co.uk. It ended.It", "Acme-shop.com and alpha.co.uk . It ended . It"],
    ["en", "See https://example.org/a, or a@b.org.", "See https://example.org/a , or a@b.org ."],
  ])("%s: %s", (code, text, expected) => {
    expect(tokens(code, text).join(" ")).toBe(expected);
  });
  test("thousands parted by a space are one token, a year before them is not", () => {
    expect(tokens("fr", "1 000 hommes")).toEqual(["1 000", "hommes"]);
    expect(tokens("fr", "en 2006 300 hommes")).toEqual(["en", "2006", "300", "hommes"]);
  });
});

describe("signs without end", () => {
  test("more than two hundred side by side are one token, and what follows is read", () => {
    const found = tokens("fr", `${"«“".repeat(150)}🛢🛢 Le maire nie.`);
    expect(found[0]).toHaveLength(200);
    expect(found.join("")).toBe(`${"«“".repeat(150)}🛢🛢Lemairenie.`);
    expect(found.slice(-4)).toEqual(["Le", "maire", "nie", "."]);
  });
  test("no pair of surrogates is cut", () => {
    expect(tokens("fr", `«${"🛢".repeat(300)}`).every((form) => form.isWellFormed())).toBe(true);
  });
  test("fewer are a token each", () => {
    expect(tokens("fr", "( « » )")).toHaveLength(4);
    expect(tokens("fr", "«".repeat(200))).toHaveLength(200);
  });
});

describe("sentences", () => {
  test("titles and initials end none", () => {
    expect(sentences("fr", "M. Vasseur a parlé. J. Orval a ri.")).toEqual(["M. Vasseur a parlé.", "J. Orval a ri."]);
    expect(sentences("en", "Gen. Hale met Mr. Orme. They spoke.")).toEqual(["Gen. Hale met Mr. Orme.", "They spoke."]);
  });
  test("German", () => {
    expect(sentences("de", "„Alles ist gut.“ Prof. Orf ging. Er kam nicht wieder.")).toEqual([
      "„Alles ist gut.“",
      "Prof. Orf ging.",
      "Er kam nicht wieder.",
    ]);
  });
  test("a closing mark goes with its sentence", () => {
    expect(sentences("fr", "« Tout va bien. » Le maire est parti.")).toEqual([
      "« Tout va bien. »",
      "Le maire est parti.",
    ]);
    expect(sentences("fr", "« Quoi ? », demande le maire.")).toEqual(["« Quoi ? », demande le maire."]);
  });
  test("stray stops make no sentence", () => {
    expect(sentences("fr", "Le pont tient. . .\n\n(suite)")).toEqual(["Le pont tient. . .", "(suite)"]);
  });
  test("none is longer than the parser's bound", () => {
    const rules = rulesOf("fr");
    const text = "mot ".repeat(1000);
    const parts = sentencesOf(text, tokensOf(text, { start: 0, end: text.length }, rules), new Map(), rules);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(LONGEST);
    expect(parts.flat()).toHaveLength(1000);
  });
});

describe("paragraphs", () => {
  const cut = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end));
  test("a line break ends one, unless the sentence plainly goes on", () => {
    expect(cut("Le pont tient.\nLa route aussi.")).toHaveLength(2);
    expect(cut("Le ministre\nrusse a parlé.")).toHaveLength(1);
  });
  test("text wrapped at a fixed width is joined", () => {
    const line = "Les habitants de la vallee ont dormi dans la salle des fetes du bourg";
    expect(cut(Array(8).fill(line).join("\n"))).toHaveLength(1);
  });
});
