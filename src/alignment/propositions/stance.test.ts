import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture, relate } from "../../pipeline.ts";

/** The positions of one text, each with the words it rests on. */
const positions = (text: string) =>
  relate([readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }))]).claims.flatMap((claim) =>
    claim.positions.map(({ position, evidence }) => `${position}: ${evidence.text}`),
  );

test.each([
  ["Le maire a démenti vouloir abandonner la piscine.", "deny: vouloir abandonner la piscine"],
  ["La ministre refuse de fermer le port.", "deny: fermer le port"],
  ["La compagnie n'a pas l'intention de vendre ses navires.", "deny: vendre ses navires"],
  ["Le président n'envisage pas de dissoudre l'assemblée.", "deny: dissoudre l'assemblée"],
  ["Le groupe renonce à construire le pont.", "deny: construire le pont"],
  ["The council refuses to sell the park.", "deny: sell the park"],
  ["The bank has no plans to cut jobs.", "deny: cut jobs"],
])("a wish or plan that is denied or given up: %s", (text, expected) => {
  expect(positions(text)).toContain(expected);
});

test.each([
  ["Le porte-parole a refusé de commenter la vente.", "report-without-commitment: commenter la vente"],
  [
    "« Nous ne commentons pas les conversations du roi », a dit le porte-parole.",
    "report-without-commitment: Nous ne commentons pas les conversations du roi",
  ],
  [
    "“I can neither confirm nor deny that,” Jon Pell said.",
    "report-without-commitment: I can neither confirm nor deny that",
  ],
])("silence is no denial: %s", (text, expected) => {
  expect(positions(text)).toContain(expected);
});

test.each([
  ["Le maire est accusé d'avoir vendu le port.", "affirm: avoir vendu le port"],
  ["Le maire a qualifié de « fable » la vente du bac à la société Sorn.", "deny: la vente du bac à la société Sorn"],
  ["The mayor dismissed as “fiction” the sale of the ferry to Sorn.", "deny: the sale of the ferry to Sorn"],
  ["Le maire est soupçonné d'avoir vendu le port.", "probable: avoir vendu le port"],
  ["La société aurait caché le rapport.", "affirm: La société aurait caché le rapport"],
  ["Le prix du bac avoisinerait 12 millions d'euros.", "affirm: Le prix du bac avoisinerait 12 millions d'euros"],
  ["Le prix du bac s'élèverait à 12 millions d'euros.", "affirm: Le prix du bac s'élèverait à 12 millions d'euros"],
  [
    "Il s'agirait de la première vente depuis la guerre.",
    "report-without-commitment: Il s'agirait de la première vente depuis la guerre",
  ],
  [
    "Si le vent tombait, le bac partirait de Harn.",
    "report-without-commitment: Si le vent tombait, le bac partirait de Harn",
  ],
  [
    "Le maire a démenti les informations selon lesquelles le port serait vendu.",
    "report-without-commitment: le port serait vendu",
  ],
])(
  "an accusation and hearsay are held by somebody not named, a report that is denied by nobody: %s",
  (text, expected) => {
    expect(positions(text)).toContain(expected);
  },
);

test.each([
  ["Selon un ancien cadre, la mine fuit depuis un an. La société dément.", "deny: La société dément"],
  ["Selon Ida Kroll, le pont est fermé. La préfecture le nie.", "deny: La préfecture le nie"],
  ["According to the union, the mine has leaked for a year. The company denies it.", "deny: The company denies"],
  ["Le maire est accusé par Ida Kroll d'avoir volé les fonds, ce qu'il nie.", "deny: ce qu'il nie"],
  ["Le Fanal écrit que le bac a été vendu, ce que la mairie dément.", "deny: ce que la mairie dément"],
])("a denial of what was said before, on its own words: %s", (text, expected) => {
  const found = relate([readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }))]).claims.map(
    (claim) => claim.positions.map(({ position, evidence }) => `${position}: ${evidence.text}`),
  );
  const claim = found.find((one) => one.includes(expected));
  expect(claim?.some((one) => one.startsWith("affirm: "))).toBe(true);
});

test("what somebody is asked whether he means to do is no plan of his", () => {
  const text = "Les journalistes ont demandé si la maire envisageait de vendre le port.";
  expect(positions(text).filter((one) => one.startsWith("possible"))).toEqual([]);
});

test("a denial with nothing before it is a position on nothing", () => {
  expect(positions("La société dément. Le port est calme.").filter((one) => one.startsWith("deny"))).toEqual([]);
});

test("a dispatch speaks in its sender's name where nobody else does, and says nobody's words again", () => {
  const text =
    "Le feu de Harn\n\nDe notre rédaction.\n\nHARN (Agence Littoral) — Un feu a détruit la halle de Harn. La maire, Ida Kroll, a assuré que l'alarme avait sonné.";
  expect(positions(text).sort()).toEqual(["affirm: Un feu a détruit la halle de Harn", "affirm: l'alarme avait sonné"]);
});

test("the claims that somebody denies are not what a third denied just before", () => {
  const text = `The police said that no officer had opened fire.

Observers from the network Free Voices reported ballot stuffing in the north and said turnout was 44 percent. The electoral commission denied the claims.`;
  const claims = relate([readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }))]).claims;
  const claim = claims.find((one) => one.positions.some(({ evidence }) => evidence.text === "the claims"));
  expect(claim?.positions.some(({ speaker }) => speaker.name.includes("olice")) ?? false).toBe(false);
});

test.each([
  ["Selon Ida Kroll, la mine fuit. Contactée, la société Sarnel dément formellement.", "deny"],
  ["Selon Ida Kroll, la mine fuit. La direction, de son côté, dément catégoriquement.", "deny"],
  [
    "Selon Ida Kroll, la mine fuit. Le parquet n'a ni confirmé ni infirmé cette information.",
    "report-without-commitment",
  ],
  [
    "According to the union, the mine leaks. The ministry would neither confirm nor deny the report.",
    "report-without-commitment",
  ],
])("who denies what was just said, and who neither does nor does not: %s", (text, expected) => {
  const stands = positions(text);
  expect(stands.some((one) => one.startsWith(`${expected}: `))).toBe(true);
  expect(stands.filter((one) => one.startsWith("deny")).length).toBe(expected === "deny" ? 1 : 0);
});

test.each([
  [
    "L'entraîneur, Ivo Lund, pourrait aussi quitter le club.",
    "possible: L'entraîneur, Ivo Lund, pourrait aussi quitter le club",
  ],
  ["The coach may leave the club.", "possible: The coach may leave the club"],
  [
    "Les juges ont annulé le scrutin, où « des bulletins ont été introduits la veille ».",
    "affirm: où « des bulletins ont été introduits la veille",
  ],
  [
    "Two players said they had been told that the Spaniard would take over in July.",
    "affirm: they had been told that the Spaniard would take over in July",
  ],
])("what a document holds for possible, quotes, or passes on from who was told: %s", (text, expected) => {
  expect(positions(text)).toContain(expected);
});

test.each([
  ["« La digue a cédé », a dit le maire. La préfecture dément.", "deny: La préfecture dément"],
  ["« Aucun navire n'a bougé », a dit le maire. La préfecture dément.", "deny: La préfecture dément"],
])("a bare denial denies the words that somebody else is quoted with: %s", (text, expected) => {
  expect(positions(text)).toContain(expected);
});
