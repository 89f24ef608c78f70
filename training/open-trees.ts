/**
 * Copies further openly licensed trees out of clones of public repositories, at fixed commits:
 *
 *   git clone https://github.com/amir-zeldes/gum CLONES/gum
 *   git clone https://github.com/UniversalDependencies/UD_English-PUD CLONES/UD_English-PUD
 *   node training/open-trees.ts CLONES FOLDER
 *
 * `training/train.ts` reads them from FOLDER when SELON_EXTRA_UD names it. A clone may lie at CLONES/NAME or
 * CLONES/OWNER+NAME/repo. Only what may be shipped as weights is taken: each source says its licence and where that
 * is written; of GUM, whose documents have licences of their own, only those whose text is in the public domain,
 * CC BY or CC BY-SA, and none of its test part, which is kept to measure on.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type OpenTrees = {
  /** Name of the file written, without `.conllu`. */
  readonly name: string;
  readonly owner: string;
  readonly repository: string;
  readonly commit: string;
  readonly licence: string;
  /** Whether a file of the repository is taken, by its path and its text. */
  readonly takes: (path: string, text: () => string) => boolean;
};

/** GUM's test documents (`splits.md`). */
const gumTest = new Set(
  (
    "academic_discrimination academic_eegimaa bio_dvorak bio_jespersen conversation_lambada conversation_retirement " +
    "court_insanity court_mitigation essay_fear essay_system fiction_falling fiction_teeth interview_hill " +
    "interview_libertarian letter_attorney letter_mandela news_nasa news_sensitive podcast_bezos " +
    "podcast_multitasking reddit_escape reddit_monsters speech_austria speech_newzealand textbook_chemistry " +
    "textbook_union vlog_london vlog_studying voyage_oakland voyage_vavau whow_cactus whow_mice"
  ).split(" "),
);

/** A speech by a candidate and not by an office holder: whether it is in the public domain is not certain. */
const gumUnclear = new Set(["speech_trump"]);

/** Hosts whose texts are open, by GUM's genre: Wikimedia, open journals, parliaments and courts, OpenStax. */
const gumHosts: Readonly<Record<string, RegExp>> = {
  news: /^en\.wikinews\.org$/,
  interview: /^en\.wikinews\.org$/,
  bio: /^en\.wikipedia\.org$/,
  voyage: /^en\.wikivoyage\.org$/,
  academic: /^(?:journals\.plos\.org|dh2017\.adho\.org|www\.mdpi\.com|journals\.linguisticsociety\.org)$/,
  court: /^(?:www\.supremecourt\.gov|www\.azcourts\.gov|www\.courts\.state\.hi\.us)$/,
  speech:
    /^(?:www\.congress\.gov|www\.speaker\.gov|www\.whitehouse\.gov|www\.presidency\.ucsb\.edu|creativecommons\.org)$/,
  textbook: /^openstax\.org$/,
};

/** Whether a document of GUM may be learnt from: its genre, the host of its text, and its part of the corpus. */
export function gumTakes(path: string, text: () => string): boolean {
  const document = /^dep\/GUM_([a-z]+)_(\w+)\.conllu$/.exec(path);
  const name = `${document?.[1]}_${document?.[2]}`;
  if (document === null || gumTest.has(name) || gumUnclear.has(name)) return false;
  const hosts = gumHosts[document[1] ?? ""];
  const source = /^# meta::sourceURL = https?:\/\/([^/\s]+)/m.exec(hosts === undefined ? "" : text());
  return hosts?.test(source?.[1] ?? "") ?? false;
}

export const openTrees: readonly OpenTrees[] = [
  {
    name: "en_gum-open",
    owner: "amir-zeldes",
    repository: "gum",
    commit: "72ce5ac14978a324c2fd18d49484e65292cbe316",
    licence:
      "annotations CC BY 4.0; texts CC BY 2.5 (Wikinews), CC BY-SA 3.0 (Wikipedia, Wikivoyage), CC BY 4.0 (journals, courts, OpenStax), public domain (speeches); LICENSE.txt",
    takes: gumTakes,
  },
  {
    name: "en_pud",
    owner: "UniversalDependencies",
    repository: "UD_English-PUD",
    commit: "f16eba4ae7f3d161870ed320676c5088b8fa476c",
    licence: "CC BY-SA 3.0; LICENSE.txt",
    takes: (path) => path === "en_pud-ud-test.conllu",
  },
];

/** The trees of one source as CoNLL-U, documents in the order of their names. */
export function copyOf(source: OpenTrees, clone: string): string {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", clone, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  const show = (path: string) => git("show", `${source.commit}:${path}`);
  return git("ls-tree", "-r", "--name-only", source.commit)
    .split("\n")
    .filter((path) => path.endsWith(".conllu") && source.takes(path, () => show(path)))
    .sort()
    .map((path) => `${show(path).trimEnd()}\n\n`)
    .join("");
}

if (import.meta.main) {
  const [clones, folder] = process.argv.slice(2);
  if (clones === undefined || folder === undefined) {
    console.error("usage: node training/open-trees.ts CLONES FOLDER");
    process.exit(2);
  }
  mkdirSync(folder, { recursive: true });
  for (const source of openTrees) {
    const clone = [join(clones, source.repository), join(clones, `${source.owner}+${source.repository}`, "repo")].find(
      (path) => existsSync(path),
    );
    if (clone === undefined) {
      console.error(`${source.name}: no clone of github.com/${source.owner}/${source.repository} in ${clones}`);
      process.exitCode = 1;
      continue;
    }
    const text = copyOf(source, clone);
    writeFileSync(join(folder, `${source.name}.conllu`), text);
    console.log(`${source.name}: ${text.match(/^\d+\t/gm)?.length ?? 0} words, ${source.licence}`);
  }
}
