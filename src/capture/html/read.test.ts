import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureBytes } from "../capture.ts";
import { structuredArticle } from "./json-ld.ts";

const pages = resolve(import.meta.dirname, "../../../test/pages");
const page = (name: string, uri = `https://gazette.example/2024/${name}`) =>
  captureBytes(readFileSync(resolve(pages, name)), { uri });
const html = (source: string) => captureBytes(new TextEncoder().encode(source), { uri: "a.html" });
const sentence = "Le maire de Kaltenau a démenti mardi les informations du journal, selon son porte-parole.";

describe("pages", () => {
  test("gives title and main text as paragraphs, without menus, scripts and footers", () => {
    const { document, diagnostics } = page("gazette.html");
    const paragraphs = document.text.split("\n\n");
    expect(paragraphs[0]).toBe("Le maire de Kaltenau dément avoir vendu le pont");
    expect(paragraphs).toContain(
      "«\u00A0C'est faux du premier au dernier mot\u00A0», a-t-il déclaré devant le conseil municipal, avant d'ajouter que le pont n'avait jamais été à vendre et ne le serait pas.",
    );
    expect(paragraphs).toContain("Une lettre sans date");
    expect(paragraphs).toContain("Il porte 4\u00A0000 véhicules par jour, selon la région.");
    expect(document.text).toContain("commenter. La société citée");
    expect(document.text).not.toMatch(/Abonnez|Sport|météo|droits|n'est pas du texte|color/);
    expect(diagnostics).toEqual([]);
  });
  test("reads metadata from JSON-LD with references and a trailing comma, and from meta elements", () => {
    expect(page("gazette.html").document).toMatchObject({
      title: "Le maire de Kaltenau dément avoir vendu le pont",
      outlet: "La Gazette de Kaltenau",
      authors: ["Ana Borg", "Luc Meyer"],
      published: "2024-11-12T10:20:00+01:00",
      modified: "2024-11-13T08:00:00+01:00",
      language: "fr-FR",
      canonical: "https://gazette.example/politique/pont",
      mediaType: "text/html",
    });
  });
  test("tolerates malformed JSON-LD and unclosed paragraphs", () => {
    const { document, diagnostics } = page("plain-blog.html");
    expect(document).toMatchObject({
      title: "The bridge that was never sold",
      authors: ["Mary Holt"],
      published: "2024-11-14",
      language: "en",
    });
    expect(document.text.split("\n\n")).toHaveLength(4);
    expect(diagnostics.map(({ code }) => code)).toEqual(["json-ld-malformed"]);
  });
  test("says that a page without scripts shows no text", () => {
    const { document, diagnostics } = page("scripts-only.html");
    expect(document.text).toBe("Kaltenau Online");
    expect(diagnostics.map(({ code }) => code)).toEqual(["no-text"]);
  });
  test("believes the text where the declared language is the template's", () => {
    const { document, diagnostics } = html(
      `<html lang="en"><body><article>${`<p>${sentence}</p>`.repeat(8)}</article></body></html>`,
    );
    expect(document.language).toBe("fr");
    expect(diagnostics.map(({ code }) => code)).toEqual(["language-disagrees"]);
  });
});

describe("bad pages", () => {
  const whole = `<p>${sentence}</p>`.repeat(4);
  test.each([
    ["nested 100,000 deep", "<div>".repeat(100_000) + whole + "</div>".repeat(100_000)],
    ["100,000 unclosed inline elements", "<b>".repeat(100_000) + whole],
    ["100,000 end tags that end nothing", "<div><i>".repeat(5_000) + whole + "</u>".repeat(100_000)],
    ["nested lists", "<ul><li>".repeat(50_000) + whole],
  ])("keeps the text of a page %s", (_, source) => {
    const before = performance.now();
    expect(html(source).document.text).toContain(sentence);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
  test.each([
    ["of 50 MB", `<p>${sentence}</p>`.repeat(550_000)],
    ["of 50 MB on one line", "Kaltenau ".repeat(5_600_000)],
    ["of an attribute that never ends", `<p>${sentence}</p><a ${'x="'.repeat(5_000_000)}`],
  ])("captures a page %s in bounded time", (_, source) => {
    const before = performance.now();
    expect(html(source).document.text).toContain("Kaltenau");
    expect(performance.now() - before).toBeLessThan(40_000);
  });
  test("any string is a page, and its text is never markup of ours", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<div",
      ">",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "&amp;",
      "&#0;",
      "mot",
      '"',
      "<table>",
      "<td>",
      "<br>",
      "\0",
      "<svg>",
      "<title>",
      "<![CDATA[",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(typeof html(pieces.join("")).document.text).toBe("string");
      }),
      { numRuns: 200 },
    );
  });
  test("any string is JSON-LD", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (block) => {
        expect(structuredArticle([block]).malformed).toBeLessThanOrEqual(1);
      }),
    );
  });
});
