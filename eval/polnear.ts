/**
 * Statements of PolNeAR's development articles (Newell et al. 2018) against its annotations, which are used to measure
 * and never to train, as `selon eval` measures brat standoff. `node eval/polnear.ts [train]` prints all figures.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import {
  type AttributionScores,
  attributionScores,
  countAttributions,
  type Judged,
  readBrat,
} from "../src/operations/evaluate/index.ts";
import { readCapture } from "../src/pipeline.ts";
import { reliabilityScores } from "./reliability.ts";
import type { Scores, Suite } from "./suite.ts";

function scored(data: string, part: string): AttributionScores & { readonly judged: readonly Judged[] } {
  const folder = join(data, "data/polnear", part);
  const annotations = readdirSync(join(folder, "attributions"));
  const counted = readdirSync(join(folder, "text"))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => {
      // One annotator's file where there are several.
      const ann = annotations.find((one) => one.startsWith(`${name.replace(/\.txt$/, "")}_`));
      if (ann === undefined) return [];
      const file = join(folder, "text", name);
      const reading = readCapture(captureBytes(readFileSync(file), { uri: file, language: "en" }));
      // What is amiss in it (an event without content) counts as not found.
      const raw = readFileSync(join(folder, "attributions", ann), "utf8");
      const { gold } = readBrat(withoutLaterParts(raw), reading.document.text);
      return [countAttributions(gold, reading)];
    });
  return { ...attributionScores(counted.map(({ counts }) => counts)), judged: counted.flatMap(({ judged }) => judged) };
}

/**
 * Parts of an event whose line comes after the event's (three in the development articles) are left out, as they have
 * been since the first figures: with them overlap F of these articles would be 0.1 higher and not comparable.
 */
function withoutLaterParts(ann: string): string {
  const seen = new Set<string>();
  const lines = ann.split("\n").map((line) => {
    const [id = "", parts = ""] = line.split("\t");
    if (!id.startsWith("E")) {
      seen.add(id);
      return line;
    }
    const [trigger = "", ...roles] = parts.trim().split(" ");
    return `${id}\t${[trigger, ...roles.filter((part) => seen.has(part.split(":")[1] ?? ""))].join(" ")}`;
  });
  return lines.join("\n");
}

export const suite: Suite = {
  needs: ["data/polnear/dev"],
  async measure(data): Promise<Scores> {
    const { tokens, overlap, tight, sourceRight, judged } = scored(data, "dev");
    return {
      "content tokens F": tokens.content.f ?? 0,
      "source tokens F": tokens.source.f ?? 0,
      "cue tokens F": tokens.cue.f ?? 0,
      "overlap F": overlap.f ?? 0,
      "tight F": tight.f ?? 0,
      "source right": sourceRight ?? 0,
      "by confidence": reliabilityScores(judged),
    };
  },
};

if (import.meta.main) {
  const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
  const { judged, ...scores } = scored(data, process.argv[2] === "train" ? "train" : "dev");
  console.log(scores, reliabilityScores(judged));
}
