import { captureBytes } from "../../capture/index.ts";
import {
  acts,
  type BodyOf,
  type Decision,
  type DecisionBody,
  factualities,
  type Reading,
  type Statement,
  type Target,
} from "../../model/index.ts";
import { readCapture } from "../../pipeline.ts";
import { article } from "../testing.ts";
import { anchorOf } from "./anchor.ts";
import { lineAfter } from "./line.ts";

export function readingOf(text: string, name = "article.txt"): Reading {
  const origin = { uri: name, language: "fr", published: "2031-05-04", captured: "2031-05-05T06:00:00Z" };
  return readCapture(captureBytes(new TextEncoder().encode(text), origin));
}

/** The reading of an article of our own with several statements. */
export const sample = (): Reading =>
  readingOf(
    `${article(1)}\nLe maire, Armand Crespin, a dit que la digue tiendra. Il a reconnu que « trois vannes » fuyaient.\n`,
  );

export type Choice = {
  readonly author: string;
  readonly target: Target;
  readonly body: DecisionBody;
  readonly at?: Statement;
};

/** Appends decisions to a log, each at its own second. */
export function logOf(reading: Reading, choices: readonly Choice[], from: readonly Decision[] = []): Decision[] {
  const log = [...from];
  for (const { author, target, body, at } of choices) {
    const { text, id } = reading.document;
    const content = at?.content;
    const span = content === undefined ? null : { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 };
    const anchor = span === null ? null : anchorOf(id, text, span);
    const time = new Date(Date.UTC(2031, 4, 5, 8, 0, log.length)).toISOString();
    log.push(lineAfter(log.at(-1) ?? null, { author, time, reason: null, target, anchor, body }));
  }
  return log;
}

export function onStatement(reading: Reading, at: Statement, author: string, body: DecisionBody): Choice {
  const { id, text } = reading.document;
  const cue = at.cue === null ? null : anchorOf(id, text, at.cue);
  return { author, target: { kind: "statement", document: id, statement: at.id, cue }, body, at };
}

/** Corrections of a statement's act, factuality or speaker, or its deletion, by small numbers: for generated logs. */
export function bodyFor(
  what: number,
  which: number,
): BodyOf<"correct-statement" | "delete-statement" | "confirm-statement"> {
  const changes = (value: BodyOf<"correct-statement">["changes"]) => ({
    kind: "correct-statement" as const,
    changes: value,
  });
  switch (what % 5) {
    case 0:
      return changes({ act: acts[which % acts.length] ?? "assert" });
    case 1:
      return changes({ factuality: factualities[which % factualities.length] ?? "UU" });
    case 2:
      return changes({ speaker: { id: `person:p${which % 4}`, name: `P ${which % 4}`, kind: "person" } });
    case 3:
      return { kind: "confirm-statement" };
    default:
      return { kind: "delete-statement" };
  }
}
