/** e to the power x, for x ≤ 0: halved until small, then a polynomial, then squared back. */
export function exp(x: number): number {
  if (x < -80) return 0;
  const y = x / 256;
  let e = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + y / 5))));
  for (let i = 0; i < 8; i++) e *= e;
  return e;
}
