import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readmeWithFigures } from "../scripts/figures.ts";
import { acts, factualities, positionKinds } from "../src/model/index.ts";
import { columns, glyphs } from "../src/report/words/words.ts";

const pages = ["README.md", "CONTRIBUTING.md", "examples/README.md", ...globSync("docs/**/*.md")];

test.each(pages)("every link of %s leads to a file", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");
  const lost = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(dirname(page), link)));
  expect(lost).toEqual([]);
});

test("the README's commands are the Makefile's and the program's", () => {
  const readme = readFileSync("README.md", "utf8");
  const makefile = readFileSync("Makefile", "utf8");
  for (const [, target] of readme.matchAll(/^make (\w+)/gm)) expect(makefile).toContain(`\n${target}:`);
  for (const [, name] of readme.matchAll(/^\.\/bin\/selon (\w+)/gm)) {
    expect(existsSync(`src/cli/commands/${name}.ts`), `selon ${name}`).toBe(true);
  }
});

test("the folders that the README names are there", () => {
  const named = [...readFileSync("README.md", "utf8").matchAll(/^\| `(src\/[\w.]+|\w+)\/?`/gm)].map(
    (match) => match[1] ?? "",
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("the README's figures are those of the last runs", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readmeWithFigures(readme), "npm run docs puts them there").toBe(readme);
});

test("docs/dependencies.md has one line for each library, and for no other", () => {
  const page = readFileSync("docs/dependencies.md", "utf8");
  const told = (part: string): string[] =>
    [...part.matchAll(/^\| ([@a-z][^ |]*) \|/gm)].map((match) => match[1] ?? "").filter((name) => name !== "package");
  const [running = "", developing = ""] = page.split("## For development");
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, object>;
  expect(told(running)).toEqual(Object.keys(dependencies ?? {}));
  expect(told(developing)).toEqual(Object.keys(devDependencies ?? {}));
});

test("docs/architecture.md names every folder of src/, and nothing that is not there", () => {
  const page = readFileSync("docs/architecture.md", "utf8");
  const folders = globSync("src/*", { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  expect(folders.length).toBeGreaterThan(10);
  expect(folders.filter((name) => !page.includes(`src/${name}/`))).toEqual([]);
  const named = [...page.matchAll(/`((?:src|scripts|web|models|training|test)\/[\w./-]*)`/g)].map(
    ([, path = ""]) => path,
  );
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("the functions on the arrows of docs/architecture.md are there", () => {
  const page = readFileSync("docs/architecture.md", "utf8");
  const arrows = [...page.matchAll(/^ +│ +(\w+) +(\w+)\(.*→/gm)];
  expect(arrows.length).toBeGreaterThan(5);
  for (const [, stage = "", name = ""] of arrows)
    expect(readFileSync(`src/${stage}/index.ts`, "utf8"), `${name} in src/${stage}`).toMatch(
      new RegExp(`\\b${name}\\b`),
    );
});

test("the glossary has every act, factuality, position and glyph", () => {
  const glossary = readFileSync("docs/glossary.md", "utf8");
  const words = [...acts, ...factualities, ...positionKinds, ...columns.map((column) => glyphs[column])];
  expect(words.filter((word) => !glossary.includes(word))).toEqual([]);
});

test("every example is in the table of examples", () => {
  const table = readFileSync("examples/README.md", "utf8");
  const files = globSync("examples/port-aubry/*").map((file) => file.replace(/^.*\//, ""));
  expect(files.length).toBeGreaterThanOrEqual(9);
  expect(files.filter((file) => !table.includes(file))).toEqual([]);
});
