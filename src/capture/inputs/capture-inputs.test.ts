import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Captured, captureInputs } from "./capture-inputs.ts";
import type { CaptureOptions } from "./options.ts";

const root = mkdtempSync(join(tmpdir(), "selon-capture-"));
const at = (...parts: string[]) => join(root, ...parts);

beforeAll(() => {
  mkdirSync(at("folder", "inner"), { recursive: true });
  mkdirSync(at("folder", ".hidden"));
  mkdirSync(at("nothing"));
  writeFileSync(at("folder", "b.txt"), "Le maire de Kaltenau dément.\n");
  writeFileSync(at("folder", "a.md"), "# Un titre\n\nLe maire de Kaltenau confirme.\n");
  writeFileSync(at("folder", "inner", "c.txt"), "The mayor denies it.\n");
  writeFileSync(at("folder", ".secret.txt"), "no");
  writeFileSync(at("folder", ".hidden", "d.txt"), "no");
  writeFileSync(at("folder", "e.bin"), "no");
  symlinkSync(at("folder"), at("folder", "inner", "loop"));
  symlinkSync(at("folder", "gone.txt"), at("folder", "dangling.txt"));
  writeFileSync(at("nothing", "x.dat"), "x");
  writeFileSync(at("empty.txt"), "");
  writeFileSync(at("picture.txt"), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function all(inputs: string[], options: CaptureOptions = {}): Promise<string[]> {
  const found: Captured[] = [];
  for await (const item of captureInputs(inputs, options)) found.push(item);
  return found.map((item) =>
    (item.ok ? item.capture.document.uri : `${item.failure.code} ${item.failure.uri}`).replaceAll(root, ""),
  );
}

describe("captureInputs", () => {
  test("reads a folder in the order of paths, without hidden files, other endings, or going round a loop", async () => {
    expect(await all([at("folder")])).toEqual([
      "/folder/a.md",
      "/folder/b.txt",
      "not-found /folder/dangling.txt",
      "/folder/inner/c.txt",
    ]);
  });
  test("reads a file once though it is reached twice", async () => {
    expect(await all([at("folder", "b.txt"), at("folder", "*.txt"), at("folder", "b.txt")])).toEqual(["/folder/b.txt"]);
  });
  test("takes globs, and says when one matches nothing", async () => {
    expect(await all([at("**", "*.md"), at("*.none")])).toEqual(["/folder/a.md", "no-match /*.none"]);
  });
  test("takes any ending of a file named by itself, and names a folder with nothing to read", async () => {
    expect(await all([at("folder", "e.bin"), at("nothing")])).toEqual(["/folder/e.bin", "nothing-here /nothing"]);
  });
  test("goes on after what can't be read", async () => {
    expect(await all([at("nope.txt"), at("empty.txt"), at("picture.txt"), at("folder", "b.txt")])).toEqual([
      "not-found /nope.txt",
      "empty /empty.txt",
      "binary /picture.txt",
      "/folder/b.txt",
    ]);
  });
  test("reads standard input, and stops at the limit of size", async () => {
    const stdin = () =>
      ReadableStream.from([Buffer.from("Le maire "), Buffer.from("dément.")]) as AsyncIterable<Uint8Array>;
    expect(await all(["-"], { stdin: stdin() })).toEqual(["-"]);
    expect(await all(["-", at("folder", "b.txt")], { stdin: stdin(), maxBytes: 10 })).toEqual([
      "too-large -",
      "too-large /folder/b.txt",
    ]);
  });
  test.skipIf(process.getuid?.() === 0)("names a folder it may not read", async () => {
    chmodSync(at("nothing"), 0o000);
    expect(await all([at("nothing")])).toContain("no-permission /nothing");
    chmodSync(at("nothing"), 0o755);
  });
  test("gives what, why and what to do for every failure", async () => {
    for await (const item of captureInputs([
      at("nope.txt"),
      at("empty.txt"),
      at("picture.txt"),
      at("nothing"),
      at("*.none"),
    ])) {
      if (item.ok) throw new Error("expected a failure");
      const { what, why, todo } = item.failure;
      for (const sentence of [what, why, todo]) expect(sentence).toMatch(/^.{10,}\.$/);
    }
  });
});
