import { describe, expect, test } from "vitest";
import { captureBytes } from "../capture.ts";
import { binaryKind } from "./binary.ts";
import { decode } from "./decode.ts";

const french =
  "Le maire de Kaltenau a déclaré que le château n'était pas à vendre : « Jamais », a-t-il répété. Élu en 2019, il a précisé où et à quelle heure la décision avait été prise.";
const russian =
  "Мэр города заявил, что сообщения о продаже моста не соответствуют действительности. По его словам, никакого письма не было.";
const polish =
  "Burmistrz oświadczył, że most nie został sprzedany. Według niego wiadomość gazety jest nieprawdziwa, a żadnego listu nie było.";

/** Bytes of a text in an eight-bit encoding, by turning its decoder round. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}
function wide(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

describe("decode", () => {
  test.each([
    ["windows-1252", french],
    ["windows-1251", russian],
    ["koi8-u", russian],
    ["ibm866", russian],
    ["iso-8859-5", russian],
    ["macintosh", french],
    ["windows-1250", polish],
    ["iso-8859-2", polish],
  ])("detects %s", (encoding, text) => {
    expect(decode(encode(text, encoding), null).text).toBe(text);
  });
  test("detects ISO-8859-15 by œ and the euro sign", () => {
    const text = `${french} Coût : 12 € au cœur de la ville.`;
    expect(decode(encode(text, "iso-8859-15"), null)).toMatchObject({ text, encoding: "iso-8859-15" });
  });
  test.each([
    [true, french],
    [false, french],
    [true, russian],
    [false, russian],
  ])("reads UTF-16 with and without a mark (little-endian %s)", (little, text) => {
    expect(decode(wide(text, little), null).text).toBe(text);
    expect(decode(wide(`\uFEFF${text}`, little), null).text).toBe(text);
  });
  test("follows a declaration, but not against valid UTF-8", () => {
    expect(decode(encode(russian, "koi8-r"), "koi8-r").text).toBe(russian);
    const { text, diagnostics } = decode(new TextEncoder().encode(french), "iso-8859-1");
    expect(text).toBe(french);
    expect(diagnostics.map(({ code }) => code)).toEqual(["encoding-disagrees"]);
  });
  test("shows what is damaged in UTF-8 as U+FFFD and says where", () => {
    const bytes = new TextEncoder().encode(french);
    const { text, diagnostics } = decode(Uint8Array.of(...bytes, 0xff, 0x21), null);
    expect(text).toBe(`${french}\uFFFD!`);
    expect(diagnostics).toMatchObject([{ code: "encoding-invalid", start: french.length, end: french.length + 1 }]);
  });
  test("takes the encoding a page declares", () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>${russian}</p><p>${russian}</p></body></html>`;
    expect(captureBytes(encode(page, "windows-1251"), { uri: "a.html" }).document.text).toContain(russian);
  });
});

describe("binaryKind", () => {
  test.each([
    ["%PDF-1.7\n", "PDF"],
    ["PK\x03\x04\x14\0", "ZIP"],
    ["ID3\x03\0\0\0", "MP3"],
    ["abc\0\0def\0\x01\x02\0\0x", "NUL"],
  ])("knows %j", (text, kind) => {
    expect(binaryKind(encode(text, "latin1"))).toContain(kind);
  });
  test.each(["ID3 est un format de métadonnées.", "Le maire dément.", "", "RIFFIFI à Kaltenau"])(
    "takes %j for text",
    (text) => {
      expect(binaryKind(new TextEncoder().encode(text))).toBeNull();
    },
  );
});
