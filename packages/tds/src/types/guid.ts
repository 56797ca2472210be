/**
 * uniqueidentifier. [MS-TDS] 2.2.5.5.3: 16 bytes of which the first three groups of the text form are
 * little-endian and the rest is in reading order.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { type Encode, nullableForm, type TypeCodec, type VariantForms, type WireForms, type WireType } from './codec.ts';
import { DataType } from './data-type.ts';

export const guidCodecs: { readonly uniqueidentifier: TypeCodec<'uniqueidentifier'> } = {
  uniqueidentifier: {
    writeType: (w) => {
      w.byte(DataType.GUID);
      w.byte(16);
    },
    encoder: () => encodeGuid,
    variant: { token: DataType.GUID, writeValue: (w, value) => writeGuid(w, w.claim(16), value) },
  },
};

const GUID: WireType = { type: { name: 'uniqueidentifier' }, decode: readGuid };

export const guidForms: WireForms = { [DataType.GUID]: nullableForm('GUID', { 16: GUID }) };

export const guidVariants: VariantForms = {
  [DataType.GUID]: (_properties, value) => ({ type: GUID.type, value: readGuid(value) }),
};

/** Where in the text the two digits of each wire byte stand. */
const DIGITS = [6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34];
/** Wire byte of each text byte, in groups. */
const GROUPS = [
  [3, 2, 1, 0],
  [5, 4],
  [7, 6],
  [8, 9],
  [10, 11, 12, 13, 14, 15],
];
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

const encodeGuid: Encode<string> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(17);
  w.buffer[at] = 16;
  writeGuid(w, at + 1, value);
};

function writeGuid(w: TokenWriter, at: number, value: string): void {
  for (let i = 0; i < 16; i++) {
    const digit = DIGITS[i]!;
    w.buffer[at + i] = (digitValue(value.charCodeAt(digit)) << 4) | digitValue(value.charCodeAt(digit + 1));
  }
}

/** The value of a hexadecimal digit of either case. */
function digitValue(unit: number): number {
  return unit <= 0x39 ? unit - 0x30 : (unit & 0xdf) - 0x37;
}

function readGuid(r: ByteReader): string {
  const bytes = r.take(16);
  return GROUPS.map((group) => group.map((index) => HEX[bytes[index]!]).join('')).join('-');
}
