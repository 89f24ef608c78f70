import type { Reading } from "../model/index.ts";
import type { NewRow, Schema } from "./schema.ts";

/** The rows of a reading that are asked for by query. */
export function rowsOf(reading: Reading): {
  document: Omit<NewRow<"documents">, "captured" | "added" | "month">;
  statements: Omit<Schema["statements"], "month">[];
  figures: Omit<Schema["figures"], "month">[];
  actors: Schema["actors"][];
  propositions: Omit<Schema["propositions"], "month">[];
} {
  const { document } = reading;
  const said = new Map<string, number>();
  for (const { speaker } of reading.statements) said.set(speaker.id, (said.get(speaker.id) ?? 0) + 1);
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  return {
    document: {
      id: document.id,
      uri: document.uri,
      canonical: document.canonical,
      media_type: document.mediaType,
      title: document.title,
      outlet: document.outlet,
      authors: JSON.stringify(document.authors),
      language: document.language,
      published: document.published,
      modified: document.modified,
    },
    statements: reading.statements.map((statement, place) => ({
      document: document.id,
      id: statement.id,
      place,
      start: statement.content[0]?.start ?? 0,
      speaker: statement.speaker.id,
      speaker_name: statement.speaker.name,
      anonymous: statement.anonymous ? 1 : 0,
      mode: statement.mode,
      act: statement.act,
      factuality: statement.factuality,
      confidence: statement.confidence,
      said: statement.said,
      parent: statement.parent,
    })),
    figures: reading.figures.map((figure, place) => ({
      document: document.id,
      place,
      start: figure.start,
      value: figure.value,
      upper: figure.upper,
      unit: figure.unit,
      what: figure.what,
      speaker: figure.speaker.id,
      statement: figure.statement,
    })),
    actors: [...actors.values()].map(({ id, name, kind, names }) => ({
      document: document.id,
      id,
      name,
      kind,
      names: JSON.stringify(names),
      statements: said.get(id) ?? 0,
    })),
    propositions: reading.propositions.map((proposition, place) => ({
      document: document.id,
      id: proposition.id,
      place,
      statement: proposition.statement,
      predicate: proposition.predicate,
      event: proposition.event,
      start: proposition.evidence.start,
    })),
  };
}
