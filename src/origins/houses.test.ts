import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { besidesOf } from "./beside.ts";
import { housesOf } from "./houses.ts";
import { namingsOf } from "./same.ts";

const read = (...texts: string[]) =>
  texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })));

/** How those who speak first in two texts are tied. */
function tied(...texts: readonly [string, string]): string | null {
  const readings = read(...texts);
  const [a = "", b = ""] = readings.map(({ statements }) => statements[0]?.speaker.id ?? "");
  return housesOf(readings, namingsOf(readings).same)(a, b);
}

const open = "que la porte était ouverte";
test.each([
  [`Le parquet affirme ${open}.`, `La procureure de Lindal, Ana Sarre, affirme ${open}.`],
  [`La mairie affirme ${open}.`, `Le maire de Harn, Jean Ost, affirme ${open}.`],
  [`Firefighters said that the door was open.`, `Fire chief Luke Sarre said that the door was open.`],
  [`Le ministre affirme ${open}.`, `Ugo Pell, ministre de l'Économie, affirme ${open}.`],
  [`L'hôpital de Lindal affirme ${open}.`, `Le directeur de l'hôpital, Jean Ost, affirme ${open}.`],
  [`La Régie des transports affirme ${open}.`, `La directrice de la Régie, Lia Bram, affirme ${open}.`],
  [`Le groupe Norvane affirme ${open}.`, `La direction affirme ${open}. Norvane emploie deux cents personnes.`],
  [`The rebels said that the door was open.`, `Rebel leader Ugo Pell said that the door was open.`],
  [`Une source proche du club affirme ${open}.`, `Le club affirme ${open}.`],
  [`La diplomatie norlandaise affirme ${open}.`, `Le ministère des Affaires étrangères affirme ${open}.`],
  [`L'audit affirme ${open}.`, `Le cabinet d'audit Marlow affirme ${open}.`],
  [`Aerolis said that the door was open.`, `The door was open, Aerolis chief executive Simon Hale told reporters.`],
  [
    `Le collectif Rives Libres affirme ${open}.`,
    `La porte était ouverte, dénonce Lia Bram, du collectif Rives Libres.`,
  ],
  [`Un ancien employé affirme ${open}.`, `Ugo Pell, ancien employé de l'usine, affirme ${open}.`],
  [
    `Le réseau d'observateurs Voix claires affirme ${open}.`,
    `Observers from the network Voix claires said that the door was open.`,
  ],
  [`Lia Bram affirme ${open}.`, `L'avocat de Lia Bram affirme ${open}.`],
  [`Lia Bram said that the door was open.`, `Lia Bram's campaign said that the door was open.`],
  [`Lia Bram affirme ${open}.`, `Le camp Bram affirme ${open}.`],
  [`Le PDG de Norvane, Ivo Kern, affirme ${open}.`, `Une porte-parole de Norvane, Lia Bram, affirme ${open}.`],
  [`Ivo Kern, du collectif Rives Libres, affirme ${open}.`, `Lia Bram, présidente de Rives Libres, affirme ${open}.`],
  [`Le procureur, Ivo Kern, affirme ${open}.`, `La procureure adjointe, Lia Bram, affirme ${open}.`],
  [`Le commissaire Ivo Kern affirme ${open}.`, `Une policière, Lia Bram, affirme ${open}.`],
])("may speak for one house: %s %s", (a, b) => {
  expect(tied(a, b)).not.toBe(null);
});

test.each([
  [`Le maire de Harn affirme ${open}.`, `La mairie de Lisse affirme ${open}.`],
  [`Le procureur, Ivo Kern, affirme ${open}.`, `La police affirme ${open}.`],
  [`Le syndicat des dockers affirme ${open}.`, `Le syndicat des marins affirme ${open}.`],
  [`La société Norvane affirme ${open}.`, `La société Sarnel affirme ${open}.`],
  [`Le directeur de Norvane, Ivo Kern, affirme ${open}.`, `Le directeur de Sarnel, Luc Sarre, affirme ${open}.`],
  [`L'ancien directeur de Norvane, Ivo Kern, affirme ${open}.`, `Norvane affirme ${open}.`],
  [`La mairie de Harn affirme ${open}.`, `L'hôpital de Harn affirme ${open}.`],
  [`Un riverain, Ivo Kern, affirme ${open}.`, `La mairie affirme ${open}.`],
  [`Le maire, Ivo Kern, affirme ${open}.`, `Le maire, Luc Sarre, affirme ${open}.`],
  [`Lia Bram affirme ${open}.`, `La sœur de Lia Bram affirme ${open}.`],
  [`Un docker, Ivo Kern, affirme ${open}.`, `Un autre docker, Luc Sarre, affirme ${open}.`],
  [`L'avocat Ivo Kern affirme ${open}.`, `L'avocate Lia Bram affirme ${open}.`],
  [`Le maire de Harn, Ivo Kern, affirme ${open}.`, `Le préfet de Harn, Luc Sarre, affirme ${open}.`],
  [
    `Le délégué du syndicat Force Rail, Ivo Kern, affirme ${open}.`,
    `Le délégué du syndicat Union Fer, Luc Sarre, affirme ${open}.`,
  ],
])("nothing ties: %s %s", (a, b) => {
  expect(tied(a, b)).toBe(null);
});

test("a person is of the body named right beside, with no verb between", () => {
  const body = "Rives Libres affirme que l'eau est polluée. ";
  const found = (text: string) => besidesOf(read(body, text)).of("person:mol-ida").size > 0;
  expect(found("« C'est faux », a dit Ida Moll, de Rives Libres.")).toBe(true);
  expect(found("Ida Moll of the Rives Libres group said so.")).toBe(true);
  expect(found("« C'est faux », a dit Ida Moll. Elle a quitté Rives Libres.")).toBe(false);
  expect(found("« C'est faux », a dit Ida Moll à Rives Libres.")).toBe(false);
});

test("two bodies that are both called a firm are two", () => {
  const { same } = namingsOf(read("La société Norvane nie la fuite.", "La société Sarnel nie la fuite."));
  expect(same("org:norvane", "org:sarnel")).toBe(null);
});
