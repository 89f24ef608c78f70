import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Alignment, Claim } from "../src/model/index.ts";

type Member = { readonly document: string; readonly evidence: string };
type Gold = { readonly kept_apart: readonly { readonly members: readonly Member[] }[] };

export type Held = { readonly what: string; readonly holds: boolean };

const drones = [34, 36, 3, 145, 62, 91];

/** What has to hold of the seeds, whatever the scores: the calls kept apart, and the figures of drones. */
export function listOf({ claims, figures }: Alignment, data: string): Held[] {
  const gold = JSON.parse(readFileSync(join(data, "gold/claims.json"), "utf8")) as Gold;
  const at = ({ document, evidence }: Member): Claim[] => {
    const start = readFileSync(join(data, "seeds", document), "utf8").indexOf(evidence);
    const end = start + evidence.length;
    return claims.filter(({ positions }) =>
      positions.some(({ uri, evidence: own }) => uri === document && own.start < end && start < own.end),
    );
  };
  const calls = (gold.kept_apart[0]?.members ?? []).map(at);
  const [first = []] = calls;
  const disputed = first.find(({ status }) => status === "contested");
  const affirming = new Set(
    disputed?.positions.flatMap(({ position, document }) => (position === "affirm" ? [document] : [])),
  );
  const among = (values: readonly number[]): number => new Set(values.filter((value) => drones.includes(value))).size;
  const counted = (kind: string) => figures.filter(({ relation }) => relation === kind);
  const part = counted("part-of").some(({ members, parts }) => {
    const whole = parts === undefined ? undefined : members[parts.whole];
    return whole?.value === 145 && parts?.members.some((one) => members[one]?.value === 62) === true;
  });
  return [
    { what: "the first call is contested", holds: disputed !== undefined },
    { what: "the least number of origins that affirm it is one", holds: disputed?.origins.affirm.lower === 1 },
    { what: "two articles affirm it", holds: affirming.size === 2 },
    {
      what: "three calls are in no claim together",
      holds: calls.every((own, i) => calls.slice(i + 1).every((other) => !own.some((claim) => other.includes(claim)))),
    },
    {
      what: "six counts of drones are never compared",
      holds: counted("same").every(({ members }) => among(members.map(({ value }) => value)) < 2),
    },
    { what: "62 drones are a part of 145", holds: part },
  ];
}
