/** Which versions are chosen in the history: one to view, exactly two to compare. */

export type Mode = 'view' | 'compare';

/** The choice after a press on a version. Comparing, a third one takes the place of the one chosen first. */
export function pick(mode: Mode, chosen: readonly number[], version: number): readonly number[] {
  if (mode === 'view') return [version];
  if (chosen.includes(version)) return chosen.length > 1 ? chosen.filter((each) => each !== version) : chosen;
  return [...chosen, version].slice(-2);
}

/** The pair to compare, older first; undefined before two are chosen. */
export function compared(chosen: readonly number[]): readonly [number, number] | undefined {
  const [a, b] = chosen;
  return a === undefined || b === undefined ? undefined : [Math.min(a, b), Math.max(a, b)];
}
