/** Byte dumps as text, for tests that state bytes. */

/** Bytes as two digits each with spaces between. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** The bytes of a dump; any white space separates them. */
export function unhex(text: string): Uint8Array {
  const digits = text.trim();
  return digits === '' ? new Uint8Array(0) : Uint8Array.from(digits.split(/\s+/), (byte) => Number.parseInt(byte, 16));
}
