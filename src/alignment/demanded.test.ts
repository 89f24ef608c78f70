import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";

const claims = (...texts: string[]) =>
  relate(
    texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))),
  ).claims.map(({ proposition, positions }) => `${proposition} ${positions.map(({ position }) => position).join(" ")}`);

test.each([
  [
    "Le parquet a requis six ans de prison contre Paul Vern.",
    "Le parquet a requis six ans de prison contre Paul Vern. affirm",
  ],
  ["Elle a exigé la fermeture du port.", "Elle a exigé la fermeture du port. affirm"],
  ["The report recommends lowering the lake.", "The report recommends lowering the lake. affirm"],
])("a claim of which nothing is said but that it is demanded: %s", (text, expected) => {
  expect(claims(text)).toContain(expected);
});

test("what somebody demands and somebody else says is so stays open where it is demanded", () => {
  const found = claims(
    "La maire, Ida Kroll, réclame la démission du préfet Paul Vern.\n\nLe préfet Paul Vern a démissionné, a annoncé le ministère.",
  );
  expect(found.some((one) => one.includes("report-without-commitment") && one.includes("affirm"))).toBe(true);
});
