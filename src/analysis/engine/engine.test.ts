import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packSections, readSections } from "./container.ts";
import { applyScript, scriptOf } from "./lemmas.ts";
import { HashIndex, packHashes } from "./table.ts";
import { loadWeights } from "./weights.ts";

describe("the engine's files", () => {
  test("sections come back as they went in", () => {
    const sections = new Map([
      ["a", Uint8Array.of(1, 2, 3)],
      ["b", new Uint8Array()],
      ["c", Uint8Array.of(10, 10)],
    ]);
    expect([...readSections(packSections(sections))].map(([name, bytes]) => [name, [...bytes]])).toEqual(
      [...sections].map(([name, bytes]) => [name, [...bytes]]),
    );
  });

  test("every hash is found at its place, and no other", () => {
    const hashes = Uint32Array.of(0, 1, 65535, 65536, 70000, 0x7fffffff, 0x80000000, 0xfffffffe);
    const index = new HashIndex(packHashes(hashes), hashes.length);
    hashes.forEach((hash, i) => {
      expect(index.find(hash | 0)).toBe(i);
    });
    for (const hash of [2, 65534, 0xffffffff, 12345678]) expect(index.find(hash | 0)).toBe(-1);
  });

  test("damaged weights are refused, missing ones are null", () => {
    const folder = mkdtempSync(join(tmpdir(), "selon-weights-"));
    mkdirSync(join(folder, "fr"));
    writeFileSync(join(folder, "fr/weights.bin"), "damaged");
    writeFileSync(join(folder, "fr/model.json"), JSON.stringify({ language: "fr", version: "0", sha256: "00" }));
    expect(() => loadWeights("fr", folder)).toThrow(/damaged/);
    expect(loadWeights("xx", folder)).toBeNull();
  });

  test("a lemma script turns the form into its lemma", () => {
    for (const [form, lemma] of [
      ["démentait", "démentir"],
      ["yeux", "œil"],
      ["a", "avoir"],
      ["pont", "pont"],
    ] as const)
      expect(applyScript(form, scriptOf(form, lemma))).toBe(lemma);
  });
});
