import { expect, test } from "vitest";
import { captureBytes } from "../../src/capture/index.ts";
import type { Reading } from "../../src/model/index.ts";
import { readCapture, relate } from "../../src/pipeline.ts";

const article = (uri: string, text: string): Reading =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri }));

const leak = article(
  "a.txt",
  "Le Courrier d'Orlen, 2 avril 2031\n\nUne fuite d'ammoniac a pollué mardi la rivière Velle en aval de l'usine Dorval, ont annoncé les pompiers d'Orlen. Quatre habitants ont été hospitalisés.",
);
const later = article(
  "b.txt",
  "L'Écho de la Velle, 6 avril 2031\n\nLe directeur de l'usine Dorval, Paul Estier, reconnaît qu'une cuve d'ammoniac a fui dans la rivière Velle. Les pompiers d'Orlen surveillent la rivière.",
);

test("a story says where it was in the words of its texts", () => {
  const [story] = relate([
    article(
      "w.txt",
      "Des drones ont frappé Moscou lundi. Moscou a été privée d'électricité, selon la mairie de Moscou.",
    ),
  ]).stories;
  expect(story?.where).toBe("Moscou");
});

test("the day at the head of an article is not the day of what it tells", () => {
  const { stories } = relate([leak, later]);
  expect(stories.map(({ documents }) => documents.length)).toEqual([2]);
  expect(stories[0]?.when).toBe("2031-04-01");
  expect(stories[0]?.title).not.toMatch(/Courrier|Écho/);
});

test("the day on which somebody spoke is not the day of what he speaks of", () => {
  const { stories } = relate([
    article(
      "c.txt",
      'The Orlen Times, May 8, 2031\n\nThe palace on Wednesday denied reports that King Aldo Renn met President Vera Stahl in Orlen. "There was no meeting," spokeswoman Ida Holt said.',
    ),
  ]);
  expect(stories[0]?.when).toBe("2031-05-08");
});

test("another meeting of the same people, told in passing, is a story of its own", () => {
  const one = article(
    "d.txt",
    "L'Observateur d'Orlen, 16 octobre 2031\n\nLe président Karel Stahl a rencontré mardi le roi Aldo Renn à Orlen, affirme un ancien ministre.\n\nEn juin, Karel Stahl avait déjà rencontré Aldo Renn à Velle.",
  );
  const before = article(
    "e.txt",
    "Le Courrier de Velle, 20 juin 2031\n\nLe président Karel Stahl et le roi Aldo Renn se sont rencontrés mercredi 18 juin à Velle pour parler de la pêche, ont annoncé leurs services.",
  );
  const { stories } = relate([one, before]);
  expect(stories.map(({ when, documents }) => [when, documents.length])).toContainEqual(["2031-10-14", 1]);
  expect(stories.map(({ when, documents }) => [when, documents.length])).toContainEqual(["2031-06-18", 2]);
});

test("articles of one month and one subject are no story", () => {
  const march = (uri: string, town: string, union: string, held: number, count: number): Reading =>
    article(
      uri,
      `Des manifestants ont défilé le 13 novembre 2031 à ${town} contre la réforme des ports.\n\nLa préfecture a compté ${count} manifestants en ce mois de novembre, la fédération ${union} en annonce davantage.\n\nLa police a arrêté ${held} personnes.`,
    );
  const { stories } = relate([
    march("p.txt", "Sorport", "Lornet", 15, 18500),
    march("q.txt", "Bromont", "Drensel", 17, 9500),
  ]);
  expect(stories.map(({ documents }) => documents.length)).toEqual([1, 1]);
});

test("who denies an attack denies that of the night his article opens with", () => {
  const attack = (uri: string, night: string, general: string, dead: number): Reading =>
    article(
      uri,
      `Une attaque de drones a frappé Sornbourg dans la nuit du ${night} juin 2031, tuant ${dead} personnes.\n\nLe général ${general} a affirmé que les radars n'avaient rien vu.\n\nL'état-major de Ferlanie a démenti avoir attaqué Sornbourg.`,
    );
  const { claims } = relate([
    attack("n.txt", "6", "Karl Kastel", 12),
    attack("o.txt", "8", "Vera Garber", 22),
    attack("p.txt", "10", "Marta Drensel", 28),
  ]);
  const denied = claims.filter(({ positions }) => positions.some(({ position }) => position === "deny"));
  const articles = denied.map(({ positions }) => [...new Set(positions.map(({ uri }) => uri))]);
  expect(articles.sort()).toEqual([["n.txt"], ["o.txt"], ["p.txt"]]);
});
