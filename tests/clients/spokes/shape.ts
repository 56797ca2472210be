/** How values of the sample look in an answer, and orders that the procedures sort by. */

import type { CellText } from '../../expectations/document.ts';

/** Cents as a money value. */
export const euros = (cents: number): string => (cents / 100).toFixed(4);

/** Cents as CONVERT(varchar, money, 1) writes them: 1,234.50 */
export const grouped = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A decimal with so many digits, rounded half away from zero. */
export function rounded(value: number, digits: number): string {
  const scaled = Math.round(Number((Math.abs(value) * 10 ** digits).toPrecision(15)));
  return ((Math.sign(value) * scaled) / 10 ** digits).toFixed(digits);
}

/** money / money and money / int keep four decimals and drop the rest. */
export const moneyQuotient = (dividend: number, divisor: number): number => Math.trunc((dividend * 10_000) / divisor) / 10_000;

/** A row of an answer from plain values. */
export const row = (...cells: readonly (string | number | null)[]): CellText[] =>
  cells.map((cell) => (cell === null ? null : String(cell)));

type Key = string | number;

/** Sorts by keys, a descending number as its negative. Texts must be ASCII without signs, where every collation agrees. */
export function sorted<T>(list: Iterable<T>, ...keys: readonly ((item: T) => Key)[]): T[] {
  return [...list].sort((a, b) => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}
