import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Dossier } from "../../src/report/index.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-demo-"));
const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, SELON_DEMO: folder } });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the demo", () => {
  let demo: ReturnType<typeof run>;
  let dossier: Dossier;

  beforeAll(() => {
    demo = run("sh", "scripts/demo.sh");
    const json = run("./bin/selon", "report", "--ledger", join(folder, "ledger"), "--format", "json");
    dossier = JSON.parse(json.stdout) as Dossier;
  });

  test("ends well and says where the dossier is", () => {
    expect(demo.stderr).not.toMatch(/error/i);
    expect(demo.status).toBe(0);
    expect(demo.stdout).toContain(join(folder, "dossier.html"));
    expect(existsSync(join(folder, "dossier.md"))).toBe(true);
  });

  test("reads all twelve examples and finds what they contest", () => {
    expect(dossier.articles).toHaveLength(12);
    const contested = dossier.claims.filter((claim) => claim.status === "contested");
    const outlet = (article: number) => dossier.articles[article - 1]?.document.outlet;
    const denied = contested.filter(
      ({ positions }) =>
        positions.some(({ position, article }) => position === "deny" && outlet(article) === "L'Écho de Sarrène") &&
        positions.some(({ position, article }) => position === "affirm" && outlet(article) !== "L'Écho de Sarrène"),
    );
    expect(denied.length, "what one side's paper denies and the other papers affirm").toBeGreaterThan(0);
  });

  test("knows the live article's two versions", () => {
    const live = dossier.articles.filter((article) => article.document.canonical?.endsWith("/direct/port-aubry"));
    expect(live.map((article) => article.replacedBy === null)).toEqual([false, true]);
  });

  test("anchors every mark to the characters of its article", () => {
    const marks = dossier.articles.flatMap((article) => article.marks.map((mark) => ({ article, mark })));
    expect(marks.length).toBeGreaterThan(100);
    for (const { article, mark } of marks) {
      for (const { start, end, text } of mark.spans) expect(article.document.text.slice(start, end)).toBe(text);
    }
  });

  test.each(["fr", "en"])("is a valid page in %s, in which every link leads somewhere", (language) => {
    const page = run("./bin/selon", "report", "--ledger", join(folder, "ledger"), "--language", language).stdout;
    const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "long-title": "off" } });
    const report = validator.validateStringSync(page);
    expect(report.results.flatMap((result) => result.messages)).toEqual([]);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const lost = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]).filter((target) => !ids.has(target));
    expect(lost).toEqual([]);
    expect(page.length).toBeLessThan(1_500_000);
  });

  test("prints the same Markdown as the file it wrote, but for the time", () => {
    const written = readFileSync(join(folder, "dossier.md"), "utf8");
    const printed = run(
      "./bin/selon",
      "report",
      "--ledger",
      join(folder, "ledger"),
      "--title",
      "Port-Aubry, March 2025",
      "--format",
      "md",
    ).stdout;
    expect(printed).toBe(written);
  });
});
