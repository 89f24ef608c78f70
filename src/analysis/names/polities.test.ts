import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const actors = (text: string) => {
  const { actors: all } = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }));
  return all.map(({ id, kind }) => `${kind} ${id}`);
};

test("a country that no list knows is one in French and in English", () => {
  const french = actors(
    "La Belvanie accuse la Tourgovie d'avoir fermé le col. Le ministre belvanien de la Défense a dénoncé une provocation. Les troupes tourgoves se sont retirées.",
  );
  const english = actors(
    "Belvania accused Turgovia of closing the pass. The Belvanian defence minister denounced a provocation. Turgovian troops have withdrawn.",
  );
  expect(french).toContain("state state:belvan");
  expect(english).toContain("state state:belvan");
  expect(french).toContain("state state:turgov");
  expect(english).toContain("state state:turgov");
});

test("a name with an article or in a place is no person", () => {
  const found = actors(
    "Le Sarvek a tiré sur le convoi. Le Sarvek dément. Zorna accuse le Sarvek. Des civils ont fui vers Zorna.",
  );
  expect(found.filter((one) => one.startsWith("person"))).toEqual([]);
});

test("a surname stays one, whatever its word means in lower case", () => {
  const found = actors("Ada Marin dirige le port. Marin assure que les marins sont payés. Merlo a parlé à Karst.");
  expect(found).toContain("person person:marin-ada");
  expect(found).toContain("person person:merlo");
});
