/**
 * bit, tinyint, smallint, int and bigint. [MS-TDS] 2.2.5.4.1 and 2.2.5.4.2. Sent as BITN and INTN with a one-byte
 * length, which is 0 for NULL. These are the most frequent values of all, hence the encoders by index.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import {
  type Encode,
  fixedForm,
  fixedVariant,
  nullableForm,
  type TypeCodec,
  type VariantForms,
  type WireForms,
  type WireType,
} from './codec.ts';
import { DataType } from './data-type.ts';

type IntegerName = 'bit' | 'tinyint' | 'smallint' | 'int' | 'bigint';

export const integerCodecs: { readonly [N in IntegerName]: TypeCodec<N> } = {
  bit: {
    writeType: (w) => writeNullable(w, DataType.BITN, 1),
    encoder: () => encodeByte,
    variant: { token: DataType.BIT, writeValue: (w, value) => w.byte(value) },
  },
  tinyint: {
    writeType: (w) => writeNullable(w, DataType.INTN, 1),
    encoder: () => encodeByte,
    variant: { token: DataType.INT1, writeValue: (w, value) => w.byte(value) },
  },
  smallint: {
    writeType: (w) => writeNullable(w, DataType.INTN, 2),
    encoder: () => encodeShort,
    variant: { token: DataType.INT2, writeValue: (w, value) => w.ushort(value) },
  },
  int: {
    writeType: (w) => writeNullable(w, DataType.INTN, 4),
    encoder: () => encodeLong,
    variant: { token: DataType.INT4, writeValue: (w, value) => w.long(value) },
  },
  bigint: {
    writeType: (w) => writeNullable(w, DataType.INTN, 8),
    encoder: () => encodeLongLong,
    variant: { token: DataType.INT8, writeValue: (w, value) => w.longlong(value) },
  },
};

// SQL Server takes any bit other than 0 for 1.
const BIT: WireType = { type: { name: 'bit' }, decode: (r) => (r.byte() === 0 ? 0 : 1) };
const INT1: WireType = { type: { name: 'tinyint' }, decode: (r: ByteReader) => r.byte() };
const INT2: WireType = { type: { name: 'smallint' }, decode: (r: ByteReader) => r.short() };
const INT4: WireType = { type: { name: 'int' }, decode: (r: ByteReader) => r.long() };
const INT8: WireType = { type: { name: 'bigint' }, decode: (r: ByteReader) => r.longlong() };

export const integerForms: WireForms = {
  [DataType.BIT]: fixedForm(BIT),
  [DataType.INT1]: fixedForm(INT1),
  [DataType.INT2]: fixedForm(INT2),
  [DataType.INT4]: fixedForm(INT4),
  [DataType.INT8]: fixedForm(INT8),
  [DataType.BITN]: nullableForm('BITN', { 1: BIT }),
  [DataType.INTN]: nullableForm('INTN', { 1: INT1, 2: INT2, 4: INT4, 8: INT8 }),
};

export const integerVariants: VariantForms = {
  [DataType.BIT]: fixedVariant(BIT),
  [DataType.INT1]: fixedVariant(INT1),
  [DataType.INT2]: fixedVariant(INT2),
  [DataType.INT4]: fixedVariant(INT4),
  [DataType.INT8]: fixedVariant(INT8),
};

function writeNullable(w: TokenWriter, token: number, size: number): void {
  w.byte(token);
  w.byte(size);
}

const encodeByte: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(2);
  w.buffer[at] = 1;
  w.buffer[at + 1] = value;
};

const encodeShort: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(3);
  w.buffer[at] = 2;
  w.buffer[at + 1] = value;
  w.buffer[at + 2] = value >>> 8;
};

const encodeLong: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(5);
  w.buffer[at] = 4;
  w.view.setInt32(at + 1, value, true);
};

const encodeLongLong: Encode<bigint> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(9);
  w.buffer[at] = 8;
  w.view.setBigInt64(at + 1, value, true);
};
