import { expect, test } from "vitest";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture, relate } from "../../src/pipeline.ts";

const read = (text: string, name = "a") =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${name}.txt` }));

test("what only opens a sentence that goes on elsewhere is no claim", () => {
  const { propositions } = read(
    "« Ce que nous allons dire à Belmar, c'est », a commencé Ana Veld, « que la paix approche. »",
  );
  expect(propositions.map(({ evidence }) => evidence.text).filter((text) => /c'est$/.test(text))).toEqual([]);
});

test("a phrase that points back meets nothing in another document", () => {
  const { claims } = relate([
    read("Le conseil de Belmar a rejeté cette proposition. Ana Veld dément cette proposition.", "a"),
    read("La ministre de Sorn défend un autre texte. Oto Marn dément cette proposition.", "b"),
  ]);
  for (const { positions } of claims) {
    const bare = positions.filter(({ evidence }) => evidence.text.toLowerCase() === "cette proposition");
    expect(new Set(bare.map(({ document }) => document)).size).toBeLessThan(2);
  }
});
