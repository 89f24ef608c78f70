import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureBytes, documentId } from "./capture.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("captureBytes", () => {
  test("keeps plain text unchanged but for the byte-order mark", () => {
    const text = "  Kaltenau —\r\n\r\n« Non », dit le maire.\t\n";
    const { document, diagnostics } = captureBytes(bytes(`\uFEFF${text}`), { uri: "a.txt" });
    expect(document.text).toBe(text);
    expect(document.language).toBe("fr");
    expect(diagnostics).toEqual([]);
  });
  test("names a document by the hash of its bytes as given", () => {
    expect(documentId(bytes("abc"))).toBe("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(captureBytes(bytes("\uFEFFabc"), { uri: "a" }).document.id).not.toBe(documentId(bytes("abc")));
  });
  test("takes date and language from outside before those of the bytes", () => {
    const markdown = bytes("---\ndate: 2024-11-12\nlang: en\n---\nThe mayor of Kaltenau denies it.\n");
    expect(captureBytes(markdown, { uri: "a.md" }).document).toMatchObject({ published: "2024-11-12", language: "en" });
    const origin = { uri: "a.md", published: "2024-11-13", language: "fr_BE" };
    expect(captureBytes(markdown, origin).document).toMatchObject({ published: "2024-11-13", language: "fr-BE" });
  });
  test("any bytes give a capture, the same each time", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.constantFrom("a.txt", "a.md", "a.html", "-"), (given, uri) => {
        const first = captureBytes(given, { uri, captured: "2024-11-12T10:00:00Z" });
        expect(captureBytes(given, { uri, captured: "2024-11-12T10:00:00Z" })).toEqual(first);
        expect(first.document.id).toBe(documentId(given));
      }),
      { numRuns: 300 },
    );
  });
});
