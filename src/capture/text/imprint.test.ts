import { expect, test } from "vitest";
import { imprintOf } from "./imprint.ts";

const body =
  "\n\nLa mairie de Kaltenau a démenti mardi toute fuite à l'usine des eaux. Le collectif Rives propres maintient ses accusations et demande une enquête.".repeat(
    3,
  );

test.each([
  [
    "Kaltenau : la mairie dément\nPublié le 3 mars 2031 à 18h12 | Le Courrier de Valdonne",
    { title: "Kaltenau : la mairie dément", outlet: "Le Courrier de Valdonne", published: "2031-03-03T18:12" },
  ],
  [
    "Fuite à Kaltenau : l'État contredit\n4 mars 2031 — La Dépêche libre (avec AFP)",
    { title: "Fuite à Kaltenau : l'État contredit", outlet: "La Dépêche libre", published: "2031-03-04" },
  ],
  [
    "Kaltenau leak: mayor denies it\nBy Ann Dunmore, The Northern Ledger, 5 March 2031",
    {
      title: "Kaltenau leak: mayor denies it",
      outlet: "The Northern Ledger",
      authors: ["Ann Dunmore"],
      published: "2031-03-05",
    },
  ],
  [
    "Le Quotidien d'Armande\nVendredi 14 mars 2031\n\nKaltenau : ce que l'on sait",
    { title: "Kaltenau : ce que l'on sait", outlet: "Le Quotidien d'Armande", published: "2031-03-14" },
  ],
  [
    "La Lanterne de Brévol\nTribune\n\nKaltenau : à qui profite l'eau ?\n\npar Ana Morvin, économiste",
    { title: "Kaltenau : à qui profite l'eau ?", outlet: "La Lanterne de Brévol", authors: ["Ana Morvin"] },
  ],
  [
    "La Semaine navale, jeudi 6 mars 2031\n\nKaltenau : ce que dit la lettre",
    { title: "Kaltenau : ce que dit la lettre", outlet: "La Semaine navale", published: "2031-03-06" },
  ],
  [
    "L'Observateur, 6 mars 2031\n\nKaltenau : ce que dit la lettre",
    { title: "Kaltenau : ce que dit la lettre", outlet: "L'Observateur", published: "2031-03-06" },
  ],
])("reads what stands above the text of %j", (head, expected) => {
  expect(imprintOf(head + body)).toMatchObject(expected);
});

test.each([
  ["a text that begins at once", body.trim()],
  ["a sentence with a date", `Le 4 mars 2031, la mairie a démenti.${body}`],
  ["one line", "Kaltenau : la mairie dément"],
  ["a list", "un\ndeux\ntrois\nquatre"],
  ["nothing", ""],
  ["line ends alone", "\n".repeat(10_000)],
])("takes no headline, paper or author from %s", (_, text) => {
  expect(imprintOf(text)).toEqual({ title: null, outlet: null, authors: [], published: null, modified: null });
});

test("is done at once with a line of megabytes", () => {
  const begin = performance.now();
  for (const text of ["(".repeat(5_000_000), "a – ".repeat(1_000_000), "Par ".repeat(1_000_000)]) imprintOf(text);
  expect(performance.now() - begin).toBeLessThan(1_000);
});
