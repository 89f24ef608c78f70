import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { type Captured, captureBytes, captureInputs } from "../../capture/index.ts";
import { temporary } from "../../cli/testing.ts";
import { keepBytes } from "../../operations/add-bytes.ts";
import { onEachEngine } from "../contract.ts";
import { openLedger } from "../ledger.ts";
import { exportArchive } from "./warc.ts";

const folder = temporary();
afterAll(() => folder.remove());

/** Names and bytes that an archive has to bear. */
const given = [
  { uri: "https://vellac.example/a?x=1", mediaType: "text/html; charset=utf-8", text: "<p>La maire dément." },
  { uri: "https://vellac.example/é", mediaType: "text/html", text: "<p>Le préfet confirme.\r\n\r\nWARC/1.1\r\n" },
  { uri: "articles/le pont.txt", mediaType: null, text: "Le pont est fermé, selon la maire.\n" },
  { uri: "line\r\nWARC-Type: response.md", mediaType: null, text: "# Titre\n\nLe port est ouvert.\n" },
] as const;

onEachEngine("captures as a web archive", (engine) => {
  afterAll(() => engine.remove());
  test("come back with their bytes, their names, their dates and their kinds", async () => {
    const ledger = await openLedger(await engine.place(), "write");
    const captured = "2031-05-05T06:00:00.000Z";
    const kept = [...given].map(({ uri, mediaType, text }) => ({
      bytes: Buffer.from(text),
      origin: { uri, mediaType, captured },
    }));
    for (const { bytes, origin } of kept) await keepBytes(ledger, bytes, origin);
    const records: Uint8Array[] = [];
    for await (const record of exportArchive(ledger)) records.push(record);
    const again: Uint8Array[] = [];
    for await (const record of exportArchive(ledger)) again.push(record);
    expect(again).toEqual(records);
    await ledger.close();

    const path = join(folder.folder, "captures.warc.gz");
    writeFileSync(path, Buffer.concat(records));
    const found: Captured[] = [];
    for await (const one of captureInputs([path])) found.push(one);
    const expected = kept.map(({ bytes, origin }) => ({ ...captureBytes(bytes, origin), bytes: bytes.toString() }));
    const came = found.map((one) =>
      one.ok ? { ...one.capture, bytes: Buffer.from(one.capture.bytes).toString() } : one.failure,
    );
    const byId = (list: readonly object[]): string[] => list.map((one) => JSON.stringify(one)).sort();
    expect(byId(came)).toEqual(byId(expected));
  });
});

test("records are those of ISO 28500, each packed by itself", async () => {
  const { archiveHead, archiveRecord } = await import("../../capture/index.ts");
  const { document, ...capture } = captureBytes(Buffer.from("Non.\n"), {
    uri: "a.txt",
    captured: "2031-05-05T06:00:00Z",
  });
  const record = gunzipSync(archiveRecord({ ...document, ...capture })).toString();
  expect(record).toMatch(/^WARC\/1\.1\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:sha256:[0-9a-f]{64}\r\n/);
  expect(record).toMatch(
    /WARC-Record-ID: <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}>\r\n/,
  );
  expect(record).toMatch(/\r\nContent-Length: 5\r\n\r\nNon\.\n\r\n\r\n$/);
  expect(gunzipSync(archiveHead()).toString()).toContain("WARC-Type: warcinfo");
});
