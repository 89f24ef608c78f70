import { expect, test } from "vitest";
import { captureBytes } from "../../src/capture/index.ts";
import type { Reading } from "../../src/model/index.ts";
import { readCapture, relate } from "../../src/pipeline.ts";

const article = (uri: string, published: string, text: string): Reading =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri, published }));

const together = (...readings: readonly Reading[]): string[][] => {
  const uris = new Map(readings.map(({ document }) => [document.id, document.uri]));
  return relate(readings)
    .stories.filter(({ documents }) => documents.length > 1)
    .map(({ documents }) => documents.map((id) => uris.get(id) ?? "").sort());
};

const blaze = article(
  "blaze.txt",
  "2033-10-03",
  "Un incendie a détruit dans la nuit de dimanche à lundi l'entrepôt Velmont, à Castrigny. Le maire, Hugo Sartène, a salué les pompiers. La préfète, Irène Malvoisin, dit que rien ne menace la ville. Selon le patron de Velmont, Basile Ormeau, tout le stock a brûlé. Le procureur, Lucien Pardaillac, a ouvert une enquête.",
);
const leaving = article(
  "leaving.txt",
  "2033-10-29",
  "La préfète Irène Malvoisin a démissionné vendredi 28 octobre. À Castrigny, le maire, Hugo Sartène, lui reproche de s'être tue sur les fumées de Velmont. Basile Ormeau, le patron de Velmont, ne regrette rien. Le procureur, Lucien Pardaillac, poursuit son travail.",
);
const other = article(
  "other.txt",
  "2033-10-29",
  "Un incendie a détruit dans la nuit de jeudi à vendredi le gymnase de Castrigny. Le maire, Hugo Sartène, a salué les pompiers. La préfète, Irène Malvoisin, et le procureur, Lucien Pardaillac, se sont rendus sur place. Basile Ormeau, le patron de Velmont, a proposé son aide.",
);
const festival = article(
  "festival.txt",
  "2033-10-05",
  "Le festival de jazz de Castrigny ouvrira en mai avec Dora Winfeld et le quartette de Milo Terkan. Le maire, Hugo Sartène, a présenté mardi le programme avec sa directrice, Ondine Karst. La salle Boréal, rénovée par l'architecte Paul Andrieux, accueillera douze soirées.",
);

test("what came of a matter weeks later is of its story, though its article opens with another day", () => {
  expect(together(blaze, leaving)).toEqual([["blaze.txt", "leaving.txt"]]);
});

test("another happening of the same kind is a story of its own, whoever is named", () => {
  expect(together(blaze, other)).toEqual([]);
});

test("a town and its mayor make no story of what happens there in one week", () => {
  expect(together(blaze, festival)).toEqual([]);
});

const slick = article(
  "slick.txt",
  "2034-05-04",
  "Une nappe noire a souillé mardi 2 mai la Vasselle, en aval de Brumont. La tannerie Orlac assure que rien n'est sorti de ses cuves. Le maire, Ernest Galvin, parle d'un désastre. La préfète, Maud Terrasse, attend des analyses.",
);
const blame = article(
  "blame.txt",
  "2034-05-12",
  "La tannerie Orlac a été perquisitionnée jeudi 11 mai, a indiqué le parquet de Lorme. Et le maire Galvin, de Brumont, demande qu'elle ferme ; les pêcheurs de la Vasselle ont porté plainte. L'avocat de la tannerie, Samuel Quentin, dénonce un procès d'intention.",
);
const second = article(
  "second.txt",
  "2034-05-12",
  "Une nappe brune a souillé jeudi 11 mai le lac de Lorme. Et le maire Galvin, de Brumont, a envoyé des barrages à son voisin. La tannerie Orlac n'y est pour rien, dit la préfète. Les pêcheurs de la Vasselle prêtent leurs barques.",
);

test("how an affair goes on is of its story, though a part of those who are named is new", () => {
  expect(together(slick, blame)).toEqual([["blame.txt", "slick.txt"]]);
});

test("how an affair goes on is of its story where one article opens with no day", () => {
  const fears = article(
    "fears.txt",
    "2034-05-04",
    "Une nappe noire a souillé mardi 2 mai la Vasselle, en aval de Brumont. La tannerie Orlac assure que rien n'est sorti de ses cuves. Le maire Galvin parle d'un désastre, et la préfète, Maud Terrasse, attend des analyses. Le pêcheur Anselme Roual a vu l'eau noircir, dit sa voisine, Clarisse Dunan, et son fils, Thibaut Corbel, aussi.",
  );
  const report = article(
    "report.txt",
    "2034-05-16",
    "Le laboratoire de Lorme a rendu son rapport : beaucoup de chrome, dont la tannerie Orlac achète par tonnes. Son avocat, Samuel Quentin, doute de la méthode, et le maire Galvin, de Brumont, triomphe. Les riverains de la Vasselle attendent de voir, dit leur porte-parole, Odette Vilmain. La chimiste Hanna Berg signe le rapport.",
  );
  expect(together(fears, report)).toEqual([["fears.txt", "report.txt"]]);
});

test("what happens a second time is another story, though many of the same are named", () => {
  expect(together(slick, second)).toEqual([]);
});

test("a blow told by what was done, and another by whom it killed, are two stories", () => {
  const strike = article(
    "strike.txt",
    "2034-05-04",
    "Nuit de feu\n\nSARGUE, 3 mai\n\nDes drones ont frappé mardi 2 mai le dépôt de Merlac, sur la Vasselle. Le gouverneur Galvin, à Brumont, accuse son voisin.",
  );
  const killed = article(
    "killed.txt",
    "2034-05-12",
    "Une nuit de plus\n\nSARGUE, 12 mai\n\nDeux habitants ont été tués jeudi 11 mai au port de Merlac, sur la Vasselle. Et le gouverneur Galvin, de Brumont, accuse encore son voisin.",
  );
  expect(together(strike, killed)).toEqual([]);
});

test("states and capitals in common make no affair of two matters", () => {
  const accord = article(
    "accord.txt",
    "2034-05-04",
    "Un accord sur la pêche a été signé mardi 2 mai par la Norvège et la Finlande. Il sera jugé par la Suède, a-t-on dit à Stockholm. L'opposition, en Allemagne et en Pologne, parle d'un modèle, et à Oslo le ministre Viggo Almdal s'en félicite.",
  );
  const storm = article(
    "storm.txt",
    "2034-05-12",
    "Une tempête a privé de courant 40 000 foyers jeudi 11 mai en Norvège, en Suède et en Finlande. Un toit s'est envolé à Oslo. Des équipes sont venues d'Allemagne et de Pologne, a dit à Stockholm la directrice des secours, Tuva Ekmark.",
  );
  expect(together(accord, storm)).toEqual([]);
});

const cable = article(
  "cable.txt",
  "2034-05-08",
  "Un câble sous-marin a été rompu vendredi au large d'Oslo. La première ministre norvégienne, Ragna Holmvik, soupçonne le Sorvagen, un chalutier. Le président finlandais, Eino Savolahti, a promis un navire. « Nous ne savons rien encore », a dit Torstein Brekkum, le porte-parole du Kremlin. Le président Caldwen a assuré Ragna Holmvik de son soutien.",
);
const grain = article(
  "grain.txt",
  "2034-05-10",
  "Les négociations sur le blé reprendront lundi à Genève. Le président Caldwen ne s'y rendra pas. Eino Savolahti, le président finlandais, propose un prix plancher ; la première ministre norvégienne, Ragna Holmvik, y voit une taxe. Torstein Brekkum a dit que rien n'était signé. Les minotiers de Vessmark s'inquiètent.",
);

test("those who lead and speak for states make no affair of two matters of one week", () => {
  expect(together(cable, grain)).toEqual([]);
});

test("nor do presidents and kings of whom the words say no state", () => {
  const visit = article(
    "visit.txt",
    "2034-05-08",
    "Le président Aldo Caldwen a reçu au palais la reine Thyra et le roi Osvald Brenner. Il leur a montré les serres. Les syndicats protestent.",
  );
  const theft = article(
    "theft.txt",
    "2034-05-09",
    "Le président Aldo Caldwen a limogé son intendant après un vol de tableaux. Le roi Osvald Brenner, à qui l'un appartient, et la reine Thyra regrettent ce vol.",
  );
  expect(together(visit, theft)).toEqual([]);
});

test("what they say of one matter is one story, by the names that are its own", () => {
  const ship = article(
    "ship.txt",
    "2034-05-10",
    "Le chalutier Sorvagen a été arraisonné près d'Oslo : son ancre aurait rompu le câble. La première ministre norvégienne, Ragna Holmvik, s'en félicite. Le président finlandais, Eino Savolahti, avait promis un navire. Le capitaine du Sorvagen, Odd Rimstad, nie avoir jeté l'ancre.",
  );
  const captain = article(
    "captain.txt",
    "2034-05-12",
    "Odd Rimstad, le capitaine du Sorvagen, a été libéré. Le chalutier n'a pas rompu le câble, dit son avocat. La première ministre norvégienne, Ragna Holmvik, refuse de commenter, et le président finlandais, Eino Savolahti, attend l'enquête.",
  );
  expect(together(ship, captain)).toEqual([["captain.txt", "ship.txt"]]);
});
