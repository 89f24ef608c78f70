import { captureBytes } from "../../src/capture/index.ts";
import { insertAligned } from "../../src/ledger/aligned-rows.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import { keepDocument } from "../../src/ledger/keep.ts";
import type { Capture, Reading } from "../../src/model/index.ts";
import { readCapture, relatePart } from "../../src/pipeline.ts";

const sentences = [
  "The bridge of Vellac was closed on Tuesday, the prefecture of Vellac announced.",
  "Mayor Anne Morvan said that the bridge had been inspected in March.",
  "According to the engineer Louise Brunel, 38 houses were evacuated before noon.",
  "The company Levant Works denied any negligence.",
  '"Our teams checked every pillar," its spokesman Marc Lorrin said.',
  "The prosecutor of Vellac said that an inquiry had been opened.",
  "Witnesses told the Harmel Courier that they had heard a loud crack.",
  "Minister Claire Tessot promised that the works would begin before the summer.",
  "The union of drivers said that the council had received three reports.",
  "Paul Castel denied that the council had received three reports.",
  "The prefecture confirmed that 38 houses had been evacuated.",
  "Anne Morvan said that 45 houses had been evacuated.",
  "Louise Brunel doubted that the bridge could be repaired this year.",
  "Claire Tessot condemned the attacks against the mayor.",
];
const outlets = 24;

/**
 * Fills a ledger with one story that many papers tell in nearly the same words: `copies` articles, about fourteen positions
 * each. Seven orders of the sentences are read by the real engine; the others are theirs under another name.
 */
export async function crowd(ledger: Ledger, copies: number): Promise<number> {
  const read = Array.from({ length: 7 }, (_, turn) => {
    const body = sentences.map((_sentence, n) => sentences[(n * (turn + 1) + turn) % sentences.length] ?? "");
    return readCapture(captured(`${[...new Set(body)].join("\n\n")}\n\nNo 0000.`, 0));
  });
  const readings: Reading[] = [];
  for (let number = 0; number < copies; number += 1) {
    const from = read[number % read.length];
    if (from === undefined) continue;
    const capture = captured(from.document.text.replace("No 0000.", `No ${String(number).padStart(4, "0")}.`), number);
    const { id } = capture.document;
    const body = JSON.stringify(from)
      .replaceAll(from.document.id, id)
      // Ids of statements are those of their document.
      .replaceAll(/"s:[0-9a-f]{8}([0-9a-f]{8})/g, `"s:${id.slice(7, 15)}$1`);
    const reading: Reading = {
      ...(JSON.parse(body) as Reading),
      document: { ...capture.document, outlet: paper(number) },
    };
    await keepDocument(ledger, capture, reading);
    readings.push(reading);
  }
  const related = relatePart(readings);
  await ledger.db.transaction().execute(async (work) => {
    await insertAligned(work, related, related.members, readings);
    for (const { document } of readings) await work.deleteFrom("pending").where("document", "=", document.id).execute();
  });
  return related.claims.reduce((sum, { positions }) => sum + positions.length, 0);
}

const paper = (number: number): string => `The Vellac Gazette ${(number % outlets) + 1}`;

function captured(text: string, number: number): Capture {
  const day = new Date(Date.UTC(2031, 4, 6) + number * 600_000);
  return captureBytes(new TextEncoder().encode(text), {
    uri: `crowd/${number}.txt`,
    mediaType: "text/plain",
    language: "en",
    published: day.toISOString(),
    captured: day.toISOString(),
  });
}
