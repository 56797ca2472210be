/**
 * Count, sum and average of selected values, exact.
 *
 * Values arrive as the text that SQL Server prints, and adding decimals as doubles would show 0.30000000000000004; so sums are scaled BigInts.
 * A float with an exponent is expanded to its decimal digits, which is exact too. Texts that are no numbers are counted, not summed.
 */

export interface Summary {
  /** Every selected value. */ readonly count: number;
  readonly nulls: number;
  /** How many of them are numbers. */ readonly numbers: number;
  /** Undefined when no value is a number. */ readonly sum: string | undefined;
  readonly average: string | undefined;
}

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** Expanding 1E+308 is fine; an absurd exponent in a text column is not a number worth adding. */
const MAX_EXPONENT = 400;
const AVERAGE_DIGITS = 6;

export function summarise(values: Iterable<string | null>): Summary {
  let [count, nulls, numbers] = [0, 0, 0];
  let total: Scaled = { digits: 0n, scale: 0 };
  for (const value of values) {
    count++;
    if (value === null) nulls++;
    const number = value === null ? undefined : scaledNumber(value);
    if (number === undefined) continue;
    numbers++;
    total = add(total, number);
  }
  const known = numbers > 0;
  return { count, nulls, numbers, sum: known ? print(total) : undefined, average: known ? averageOf(total, numbers) : undefined };
}

/** The exact value of a number's text; undefined when it is none. */
export function scaledNumber(text: string): Scaled | undefined {
  const match = NUMBER.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (whole + fraction === '' || Math.abs(exponent) > MAX_EXPONENT) return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - exponent;
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function add(a: Scaled, b: Scaled): Scaled {
  const scale = Math.max(a.scale, b.scale);
  return { digits: raise(a, scale) + raise(b, scale), scale };
}

function raise(number: Scaled, scale: number): bigint {
  return number.digits * 10n ** BigInt(scale - number.scale);
}

/** Rounded half away from zero to six digits more than the sum has. */
function averageOf(total: Scaled, numbers: number): string {
  const scale = total.scale + AVERAGE_DIGITS;
  const divisor = BigInt(numbers);
  const raised = raise(total, scale) * 2n;
  const half = raised < 0n ? -divisor : divisor;
  return withoutTrailingZeros(print({ digits: (raised + half) / (divisor * 2n), scale }));
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function print({ digits, scale }: Scaled): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
