/**
 * STR: a float in a fixed width, right-aligned. Decimals give way when they do not fit; asterisks stand for an integral part that does not. A float has
 * seventeen digits that mean something: the ones after them are zeros.
 */

/** NULL for a width below 1 or above 8,000 or a negative number of decimals. */
export function str(value: number, length: number, decimals: number): string | null {
  if (length < 1 || length > 8000 || decimals < 0) return null;
  const size = exactly(Math.abs(value));
  for (let places = Math.min(decimals, MOST_PLACES); places >= 0; places--) {
    const shown = fixed(size, places, value < 0);
    if (shown.length <= length) return shown.padStart(length);
  }
  return '*'.repeat(length);
}

const MOST_PLACES = 16;
const DIGITS = 17;

/** `digits` times ten to the power of `exponent`. */
interface Exactly {
  readonly digits: bigint;
  readonly exponent: number;
}

function exactly(size: number): Exactly {
  const [mantissa = '0', exponent = '0'] = size.toExponential(DIGITS - 1).split('e');
  return { digits: BigInt(mantissa.replace('.', '')), exponent: Number(exponent) - (DIGITS - 1) };
}

/** Rounded half away from zero, never in exponent form. */
function fixed({ digits, exponent }: Exactly, places: number, negative: boolean): string {
  const shift = exponent + places;
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, 10n ** BigInt(-shift));
  const text = scaled.toString().padStart(places + 1, '0');
  const shown = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return negative && scaled !== 0n ? `-${shown}` : shown;
}

const rounded = (digits: bigint, unit: bigint): bigint => (digits + unit / 2n) / unit;
