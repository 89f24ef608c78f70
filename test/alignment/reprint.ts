import { captureBytes } from "../../src/capture/index.ts";
import type { Reading } from "../../src/model/index.ts";
import { encoded, readCapture } from "../../src/pipeline.ts";

/** What another paper makes of a text by printing its own name over it. */
export const reprintOf = ({ document: { text } }: Reading, paper: string): Reading =>
  encoded(readCapture(captureBytes(new TextEncoder().encode(`${paper}\n\n${text}`), { uri: `${paper}.txt` })));
