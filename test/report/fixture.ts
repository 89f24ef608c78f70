import type {
  ActorRef,
  Alignment,
  Claim,
  Document,
  Figure,
  OriginBounds,
  Position,
  PositionKind,
  Reading,
  Statement,
  TextSpan,
} from "../../src/model/index.ts";

const because = { rule: "statements/rules/frame", spans: [], reason: "The cue stands before its content." };

export const agency: ActorRef = { id: "outlet:agence boréale", name: "Agence Boréale" };
export const ministry: ActorRef = { id: "org:ministère de la défense", name: "Valdorian Ministry of Defence" };
export const staff: ActorRef = { id: "org:état-major", name: "Sarrenian general staff" };
export const officials: ActorRef = { id: "anonymous:officials", name: "two officials" };
export const post: ActorRef = { id: "outlet:halder post", name: "The Halder Post" };
export const author: ActorRef = { id: "author", name: "author" };

type Draft = Partial<Statement> & { readonly words: string; readonly by: ActorRef };

/** A reading of a text by hand: statements are named by the words they cover. */
export function readingOf(
  name: string,
  text: string,
  drafts: readonly Draft[],
  about: Partial<Document> = {},
  figures: readonly { words: string; by: ActorRef; value: number; bound?: Figure["bound"]; upper?: number }[] = [],
): Reading {
  const document: Document = {
    id: `sha256:${name.padEnd(64, "0")}` as Document["id"],
    uri: `${name}.txt`,
    canonical: null,
    mediaType: "text/plain",
    title: null,
    outlet: null,
    authors: [],
    language: "en",
    published: null,
    modified: null,
    text,
    ...about,
  };
  const statements = drafts.map(
    ({ words, by, ...rest }, index): Statement => ({
      id: `${name}-${index}`,
      content: [spanOf(text, words)],
      source: null,
      cue: null,
      speaker: { ...by, kind: "organization" },
      speaksFor: null,
      chain: [by],
      anonymous: false,
      mode: "indirect",
      act: "assert",
      factuality: "CT+",
      quoted: [],
      parent: null,
      said: null,
      confidence: 0.82,
      because,
      ...rest,
    }),
  );
  return {
    document,
    statements,
    figures: figures.map(({ words, by, value, bound = "exact", upper }) => ({
      ...spanOf(text, words),
      value,
      upper: upper ?? null,
      unit: "",
      what: "dead",
      bound,
      scope: { place: "Port-Aubry", time: "2025-03-14" },
      speaker: by,
      statement: null,
    })),
    times: [],
    mentions: [],
    actors: statements.map((statement) => ({ ...statement.speaker, names: [statement.speaker.name] })),
    propositions: [],
    lemmas: [],
    credits: [],
    diagnostics: [],
    engine: { name: "selon", version: "0.1.0", models: {} },
  };
}

export function spanOf(text: string, words: string): TextSpan {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length, text: words };
}

export function positionOf(reading: Reading, index: number, position: PositionKind): Position {
  const statement = reading.statements[index];
  const evidence = statement?.content[0];
  if (!statement || !evidence) throw new Error(`no statement ${index}`);
  return {
    document: reading.document.id,
    uri: reading.document.uri,
    statement: statement.id,
    speaker: statement.speaker,
    chain: statement.chain,
    position,
    evidence,
    because: { rule: "alignment/same-event", spans: [], reason: "The same event on the same day." },
  };
}

export const none: OriginBounds = { lower: 0, upper: 0, groups: [] };

export function bounds(lower: number, upper: number, root = "", members: readonly string[] = []): OriginBounds {
  const groups = members.length === 0 ? [] : [{ root, members, because: `Both take it from ${root}.` }];
  return { lower, upper, groups };
}

export function claimOf(
  id: string,
  status: Claim["status"],
  proposition: string,
  positions: Position[],
  affirm: OriginBounds,
  deny = none,
): Claim {
  return { id, story: "story-1", proposition, status, positions, origins: { affirm, deny }, rivals: [] };
}

/** Four articles, a contested claim, one on one origin, one that nobody disputes, figures that differ and one apart. */
export function portAubry(): { alignment: Alignment; readings: Reading[] } {
  const dispatch = readingOf(
    "dispatch",
    "PORT-AUBRY — At least 17 people were killed, Civil Protection said.\n\nThe ministry of defence said Sarrenia launched three drones against the port. “No aircraft of ours flew that night,” the general staff said. It said the army denied that its drones flew.",
    [
      { words: "Sarrenia launched three drones against the port", by: ministry, act: "accuse" },
      {
        words: "No aircraft of ours flew that night",
        by: staff,
        act: "deny",
        mode: "direct",
        said: "2025-03-14T08:50:00+01:00",
      },
      { words: "the army denied that its drones flew", by: staff },
      {
        words: "its drones flew",
        by: staff,
        act: "deny",
        factuality: "CT-",
        parent: "dispatch-2",
        chain: [ministry, staff],
      },
    ],
    {
      title: "A port struck",
      outlet: "Agence Boréale",
      published: "2025-03-14T09:12:00+01:00",
      canonical: "https://boreale.example/1",
    },
    [{ words: "At least 17 people", by: ministry, value: 17, bound: "at-least" }],
  );
  const rewrite = readingOf(
    "rewrite",
    "Sarrenia launched three drones against the port, according to the ministry. Six people died, Sarrene says. Between 40 and 45 were treated.",
    [{ words: "Sarrenia launched three drones against the port", by: ministry, chain: [agency, ministry] }],
    { title: "Port-Aubry: 17 dead", outlet: "La Gazette des Deux-Rives", published: "2025-03-14", language: "fr" },
    [
      { words: "Six people", by: staff, value: 6 },
      { words: "Between 40 and 45", by: agency, value: 40, upper: 45 },
    ],
  );
  const report = readingOf(
    "report",
    "Miro Deskane telephoned Marta Kolvane on Saturday, two officials told The Halder Post. He may have spoken of militias.",
    [
      { words: "Miro Deskane telephoned Marta Kolvane on Saturday", by: officials, anonymous: true },
      { words: "He may have spoken of militias", by: officials, factuality: "PS+", act: "suppose" },
    ],
    { title: "The call", outlet: "The Halder Post", published: "2025-03-16T06:00:00Z" },
  );
  const relay = readingOf(
    "relay",
    "Selon le Halder Post, le président a téléphoné samedi à Marta Kolvane. Ce serait possible.",
    [
      {
        words: "le président a téléphoné samedi à Marta Kolvane",
        by: officials,
        chain: [post, officials],
        anonymous: true,
      },
      { words: "Ce serait possible", by: author, factuality: "UU" },
    ],
    { language: "fr" },
  );
  const strike = claimOf(
    "strike",
    "contested",
    "Sarrenia launched three drones against the port",
    [
      positionOf(dispatch, 0, "affirm"),
      positionOf(rewrite, 0, "affirm"),
      positionOf(dispatch, 1, "deny"),
      positionOf(dispatch, 3, "deny"),
    ],
    bounds(1, 2, "Valdorian Ministry of Defence", ["dispatch-0", "rewrite-0"]),
    bounds(1, 1, "Sarrenian general staff", ["dispatch-1", "dispatch-3"]),
  );
  const call = claimOf(
    "call",
    "single-source",
    "President Deskane called Prime Minister Kolvane",
    [
      positionOf(report, 0, "affirm"),
      positionOf(relay, 0, "affirm"),
      positionOf(relay, 1, "report-without-commitment"),
    ],
    bounds(1, 1, "two officials", ["report-0", "relay-0"]),
  );
  const militias = claimOf(
    "militias",
    "uncontested",
    "He may have spoken of militias",
    [positionOf(report, 1, "possible")],
    none,
  );
  const all = [dispatch, rewrite, report, relay];
  const member = (reading: Reading, index: number) => {
    const figure = reading.figures[index];
    if (!figure) throw new Error(`no figure ${index}`);
    return { ...figure, document: reading.document.id, uri: reading.document.uri };
  };
  return {
    readings: all,
    alignment: {
      stories: [
        {
          id: "story-1",
          title: "Explosions at Port-Aubry",
          when: "2025-03-14",
          where: "Port-Aubry",
          documents: all.map((reading) => reading.document.id),
          claims: ["strike", "call", "militias"],
        },
      ],
      claims: [militias, call, strike],
      figures: [
        {
          id: "g-dead",
          story: "story-1",
          quantity: "people killed at Port-Aubry",
          relation: "same",
          members: [member(dispatch, 0), member(rewrite, 0)],
          because: "Same place, same day, same noun.",
        },
        {
          id: "g-apart",
          story: "story-1",
          quantity: "people treated",
          relation: "not-comparable",
          members: [member(rewrite, 1)],
          because: "Treated is not killed.",
        },
      ],
    },
  };
}

export const generated = "2025-03-18T10:00:00Z";
