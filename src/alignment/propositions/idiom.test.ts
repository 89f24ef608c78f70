import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

function core(language: string, sentence: string): readonly string[] {
  const { document, ...rest } = captureBytes(new TextEncoder().encode(sentence), { uri: "a.txt" });
  const [proposition] = readCapture({ ...rest, document: { ...document, language } }).propositions;
  return (proposition?.core ?? []).map(({ concept }) => concept);
}

test("an idiom is one word at heart, and what it is with means nothing by itself", () => {
  expect(core("fr", "La police a mis la main sur trois tonnes de tabac.")).toContain("mettre main");
  expect(core("fr", "La police a mis la main sur trois tonnes de tabac.")).not.toContain("hand");
  expect(core("en", "The Halden ferry went down in the storm.")).toContain("go down");
});

test("not so of a verb that tells something alone", () => {
  expect(core("fr", "La régie a coupé le gaz à Saldac.")).toContain("gas");
});
