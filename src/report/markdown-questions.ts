import type { DossierQuestion } from "./dossier.ts";
import { line } from "./markdown-escape.ts";
import { formatDate, formatList, formatNumber } from "./words/format.ts";
import type { Words } from "./words/words.ts";

/** A question with its explanations, its matrix as a table, and what changes if a source is wrong. */
export function questionText(question: DossierQuestion, words: Words): string {
  const { hypotheses: say } = words;
  const { hypotheses, evidence, least, without } = question;
  const claim = (anchor: string | null): string => (anchor === null ? "" : ` (${words.backToClaim(anchor.slice(1))})`);
  const puts = hypotheses.map(
    ({ label, text, claim: anchor }) =>
      `- **${label}** ${line(text)}${claim(anchor)}${least.includes(label) ? ` **(${say.least})**` : ""}`,
  );
  const rows = evidence.map((one) => {
    const cells = one.cells.map(({ given, disagree }) => {
      const ratings = new Set(given.map(({ rating }) => rating));
      const shown = ratings.size > 1 ? given.map(({ by, rating }) => `${rating} ${line(by)}`) : [...ratings];
      return shown.length === 0 ? "–" : `${shown.join(", ")}${disagree ? ` (${say.disagree})` : ""}`;
    });
    return `| **${one.label}** ${line(one.text)}${claim(one.claim)} | ${number(words, one.weight)} | ${cells.join(" | ")} |`;
  });
  const table = [
    `| ${say.evidence} | ${say.weight} | ${hypotheses.map(({ label }) => label).join(" | ")} |`,
    `| --- | ---: |${" :---: |".repeat(hypotheses.length)}`,
    ...rows,
    `| **${say.score}** | | ${hypotheses.map(({ against }) => `**${number(words, against)}**`).join(" | ")} |`,
  ].join("\n");
  const turning = without.filter(({ same }) => !same);
  const steady = turning.length === 0 ? [say.steady(without.length)] : [];
  const sensitivity =
    without.length === 0 || least.length === 0
      ? []
      : [
          ...steady,
          ...turning.map(({ source, least: then }) => `- ${say.turns(line(source), formatList(words, then))}`),
        ];
  return [
    `### ${line(question.text)}`,
    line(say.asked(question.by, formatDate(words, question.at))),
    hypotheses.length === 0 ? say.none : puts.join("\n"),
    ...(hypotheses.length === 0 ? [] : [evidence.length === 0 ? say.noEvidence : table]),
    ...(sensitivity.length === 0 ? [] : [`**${say.sensitivity}**`, sensitivity.join("\n")]),
  ].join("\n\n");
}

/** How the cells are to be read. */
export function questionsLegend(words: Words): string {
  const ratings = Object.entries(words.hypotheses.ratings).map(([code, word]) => `**${code}** ${word}`);
  return `${words.hypotheses.method} ${ratings.join(", ")}.`;
}

const number = (words: Words, value: number): string => formatNumber(words, Math.round(value * 100) / 100);
