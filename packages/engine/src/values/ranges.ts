/** The least and greatest values of the exact types, and the widths of their bit patterns. */

import type { TypeName } from '@sprocket/tsql';

/** Bounds of the integer types that are numbers. */
export const RANGES: Partial<Record<TypeName, { readonly min: number; readonly max: number }>> = {
  bit: { min: 0, max: 1 },
  tinyint: { min: 0, max: 255 },
  smallint: { min: -32768, max: 32767 },
  int: { min: -2147483648, max: 2147483647 },
};

/** Bits of the integer types. */
export const WIDTHS: Partial<Record<TypeName, number>> = { bit: 1, tinyint: 8, smallint: 16, int: 32, bigint: 64 };

export const BIGINT_MIN = -(2n ** 63n);
export const BIGINT_MAX = 2n ** 63n - 1n;

/** Bounds of money and smallmoney in ten-thousandths. */
export const MONEY_RANGES: Partial<Record<TypeName, { readonly min: bigint; readonly max: bigint }>> = {
  money: { min: BIGINT_MIN, max: BIGINT_MAX },
  smallmoney: { min: -2147483648n, max: 2147483647n },
};

/** The largest finite single. */
export const REAL_MAX = 3.4028234663852886e38;
