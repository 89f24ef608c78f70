import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { sound } from "./names.ts";
import { statesmenOf } from "./renown.ts";

const isStatesman = (text: string, name: string): boolean =>
  statesmenOf(readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }))).has(sound(name));

test.each([
  ["Le président finlandais, Eino Savolahti, a promis un navire.", "Savolahti"],
  ["« Rien n'est signé », a dit le porte-parole du Kremlin, Torstein Brekkum.", "Brekkum"],
  ["Le président Caldwen a promis un navire.", "Caldwen"],
  ["King Osvald Brenner said that the theft was a shame for the town.", "Brenner"],
])("who leads or speaks for a state is in the news of every day: %s", (text, name) => {
  expect(isStatesman(text, name)).toBe(true);
});

test.each([
  ["Le maire de Marseille, Hugo Sartène, a promis un navire.", "Sartène"],
  ["La maire d'Oslo, Ragna Holmvik, a promis un navire.", "Holmvik"],
  ["Le président du club, Marc Estrade, a promis un stade.", "Estrade"],
  ["Selon le capitaine, Odd Rimstad, le navire a coulé.", "Rimstad"],
])("not: %s", (text, name) => {
  expect(isStatesman(text, name)).toBe(false);
});
