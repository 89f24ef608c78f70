import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture, relate } from "../../pipeline.ts";

const readingOf = (text: string) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }));

const fr = "Le maire a touché de l'argent de la société Velm, affirme La Gazette.";
const en = "The mayor took money from Velm, the Gazette reported.";

/** The words that deny the claim which a text opens with. */
const denials = (claim: string, answer: string): string[] =>
  relate([readingOf(`${claim}\n\n${answer}\n`)])
    .claims.filter(({ positions }) => positions.some(({ evidence }) => evidence.start < claim.length))
    .flatMap(({ positions }) => positions)
    .filter(({ position, evidence }) => position === "deny" && evidence.start >= claim.length)
    .map(({ speaker }) => speaker.name);

test.each([
  ["L'accusation du journal ne repose sur rien, dit son avocat, Jean Brun.", "Jean Brun"],
  ["Aucun élément n'étaye cette affirmation, selon la procureure, Ida Kroll.", "Ida Kroll"],
  ["« Cette histoire ne tient pas debout », a réagi Jean Brun.", "Jean Brun"],
  ["« Jamais de la vie », a répondu Jean Brun.", "Jean Brun"],
  ["« Cela n'est jamais arrivé », a dit Jean Brun.", "Jean Brun"],
  ["« C'est n'importe quoi », a dit Jean Brun.", "Jean Brun"],
  ["La Gazette ment, dit Jean Brun.", "Jean Brun"],
  ["Jean Brun nie en bloc.", "Jean Brun"],
  ["Jean Brun crie à la calomnie.", "Jean Brun"],
  ["Jean Brun a opposé un démenti catégorique.", "Jean Brun"],
  ["Jean Brun clame son innocence.", "Jean Brun"],
  ["« Pure diffamation », selon Jean Brun.", "Jean Brun"],
  ["Jean Brun conteste ces faits.", "Jean Brun"],
  ["Jean Brun oppose à ces propos « un démenti total ».", "Jean Brun"],
  ["Jean Brun a publié un démenti formel.", "Jean Brun"],
  ["Jean Brun juge l'accusation grotesque.", "Jean Brun"],
  ["Lui nie.", "maire"],
  ["Jean Brun nie lui aussi.", "Jean Brun"],
  ["Jean Brun affirme le contraire.", "Jean Brun"],
  ["Jean Brun nie depuis lundi.", "Jean Brun"],
  ["Jean Brun parle d'une rumeur.", "Jean Brun"],
])("an answer that calls what was said untrue: %s", (answer, speaker) => {
  expect(denials(fr, answer)).toEqual([speaker]);
});

test.each([
  ["The claim does not hold water, said his lawyer, John Bray.", "John Bray"],
  ["“Not a word of truth in it,” John Bray said.", "John Bray"],
  ["“There is no truth to this,” John Bray said.", "John Bray"],
  ["“That never happened,” John Bray said.", "John Bray"],
  ["“Absolutely not,” John Bray said.", "John Bray"],
  ["Nothing of the sort took place, according to John Bray.", "John Bray"],
  ["John Bray said the story was made up.", "John Bray"],
  ["John Bray says otherwise.", "John Bray"],
  ["John Bray claims the opposite.", "John Bray"],
  ["John Bray dismissed it as a rumor.", "John Bray"],
  ["John Bray called the account grotesque.", "John Bray"],
  ["John Bray maintains his innocence.", "John Bray"],
])("in English: %s", (answer, speaker) => {
  expect(denials(en, answer)).toEqual([speaker]);
});

const propositions = (text: string) =>
  readingOf(text).propositions.map(({ kind, predicate, negated }) => `${kind} ${predicate}${negated ? " not" : ""}`);

test.each([
  ["La tour ne tient pas debout, dit le maire.", "clause tenir not"],
  ["Le maire a menti, dit le syndicat.", "clause mentir"],
  ["Le maire nie avoir menti.", "clause mentir"],
  ["« Ce n'est qu'un élément », a dit le maire.", "clause élément"],
  ["Aucun pays n'appuie la proposition, a dit le maire.", "clause appuyer not"],
  ["No country supports the plan, the mayor said.", "clause support not"],
  ["« Il ne tient pas debout », a dit le gardien.", "clause tenir not"],
  ["La tour penche, dit le maire. Elle ne tient pas debout.", "clause tenir not"],
  ["C'est une accusation qui ne repose sur rien, dit le maire.", "verdict accusation not"],
  ["“That is true,” the rival fired back.", "verdict true"],
  ["La thèse du sabotage ne tient pas debout, dit le maire.", "clause thèse not"],
  ["Pour la juge, la thèse de l'enveloppe est morte.", "clause thèse not"],
  ["Les négociations sont mortes, dit le maire.", "clause mort"],
  ["La vente n'existe que dans l'imagination du syndicat, dit le maire.", "clause vente not"],
  ["La vente n'est pas avérée, dit le maire.", "clause vente not"],
  ["The bridge does not hold up the road, the mayor said.", "clause hold not"],
  ["Les chiffres rapportés par le journal ne reposent sur rien, dit le maire.", "verdict reposer not"],
  ["La tour construite par le port ne repose sur rien, dit le maire.", "clause reposer not"],
  ["“The total quoted by the union was plucked from thin air,” the mayor said.", "verdict pluck not"],
  ["L'enquête a mis le gardien hors de cause.", "clause mettre not"],
  ["L'enquête n'a pas mis le gardien hors de cause.", "clause mettre"],
  ["Le gardien est resté étranger à la fuite, dit le maire.", "clause rester not"],
  ["Un bateau étranger est entré au port.", "clause entrer"],
  ["L'argent est blanchi par la mine.", "clause blanchir"],
  ["The inquiry cleared the guard.", "clause clear not"],
  ["The guard was cleared of any wrongdoing.", "clause clear not"],
  ["The number of boats sunk that night was zero, the navy said.", "clause sink not"],
  ["Le nombre de bateaux coulés cette nuit-là est de zéro, dit la marine.", "clause zéro not"],
  ["The inquiry cleared the way for a sale.", "clause clear"],
  ["The police cleared the square of snow.", "clause clear"],
])("what has a matter of its own is about that: %s", (text, expected) => {
  expect(propositions(text)).toContain(expected);
});

test("whoever is called a liar is answered, and not who spoke last", () => {
  const text =
    "Le stade est vendu, affirme le maire, Paul Vern. La fuite vient du port, assure le syndicat.\n\nPaul Vern ment, dit l'opposition.\n";
  const denied = relate([readingOf(text)]).claims.find(({ positions }) =>
    positions.some(({ position }) => position === "deny"),
  );
  expect(denied?.positions.map(({ speaker }) => speaker.name)).toEqual(["Paul Vern", "opposition"]);
});
