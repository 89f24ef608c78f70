import { expect, test } from "vitest";
import { castOf, isOneAffair } from "../../src/alignment/affair.ts";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture, relate } from "../../src/pipeline.ts";

const read = (text: string, name: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${name}.txt` }));

const first = read(
  "Le Courrier de Varne, 4 mars 2031\n\nLe barrage de Melk, construit par la société Hydrane, s'est fissuré lundi. Le directeur d'Hydrane, Anton Prell, nie toute fissure.",
  "a",
);
const later = read(
  "La Gazette d'Armel, 29 mars 2031\n\nAu barrage de Melk, les ingénieurs d'Hydrane ont découvert des fissures. « Le barrage est fissuré », a reconnu Anton Prell.",
  "b",
);
const elsewhere = read(
  "La Gazette d'Armel, 5 mars 2031\n\nÀ Sorn, la grève des dockers continue. Le syndicat Portuaire accuse Olga Brandt d'avoir menti.",
  "c",
);

test("articles weeks apart on one dam and one company are one affair, others of the same day are not", () => {
  expect(isOneAffair(castOf(first), castOf(later))).toBe(true);
  expect(isOneAffair(castOf(first), castOf(elsewhere))).toBe(false);
});

test("in one affair a bare denial and the plain words meet, though no name is said", () => {
  const { claims } = relate([first, later, elsewhere]);
  const cracks = claims.filter(({ positions }) => positions.some(({ evidence }) => /fissur/.test(evidence.text)));
  const met = cracks.find(({ positions }) => new Set(positions.map(({ document }) => document)).size > 1);
  expect(new Set(met?.positions.map(({ position }) => position))).toContain("deny");
  expect(met?.status).toBe("contested");
});
