import { expect, test } from "vitest";
import { analyse } from "../../analysis/index.ts";
import { captureBytes } from "../../capture/index.ts";
import type { Statement } from "../../model/index.ts";
import { statementsOf } from "../index.ts";

const read = (text: string, language: string): readonly Statement[] => {
  const { document } = captureBytes(Buffer.from(text), { uri: "a.txt", language });
  return statementsOf(document, analyse(text, { language, published: null })).statements;
};

test("what a statement rests on are spans and nothing more, whoever a pronoun stands for", () => {
  const statements = read("La ministre Odile Fahr est arrivée à Norvel. Elle a dit que le port fermerait.", "fr");
  expect(statements.map(({ speaker }) => speaker.name)).toEqual(["Odile Fahr"]);
  for (const { because } of statements)
    for (const span of because.spans) expect(Object.keys(span).sort()).toEqual(["end", "start", "text"]);
});

/** Who says what: the speaker's name before the content. */
const voices = (text: string, language: string): string[] =>
  read(text, language).map(
    ({ speaker, content }) => `${speaker.name}: ${content.map((span) => span.text).join(" … ")}`,
  );

test("a participle behind a comma goes on with whoever speaks in the sentence", () => {
  const text =
    "Le ministre Aldo Ferri a nié les informations selon lesquelles le juge Ivan Moss lui aurait écrit, ajoutant qu'il n'avait aucune raison de lui répondre.";
  expect(voices(text, "fr")).toContain("Aldo Ferri: il n'avait aucune raison de lui répondre");
});

test("the same sources are several, not the person who spoke last", () => {
  const text =
    "Selon des sources anonymes, le pont va fermer. « Il tiendra », a dit Karl Morin lundi. Selon les mêmes sources, la digue est fissurée.";
  expect(voices(text, "fr")).toContain("sources anonymes: la digue est fissurée");
});
