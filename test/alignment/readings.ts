import type {
  ActorRef,
  Argument,
  DocumentId,
  Proposition,
  Reading,
  Speaker,
  Statement,
} from "../../src/model/index.ts";

/** Test data: readings whose propositions are written by hand, as the reader would give them. */
export type Said = {
  readonly text: string;
  readonly by?: string;
  readonly via?: readonly string[];
  readonly anonymous?: boolean;
  readonly speaksFor?: string;
  readonly factuality?: Proposition["factuality"];
  readonly act?: Statement["act"];
  readonly event?: string;
  readonly predicate?: string;
  readonly negated?: boolean;
  readonly kind?: "clause" | "presupposed" | "verdict";
  readonly occurs?: boolean;
  readonly reported?: boolean;
  readonly setting?: string;
  readonly roles?: Readonly<Partial<Record<Argument["role"], readonly string[]>>>;
  readonly times?: readonly string[];
  readonly places?: readonly string[];
  readonly quantities?: Proposition["quantities"];
  readonly lemmas?: readonly string[];
};

const ref = (name: string): ActorRef => ({ id: `person:${name.toLowerCase()}`, name });

/** A reading whose text is its sentences, one a line; each is one proposition. */
export function reading(name: string, said: readonly Said[], published: string | null = null): Reading {
  const id = `sha256:${name}` as DocumentId;
  const text = said.map((one) => one.text).join("\n");
  const statements: Statement[] = [];
  let at = 0;
  const propositions = said.map((one, index): Proposition => {
    const evidence = { start: at, end: at + one.text.length, text: one.text };
    at = evidence.end + 1;
    const because = { rule: "test", spans: [evidence], reason: "test data" };
    const statement = one.by === undefined ? null : `${name}-s${index}`;
    if (statement !== null && one.by !== undefined) {
      const kind = one.anonymous === true ? "anonymous" : "person";
      const speaker: Speaker = { ...ref(one.by), kind };
      statements.push({
        id: statement,
        content: [evidence],
        source: null,
        cue: null,
        speaker,
        speaksFor: one.speaksFor === undefined ? null : ref(one.speaksFor),
        chain: [...(one.via ?? []).map(ref), ref(one.by)],
        anonymous: one.anonymous ?? false,
        mode: "indirect",
        act: one.act ?? "assert",
        factuality: one.factuality ?? "CT+",
        quoted: [],
        parent: null,
        said: null,
        confidence: 1,
        because,
      });
    }
    const roles = Object.entries(one.roles ?? {}) as [Argument["role"], readonly string[]][];
    return {
      id: `${name}:${evidence.start}`,
      statement,
      evidence,
      sentence: index,
      paragraph: index,
      predicate: one.predicate ?? one.event ?? "be",
      event: one.event ?? null,
      events: one.event === undefined ? [] : [one.event],
      negated: one.negated ?? false,
      factuality: one.factuality ?? "CT+",
      arguments: roles.flatMap(([role, names]) =>
        names.map((actor) => ({ role, lemma: actor.toLowerCase(), actor: ref(actor).id })),
      ),
      actors: roles.flatMap(([, names]) => names.map((actor) => ref(actor).id)),
      places: one.places ?? [],
      times: one.times ?? [],
      quantities: one.quantities ?? [],
      lemmas: one.lemmas ?? [],
      kind: one.kind ?? "clause",
      setting: one.setting ?? null,
      occurs: one.occurs ?? false,
      reported: one.reported ?? false,
      because,
    };
  });
  return {
    document: {
      id,
      uri: `${name}.txt`,
      canonical: null,
      mediaType: "text/plain",
      title: null,
      outlet: name,
      authors: [],
      language: "en",
      published,
      modified: null,
      text,
    },
    statements,
    figures: [],
    times: [],
    mentions: [],
    actors: [],
    propositions,
    lemmas: [],
    credits: [],
    diagnostics: [],
    engine: { name: "selon", version: "0", models: {} },
  };
}
