import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Results } from "../bench/results.ts";
import type { Scores } from "../eval/suite.ts";

// The figures that the README shows, from the files that the runs wrote.

const root = resolve(import.meta.dirname, "..");

/** What the last run of `npm run eval` wrote. */
export function lastScores(): Scores {
  return JSON.parse(readFileSync(join(root, "eval/scores.json"), "utf8")) as Scores;
}

/** What the last run of `npm run bench` wrote; null where there has been none. */
export function lastResults(): Results | null {
  const file = join(root, "bench/results.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : null;
}

/** A figure by its place; a figure that is not there is an error, so that no table has a hole. */
function figure(scores: Scores, path: string): string {
  let found: Scores | number | string | undefined = scores;
  for (const key of path.split("/")) found = typeof found === "object" ? found[key] : undefined;
  if (typeof found !== "number" && typeof found !== "string") throw new Error(`eval/scores.json has no ${path}`);
  return String(found);
}

/** How good it is, as the README shows it. */
export function qualityTable(scores: Scores): string {
  const of = (path: string): string => figure(scores, path);
  const all = (...paths: string[]): string => paths.map(of).join(" / ");
  const held = "articles/held out";
  const worked = "articles/worked on";
  const sure = "by confidence/0.8–0.9/right %";
  const claims = ["positions found", "collapsed label", "together F", "status", "origins within bounds"];
  const claimsOf = (path: string): string =>
    `${all(...claims.map((name) => `${path}/${name}`))}; ${of(`${path}/width of bounds`)}`;
  const events = (group: string): string => claimsOf(`events/${group}: all`);
  const size = (group: string): string =>
    `${of(`events/${group}: all/claims`)} claims, ${of(`events/${group}: all/positions`)} positions`;
  const rows: readonly (readonly [what: string, on: string, figures: string])[] = [
    [
      "statements found, content overlap F / tight F",
      `${of(`${held}/articles`)} articles of our own, held out, fr and en`,
      all(`${held}/overlap F`, `${held}/tight F`),
    ],
    [
      "their speaker / chain / act / polarity of factuality right",
      "the same",
      all(`${held}/speaker`, `${held}/chain`, `${held}/act`, `${held}/collapsed`),
    ],
    [
      "the same two, on texts that rules were mended after",
      `${of(`${worked}/articles`)} articles of our own`,
      `${all(`${worked}/overlap F`, `${worked}/tight F`)}; ${all(`${worked}/speaker`, `${worked}/chain`, `${worked}/act`, `${worked}/collapsed`)}`,
    ],
    [
      "statements with a confidence of 0.8 or more that are right",
      "articles held out; PolNeAR dev",
      [of(`${held}/${sure}`), of(`polnear/${sure}`)].join("; "),
    ],
    [
      "attributions, overlap F; source right",
      "PolNeAR dev, en",
      [of("polnear/overlap F"), of("polnear/source right")].join("; "),
    ],
    [
      "figures of one thing compared, precision / recall; parts, the same",
      `${of("figures/blind/cases")} texts of our own never looked at`,
      `${all("figures/blind/same/p", "figures/blind/same/r")}; ${all("figures/blind/part/p", "figures/blind/part/r")}`,
    ],
    [
      "reused text, rewritten and translated included: wrongly collapsed / missed",
      `${Number(of("reuse/blind/pairs reused")) + Number(of("reuse/blind/pairs independent"))} pairs of our own never looked at`,
      all("reuse/blind/wrongly collapsed", "reuse/blind/missed"),
    ],
    [
      "claims across articles: positions found / right side taken / together, F / status / origins within bounds; mean width of the bounds",
      `fresh events of our own, articles as long as the press's (${size("fresh")})`,
      events("fresh"),
    ],
    ["the same", `unseen events of our own, no rule looked at (${size("unseen")})`, events("unseen")],
    ["the same", `short events held out (${size("held out")})`, events("held out")],
    ["the same, on events that rules were mended after", `events of our own (${size("seen")})`, events("seen")],
    [
      "the same, on events that rules were mended after and what denies was learnt from",
      `dense events of our own (${size("later")})`,
      events("later"),
    ],
    ["the same", "five articles of the press that rules were mended after", claimsOf("claims")],
    [
      "claims whose sentence is made of words about them / sentences that are whole ones",
      "fresh events; unseen; mended after",
      ["fresh", "unseen", "seen"]
        .map((group) => all(`events/${group}: all/sentence is of it`, `events/${group}: all/sentence is whole`))
        .join("; "),
    ],
    [
      "status / origins within bounds where the positions are right; mean width of the bounds",
      "events held out and fresh; seen",
      ["held out", "seen"]
        .map(
          (group) =>
            `${all(`origins/${group}: all/status`, `origins/${group}: all/origins within bounds`)}, ${of(`origins/${group}: all/width`)}`,
        )
        .join("; "),
    ],
    [
      "articles of one story, F over pairs",
      "fresh events; held out; mended after",
      ["fresh", "held out", "seen"].map((group) => of(`events/${group}: all/stories F`)).join("; "),
    ],
    [
      "wrong / missed merges of claims",
      `${of("traps/held out/pairs")} and ${of("traps/third/pairs")} traps and paraphrases of our own, held out`,
      ["held out", "third"].map((file) => all(`traps/${file}/wrong merges`, `traps/${file}/missed merges`)).join("; "),
    ],
    [
      "answers that deny a claim, found / other answers taken for denials",
      `${of("answers/held out/denials")} and ${of("answers/held out/others")} of our own, held out`,
      all("answers/held out/denials found", "answers/held out/others taken for denials"),
    ],
    [
      "the same, on pairs that rules were mended after",
      `${of("traps/all/pairs")} of our own`,
      all("traps/all/wrong merges", "traps/all/missed merges"),
    ],
  ];
  const lines = rows.map((cells) => `| ${cells.join(" | ")} |`);
  return ["| what | measured on | figures |", "| --- | --- | --- |", ...lines].join("\n");
}

/** How fast it is, as the README shows it. */
export function speedTable({ date, machine, load, node, reading, waits }: Results): string {
  const rows = [
    ...reading.map(({ what, figure: speed, unit }) => [what, `${speed} ${unit}`]),
    ...waits.map(({ what, median, worst }) => [what, `${median} ms, at worst ${worst} ms`]),
  ];
  const lines = rows.map((cells) => `| ${cells.join(" | ")} |`);
  return [
    `| on ${machine}, Node ${node.slice(1)}, ${date}; beside other work (a load of ${load}), which makes waits longer | |`,
    "| --- | --- |",
    ...lines,
  ].join("\n");
}

/** A page with what stands between `<!-- NAME -->` and `<!-- /NAME -->` replaced. */
export function withPart(page: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place for ${name}`);
  return `${page.slice(0, from + begin.length)}\n\n${part}\n\n${page.slice(to)}`;
}

/** Puts the figures of the last runs into the README. */
export function refreshReadme(): void {
  const file = join(root, "README.md");
  writeFileSync(file, readmeWithFigures(readFileSync(file, "utf8")));
}

/** The README with the figures of the last runs. */
export function readmeWithFigures(page: string): string {
  const results = lastResults();
  const told = withPart(page, "quality", qualityTable(lastScores()));
  return results === null ? told : withPart(told, "speed", speedTable(results));
}
