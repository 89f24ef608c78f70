import type { DossierFigure } from "../dossier.ts";

/** Where values stand on a line, in per cent of its length. */
export type Axis = { readonly ticks: readonly number[]; readonly place: (value: number) => number };

const steps = [1, 2, 2.5, 5, 10];

/** A linear axis that begins at nought, so that lengths compare; negative values widen it to the left. */
export function axisOf(members: readonly Pick<DossierFigure, "value" | "upper">[]): Axis {
  const values = members.flatMap((member) => [member.value, member.upper ?? member.value]).filter(Number.isFinite);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low > 1e-9 ? high - low : 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((candidate) => candidate * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const from = first * step;
  // A margin keeps the dots and arrows at the ends inside the drawing.
  const scale = 92 / ((last - first) * step);
  const ticks = Array.from({ length: Math.min(12, last - first + 1) }, (_, index) => round((first + index) * step));
  return { ticks, place: (value) => round(3 + (Number.isFinite(value) ? (value - from) * scale : 0)) };
}

const round = (value: number): number => Number(value.toPrecision(6));
