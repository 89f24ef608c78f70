/**
 * Origins and status by themselves: the positions that the gold claims hold are given to `withOrigins`, with the labels of
 * the gold, so that nothing of how claims were joined tells. Each gold position is the system's own that overlaps it; where
 * there is none, one made of the gold's words and speaker. `width` is how far apart the bounds are on average: bounds that
 * are wide enough hold every number. `node eval/origins.ts` prints what is seen and what is held out, each pooled;
 * `node eval/origins.ts EVENT` lists the claims of a seen one (or of `seeds`) that come out otherwise.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { captureBytes } from "../src/capture/index.ts";
import type { Claim, Position, PositionKind, Reading } from "../src/model/index.ts";
import { withOrigins } from "../src/origins/index.ts";
import { readCapture, relate } from "../src/pipeline.ts";
import { fresh, heldOut, seen } from "./events.ts";
import { percent, type Scores, type Suite } from "./suite.ts";

type GoldPosition = {
  readonly document: string;
  readonly evidence: string;
  readonly position: PositionKind;
  readonly speaker: string;
};
type Gold = {
  readonly claims: readonly {
    readonly id: string;
    readonly status: string;
    readonly independent_origins: number | { readonly number?: number; readonly count?: number };
    readonly proposition?: string;
    readonly proposition_en?: string;
    readonly positions: readonly GoldPosition[];
  }[];
};

export type Judged = {
  readonly id: string;
  readonly claim: Claim;
  readonly status: string;
  readonly origins: number | null;
  readonly rightStatus: boolean;
  readonly rightOrigins: boolean;
};

const root = resolve(import.meta.dirname, "../test/events");

function filesOf(name: string, data: string): { readonly folder: string; readonly gold: string } {
  if (name === "seeds") return { folder: join(data, "seeds"), gold: join(data, "gold/claims.json") };
  return { folder: join(root, name), gold: join(root, name, "claims.json") };
}

/** The claims of the gold as they come out when their positions are right. */
export function judge(name: string, data: string): Judged[] {
  const { folder, gold: file } = filesOf(name, data);
  // A gold file of our own, or that of the seeds.
  const gold = JSON.parse(readFileSync(file, "utf8")) as Gold;
  const readings = readdirSync(folder)
    .filter((one) => one.endsWith(".txt"))
    .sort()
    .map((one) => readCapture(captureBytes(readFileSync(join(folder, one)), { uri: one })));
  const all = relate(readings).claims.flatMap(({ positions }) => positions);
  const taken = new Set<Position>();
  const claims = gold.claims.map(({ id, positions }): Claim => {
    const own = positions.flatMap((one): Position[] => {
      const reading = readings.find(({ document }) => document.uri === one.document);
      if (reading === undefined) return [];
      const found = nearest(one, reading, all, taken) ?? nearest(one, reading, all, new Set());
      if (found !== null) taken.add(found);
      // What hangs on its claim by little there belongs to the claim of the gold for sure.
      const { held: _, ...basis } = found ?? madeUp(one, reading);
      return [{ ...basis, position: one.position }];
    });
    const none = { lower: 0, upper: 0, groups: [] };
    return {
      id,
      story: null,
      proposition: "",
      positions: own,
      origins: { affirm: none, deny: none },
      status: "uncontested",
      rivals: [],
    };
  });
  return withOrigins({ stories: [], claims, figures: [] }, readings).claims.map((claim, at): Judged => {
    const wanted = gold.claims[at];
    const number = wanted?.independent_origins;
    const origins = typeof number === "number" ? number : (number?.number ?? number?.count ?? null);
    const { lower, upper } = claim.origins.affirm;
    return {
      id: claim.id,
      claim: { ...claim, proposition: wanted?.proposition_en ?? wanted?.proposition ?? "" },
      status: wanted?.status ?? "",
      origins,
      rightStatus: claim.status === wanted?.status,
      rightOrigins: origins !== null && lower <= origins && origins <= upper,
    };
  });
}

/** The system's position that lies over half of the shorter of the two, the more the better; one label and speaker help. */
function nearest(
  gold: GoldPosition,
  { document }: Reading,
  all: readonly Position[],
  taken: ReadonlySet<Position>,
): Position | null {
  const start = document.text.indexOf(gold.evidence);
  const end = start + gold.evidence.length;
  let best: Position | null = null;
  let most = 0;
  for (const one of all) {
    if (one.document !== document.id || taken.has(one)) continue;
    const shorter = Math.min(gold.evidence.length, one.evidence.end - one.evidence.start);
    const share = (Math.min(end, one.evidence.end) - Math.max(start, one.evidence.start)) / Math.max(1, shorter);
    if (share < 0.5) continue;
    const label = one.position === gold.position ? 0.5 : 0;
    const score = share + label + (lastName(one.speaker.name) === lastName(gold.speaker) ? 0.25 : 0);
    if (score > most) [best, most] = [one, score];
  }
  return best;
}

const lastName = (name: string): string => name.split(" ").at(-1) ?? "";

/** A position of the gold's own, by the actor of the document that bears the speaker's name, else by its narrator. */
function madeUp(gold: GoldPosition, { document, actors }: Reading): Position {
  const start = Math.max(0, document.text.indexOf(gold.evidence));
  const evidence = { start, end: start + gold.evidence.length, text: gold.evidence };
  const actor = actors.find(({ name, names }) => [name, ...names].includes(gold.speaker));
  const speaker =
    gold.speaker === "unnamed"
      ? { id: "unnamed", name: "unnamed" }
      : actor === undefined
        ? { id: "author", name: "author" }
        : { id: actor.id, name: actor.name };
  return {
    document: document.id,
    uri: document.uri,
    statement: `gold-${start}`,
    speaker,
    chain: speaker.id === "author" ? [] : [speaker],
    position: gold.position,
    evidence,
    because: { rule: "eval/origins", spans: [evidence], reason: "It stands in the gold." },
  };
}

function scoresOf(judged: readonly Judged[]): Scores {
  const right = (what: "rightStatus" | "rightOrigins"): number => judged.filter((one) => one[what]).length;
  const width = judged.reduce((sum, { claim }) => sum + claim.origins.affirm.upper - claim.origins.affirm.lower, 0);
  return {
    claims: judged.length,
    status: percent(right("rightStatus"), judged.length),
    "origins within bounds": percent(right("rightOrigins"), judged.length),
    width: Math.round((100 * width) / Math.max(1, judged.length)) / 100,
  };
}

export const suite: Suite = {
  needs: ["seeds", "gold/claims.json"],
  async measure(data): Promise<Scores> {
    const pooled = (names: readonly string[]) => scoresOf(names.flatMap((name) => judge(name, data)));
    return { seeds: pooled(["seeds"]), "seen: all": pooled(seen), "held out: all": pooled([...heldOut, ...fresh]) };
  },
};

if (import.meta.main) {
  const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
  const [name] = process.argv.slice(2);
  if (name === undefined) console.log(JSON.stringify(await suite.measure(data), null, 1));
  else if ([...heldOut, ...fresh].includes(name))
    console.error(`eval: ${name} is held out; only the pooled figures are told`);
  else
    for (const { id, claim, status, origins, rightStatus, rightOrigins } of judge(name, data)) {
      if (rightStatus && rightOrigins) continue;
      const { affirm, deny } = claim.origins;
      console.log(
        `${id}  ${status}/${origins}, not ${claim.status}/${affirm.lower}-${affirm.upper}  ${claim.proposition}`,
      );
      for (const { uri, position, speaker, evidence } of claim.positions)
        console.log(`    ${uri}  ${position}  ${speaker.id}: ${evidence.text.replaceAll("\n", " ")}`);
      for (const { root: origin, because } of [...affirm.groups, ...deny.groups])
        console.log(`      ${origin}: ${because}`);
    }
}
