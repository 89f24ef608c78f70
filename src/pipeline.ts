import { type AlignedParts, align, type GrownClaim, type Kept, propositionsOf } from "./alignment/index.ts";
import { encoderCard, encodingsOf } from "./analysis/encoder/index.ts";
import { analyse, modelVersion } from "./analysis/index.ts";
import type { Alignment, Capture, Claim, Diagnostic, Proposition, Reading } from "./model/index.ts";
import { version } from "./model/version.ts";
import { creditsOf, withOrigins } from "./origins/index.ts";
import { statementsOf } from "./statements/index.ts";
import { lowerCase } from "./text/normal.ts";
import { lineAround } from "./text/surrounding.ts";

/**
 * The whole way, once. A capture is read by itself; readings are then related to each other.
 *
 * bytes → capture → analysis → statements → propositions and credits = Reading; Reading[] → claims → origins = Alignment
 */
export function readCapture({ document, diagnostics }: Capture): Reading {
  const { language, published } = document;
  const end = readableEnd(document.text);
  const analysis = analyse(document.text.slice(0, end), { language, published });
  const found = statementsOf(document, analysis);
  const credits = creditsOf(document, analysis);
  // `Traduit par Hélène Roussin` says where words come from, and nothing of the world.
  const isCredit = ({ statement, evidence }: Proposition): boolean =>
    statement === null && credits.some(({ start, end }) => start <= evidence.start && evidence.end <= end);
  return {
    document,
    statements: found.statements,
    figures: found.figures,
    times: analysis.times,
    mentions: found.mentions,
    actors: found.actors,
    propositions: propositionsOf(document, analysis, found).filter((one) => !isCredit(one)),
    lemmas: analysis.sentences.map(({ words }) => words.map(({ lemma }) => lowerCase(lemma)).join(" ")),
    credits,
    diagnostics: [...diagnostics, ...found.diagnostics, ...unread(document.text, end)],
    engine: { name: "selon", version, models: modelsOf(language) },
  };
}

/**
 * The reading with what today's encoder makes of each proposition: what claims and stances are found by. It takes longer
 * than all the rest of a reading, so it is done once, when a document is kept. As it was where no encoder ships.
 */
export function encoded(reading: Reading): Reading {
  const card = encoderCard();
  if (card === null) return reading;
  const known = encodings.get(reading);
  if (known !== undefined) return known;
  // Vectors of another encoder lie in another space.
  const isOld = reading.engine.models[card.name] !== card.version;
  const bare = reading.propositions.filter(({ vector }) => vector === undefined || isOld);
  if (bare.length === 0) return reading;
  const { text } = reading.document;
  const made = encodingsOf(
    bare.map(({ evidence }) => {
      const line = lineAround(text, evidence);
      return {
        text: text.slice(line.start, line.end),
        start: evidence.start - line.start,
        end: evidence.end - line.start,
      };
    }),
  );
  const byProposition = new Map(bare.map((proposition, at) => [proposition, made[at]]));
  const whole: Reading = {
    ...reading,
    propositions: reading.propositions.map((proposition) => {
      const encoding = byProposition.get(proposition);
      return encoding === undefined ? proposition : { ...proposition, ...encoding };
    }),
    engine: { ...reading.engine, models: { ...reading.engine.models, [card.name]: card.version } },
  };
  encodings.set(reading, whole);
  return whole;
}

const encodings = new WeakMap<Reading, Reading>();

/** Claims, stories and figure groups of a set of readings, with what they finally rest on. */
export function relate(given: readonly Reading[]): Alignment {
  const readings = given.map(encoded);
  return withOrigins(align(readings), readings);
}

/** What came to a claim that stays: the claim as far as the readings at hand tell of it, without and with what is new. */
export type WeighedClaim = GrownClaim & { readonly without: Weighed; readonly withNew: Weighed };
type Weighed = Pick<Claim, "origins" | "status">;
export type RelatedPart = Alignment & {
  readonly members: AlignedParts["members"];
  readonly grown: Omit<AlignedParts["grown"], "claims"> & { readonly claims: readonly WeighedClaim[] };
};

/** The same for a part of a ledger: what is kept stays as it is; tells also what each claim and story is made of. */
export function relatePart(given: readonly Reading[], kept?: Kept): RelatedPart {
  const readings = given.map(encoded);
  const { stories, claims, figures, members, grown } = align(readings, kept);
  const bare = { story: null, proposition: "", rivals: [] };
  const extra = grown.claims.flatMap(({ id, beside, positions }) => [
    { ...bare, id, positions: beside },
    { ...bare, id, positions: [...beside, ...positions] },
  ]);
  const { claims: all } = withOrigins({ stories, claims: [...claims, ...extra], figures }, readings);
  const weighed = grown.claims.flatMap((claim, at): WeighedClaim[] => {
    const [without, withNew] = all.slice(claims.length + 2 * at);
    return without === undefined || withNew === undefined ? [] : [{ ...claim, without, withNew }];
  });
  return {
    stories,
    claims: all.slice(0, claims.length),
    figures,
    members,
    grown: { ...grown, claims: weighed },
  };
}

/** An article is never so long: what comes after is kept, not read, and a diagnostic says so. */
const mostCharacters = 1_000_000;

/** Where reading ends: at the text's end, or before its limit at a line's or a word's end. */
function readableEnd(text: string): number {
  if (text.length <= mostCharacters) return text.length;
  const near = text.slice(mostCharacters - 10_000, mostCharacters);
  const cut = Math.max(near.lastIndexOf("\n"), near.lastIndexOf(" "));
  if (cut >= 0) return mostCharacters - 10_000 + cut;
  // Not between the halves of a character outside the basic plane.
  return /[\ud800-\udbff]$/.test(near) ? mostCharacters - 1 : mostCharacters;
}

function unread(text: string, end: number): Diagnostic[] {
  if (end === text.length) return [];
  const message = `Only the first ${end} of ${text.length} characters were read; split the document to read the rest.`;
  return [{ code: "text-too-long", message, start: end, end: text.length }];
}

function modelsOf(language: string): Record<string, string> {
  const model = modelVersion(language);
  return model === null ? {} : { [language]: model };
}
