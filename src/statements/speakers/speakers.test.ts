import { expect, test } from "vitest";
import { analyse } from "../../analysis/index.ts";
import { captureBytes } from "../../capture/index.ts";
import type { Statement } from "../../model/index.ts";
import { statementsOf } from "../index.ts";

const read = (text: string, language: string): readonly Statement[] => {
  const { document } = captureBytes(Buffer.from(text), { uri: "a.txt", language });
  return statementsOf(document, analyse(text, { language, published: null })).statements;
};

test("what a statement rests on are spans and nothing more, whoever a pronoun stands for", () => {
  const statements = read("La ministre Odile Fahr est arrivée à Norvel. Elle a dit que le port fermerait.", "fr");
  expect(statements.map(({ speaker }) => speaker.name)).toEqual(["Odile Fahr"]);
  for (const { because } of statements)
    for (const span of because.spans) expect(Object.keys(span).sort()).toEqual(["end", "start", "text"]);
});

/** Who says what: the speaker's name before the content. */
const voices = (text: string, language: string): string[] =>
  read(text, language).map(
    ({ speaker, content }) => `${speaker.name}: ${content.map((span) => span.text).join(" … ")}`,
  );

test("a participle behind a comma goes on with whoever speaks in the sentence", () => {
  const text =
    "Le ministre Aldo Ferri a nié les informations selon lesquelles le juge Ivan Moss lui aurait écrit, ajoutant qu'il n'avait aucune raison de lui répondre.";
  expect(voices(text, "fr")).toContain("Aldo Ferri: il n'avait aucune raison de lui répondre");
});

test("the same sources are several, not the person who spoke last", () => {
  const text =
    "Selon des sources anonymes, le pont va fermer. « Il tiendra », a dit Karl Morin lundi. Selon les mêmes sources, la digue est fissurée.";
  expect(voices(text, "fr")).toContain("sources anonymes: la digue est fissurée");
});

test.each([
  ["Ivo Lund n'en croit rien. « Elle savait », tonne le député.", "Ivo Lund: Elle savait"],
  [
    "Du côté du laboratoire, Odile Fahr sort de sa réserve. La biologiste accuse le directeur d'avoir menti.",
    "Odile Fahr: avoir menti",
  ],
  [
    "Le rapport établit que Mme Vasse a été avisée en mai. « Je ne sais plus », a répondu l'intéressée.",
    "Vasse: Je ne sais plus",
  ],
])("a description takes up whoever was just spoken of: %s", (text, expected) => {
  expect(voices(text, "fr")).toContain(expected);
});

test.each([
  [
    "Ivo Lund a quitté la salle. « C'est faux », a répondu le maire. Le maire, Karl Morin, est resté.",
    "Ivo Lund: C'est faux",
  ],
  ["Me Ida Sarl plaide la relaxe. La biologiste accuse le directeur d'avoir menti.", "Ida Sarl: avoir menti"],
])("but not whoever cannot be meant: %s", (text, other) => {
  expect(voices(text, "fr")).not.toContain(other);
});

test("a paper that names itself speaks in its own voice, the town in its name does not", () => {
  const text =
    "La Vigie de Brandec, 3 mai 2031\n\nLe port est fermé depuis lundi, révèle La Vigie. Le pont tient, assure Brandec.";
  const { document } = captureBytes(Buffer.from(text), { uri: "a.txt", language: "fr" });
  const own = { ...document, outlet: "La Vigie de Brandec" };
  const { statements } = statementsOf(own, analyse(document.text, { language: "fr", published: null }));
  expect(statements.map(({ speaker }) => speaker.id === "author")).toEqual([true, false]);
});

test("a source ends where the scene is set, and before its cue", () => {
  const text = "« Ces récits sont sans fondement », a balayé le chef du gouvernement morvien devant les députés.";
  expect(voices(text, "fr")).toEqual(["chef du gouvernement morvien: Ces récits sont sans fondement"]);
  expect(voices("Après enquête, le rapport tranche : la fuite venait d'un joint.", "fr")).toEqual([
    "rapport: la fuite venait d'un joint",
  ]);
  const english = "A doctor at the Sainte-Anne hospital, who asked not to be named, said three people had died there.";
  expect(voices(english, "en")).toEqual(["doctor at the Sainte-Anne hospital: three people had died there"]);
});

test("what is no actor neither threatens nor speaks", () => {
  expect(voices("Le mur ne menace pas de céder.", "fr")).toEqual([]);
  expect(voices("Usine Sarnel : « On savait tout cela »", "fr")[0]).toBe("unnamed: On savait tout cela");
});

test.each([
  [
    "Quant à l'échange, « il n'existe que sur le papier », a ironisé Ida Kroll. « Rien d'autre n'est prévu. »",
    "Ida Kroll: Rien d'autre n'est prévu.",
  ],
  [
    "Trois jours après sa sortie, Jonas Bart, soudeur de 41 ans, raconte. « On nous frappait avec des câbles. »",
    "Jonas Bart: On nous frappait avec des câbles.",
  ],
])("a quotation without a cue goes on with whoever tells before it: %s", (text, expected) => {
  expect(voices(text, "fr")).toContain(expected);
});

test("a name says who was spoken of by office in the sentence before", () => {
  const text =
    "Le directeur de l'usine Sarnel de Brandec a assuré lundi que l'alarme avait sonné. « Elle a sonné deux fois », a déclaré Rémi Vast à la presse. Le directeur a promis une enquête.";
  expect(new Set(voices(text, "fr").map((voice) => voice.split(":")[0]))).toEqual(new Set(["Rémi Vast"]));
  const other =
    "Le directeur de l'usine Sarnel a assuré que l'alarme avait sonné. « Je n'ai rien entendu », a déclaré Ida Kroll, ouvrière.";
  expect(voices(other, "fr")).toEqual([
    "directeur de l'usine Sarnel: l'alarme avait sonné",
    "Ida Kroll: Je n'ai rien entendu",
  ]);
});

test("a dispatch in what its own agency sends is nobody's but the agency's", () => {
  const text = `Agence Littoral, lundi 3 octobre 2033

Le pont de Brandec reste fermé

BRANDEC (Littoral) — Le maire, Karl Morin, a assuré lundi que le pont tiendrait.

La digue est fissurée, selon la préfecture.`;
  const { document } = captureBytes(Buffer.from(text), { uri: "a.txt", language: "fr" });
  const told = (outlet: string | null) =>
    statementsOf({ ...document, outlet }, analyse(document.text, { language: "fr", published: null })).statements.map(
      ({ chain }) => chain.map(({ name }) => name).join(" > "),
    );
  expect(told("Agence Littoral")).toEqual(["Karl Morin", "préfecture"]);
  expect(told(null)).toContain("Agence Littoral > Karl Morin");
});

test.each([
  ["Selon nos informations, le pont va fermer.", "fr", "nos informations: le pont va fermer"],
  ["Jon Pell was accused of arson.", "en", "unnamed: arson"],
  ["Jon Pell was accused of arson by Anna Holt.", "en", "Anna Holt: arson"],
  ["Jon Pell is convinced that it was arson.", "en", "Jon Pell: it was arson"],
  ["The board was convinced by Anna Holt that it was arson.", "en", "Anna Holt: it was arson"],
  [
    "The club was sold, according to a person briefed on the terms.",
    "en",
    "person briefed on the terms: The club was sold",
  ],
  [
    "D'après les comptes déposés au greffe, que La Vigie a consultés, le club a coûté deux millions.",
    "fr",
    "comptes déposés au greffe: le club a coûté deux millions",
  ],
  [
    "Sarnel a annoncé mercredi au comité d'entreprise du port de Brandec la suppression de dix emplois.",
    "fr",
    "Sarnel: la suppression de dix emplois",
  ],
])("who tells, whatever it is called: %s", (text, language, expected) => {
  expect(voices(text, language)).toContain(expected);
});

test("what is not told is no statement", () => {
  expect(voices("Le groupe a vendu le port à une banque, sans dévoiler le prix.", "fr")).toEqual([]);
});

test.each([
  [
    "Un officier, joint par téléphone, juge probable que la colonne se soit égarée.",
    "Un officier",
    "la colonne se soit égarée",
  ],
  ["Joint par La Vigie, le maire, Paul Vidal, juge probable que le feu dure.", "Paul Vidal", "le feu dure"],
  [
    "Après avoir juré pendant douze jours que rien n'avait fui, la Sarnel a changé de ton.",
    "Sarnel",
    "rien n'avait fui",
  ],
  [
    "Il n'a rien dit. Ida Kroll y assure que sa section s'est égarée : « Nous avions perdu la trace. »",
    "Ida Kroll",
    "sa section s'est égarée",
  ],
])("who says it, and how far: %s", (text, who, content) => {
  const said = voices(text, "fr").find((voice) => voice.endsWith(`: ${content}`));
  expect(said?.toLowerCase()).toContain(who.toLowerCase().replace(/^un /, ""));
});

test("what a headline is about does not speak in it", () => {
  expect(voices("Ibersk : l'obus venait bien du nord\n\nL'obus venait du nord.", "fr")).toEqual([]);
  expect(voices("Morin : le port rouvrira en mai\n\nLe maire, Karl Morin, est parti.", "fr")[0]).toContain("Morin:");
});

test("whoever is asked about in a question does not answer it", () => {
  const text =
    "« Ils montaient vers le col », raconte Ivo Lund. Les soldats l'ont-ils dépassé ? « Ils l'ont passé, oui. »";
  expect(voices(text, "fr").at(-1)).toBe("Ivo Lund: Ils l'ont passé, oui.");
});

test("a reflexive pronoun opens no question, and `rien de tel.` ends its sentence", () => {
  expect(voices("« Elle savait et elle s'est tue », a dit Ivo Lund.", "fr")).toEqual([
    "Ivo Lund: Elle savait et elle s'est tue",
  ]);
  const text = "« Mon client n'a rien admis de tel. L'alarme était en état de marche », a dit Ivo Lund.";
  expect(analyse(text, { language: "fr", published: null }).sentences.length).toBe(2);
});

test("who is asked does not ask, and several strangers are nobody named before", () => {
  const text = "The minister, Karl Vest, asked whether he would resign, said he would stay.";
  expect(voices(text, "en")).toEqual(["journalists: he would resign", "Karl Vest: he would stay"]);
  const told = "BRANDEC, June 3 (Littoral) - A gate was locked when fans arrived, two stewards told Littoral.";
  expect(voices(told, "en").map((voice) => voice.split(":")[0])).toEqual(["two stewards"]);
  expect(voices("They put the child at risk.", "en")).toEqual([]);
});

test("whoever is accused may be taken up by `celui-ci`", () => {
  const text =
    "Le ministre de l'Intérieur, Karl Vest, reste. L'opposition accuse le ministre d'avoir étouffé l'affaire. Celui-ci s'en défend. « Je n'ai rien vu », jure-t-il.";
  expect(voices(text, "fr")).toContain("Karl Vest: Je n'ai rien vu");
});

test("a shouted name is a speaker's label, even where nothing says more of it", () => {
  expect(voices("MORIN: We will keep the pier open for as long as it takes.", "en")[0]).toContain("MORIN:");
});

test.each([
  [
    "One of the freed men, welder Jonas Bart, said the captives had been beaten.",
    "en",
    "Jonas Bart: the captives had been beaten",
  ],
  ["L'un des passagers, Tomas Viel, a dit que le bateau penchait.", "fr", "Tomas Viel: le bateau penchait"],
  [
    "L'un des passagers a dit que le bateau de Tomas Viel penchait.",
    "fr",
    "L'un des passagers: le bateau de Tomas Viel penchait",
  ],
])("one of several is whom the words behind name: %s", (text, language, expected) => {
  const said = voices(text, language).map((voice) => voice.replace(/^un des/, "L'un des"));
  expect(said).toContain(expected);
});
