import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";

/** How many claims of two documents have a rival. */
function rivals(first: string, second: string): number {
  const readings = [first, second].map((text, at) => {
    const { document, ...rest } = captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` });
    return readCapture({ ...rest, document: { ...document, language: "fr" } });
  });
  return relate(readings).claims.filter(({ rivals }) => rivals.length > 0).length;
}

const story = "Ada Strand est maire de Belmar. Le conseil de Belmar siège à Pralong depuis mardi, selon Odo Lanz.";

test("claims of one affair that say contraries of one thing are rivals", () => {
  const [hard, soft] = ["La mairie a durci le règlement.", "La mairie a assoupli le règlement."];
  expect(rivals(`${story} ${hard}`, `${story} ${soft}`)).toBe(2);
});

test("not what is done to other things, nor of other affairs", () => {
  expect(rivals(`${story} La mairie a durci le règlement.`, `${story} La mairie a assoupli la grille.`)).toBe(0);
  expect(rivals("La mairie a durci le règlement.", "La mairie a assoupli le règlement.")).toBe(0);
});
