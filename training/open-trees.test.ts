import { expect, test } from "vitest";
import { gumTakes, openTrees } from "./open-trees.ts";

const from = (url: string) => () => `# newdoc id = d\n# meta::sourceURL = ${url}\n`;

test("documents of GUM are taken by genre, by the host of their text, and never from the test part", () => {
  const takes = (name: string, url: string) => gumTakes(`dep/GUM_${name}.conllu`, from(url));
  expect(takes("news_crane", "https://en.wikinews.org/wiki/X")).toBe(true);
  expect(takes("news_nasa", "https://en.wikinews.org/wiki/X")).toBe(false);
  expect(takes("news_crane", "https://example.org/en.wikinews.org")).toBe(false);
  expect(takes("whow_joke", "https://www.wikihow.com/Tell-a-Joke")).toBe(false);
  expect(takes("fiction_giants", "http://smallbeerpress.com/x.pdf")).toBe(false);
  expect(gumTakes("_build/src/dep/GUM_news_crane.conllu", from("https://en.wikinews.org/wiki/X"))).toBe(false);
  expect(gumTakes("dep/GUM_news_crane.conllu", () => "")).toBe(false);
});

test("every source names a full commit and its licence, none of them non-commercial", () => {
  for (const { commit, licence } of openTrees) {
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(licence).not.toMatch(/NC|ND/);
  }
});
