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
