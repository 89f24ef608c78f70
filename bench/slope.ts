/**
 * Time against length: `node bench/slope.ts [MEGABYTES [TEXT]]` (default 10, all texts). Texts that no newsroom sends (one word without a
 * space, nothing but quotation marks, random Unicode) and plain prose are analysed at growing lengths; the slope of
 * log time over log length, fitted by least squares, is 1 where time is in proportion. The whole reading cuts texts at
 * a million characters; here the analysis itself is timed, at full length. Ends with 1 where a slope is above 1.15 or
 * an analysis throws. Times are processor time, which other programs disturb little.
 */
import { analyse } from "../src/analysis/index.ts";

const prose =
  "Le maire d'Orval, Paul Merin, a démenti mardi que des travaux aient été payés deux fois. « Rien n'a été caché », a-t-il déclaré à la radio locale.\n\nSelon deux conseillers, 1.200 habitants attendent l'eau depuis la nuit de lundi à mardi.\n\n";

/** Any code unit, lone surrogates too, the same for the same length (linear congruential generator). */
function random(length: number): string {
  const units: string[] = [];
  for (let i = 0, state = 7; i < length; i += 4096) {
    const codes: number[] = [];
    for (let k = 0; k < Math.min(4096, length - i); k++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      codes.push(state & 1024 ? state >>> 16 : (state >>> 16) & 255);
    }
    units.push(String.fromCharCode(...codes));
  }
  return units.join("");
}

const repeated = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Makers of texts of a given length in UTF-16 code units. */
export const texts: Readonly<Record<string, (length: number) => string>> = {
  prose: repeated(prose),
  "one word": repeated("a"),
  "quotation marks": repeated("«“\"„'”»"),
  "random Unicode": random,
};

/** Slope of log time over log length by least squares; 1 is linear. */
export function slopeOf(points: readonly { readonly length: number; readonly ms: number }[]): number {
  const logs = points.map(({ length, ms }) => [Math.log(length), Math.log(Math.max(ms, 0.01))] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of one analysis at each length, after a warm-up. */
export function timed(make: (length: number) => string, lengths: readonly number[]): { length: number; ms: number }[] {
  analyse(make(100_000), { language: "fr", published: null });
  return lengths.map((length) => {
    const text = make(length);
    const begin = spent();
    analyse(text, { language: "fr", published: "2025-03-04" });
    return { length, ms: spent() - begin };
  });
}

if (import.meta.main) {
  const most = Number(process.argv[2] ?? 10) * 1e6;
  const lengths = [1 / 32, 1 / 10, 1 / 3.2, 1].map((share) => Math.round(most * share));
  for (const [name, make] of Object.entries(texts)) {
    if (process.argv[3] !== undefined && process.argv[3] !== name) continue;
    try {
      const points = timed(make, lengths);
      const slope = slopeOf(points);
      if (slope > 1.15) process.exitCode = 1;
      const shown = points.map(({ length, ms }) => `${(length / 1e6).toFixed(2)} MB ${(ms / 1000).toFixed(2)} s`);
      console.log(`${name}: slope ${slope.toFixed(2)} (${shown.join(", ")})`);
    } catch (error) {
      console.log(`${name}: THREW ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
}
