import type { DecisionRequest } from "../operations/decisions/request.ts";

/** What may be given beside the words. */
export type DecideOptions = {
  readonly name?: string;
  readonly alias?: readonly string[];
  readonly role?: readonly string[];
  readonly side?: string;
  readonly kind?: string;
  readonly speaker?: string;
  readonly act?: string;
  readonly factuality?: string;
  readonly source?: string;
  readonly cue?: string;
  readonly chain?: readonly string[];
  readonly claim?: string;
  readonly on?: string;
  readonly root?: string;
  readonly title?: string;
};

type Form = {
  /** How it is written, after `selon decide`. */
  readonly form: string;
  readonly least: number;
  readonly most: number;
  /** The request, unchecked: `decide` reads it with its schema. Null where the words can't be meant. */
  readonly make: (words: readonly string[], options: DecideOptions) => unknown;
};

const many = Number.POSITIVE_INFINITY;
const none = (word: string | undefined): string | null | undefined =>
  word === undefined ? undefined : word === "none" || word === "-" ? null : word;

/** `12-40`, or `12 40`: pairs of offsets. */
function spans(words: readonly string[]): { start: number; end: number }[] | null {
  const numbers = words.flatMap((word) => word.split("-"));
  if (numbers.length === 0 || numbers.length % 2 === 1 || numbers.some((one) => !/^\d{1,10}$/.test(one))) return null;
  return Array.from({ length: numbers.length / 2 }, (_, n) => ({
    start: Number(numbers[n * 2]),
    end: Number(numbers[n * 2 + 1]),
  }));
}

function given<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const correct = (statement: string | undefined, changes: object) => ({ kind: "correct-statement", statement, changes });

/** What an id names, by its beginning; actors have no beginning of their own. */
function kindOf(id: string): "statement" | "claim" | "story" | "document" | "question" | "actor" {
  if (/^[sp]:/.test(id)) return "statement";
  if (id.startsWith("claim-")) return "claim";
  if (id.startsWith("story-")) return "story";
  if (/^sha256:|^[0-9a-f]{12,}$/.test(id)) return "document";
  return /^q:/.test(id) ? "question" : "actor";
}

function on(id: string, { on: kind }: DecideOptions, standard?: string): object {
  const known = kind ?? (kindOf(id) === "actor" ? standard : undefined) ?? kindOf(id);
  return { kind: known, [known]: id };
}

/** `B2`, `B` or `2`: reliability, credibility or both. */
function code(word: string): object | null {
  const found = /^([A-F])?([1-6])?$/i.exec(word);
  if (found === null || word === "") return null;
  return given({
    reliability: found[1]?.toUpperCase(),
    credibility: found[2] === undefined ? undefined : Number(found[2]),
  });
}

export const forms: Readonly<Record<string, Form>> = {
  speaker: { form: "speaker STATEMENT NAME", least: 2, most: 2, make: ([id, speaker]) => correct(id, { speaker }) },
  "speaks-for": {
    form: "speaks-for STATEMENT NAME|none",
    least: 2,
    most: 2,
    make: ([id, who]) => correct(id, { speaksFor: none(who) }),
  },
  chain: { form: "chain STATEMENT NAME...", least: 2, most: many, make: ([id, ...chain]) => correct(id, { chain }) },
  act: { form: "act STATEMENT ACT", least: 2, most: 2, make: ([id, act]) => correct(id, { act }) },
  factuality: {
    form: "factuality STATEMENT CT+|PR+|PS+|CT-|PR-|PS-|UU",
    least: 2,
    most: 2,
    make: ([id, factuality]) => correct(id, { factuality }),
  },
  span: {
    form: "span STATEMENT START END [START END...]",
    least: 2,
    most: many,
    make: ([id, ...offsets]) => {
      const content = spans(offsets);
      return content === null ? null : correct(id, { content });
    },
  },
  confirm: {
    form: "confirm STATEMENT",
    least: 1,
    most: 1,
    make: ([statement]) => ({ kind: "confirm-statement", statement }),
  },
  delete: {
    form: "delete STATEMENT",
    least: 1,
    most: 1,
    make: ([statement]) => ({ kind: "delete-statement", statement }),
  },
  add: {
    form: "add DOCUMENT START END [START END...] --speaker NAME",
    least: 2,
    most: many,
    make: ([document, ...offsets], { speaker, act, factuality, source, cue, chain }) => {
      const [content, by, carried] = [spans(offsets), source, cue].map((one) =>
        one === undefined ? undefined : Array.isArray(one) ? one : typeof one === "string" ? spans([one]) : null,
      );
      if (content === null || by === null || carried === null || speaker === undefined) return null;
      return {
        kind: "add-statement",
        document,
        content,
        speaker,
        ...given({ act, factuality, source: by?.[0], cue: carried?.[0], chain }),
      };
    },
  },
  checked: {
    form: "checked DOCUMENT",
    least: 1,
    most: 1,
    make: ([document]) => ({ kind: "check-document", document }),
  },
  merge: {
    form: "merge ID ID... (claims, stories or actors)",
    least: 2,
    most: many,
    make: (ids) => {
      const kind = kindOf(ids[0] ?? "");
      if (kind === "claim") return { kind: "merge-claims", claims: ids };
      return kind === "story" ? { kind: "merge-stories", stories: ids } : { kind: "merge-actors", actors: ids };
    },
  },
  split: {
    form: "split CLAIM STATEMENT... | split STORY DOCUMENT... | split ACTOR DOCUMENT... --name NAME",
    least: 2,
    most: many,
    make: ([id = "", ...parts], { name, title, kind }) => {
      const of = kindOf(id);
      if (of === "claim")
        return { kind: "split-claim", claim: id, statements: parts, ...given({ proposition: title }) };
      if (of === "story") return { kind: "split-story", story: id, documents: parts, ...given({ title }) };
      if (name === undefined) return null;
      return { kind: "split-actor", actor: id, documents: parts, as: name, ...given({ asKind: kind }) };
    },
  },
  actor: {
    form: "actor ACTOR [--name NAME] [--alias NAME] [--role ROLE] [--kind KIND] [--side SIDE]",
    least: 1,
    most: 1,
    make: ([actor], { name, alias, role, kind, side }) => {
      const changes = given({ name, names: alias, roles: role, kind, side: none(side) });
      return Object.keys(changes).length === 0 ? null : { kind: "set-actor", actor, changes };
    },
  },
  side: {
    form: "side ACTOR SIDE|none",
    least: 2,
    most: 2,
    make: ([actor, side]) => ({ kind: "set-actor", actor, changes: { side: none(side) } }),
  },
  collapse: {
    form: "collapse CLAIM STATEMENT STATEMENT... [--root NAME]",
    least: 3,
    most: many,
    make: ([claim, ...statements], { root }) => ({ kind: "collapse-origins", claim, statements, ...given({ root }) }),
  },
  separate: {
    form: "separate CLAIM STATEMENT... [--root NAME]",
    least: 2,
    most: many,
    make: ([claim, ...statements], { root }) => ({ kind: "separate-origins", claim, statements, ...given({ root }) }),
  },
  rate: {
    form: "rate SOURCE|ID A-F|1-6|A1...F6",
    least: 2,
    most: 2,
    make: ([id = "", word = ""], options) => {
      const rating = code(word);
      return rating === null ? null : { kind: "rate-source", on: on(id, options, "source"), ...rating };
    },
  },
  note: {
    form: "note ID TEXT",
    least: 2,
    most: 2,
    make: ([id = "", text], options) => ({ kind: "note", on: on(id, options), text }),
  },
  verdict: {
    form: "verdict CLAIM confirmed|probable|undetermined|doubtful|refuted [TEXT]",
    least: 2,
    most: 3,
    make: ([claim, verdict, text]) => ({ kind: "verdict", claim, verdict, ...given({ text }) }),
  },
  question: {
    form: "question TEXT [STORY]",
    least: 1,
    most: 2,
    make: ([text, story]) => ({ kind: "pose-question", text, ...given({ story }) }),
  },
  hypothesis: {
    form: "hypothesis QUESTION [TEXT] [--claim CLAIM]",
    least: 1,
    most: 2,
    make: ([question, text], { claim }) => ({ kind: "add-hypothesis", question, ...given({ text, claim }) }),
  },
  evidence: {
    form: "evidence QUESTION [TEXT] [--claim CLAIM]",
    least: 1,
    most: 2,
    make: ([question, text], { claim }) => ({ kind: "add-evidence", question, ...given({ text, claim }) }),
  },
  consistency: {
    form: "consistency QUESTION EVIDENCE HYPOTHESIS CC|C|N|I|II|NA",
    least: 4,
    most: 4,
    make: ([question, evidence, hypothesis, rating]) => ({
      kind: "rate-consistency",
      question,
      evidence,
      hypothesis,
      rating,
    }),
  },
};

/** The request that words on a command line come to; null where they can't be meant so. */
export function requestOf(what: string, words: readonly string[], options: DecideOptions): DecisionRequest | null {
  const form = Object.hasOwn(forms, what) ? forms[what] : undefined;
  if (form === undefined || words.length < form.least || words.length > form.most) return null;
  // `decide` reads it with the schema of requests before anything else.
  return form.make(words, options) as DecisionRequest | null;
}
