import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { captureBytes } from "../capture/index.ts";
import type { Capture } from "../model/index.ts";
import { fileName } from "./sqlite/open.ts";

/** Short articles of our own making, each different from every other. */
export function article(number: number): string {
  const towns = ["Vellac", "Port-Sourdre", "Harmeline", "Castrevieil", "Ombrelle"];
  const town = towns[number % towns.length];
  return [
    `Le pont numéro ${number} de ${town} a été fermé mardi, a annoncé la préfecture de ${town}.`,
    `Selon la maire de ${town}, Odile Brun, ${number + 3} habitants ont été évacués.`,
    `La société Travaux du Levant a démenti toute négligence. « Nous avons contrôlé l'ouvrage ${number} », a affirmé son directeur.`,
    "",
  ].join("\n");
}

/** Writes articles into a folder and gives their paths. */
export function writeArticles(folder: string, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, `article-${from + n}.txt`);
    writeFileSync(path, article(from + n));
    return path;
  });
}

export function captureOf(number: number): Capture {
  return captureBytes(new TextEncoder().encode(article(number)), {
    uri: `article-${number}.txt`,
    language: "fr",
    published: "2031-05-04",
    captured: "2031-05-05T06:00:00Z",
  });
}

/** What SQLite itself says of a ledger's file, and the ids of the documents whose every part is there. */
export function inspect(folder: string): { integrity: string; whole: Set<string>; documents: number } {
  const database = new DatabaseSync(join(folder, fileName), { readOnly: false, timeout: 10_000 });
  try {
    const check = database.prepare("pragma integrity_check").get() as { integrity_check: string };
    const rows = database
      .prepare(
        `select d.id as id, r.body as body, (select count(*) from statements s where s.document = d.id) as statements
         from documents d join readings r on r.document = d.id join captures c on c.hash = d.id`,
      )
      .all() as { id: string; body: string; statements: number }[];
    const whole = rows.filter(({ body, statements }) => {
      const reading = JSON.parse(body) as { statements: unknown[] };
      return reading.statements.length === statements;
    });
    const { n } = database.prepare("select count(*) as n from documents").get() as { n: number };
    return { integrity: check.integrity_check, whole: new Set(whole.map(({ id }) => id)), documents: n };
  } finally {
    database.close();
  }
}
