import { readFileSync, writeFileSync } from "node:fs";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture } from "../../src/pipeline.ts";

/**
 * Which part of each wording the reader takes for what is said: `node training/encoder/clauses.ts OUT FILE...` writes
 * JSON, by wording the first character of its longest proposition and the one behind it; only where that is a part.
 */
const [out, ...files] = process.argv.slice(2);
if (out === undefined || files.length === 0) throw new Error("usage: node training/encoder/clauses.ts OUT FILE...");
const parts: Record<string, readonly [number, number]> = {};
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const wording = line.startsWith("= ") ? line.slice(2) : line.split("\t")[1];
    if (wording === undefined || wording in parts) continue;
    const { propositions, document } = readCapture(captureBytes(new TextEncoder().encode(wording), { uri: "a.txt" }));
    if (document.text.trimEnd() !== wording.trimEnd()) continue;
    const clauses = propositions.filter(({ kind }) => kind !== "verdict").map(({ evidence }) => evidence);
    const [longest] = clauses.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    if (longest !== undefined && longest.end - longest.start < document.text.trimEnd().length)
      parts[wording] = [longest.start, longest.end];
  }
}
writeFileSync(out, `${JSON.stringify(parts)}\n`);
