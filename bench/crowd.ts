import { type GeneratedDocument, generatedDay, randomNumbers, token, world } from "./generated.ts";

/**
 * One happening of which very many papers tell: an attack by night, told in both languages and in several ways, with what
 * two sides say about it, tolls that do not agree, and in each article a witness of its own. Published over four days.
 */
export function crowd(count: number, seed: number): GeneratedDocument[] {
  const w = world(randomNumbers(seed));
  const place = `Bel${token}ville`;
  const when = generatedDay(2, 4);
  const [general, spokesman] = [`Karl Tar${token}dec`, `Oto Lor${token}nov`];
  const [mayor, prefect] = [`Vera Mor${token}tal`, `Hugo Hal${token}ric`];
  const state = `Sor${token}ie`;
  return Array.from({ length: count }, (_, number): GeneratedDocument => {
    const language = w.pick(["fr", "fr", "en"] as const);
    const [toll, witness] = [w.pick([12, 12, 12, 15]), syllables(number)];
    const fr = [
      w.pick([
        `Une attaque de drones a frappé ${place} dans la nuit du ${when.fr}.`,
        `Des drones ont attaqué ${place} dans la nuit du ${when.fr}.`,
      ]),
      w.pick([`Le préfet ${prefect} a annoncé ${toll} morts.`, `Il y a ${toll} morts, selon le préfet ${prefect}.`]),
      w.pick([
        `L'état-major de ${state} a démenti avoir attaqué ${place}.`,
        `« Nous n'avons pas attaqué ${place} », a déclaré ${spokesman}, porte-parole de l'état-major de ${state}.`,
      ]),
      w.pick([
        `La maire, ${mayor}, accuse les pompiers d'être arrivés trop tard.`,
        `Les pompiers sont arrivés trop tard, dénonce la maire, ${mayor}.`,
      ]),
      `Le général ${general} a reconnu une panne des radars.`,
      `Le boulanger ${witness} a raconté que sa boutique de la rue ${syllables(number * 7 + 3)} avait brûlé.`,
    ];
    const en = [
      w.pick([
        `Drones attacked ${place} on the night of ${when.en}.`,
        `A drone attack hit ${place} on the night of ${when.en}.`,
      ]),
      `Prefect ${prefect} announced ${toll} dead.`,
      `The general staff of ${state} denied having attacked ${place}.`,
      `Mayor ${mayor} accused the firefighters of having arrived too late.`,
      `General ${general} admitted a breakdown of the radars.`,
      `The baker ${witness} said that his shop in ${syllables(number * 7 + 3)} street had burnt down.`,
    ];
    const facts = (language === "fr" ? fr : en).filter((_, at) => at === 0 || w.number(0, 9) < 8);
    const hour = String(w.number(6, 22)).padStart(2, "0");
    const published = `2031-03-0${w.number(4, 7)}T${hour}:00:00Z`;
    const outlet = `${language === "fr" ? "Le Courrier de" : "The Herald of"} ${syllables(number * 11 + 5)}`;
    return { name: `crowd-${number}.txt`, story: 0, text: `${facts.join("\n\n")}\n`, language, published, outlet };
  });
}

/** A name for a number. */
function syllables(number: number): string {
  const part = (at: number): string => `${"bdlmnrtvzg"[at % 10]}${"aeiou"[Math.floor(at / 10) % 5]}`;
  const all = `${part(number)}${part(Math.floor(number / 50))}${part(Math.floor(number / 2500) + 7)}n`;
  return `${all[0]?.toUpperCase()}${all.slice(1)}`;
}
