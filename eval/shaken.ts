/**
 * How far figures of claims are luck: every event is aligned several times, its vectors shaken a little in each, and the mean
 * and the spread (one standard deviation) of each score are told by group. `node eval/shaken.ts [TIMES [GROUP...]]`.
 *
 * A change that moves a single run by less than the spread is none. Groups of which only totals are told stay so.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { randomNumbers } from "../bench/generated.ts";
import type { Proposition, Reading } from "../src/model/index.ts";
import { encoded, relate } from "../src/pipeline.ts";
import { fresh, heldOut, later, readingsOf, scoresOf, seen, suite, unseen } from "./events.ts";

/** Standard deviation of what is added to each byte of a vector of length 127. */
const size = 0.6;
const told = ["collapsed label", "together F", "status", "origins within bounds"] as const;
const groups = new Map([
  ["seen", seen],
  ["later", later],
  ["held out", heldOut],
  ["fresh", fresh],
  ["unseen", unseen],
]);

/** A number of the normal distribution (Box and Muller 1958). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function shaken(reading: Reading, random: () => number): Reading {
  const shake = ({ vector, ...one }: Proposition): Proposition => {
    if (vector === undefined) return one;
    const bytes = Int8Array.from(new Int8Array(Buffer.from(vector, "base64")), (byte) =>
      Math.max(-127, Math.min(127, Math.round(byte + size * normal(random)))),
    );
    return { ...one, vector: Buffer.from(bytes.buffer).toString("base64") };
  };
  return { ...reading, propositions: reading.propositions.map(shake) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const [times = "6", ...named] = process.argv.slice(2);
const unknown = named.find((name) => !groups.has(name));
if (unknown !== undefined || !/^[1-9]\d{0,3}$/u.test(times)) {
  console.error(
    `eval: ${unknown ?? times} is ${unknown === undefined ? "no number of times (a whole one from 1 on)" : "no group"}`,
  );
  console.error(`usage: node eval/shaken.ts [TIMES [GROUP...]], groups: ${[...groups.keys()].join(", ")}`);
  process.exit(2);
}
const data = resolve(import.meta.dirname, "..", process.env.SELON_DATA ?? "../shared");
const missing = suite.needs.find((path) => !existsSync(resolve(data, path)));
if (missing !== undefined) {
  console.error(`eval: no data at ${resolve(data, missing)} (set SELON_DATA)`);
  process.exit(1);
}
for (const [group, names] of groups) {
  if (named.length > 0 && !named.includes(group)) continue;
  const random = randomNumbers(1);
  const read = names.map((name) => ({ name, readings: readingsOf(name).map(encoded) }));
  const runs = Array.from({ length: Number(times) }, () =>
    scoresOf(
      read.map(({ name, readings }) => {
        const own = readings.map((reading) => shaken(reading, random));
        return { name, readings: own, alignment: relate(own) };
      }),
      data,
    ),
  );
  const parts = told.map((score) => {
    const values = runs.map((run) => Number(run[score]));
    const spread = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
    return `${score} ${mean(values).toFixed(1)} ± ${spread.toFixed(1)}`;
  });
  console.log(`${group}: ${parts.join(", ")}`);
}
