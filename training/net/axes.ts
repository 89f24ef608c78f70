import { randomFrom } from "../treebank.ts";

/**
 * Principal components: rows of `data` (rows × width, centred in place) turned onto their `kept` widest axes, each scaled
 * to a standard deviation of one. Orthogonal iteration from a fixed start.
 */
export function mainAxes(data: Float64Array, rows: number, width: number, kept: number): Float64Array {
  for (let j = 0; j < width; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += data[i * width + j]!;
    for (let i = 0; i < rows; i++) data[i * width + j]! -= sum / rows;
  }
  const covariance = new Float64Array(width * width);
  for (let i = 0; i < rows; i++)
    for (let a = 0; a < width; a++) {
      const x = data[i * width + a]! / rows;
      for (let b = 0; b < width; b++) covariance[a * width + b]! += x * data[i * width + b]!;
    }
  const random = randomFrom(11);
  let axes = Float64Array.from({ length: kept * width }, () => random() - 0.5);
  orthonormal(axes, kept, width);
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(kept * width);
    for (let k = 0; k < kept; k++)
      for (let a = 0; a < width; a++) {
        const x = axes[k * width + a]!;
        for (let b = 0; b < width; b++) next[k * width + b]! += x * covariance[a * width + b]!;
      }
    orthonormal(next, kept, width);
    axes = next;
  }
  const turned = new Float64Array(rows * kept);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < kept; k++) {
      let sum = 0;
      for (let a = 0; a < width; a++) sum += data[i * width + a]! * axes[k * width + a]!;
      turned[i * kept + k] = sum;
    }
  for (let k = 0; k < kept; k++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += turned[i * kept + k]! ** 2;
    const scale = 1 / Math.sqrt(sum / rows || 1);
    for (let i = 0; i < rows; i++) turned[i * kept + k]! *= scale;
  }
  return turned;
}

/** Gram and Schmidt's rows at right angles, of length one. */
function orthonormal(axes: Float64Array, kept: number, width: number): void {
  for (let k = 0; k < kept; k++) {
    const row = axes.subarray(k * width, (k + 1) * width);
    for (let other = 0; other < k; other++) {
      let dot = 0;
      for (let a = 0; a < width; a++) dot += row[a]! * axes[other * width + a]!;
      for (let a = 0; a < width; a++) row[a]! -= dot * axes[other * width + a]!;
    }
    let sum = 0;
    for (const cell of row) sum += cell * cell;
    const scale = 1 / Math.sqrt(sum || 1);
    for (let a = 0; a < width; a++) row[a]! *= scale;
  }
}
