/** STR: a float in a fixed width, right-aligned. Decimals give way when they do not fit; asterisks stand for an integral part that does not. */

/** NULL for a width below 1 or above 8,000 or a negative number of decimals. */
export function str(value: number, length: number, decimals: number): string | null {
  if (length < 1 || length > 8000 || decimals < 0) return null;
  for (let places = Math.min(decimals, 16); places >= 0; places--) {
    const shown = fixed(value, places);
    if (shown.length <= length) return shown.padStart(length);
  }
  return '*'.repeat(length);
}

/** Rounded half away from zero, never in exponent form. */
function fixed(value: number, places: number): string {
  const size = Math.abs(value);
  const digits = size >= 1e21 ? BigInt(size).toString() + (places > 0 ? `.${'0'.repeat(places)}` : '') : size.toFixed(places);
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
