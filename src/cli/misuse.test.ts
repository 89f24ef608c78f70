import { afterAll, expect, test } from "vitest";
import { run, temporary } from "./testing.ts";

// What whoever typed a command line wrongly is told: what, and where to see how it is written.
const { folder, remove } = temporary();
afterAll(remove);

test.each([
  [
    ["claim"],
    /^selon: There is no command “claim”; did you mean claims\? See: selon --help$/,
    /pas de commande « claim » ; est-ce claims \?/,
  ],
  [["help", "claim"], /There is no command “claim”; did you mean claims\?/, /pas de commande « claim »/],
  [
    ["claims", "--formt", "json"],
    /no option --formt; did you mean --format\? See: selon claims --help/,
    /pas d’option --formt/,
  ],
  [
    ["claims", "--format", "it's"],
    /“it's” is no value of --format <format>. It takes: table, json/,
    /« it's » n’est pas une valeur de --format <format>/,
  ],
  [
    ["completion", "tcsh"],
    /“tcsh” is no value of shell. It takes: bash, zsh, fish/,
    /« tcsh » n’est pas une valeur de shell/,
  ],
  [["gold"], /<dir> is missing. See: selon gold --help/, /Il manque <dir>/],
  [["claims", "--story"], /--story <id> needs a value/, /--story <id> demande une valeur/],
  [["undo", "a", "b"], /too many words/, /trop de mots/],
] as const)("%j", (args, english, french) => {
  for (const [language, words] of [
    ["en", english],
    ["fr", french],
  ] as const) {
    const ran = run(folder, [...args, "--lang-ui", language]);
    expect(ran.stderr.trim()).toMatch(words);
    expect(ran.stdout).toBe("");
    expect(ran.status).toBe(2);
  }
});
