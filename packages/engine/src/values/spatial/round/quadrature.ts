/** Gauss-Legendre quadrature with 20 nodes a panel, which is exact to the last digits for the smooth integrands of ellipses. */

const NODES = 20;
/** The widest panel, in radians. */
const PANEL = 0.5;

interface Node {
  readonly x: number;
  readonly weight: number;
}

const RULE: readonly Node[] = Array.from({ length: NODES }, (_, i) => nodeAt(i));

/** The integral of `f` from `from` to `to`, over as many panels as the span needs. */
export function integrate(f: (t: number) => number, from: number, to: number, widest = PANEL): number {
  const panels = Math.max(1, Math.ceil(Math.abs(to - from) / widest));
  const half = (to - from) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = from + (2 * panel + 1) * half;
    for (const { x, weight } of RULE) sum += weight * f(middle + half * x);
  }
  return sum * half;
}

/** A root of the Legendre polynomial, by Newton's method, with its weight. */
function nodeAt(i: number): Node {
  let x = Math.cos((Math.PI * (i + 0.75)) / (NODES + 0.5));
  let slope = 1;
  for (let step = 0; step < 100; step += 1) {
    const [value, previous] = legendre(x);
    slope = (NODES * (x * value - previous)) / (x * x - 1);
    const next = x - value / slope;
    if (Math.abs(next - x) < 1e-16) break;
    x = next;
  }
  return { x, weight: 2 / ((1 - x * x) * slope * slope) };
}

function legendre(x: number): readonly [number, number] {
  let [value, previous] = [1, 0];
  for (let n = 1; n <= NODES; n += 1) [value, previous] = [((2 * n - 1) * x * value - (n - 1) * previous) / n, value];
  return [value, previous];
}
