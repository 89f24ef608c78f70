import { expect, test } from "vitest";
import { messagesOf } from "../messages/index.ts";
import { nameOf, quoted, reasonOf } from "./words.ts";

const within = (tag: string) => ({ messages: messagesOf(tag) ?? expect.unreachable() });
const [en, fr] = [within("en"), within("fr")];

test("who has no name of his own is called so in our words, and nobody's name can steer a terminal", () => {
  const author = { id: "author", name: "author" };
  expect([nameOf(author, fr), nameOf(author, en)]).toEqual(["en son nom propre", "in its own voice"]);
  const unnamed = { id: "unnamed", name: "unnamed" };
  expect([nameOf(unnamed, fr), nameOf(unnamed, en)]).toEqual(["source non nommée", "source not named"]);
  expect(nameOf({ id: "x", name: "" }, fr)).toBe("locuteur non résolu");
  expect(nameOf({ id: "x", name: "Odile\u001b[31m  Brun" }, fr)).toBe("Odile[31m Brun");
});

test("a reason is told in the reader's language; what nobody has translated stays as it is", () => {
  expect(reasonOf("Only La Rive says so.", en)).toBe("Only La Rive says so.");
  expect(reasonOf("Only La Rive says so.", fr)).toMatch(/La Rive/);
  expect(reasonOf("Only La Rive says so.", fr)).not.toMatch(/says/);
  expect(reasonOf("the page did not say so before.", fr)).toBe("La page ne le disait pas avant.");
  expect(reasonOf("Nobody knows.", fr)).toBe("Nobody knows.");
});

test("words of an article stand between the marks of the reader's language, which no line end parts from them", () => {
  expect(quoted(" Le pont\nest fermé ", fr)).toBe("«\u00a0Le pont est fermé\u00a0»");
  expect(quoted("Le pont est fermé", en)).toBe("“Le pont est fermé”");
});
