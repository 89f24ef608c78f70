/**
 * Sentences that answer a claim (`test/cases/answers.txt`), each with its claim a document of its own: whether what denies
 * it is read as denying that claim, and nothing else is. Those of `answers-later.txt` are held out: rules were not mended
 * by what goes wrong among them. `node eval/answers.ts` lists what goes wrong among the others.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import { readCapture, relate } from "../src/pipeline.ts";
import { percent, type Scores, type Suite } from "./suite.ts";

type Answer = {
  readonly denies: boolean;
  readonly language: string;
  readonly claim: string;
  readonly answer: string;
};

function answers(name: string): Answer[] {
  const file = resolve(import.meta.dirname, `../test/cases/${name}.txt`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^(?:deny|not)\t/.test(line))
    .map((line) => {
      const [sign, language = "", claim = "", answer = ""] = line.split("\t");
      return { denies: sign === "deny", language, claim, answer };
    });
}

/** Whether words of the answer deny the claim that the text opens with. */
function isDenied({ claim, answer, language }: Answer): boolean {
  const bytes = new TextEncoder().encode(`${claim}\n\n${answer}\n`);
  const { document, ...rest } = captureBytes(bytes, { uri: "answer.txt" });
  const { claims } = relate([readCapture({ ...rest, document: { ...document, language } })]);
  return claims.some(
    ({ positions }) =>
      positions.some(({ evidence }) => evidence.start < claim.length) &&
      positions.some(({ position, evidence }) => position === "deny" && evidence.start > claim.length),
  );
}

export const suite: Suite = {
  needs: [],
  async measure(): Promise<Scores> {
    const scores: Record<string, Scores> = {};
    for (const [group, name] of [
      ["worked on", "answers"],
      ["held out", "answers-later"],
    ] as const) {
      const all = answers(name).map((answer) => ({ ...answer, denied: isDenied(answer) }));
      const [denials, others] = [all.filter(({ denies }) => denies), all.filter(({ denies }) => !denies)];
      scores[group] = {
        denials: denials.length,
        "denials found": percent(denials.filter(({ denied }) => denied).length, denials.length),
        others: others.length,
        "others taken for denials": percent(others.filter(({ denied }) => denied).length, others.length),
      };
    }
    return scores;
  },
};

if (import.meta.main) {
  for (const answer of answers("answers"))
    if (isDenied(answer) !== answer.denies)
      console.log(`${answer.denies ? "missed" : "wrong "}  ${answer.claim}  |  ${answer.answer}`);
}
