import { expect, test } from "vitest";
import { analyse } from "../../analysis/index.ts";
import { captureBytes } from "../../capture/index.ts";
import { statementsOf } from "../index.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import { reasonIn, say, sentencesOf } from "./index.ts";

const slots = (text: string): number => text.split("{}").length;

test("every sentence has the same values in both languages", () => {
  for (const [code, text] of Object.entries(english))
    expect(slots(french[code as keyof typeof english]), code).toBe(slots(text));
});

test("a reason is said in the reader's language, and in English where a code is not known", () => {
  expect(sentencesOf([say("clause", "a dit"), say("unnamed")], "fr")).toBe(
    "« a dit » rapporte la proposition qui suit. Le texte ne nomme personne.",
  );
  expect(sentencesOf([say("clause", "a dit")], "de")).toBe("« a dit » reports the clause that follows it.");
  const because = { rule: "r", spans: [], reason: "Because.", messages: [{ code: "toString", values: [] }] };
  expect(reasonIn(because, "fr")).toBe("Because.");
});

test("every statement carries its reason as messages that both languages can say", () => {
  const text =
    "Selon la préfète, le pont est fermé. « Il rouvrira », a promis le maire, Karl Morin. Il aurait refusé de payer.";
  const { document } = captureBytes(Buffer.from(text), { uri: "pont.txt", language: "fr" });
  const { statements } = statementsOf(document, analyse(text, { language: "fr", published: null }));
  expect(statements.length).toBeGreaterThan(1);
  for (const { because } of statements) {
    expect(sentencesOf(because.messages ?? [], "en")).toBe(because.reason);
    expect(reasonIn(because, "fr")).not.toBe(because.reason);
  }
});
