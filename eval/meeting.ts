/**
 * Why claims of one event do not meet: for each pair of gold positions of one claim, the stage at which they part
 * (`node eval/meeting.ts EVENT`); `--wrong` lists the pairs of different claims that meet. Only for events worked on.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { candidatePairs } from "../src/alignment/groups.ts";
import { nodeKeys } from "../src/alignment/keys.ts";
import { identities } from "../src/alignment/names.ts";
import { type Node, nodesOf } from "../src/alignment/node.ts";
import { likeness, threshold } from "../src/alignment/similarity.ts";
import type { Alignment, Reading } from "../src/model/index.ts";
import { readEvent } from "./events.ts";

type Gold = {
  readonly claims: readonly {
    readonly id: string;
    readonly positions: readonly { readonly document: string; readonly evidence: string; readonly position: string }[];
  }[];
};
type Found = { readonly claim: string; readonly at: string; readonly evidence: string; readonly node: Node | null };

/** The proposition whose evidence overlaps a gold position most, as the scorer matches them. */
function nodeFor(nodes: readonly Node[], document: string, evidence: string): Node | null {
  let best: Node | null = null;
  let most = 0.5;
  for (const node of nodes) {
    if (node.reading.document.uri !== document) continue;
    const start = node.reading.document.text.indexOf(evidence);
    const { start: from, end: to } = node.proposition.evidence;
    const both = Math.min(to, start + evidence.length) - Math.max(from, start);
    const share = both / Math.min(to - from, evidence.length) + 0.001 * both;
    if (share > most) [best, most] = [node, share];
  }
  return best;
}

const describe = ({ core, roles, proposition, classes }: Node): string =>
  `${proposition.negated ? "NOT " : ""}${proposition.predicate} @${[...classes].join("/")} [${core.map(({ word, weight, rarity }) => `${word}:${weight}/${rarity.toFixed(1)}`).join(" ")}] ${[...roles].map(([role, who]) => `${role}=${[...who].join("+")}`).join(" ")}`;

function claimOf(alignment: Alignment, node: Node): string | undefined {
  const { document, text: _, ...rest } = { ...node.proposition.evidence, document: node.reading.document.id };
  return alignment.claims.find(({ positions }) =>
    positions.some(
      ({ document: at, evidence, statement }) =>
        at === document &&
        evidence.start === rest.start &&
        evidence.end === rest.end &&
        statement === (node.statement?.id ?? node.proposition.id),
    ),
  )?.id;
}

function main(name: string, wrong: boolean): void {
  const { readings, alignment } = readEvent(name);
  const root = resolve(import.meta.dirname, "../test/events", name, "claims.json");
  const gold = JSON.parse(readFileSync(join(root), "utf8")) as Gold;
  const identity = identities(readings);
  const nodes = readings.flatMap((reading: Reading) => nodesOf(reading, identity));
  const found: Found[] = gold.claims.flatMap(({ id, positions }) =>
    positions.map(({ document, evidence }) => ({
      claim: id,
      at: document,
      evidence,
      node: nodeFor(nodes, document, evidence),
    })),
  );
  const causes = new Map<string, number>();
  const storyOf = (reading: Reading) =>
    alignment.stories.filter(({ documents }) => documents.includes(reading.document.id)).map(({ id }) => id);
  for (const { claim, at, evidence, node } of found) {
    const system = node === null ? "-" : claimOf(alignment, node);
    console.log(`${claim} ${at} ${system} ${evidence}\n      ${node === null ? "NOT READ" : describe(node)}`);
  }
  found.forEach((a, i) => {
    for (const b of found.slice(i + 1)) {
      if ((a.claim === b.claim) === wrong) continue;
      if (a.node === null || b.node === null) {
        if (!wrong) causes.set("not read", (causes.get("not read") ?? 0) + 1);
        continue;
      }
      const met = a.node === b.node || claimOf(alignment, a.node) === claimOf(alignment, b.node);
      if (wrong) {
        if (met) console.log(`${a.claim} ${b.claim}  ${a.evidence}  |  ${b.evidence}`);
        continue;
      }
      const story = storyOf(a.node.reading).some((id) => storyOf((b.node as Node).reading).includes(id));
      const { score, conflict } = likeness(a.node, b.node, story);
      const shared = candidatePairs([nodeKeys(a.node), nodeKeys(b.node)]).length > 0;
      const cause = met
        ? "met"
        : conflict !== null
          ? `conflict: ${conflict}`
          : score >= threshold
            ? story
              ? "alike, not joined"
              : "alike, other story"
            : !shared
              ? "no key"
              : "unlike";
      if (!met) console.log(`${cause} ${score.toFixed(2)}  ${a.evidence}  |  ${b.evidence}`);
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
  });
  for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1])) console.log(`${count}  ${cause}`);
}

if (import.meta.main) main(process.argv[2] ?? "march", process.argv.includes("--wrong"));
