/**
 * Stories of our own making with known truth: invented people, places and papers, several papers a story in French and
 * English, each in its own words. Some stories are made to be taken for one another: calls of the same two, attacks on one
 * town in several nights, marches in one city on several days.
 */
export type GeneratedDocument = {
  readonly name: string;
  /** Number of the story it tells. */
  readonly story: number;
  readonly text: string;
  readonly language: "fr" | "en";
  readonly published: string;
  readonly outlet: string;
};

type Random = () => number;

/** Mulberry32. */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const outlets = ["Le Courrier des Rives", "La Vigie du Sud", "L'Écho d'Almère", "The Tarn Herald", "The Harbour Post"];
const first = "Ana,Oto,Marta,Jan,Ilse,Pavel,Nora,Rudo,Lise,Karl,Edith,Tomas,Vera,Hugo,Clara,Bruno".split(",");
const begin = "Bel,Tar,Lor,Vand,Mor,Kast,Dren,Sor,Hal,Vel,Gar,Brom,Nord,Pal,Rast,Tor,Fer,Mal".split(",");
const end = "mar,dec,nov,tal,ric,zan,mond,vik,ras,gen,tor,lan,dov,ber,net,sel".split(",");

/** What every name of the corpus has in its middle, so that whole copies of it can be told apart. */
export const token = "lomana";

type World = { readonly pick: <T>(list: readonly T[]) => T; readonly number: (from: number, to: number) => number };

export function world(random: Random): World {
  return {
    pick: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
    number: (from, to) => from + Math.floor(random() * (to - from + 1)),
  };
}

const surname = ({ pick }: World): string => `${pick(begin)}${token}${pick(end)}`;
const person = (w: World): string => `${w.pick(first)} ${surname(w)}`;
const town = ({ pick }: World): string => `${pick(begin)}${token}${pick(["ville", "mont", "port", "bourg"])}`;

type Day = { readonly iso: string; readonly fr: string; readonly en: string };

const months = [
  ["janvier", "January"],
  ["février", "February"],
  ["mars", "March"],
  ["avril", "April"],
  ["mai", "May"],
  ["juin", "June"],
  ["septembre", "September"],
  ["octobre", "October"],
  ["novembre", "November"],
] as const;

export function generatedDay(month: number, date: number): Day {
  const [fr, en] = months[month] ?? months[0];
  const number = month < 6 ? month + 1 : month + 3;
  const iso = `2031-${String(number).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return { iso, fr: `${date} ${fr}`, en: `${en} ${date}` };
}

/** One story: several tellings of each fact in both languages, of which each paper takes one. */
type Telling = { readonly fr: readonly string[]; readonly en: readonly string[] };
type Story = { readonly when: Day; readonly facts: readonly Telling[] };

function march(w: World, place: string, when: Day): Story {
  const [union, mayor] = [`fédération ${surname(w)}`, person(w)];
  const [low, high, held] = [w.number(2, 40) * 500, w.number(50, 90) * 1000, w.number(3, 60)];
  return {
    when,
    facts: [
      {
        fr: [
          `Des manifestants ont défilé le ${when.fr} à ${place} contre la réforme des ports.`,
          `Une manifestation contre la réforme des ports a eu lieu à ${place} le ${when.fr}.`,
        ],
        en: [
          `Protesters marched in ${place} on ${when.en} against the reform of the ports.`,
          `A demonstration against the reform of the ports took place in ${place} on ${when.en}.`,
        ],
      },
      {
        fr: [
          `Ils étaient ${low} selon la préfecture, ${high} selon la ${union}.`,
          `La préfecture a compté ${low} manifestants, la ${union} en annonce ${high}.`,
        ],
        en: [`Police counted ${low} protesters; the ${union} said there were ${high}.`],
      },
      {
        fr: [`La police a arrêté ${held} personnes, a indiqué le maire ${mayor}.`],
        en: [`Police arrested ${held} people, mayor ${mayor} said.`],
      },
    ],
  };
}

function strike(w: World, place: string, when: Day): Story {
  const [general, dead, drones] = [person(w), w.number(2, 30), w.number(11, 140)];
  const state = `${w.pick(begin)}${token}ie`;
  return {
    when,
    facts: [
      {
        fr: [
          `Une attaque de drones a frappé ${place} dans la nuit du ${when.fr}, tuant ${dead} personnes.`,
          `Des drones ont attaqué ${place} dans la nuit du ${when.fr} : ${dead} personnes ont été tuées.`,
        ],
        en: [
          `Drones attacked ${place} on the night of ${when.en}, killing ${dead} people.`,
          `A drone attack on ${place} on the night of ${when.en} killed ${dead} people.`,
        ],
      },
      {
        fr: [`Le général ${general} a affirmé que ${drones} drones avaient été abattus.`],
        en: [`General ${general} said that ${drones} drones had been shot down.`],
      },
      {
        fr: [`L'état-major de ${state} a démenti avoir attaqué ${place}.`],
        en: [`The general staff of ${state} denied having attacked ${place}.`],
      },
    ],
  };
}

function call(w: World, pair: readonly [string, string], when: Day): Story {
  const [topic, topicEn] = w.pick([
    ["le canal", "the canal"],
    ["les livraisons de gaz", "gas deliveries"],
    ["le cessez-le-feu", "the ceasefire"],
    ["les droits de pêche", "fishing rights"],
    ["la frontière nord", "the northern border"],
    ["l'échange de prisonniers", "the exchange of prisoners"],
  ] as const);
  const [a, b, minutes] = [...pair, w.number(12, 90)] as const;
  const aide = person(w);
  return {
    when,
    facts: [
      {
        fr: [
          `${a} et ${b} se sont parlé au téléphone le ${when.fr}.`,
          `${a} a téléphoné à ${b} le ${when.fr}, selon des sources anonymes.`,
        ],
        en: [
          `${a} and ${b} spoke by telephone on ${when.en}.`,
          `${a} telephoned ${b} on ${when.en}, according to anonymous sources.`,
        ],
      },
      {
        fr: [`La conversation, qui a duré ${minutes} minutes, a porté sur ${topic}.`],
        en: [`The conversation, which lasted ${minutes} minutes, was about ${topicEn}.`],
      },
      {
        fr: [`${aide}, conseiller de ${b}, a démenti que les deux dirigeants se soient parlé.`],
        en: [`${aide}, an adviser to ${b}, denied that the two leaders had spoken.`],
      },
    ],
  };
}

function accident(w: World, place: string, when: Day): Story {
  const [firm, director, hurt] = [`${surname(w)}`, person(w), w.number(4, 90)];
  return {
    when,
    facts: [
      {
        fr: [
          `Une explosion a détruit l'usine ${firm} de ${place} le ${when.fr}.`,
          `L'usine ${firm} de ${place} a été détruite le ${when.fr} par une explosion.`,
        ],
        en: [
          `An explosion destroyed the ${firm} plant in ${place} on ${when.en}.`,
          `The ${firm} plant in ${place} was destroyed by an explosion on ${when.en}.`,
        ],
      },
      {
        fr: [`Les pompiers annoncent ${hurt} blessés et une fuite d'ammoniac.`],
        en: [`Firefighters reported ${hurt} injured and a leak of ammonia.`],
      },
      {
        fr: [
          `Le directeur de ${firm}, ${director}, a démenti toute négligence.`,
          `« Il n'y a eu aucune négligence », a déclaré ${director}, directeur de ${firm}.`,
        ],
        en: [`The director of ${firm}, ${director}, denied any negligence.`],
      },
    ],
  };
}

function resignation(w: World, place: string, when: Day): Story {
  const [minister, rival] = [person(w), person(w)];
  return {
    when,
    facts: [
      {
        fr: [`Le ministre ${minister} a démissionné le ${when.fr}.`, `${minister} quitte le gouvernement.`],
        en: [`Minister ${minister} resigned on ${when.en}.`, `${minister} has left the government.`],
      },
      {
        fr: [`L'opposition, menée par ${rival}, l'accuse d'avoir menti sur le contrat du port de ${place}.`],
        en: [`The opposition, led by ${rival}, accuses him of having lied about the contract of the port of ${place}.`],
      },
      {
        fr: [`${minister} a démenti avoir reçu de l'argent.`],
        en: [`${minister} denied having received money.`],
      },
    ],
  };
}

/** Stories of one world until there are enough documents, in an order that tells nothing. */
export function generatedDocuments(count: number, seed: number): GeneratedDocument[] {
  const random = randomNumbers(seed);
  const w = world(random);
  const stories: Story[] = [];
  const documents: GeneratedDocument[] = [];
  const tell = (story: Story): void => {
    const number = stories.push(story) - 1;
    const papers = w.number(2, 6);
    for (let paper = 0; paper < papers; paper++) {
      const outlet = outlets[paper % outlets.length] ?? "";
      const language = outlet.startsWith("The") ? "en" : "fr";
      const facts = story.facts.filter((_, at) => at === 0 || random() < 0.85);
      const text = `${facts.map((fact) => w.pick(fact[language])).join("\n\n")}\n`;
      const hour = String(w.number(6, 22)).padStart(2, "0");
      const published = `${story.when.iso}T${hour}:00:00Z`;
      documents.push({ name: `${number}-${paper}.txt`, story: number, text, language, published, outlet });
    }
  };
  const date = () => generatedDay(w.number(0, months.length - 1), w.number(2, 20));
  while (documents.length < count) {
    const place = town(w);
    const when = date();
    switch (w.number(0, 7)) {
      case 0:
        tell(march(w, place, when));
        break;
      case 1: {
        // Two marches in one city, a week apart.
        const [month, from] = [w.number(0, 8), w.number(2, 9)];
        for (const days of [0, 7]) tell(march(w, place, generatedDay(month, from + days)));
        break;
      }
      case 2:
        tell(strike(w, place, when));
        break;
      case 3: {
        const from = w.number(2, 9);
        const month = w.number(0, 8);
        for (let night = 0; night < 4; night++) tell(strike(w, place, generatedDay(month, from + 2 * night)));
        break;
      }
      case 4: {
        const pair = [person(w), person(w)] as const;
        for (const month of [0, 3, 6]) tell(call(w, pair, generatedDay(month + w.number(0, 1), w.number(2, 20))));
        break;
      }
      case 5:
        tell(accident(w, place, when));
        break;
      case 6:
        tell(resignation(w, place, when));
        break;
      default:
        tell(call(w, [person(w), person(w)], when));
    }
  }
  const order = documents.map((document) => ({ document, at: random() }));
  return order
    .sort((a, b) => a.at - b.at)
    .map(({ document }) => document)
    .slice(0, count);
}
