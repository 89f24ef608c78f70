import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildApp } from "./harness.ts";

test("the script that a browser is sent at first is under 250 kB compressed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "selon-size-"));
  try {
    await buildApp(folder, true);
    const scripts = [...readFileSync(join(folder, "index.html"), "utf8").matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)];
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.reduce((sum, [, path]) => sum + gzipSync(readFileSync(join(folder, path ?? ""))).length, 0);
    expect(bytes).toBeLessThan(250_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
