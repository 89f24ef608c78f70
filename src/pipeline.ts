import { align, propositionsOf } from "./alignment/index.ts";
import { analyse, modelVersion } from "./analysis/index.ts";
import type { Alignment, Capture, Reading } from "./model/index.ts";
import { version } from "./model/version.ts";
import { creditsOf, withOrigins } from "./origins/index.ts";
import { statementsOf } from "./statements/index.ts";

/**
 * The whole way, once. A capture is read by itself; readings are then related to each other.
 *
 * bytes → capture → analysis → statements → propositions and credits = Reading; Reading[] → claims → origins = Alignment
 */
export function readCapture({ document, diagnostics }: Capture): Reading {
  const { language, published, text } = document;
  const analysis = analyse(text, { language, published });
  const found = statementsOf(document, analysis);
  return {
    document,
    statements: found.statements,
    figures: found.figures,
    times: analysis.times,
    mentions: found.mentions,
    actors: found.actors,
    propositions: propositionsOf(document, analysis, found),
    lemmas: analysis.sentences.map(({ words }) => words.map(({ lemma }) => lemma.toLowerCase()).join(" ")),
    credits: creditsOf(document, analysis),
    diagnostics,
    engine: { name: "selon", version, models: modelsOf(language) },
  };
}

/** Claims, stories and figure groups of a set of readings, with what they finally rest on. */
export function relate(readings: readonly Reading[]): Alignment {
  return withOrigins(align(readings), readings);
}

function modelsOf(language: string): Record<string, string> {
  const model = modelVersion(language);
  return model === null ? {} : { [language]: model };
}
