import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { Alignment, Reading } from "../../src/model/index.ts";
import { dossierOf, renderHtml } from "../../src/report/index.ts";
import { bounds, claimOf, generated, ministry, portAubry, positionOf, readingOf, staff } from "./fixture.ts";

const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "long-title": "off" } });

function complaints(page: string): string[] {
  const report = validator.validateStringSync(page);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.line}: ${message.ruleId}: ${message.message}`),
  );
}

function pageOf({ alignment, readings }: { alignment: Alignment; readings: Reading[] }, language = "en"): string {
  return renderHtml(dossierOf(alignment, readings, { generated }), { language });
}

const idsOf = (page: string): string[] => [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? "");
const targetsOf = (page: string): string[] => [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? "");

/** What a reader sees: markup gone, entities read. */
function textOf(page: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<sup>.*?<\/sup>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}

describe.each(["en", "fr"])("the page in %s", (language) => {
  const page = pageOf(portAubry(), language);

  test("is valid HTML in that language", () => {
    expect(complaints(page)).toEqual([]);
    expect(page).toContain(`<html lang="${language}">`);
  });

  test("leads somewhere with every link, and names every place once", () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    const missing = targetsOf(page).filter((target) => !ids.includes(target));
    expect(missing).toEqual([]);
  });

  test("links every position to its characters and back", () => {
    const { alignment, readings } = portAubry();
    const dossier = dossierOf(alignment, readings, { generated });
    const positions = dossier.claims.flatMap((claim) => claim.positions);
    expect(positions).toHaveLength(8);
    for (const position of positions) {
      expect(page).toContain(`id="${position.anchor}" href="#${position.mark}"`);
      expect(page).toMatch(new RegExp(`id="${position.mark}"><a class="gl" href="#${position.anchor}"`));
    }
  });

  test("asks nothing of the network and runs no script", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test("prints each article word for word", () => {
    const text = textOf(page);
    for (const { document } of portAubry().readings) {
      for (const paragraph of document.text.split("\n\n")) expect(text).toContain(paragraph);
    }
  });
});

test("the four columns stand in their fixed order, empty ones included", () => {
  const page = pageOf(portAubry());
  const claim = page.slice(page.indexOf('id="c1"'), page.indexOf('id="figures"'));
  expect([...claim.matchAll(/class="col c-(\w+)( void)?"/g)].map((match) => `${match[1]}${match[2] ?? ""}`)).toEqual([
    "affirm",
    "hedged void",
    "deny",
    "none void",
  ]);
  expect(claim).toContain("1 origin (1–2), in 2 articles");
  expect(claim).toContain("Both take it from Valdorian Ministry of Defence.");
});

test("French has its spaces and its marks", () => {
  const page = pageOf(portAubry(), "fr");
  expect(page).toContain("1\u00a0origine (1–2), dans 2\u00a0articles");
  expect(page).toContain("14 mars 2025, 9\u00a0h\u00a012 (UTC+1)");
  expect(page).toContain("un facteur de 2,8");
  expect(textOf(page)).not.toMatch(/\w [:;!?»]\s/);
});

test("a statement inside a statement is marked inside it, with its line above the other's", () => {
  const page = pageOf(portAubry());
  expect(page).toMatch(/l1 c-affirm" id="s2-3">.*?the army denied that <span class="m f-ct l0 c-deny neg" id="s2-4">/);
  expect(page).toMatch(/class="note d1" id="ns2-4"/);
});

test("a comparable figure stands on an axis, one that is not stands beneath with its reason", () => {
  const page = pageOf(portAubry());
  const figures = page.slice(page.indexOf('id="figures"'), page.indexOf('id="single"'));
  expect(figures).toContain("A factor of 2.8 between the lowest and the highest.");
  expect(figures.indexOf("Treated is not killed.")).toBeGreaterThan(figures.indexOf("Not comparable"));
  expect(figures.slice(figures.indexOf("set-apart"))).not.toContain("<circle");
});

test("marks that cross each other stay well formed", () => {
  const text = "One two three four five six.\n\nSeven eight nine ten.";
  const reading = readingOf("crossing", text, [
    { words: "two three four", by: staff },
    { words: "four five six.\n\nSeven eight", by: ministry },
    { words: "three four five", by: ministry },
    { words: "eight nine", by: staff, factuality: "PR-" },
  ]);
  const page = pageOf({ alignment: { stories: [], claims: [], figures: [] }, readings: [reading] });
  expect(complaints(page)).toEqual([]);
  expect(textOf(page)).toContain("One two three four five six.");
  expect(textOf(page)).toContain("Seven eight nine ten.");
});

test("hostile titles, names and texts stay text", () => {
  const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
  const text = `${evil} said\u0000 that \ud800 ${"\u202e"}it <b>holds</b>.`;
  const reading = readingOf("evil", text, [{ words: "<b>holds</b>", by: { id: evil, name: evil }, said: evil }], {
    title: evil,
    outlet: evil,
    uri: `javascript:alert(1)//${evil}`,
    canonical: null,
    published: evil,
    authors: [evil],
    language: `x"><script>`,
  });
  const claim = claimOf("evil", "contested", evil, [positionOf(reading, 0, "affirm")], bounds(1, 1, evil, ["evil-0"]));
  const page = pageOf({ alignment: { stories: [], claims: [claim], figures: [] }, readings: [reading] });
  expect(page).not.toMatch(/<script|<img|<b>holds|href="javascript/i);
  expect(page).toContain("&lt;script&gt;");
  expect(page.isWellFormed()).toBe(true);
  expect(page).not.toMatch(/[\u0000-\u0008]/);
  expect(complaints(page)).toEqual([]);
});

test("nothing at all makes a page that says what to do first", () => {
  const page = pageOf({ alignment: { stories: [], claims: [], figures: [] }, readings: [] });
  expect(complaints(page)).toEqual([]);
  expect(page).toContain("selon add");
});

test("five thousand positions make a page of reasonable size, quickly", () => {
  const sentence = "Sarrenia launched three drones against the port";
  const readings = Array.from({ length: 500 }, (_, index) =>
    readingOf(
      `many${index}`,
      Array.from({ length: 10 }, (_, at) => `${sentence} ${index} ${at}.`).join("\n\n"),
      Array.from({ length: 10 }, (_, at) => ({ words: `${sentence} ${index} ${at}`, by: at % 2 ? staff : ministry })),
    ),
  );
  const claims = Array.from({ length: 10 }, (_, at) =>
    claimOf(
      `c${at}`,
      "contested",
      sentence,
      readings.map((reading) => positionOf(reading, at, at % 2 ? "deny" : "affirm")),
      bounds(1, 500),
    ),
  );
  const before = performance.now();
  const page = pageOf({ alignment: { stories: [], claims, figures: [] }, readings });
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(page.length).toBeLessThan(8_000_000);
  expect(targetsOf(page).length).toBeGreaterThan(10_000);
});

test("a gigantic text is cut where no mark stands, and says so", () => {
  const text = `Drones flew. ${"x".repeat(3_000_000)}`;
  const reading = readingOf("long", text, [{ words: "Drones flew", by: staff }]);
  const page = pageOf({ alignment: { stories: [], claims: [], figures: [] }, readings: [reading] });
  expect(page.length).toBeLessThan(400_000);
  expect(page).toContain("The text goes on for 2,800,013 characters");
});
