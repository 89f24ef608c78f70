/**
 * A large ledger for measuring lists and searches: as many documents as asked for, fifteen statements each, ten to a
 * story. Some hundred articles of our own making are read by the real engine; each is then stamped: its town, its people
 * and its number are exchanged for others of the same length, in the text and in the reading alike, so that offsets hold.
 */
import { captureBytes } from "../src/capture/index.ts";
import { alignLedger } from "../src/ledger/aligned.ts";
import { insertAligned } from "../src/ledger/aligned-rows.ts";
import { keepDocument } from "../src/ledger/keep.ts";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import type { Capture, Reading } from "../src/model/index.ts";
import { readCapture, relatePart } from "../src/pipeline.ts";

const perStory = 10;
const kinds = 12;

// What is exchanged, each for another of the same length.
const town = "Vellac";
const people = ["Morvan", "Castel", "Brunel", "Lorrin", "Tessot"] as const;
const code = "48213";

const english = [
  `The bridge number ${code} in ${town} was closed on Tuesday, the prefecture of ${town} announced.`,
  `Mayor Anne ${people[0]} said that the bridge had been inspected in March.`,
  `"We closed the bridge to protect the inhabitants," said Paul ${people[1]}, the head of the council.`,
  `According to the engineer Louise ${people[2]}, 38 houses were evacuated before noon.`,
  `The company Levant Works denied any negligence.`,
  `"Our teams checked every pillar," its spokesman Marc ${people[3]} said.`,
  `The prosecutor of ${town} said that an inquiry had been opened.`,
  `Witnesses told the Harmel Courier that they had heard a loud crack.`,
  `Minister Claire ${people[4]} promised that the works would begin before the summer.`,
  `The union of drivers accused the council of having ignored three reports.`,
  `Paul ${people[1]} denied that the council had received the reports.`,
  `According to an official who asked not to be named, the reports were sent in January.`,
  `The prefecture confirmed that 38 houses had been evacuated.`,
  `Anne ${people[0]} said that 45 houses had been evacuated.`,
  `"Nobody was hurt," the fire brigade said in a statement.`,
  `The Levant Works company said that it would sue the newspaper.`,
  `Louise ${people[2]} doubted that the bridge could be repaired this year.`,
  `The council may vote on the credits on Friday, according to Marc ${people[3]}.`,
  `Claire ${people[4]} condemned the attacks against the mayor.`,
  `The weekly market was moved to the school, the town hall announced.`,
];
const french = [
  `Le pont numéro ${code} de ${town} a été fermé mardi, a annoncé la préfecture de ${town}.`,
  `La maire Anne ${people[0]} a déclaré que le pont avait été inspecté en mars.`,
  `« Nous avons fermé le pont pour protéger les habitants », a affirmé Paul ${people[1]}, le chef du conseil.`,
  `Selon l'ingénieure Louise ${people[2]}, 38 maisons ont été évacuées avant midi.`,
  `La société Travaux du Levant a démenti toute négligence.`,
  `« Nos équipes ont contrôlé chaque pilier », a assuré son porte-parole Marc ${people[3]}.`,
  `Le procureur de ${town} a indiqué qu'une enquête était ouverte.`,
  `Des témoins ont raconté au Courrier d'Harmel qu'ils avaient entendu un grand craquement.`,
  `La ministre Claire ${people[4]} a promis que les travaux commenceraient avant l'été.`,
  `Le syndicat des chauffeurs a accusé le conseil d'avoir ignoré trois rapports.`,
  `Paul ${people[1]} a démenti que le conseil ait reçu les rapports.`,
  `D'après un responsable qui a requis l'anonymat, les rapports ont été envoyés en janvier.`,
  `La préfecture a confirmé que 38 maisons avaient été évacuées.`,
  `Anne ${people[0]} a déclaré que 45 maisons avaient été évacuées.`,
  `« Personne n'a été blessé », ont annoncé les pompiers dans un communiqué.`,
  `La société Travaux du Levant a annoncé qu'elle poursuivrait le journal.`,
  `Louise ${people[2]} a douté que le pont puisse être réparé cette année.`,
  `Le conseil pourrait voter les crédits vendredi, selon Marc ${people[3]}.`,
  `Claire ${people[4]} a condamné les attaques contre la maire.`,
  `Le marché a été déplacé à l'école, a annoncé la mairie.`,
];

/** Sentences in an order of their own for each article, four left out. */
function template(kind: number, version: number): string {
  const pool = version % 3 === 2 ? english : french;
  const left = new Set([0, 1, 2, 3].map((n) => (kind * 5 + version * 7 + n * 3) % pool.length));
  const step = [1, 3, 7, 9, 11, 13, 17, 19][(kind + version) % 8] ?? 1;
  const order = pool.map((_, n) => (n * step + kind) % pool.length).filter((n) => n === 0 || !left.has(n));
  const paragraphs = order.map((n) => pool[n] ?? "");
  return `${paragraphs.join(version % 2 === 0 ? "\n\n" : " ")}\n`;
}

const consonants = "bcdfglmnprstv";
const vowels = "aeiou";

/** A name of six letters for each number, begun by a letter that says what it is of. */
function nameOf(first: string, number: number): string {
  const a = consonants[number % 13] ?? "b";
  const b = vowels[Math.floor(number / 13) % 5] ?? "a";
  const c = consonants[Math.floor(number / 65) % 13] ?? "c";
  const d = vowels[Math.floor(number / 845) % 5] ?? "e";
  return `${first}${d}${a}${b}${c}l`;
}

/** What is exchanged for what in the articles of a story. Towns and people come back: some sixty towns, three hundred people. */
function exchanges(story: number): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [
    [town, nameOf("V", story % 61)],
    [code, String(10_000 + story).padStart(5, "0")],
  ];
  people.forEach((name, n) => {
    pairs.push([name, nameOf("MCBLT"[n] ?? "K", (story * 7 + n * 13) % 61)]);
  });
  return pairs.flatMap(([from, to]) => [[from, to] as const, [from.toLowerCase(), to.toLowerCase()] as const]);
}

function exchanged(text: string, pairs: readonly (readonly [string, string])[]): string {
  let made = text;
  for (const [from, to] of pairs) made = made.replaceAll(from, to);
  return made;
}

export type Stamped = { readonly capture: Capture; readonly reading: Reading };

/** Makes articles by number; those of one story follow each other. */
export function stamps(): (number: number) => Stamped {
  const read = new Map<string, { text: string; body: string; id: string }>();
  return (number) => {
    const story = Math.floor(number / perStory);
    const [kind, version] = [story % kinds, number % perStory];
    const key = `${kind} ${version}`;
    let known = read.get(key);
    if (known === undefined) {
      const text = template(kind, version);
      const reading = readCapture(captured(text, `template-${key}`, 0));
      known = { text, body: JSON.stringify(reading), id: reading.document.id };
      read.set(key, known);
    }
    const pairs = exchanges(story);
    const capture = captured(exchanged(known.text, pairs), `desk/${number}.txt`, number);
    const { id, uri, published } = capture.document;
    const mark = id.slice(7, 15);
    const body = exchanged(known.body, pairs)
      .replaceAll(known.id, id)
      // Ids of statements are those of their document.
      .replaceAll(/"s:[0-9a-f]{8}([0-9a-f]{8})/g, `"s:${mark}$1`);
    const reading = JSON.parse(body) as Reading;
    return { capture, reading: { ...reading, document: { ...reading.document, uri, published } } };
  };
}

function captured(text: string, uri: string, number: number): Capture {
  const day = new Date(
    Date.UTC(2030, 0, 1) + Math.floor(number / perStory) * 8 * 3_600_000 + (number % perStory) * 3_600_000,
  );
  return captureBytes(new TextEncoder().encode(text), {
    uri,
    mediaType: "text/plain",
    language: text.includes("was closed") ? "en" : "fr",
    published: day.toISOString().slice(0, 10),
    captured: day.toISOString(),
  });
}

/** Makes a ledger of so many documents at a place. Each story is aligned by itself: none shares its town, people and number. */
export async function makeDesk(place: string, count: number, tell: (line: string) => void = () => {}): Promise<void> {
  const ledger = await openLedger(place, "write");
  try {
    const stamp = stamps();
    const begin = performance.now();
    for (let from = 0; from < count; from += perStory) {
      const some = Array.from({ length: Math.min(perStory, count - from) }, (_, n) => stamp(from + n));
      await keepStory(ledger, some);
      if ((from / perStory) % 100 === 99)
        tell(`${from + perStory} documents, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    }
    // Nothing is pending; this only writes down which version aligned.
    await alignLedger(ledger, relatePart);
  } finally {
    await ledger.close();
  }
}

async function keepStory(ledger: Ledger, some: readonly Stamped[]): Promise<void> {
  for (const { capture, reading } of some) await keepDocument(ledger, capture, reading);
  const readings = some.map(({ reading }) => reading);
  const related = relatePart(readings);
  await ledger.db.transaction().execute(async (work) => {
    await insertAligned(work, related, related.members, readings);
    for (const { document } of readings) await work.deleteFrom("pending").where("document", "=", document.id).execute();
  });
}

if (import.meta.main) {
  const [place = "", count = "10000"] = process.argv.slice(2);
  if (place === "") throw new Error("node bench/desk-ledger.ts PLACE [DOCUMENTS]");
  await makeDesk(place, Number(count), (line) => console.log(line));
}
